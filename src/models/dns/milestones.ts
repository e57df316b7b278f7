import { keptFor } from './outage.ts';
import type { OutageScenario } from './outage.ts';
import { contactRoot } from './letters.ts';
import { rootZoneTimers } from './timers.ts';

/** What happens at a moment; the first three come from outside, the others from timers that run out. */
export type MilestoneKey =
  | 'root-lost'
  | 'root-impaired'
  | 'root-back'
  | 'last-cached'
  | 'last-stale'
  | 'local-copies-expire'
  | 'signatures-lapse';

export interface Milestone {
  /** Second of the run. */
  readonly time: number;
  readonly key: MilestoneKey;
  /** For timers of caches: the class of names it concerns. */
  readonly name?: string;
  /** For timers of caches: seconds for which the resolvers concerned keep the entry. */
  readonly ttl?: number;
}

/**
 * The moments at which a time line changes its course, in order, so that each change can be explained: when the last
 * copies of an entry expire, for each length of life in the population, after the root was lost to some users for good.
 */
export function milestonesOf({ effect, population, names, duration }: OutageScenario): Milestone[] {
  const found = new Map<string, Milestone>();
  const add = (milestone: Milestone) => {
    if (milestone.time <= duration) found.set(JSON.stringify(milestone), milestone);
  };
  const retries = population[0]?.behaviour.retries ?? { attempts: 1, timeout: 0 };
  let before: 'well' | 'impaired' | 'lost' = 'well';
  effect.periods.forEach((time, i) => {
    const until = effect.periods[i + 1] ?? Infinity;
    const answered = Math.min(
      ...effect.groups.map((group) => contactRoot(group.lossByPeriod[i]!, retries).answered),
    );
    const losing = effect.groups.some((group) => group.lossByPeriod[i]!.some((loss) => loss > 0));
    const now = answered === 0 ? 'lost' : losing ? 'impaired' : 'well';
    if (now !== before)
      add({ time, key: now === 'well' ? 'root-back' : now === 'lost' ? 'root-lost' : 'root-impaired' });
    before = now;
    if (now !== 'lost') return;
    for (const { behaviour } of population) {
      for (const name of names) {
        const ttl = keptFor(name, behaviour);
        if (time + ttl < until) add({ time: time + ttl, key: 'last-cached', name: name.id, ttl });
        const stale = name.exists ? behaviour.staleFor : 0;
        if (stale > 0 && time + ttl + stale < until)
          add({ time: time + ttl + stale, key: 'last-stale', name: name.id, ttl });
      }
      if (behaviour.localRoot && time + rootZoneTimers.soaExpire < until) {
        add({ time: time + rootZoneTimers.soaExpire, key: 'local-copies-expire' });
      }
    }
  });
  for (const { from } of effect.signaturesLapsed) add({ time: from, key: 'signatures-lapse' });
  return [...found.values()].sort((a, b) => a.time - b.time);
}
