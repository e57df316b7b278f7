import type { Simulation } from '../kernel/simulation.ts';
import { filmNow } from './films.ts';
import { wholeInternetOver } from './simulation.ts';
import type { WholeState } from './state.ts';

/** The whole Internet at once: 80,000 networks, what a removal changes, and who believes a false announcement. */
export const wholeInternet: Simulation<WholeState> = wholeInternetOver(filmNow);
