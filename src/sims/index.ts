import { anycast } from './anycast/index.ts';
import type { Simulation } from './kernel/simulation.ts';
import { pageLoad } from './page-load/index.ts';
import { wholeInternet } from './whole-internet/index.ts';

/** Every simulation, for the pages that are built; a browser fetches only the one it shows (islands/sim-frame.ts). */
export const simulations: readonly Simulation<never>[] = [
  pageLoad as Simulation<never>,
  anycast as Simulation<never>,
  wholeInternet as Simulation<never>,
];
