import { milestones, monthOfDate, type Milestone } from './history.ts';
import { monthOfEvent, runOut } from './run-out.ts';

export interface Compared extends Milestone {
  /** Month by the model, counted from January 2007; undefined when it does not come. */
  computed: number | undefined;
  /** Months by which the model is late; early ones are negative. */
  late: number | undefined;
}

/** The model with the demand and the policies as they were, beside what happened. */
export function compareWithHistory(): readonly Compared[] {
  const run = runOut({ demand: 1, policy: 'as-it-was' });
  return milestones.map((milestone) => {
    const computed = monthOfEvent(run, milestone.moment, milestone.registry);
    return {
      ...milestone,
      computed,
      late: computed === undefined ? undefined : computed - monthOfDate(milestone.date),
    };
  });
}
