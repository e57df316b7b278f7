import type { Size } from './marks.ts';
import type { Message } from './message.ts';
import type { Settings, Simulation } from './simulation.ts';

/** What a person has done so far, as in a run. */
export type Actions = readonly { before: number; action: string }[];

/**
 * What stands behind a simulation whose numbers take too long for the page's own thread, or whose picture has more parts
 * than SVG can hold. The contract of a simulation stays what it is: its functions answer at once, because the frame asks
 * for the work beforehand and waits.
 */
export interface Backing<S> {
  /** Does what `start`, `act` and `step` need for a run with these settings and actions. Rejected when it cannot be done. */
  prepare(settings: Settings, actions: Actions): Promise<void>;
  /**
   * Draws the ground under the marks.
   * @param size of the plate, in units of its marks.
   * @param milliseconds how long what is new may take to appear; 0: at once.
   * @returns a function that stops the movement.
   */
  paint(canvas: HTMLCanvasElement, state: S, size: Size, milliseconds: number): () => void;
  /** For a simulation that takes a person's own file. It never rejects: what went wrong is said. */
  readonly files?: {
    take(file: File): Promise<{ isTaken: boolean; said: Message }>;
    /** Stops reading; `take` then says so. */
    stop(): void;
    /** Back to what was there without a file. */
    drop(): Message;
  };
}

/** A simulation with something behind it; only a browser has one. */
export interface BackedSimulation<S> extends Simulation<S> {
  readonly backing: Backing<S>;
}

export const backingOf = <S>(sim: Simulation<S>): Backing<S> | undefined =>
  'backing' in sim ? (sim as BackedSimulation<S>).backing : undefined;
