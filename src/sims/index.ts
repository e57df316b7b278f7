import { anycast } from './anycast/index.ts';
import { consensus } from './consensus/index.ts';
import type { Simulation } from './kernel/simulation.ts';
import { localTraffic } from './local-traffic/index.ts';
import { noCentre } from './no-centre/index.ts';
import { pageLoad } from './page-load/index.ts';
import { policyDistance } from './policy-distance/index.ts';
import { rootOutage } from './root-outage/index.ts';
import { rootZoneChange } from './root-zone-change/index.ts';
import { routeChecks } from './route-checks/index.ts';
import { runOut } from './run-out/index.ts';
import { whichRoom } from './which-room/index.ts';
import { wholeInternet } from './whole-internet/index.ts';
import { workshopSelection } from './workshop-selection/index.ts';
import { yearInTheIgf } from './year-in-the-igf/index.ts';

/** Every simulation, in the order of the course, for the pages that are built; a browser fetches only the one it shows (islands/sim-frame.ts). */
export const simulations: readonly Simulation<never>[] = [
  pageLoad as Simulation<never>,
  anycast as Simulation<never>,
  rootOutage as Simulation<never>,
  rootZoneChange as Simulation<never>,
  noCentre as Simulation<never>,
  policyDistance as Simulation<never>,
  localTraffic as Simulation<never>,
  routeChecks as Simulation<never>,
  wholeInternet as Simulation<never>,
  runOut as Simulation<never>,
  consensus as Simulation<never>,
  yearInTheIgf as Simulation<never>,
  workshopSelection as Simulation<never>,
  whichRoom as Simulation<never>,
];
