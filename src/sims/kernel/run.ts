import type { Settings, Simulation } from './simulation.ts';

/** A run so far: every state from the start, so that a step back is exact; and the actions that led here. */
export interface Run<S> {
  settings: Settings;
  frames: readonly S[];
  /** Index of the frame that is shown. */
  at: number;
  actions: readonly { before: number; action: string }[];
}

export const begin = <S>(sim: Simulation<S>, settings: Settings): Run<S> => ({
  settings,
  frames: [sim.start(settings)],
  at: 0,
  actions: [],
});

export const shown = <S>(run: Run<S>): S => run.frames[run.at]!;

/** The next frame: one that was seen before, or a new step of the model. At the end nothing changes. */
export function forward<S>(sim: Simulation<S>, run: Run<S>): Run<S> {
  if (run.at < run.frames.length - 1) return { ...run, at: run.at + 1 };
  const state = shown(run);
  if (sim.finished(state)) return run;
  return { ...run, frames: [...run.frames, sim.step(state)], at: run.at + 1 };
}

export const back = <S>(run: Run<S>): Run<S> => (run.at === 0 ? run : { ...run, at: run.at - 1 });

/** The actions of a run after one more at the frame shown. */
export const actionsWith = <S>(run: Run<S>, action: string): Run<S>['actions'] => [
  ...run.actions.filter((entry) => entry.before <= run.at),
  { before: run.at, action },
];

/** A person's action at the frame shown: what came after it is forgotten, since it may now turn out otherwise. */
export function act<S>(sim: Simulation<S>, run: Run<S>, action: string): Run<S> {
  if (!sim.act) return run;
  const state = sim.act(shown(run), action);
  if (state === shown(run)) return run;
  return {
    ...run,
    frames: [...run.frames.slice(0, run.at), state],
    actions: actionsWith(run, action),
  };
}

/** The run after a number of steps with actions in between: the worked run of a page, or a shared address. */
export function replay<S>(
  sim: Simulation<S>,
  settings: Settings,
  steps: number,
  actions: readonly { before: number; action: string }[] = [],
): Run<S> {
  let run = begin(sim, settings);
  for (let i = 0; ; i++) {
    for (const entry of actions) if (entry.before === i) run = act(sim, run, entry.action);
    if (i >= steps) return run;
    const next = forward(sim, run);
    if (next === run) return run;
    run = next;
  }
}
