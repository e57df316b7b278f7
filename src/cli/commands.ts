import type { Command } from './command.ts';
import { command as anycast } from './anycast.ts';
import { command as asGraph } from './as-graph.ts';
import { command as consensus } from './consensus.ts';
import { command as dns } from './dns.ts';
import { command as dnsOutage } from './dns-outage.ts';
import { command as dnsRemoval } from './dns-removal.ts';
import { command as routing } from './routing.ts';
import { command as workshopSelection } from './workshop-selection.ts';
import { command as yearInTheIgf } from './year-in-the-igf.ts';
import { command as runOut } from './run-out.ts';
import { command as whichRoom } from './which-room.ts';

/** Every model that can be run from the terminal, in the order of the list that --help prints. */
export const commands: readonly Command[] = [
  dns,
  dnsOutage,
  dnsRemoval,
  anycast,
  routing,
  asGraph,
  workshopSelection,
  yearInTheIgf,
  consensus,
  runOut,
  whichRoom,
];
