import { anycast } from './anycast/index.ts';
import type { Simulation } from './kernel/simulation.ts';
import { localTraffic } from './local-traffic/index.ts';
import { pageLoad } from './page-load/index.ts';
import { routeChecks } from './route-checks/index.ts';

/** Every simulation, for the pages that are built; a browser fetches only the one it shows (islands/sim-frame.ts). */
export const simulations: readonly Simulation<never>[] = [
  pageLoad as Simulation<never>,
  anycast as Simulation<never>,
  localTraffic as Simulation<never>,
  routeChecks as Simulation<never>,
];
