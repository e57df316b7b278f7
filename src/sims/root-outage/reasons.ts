import type { Milestone } from '../../models/dns/milestones.ts';
import { identifiers } from '../../models/dns/root-system.ts';
import type { Course } from './course.ts';
import { activeAt, reading, secondOf, type OutageState } from './state.ts';

const day = 86_400;

/** Why the shares are what they are at a stop. The words for each are messages "why.…". */
export type Reason =
  | 'well'
  | 'back'
  | 'others'
  | 'region'
  | 'flooded-some'
  | 'flooded-all'
  | 'outdated'
  | 'lapsed'
  | 'lost'
  | 'denials'
  | 'fading'
  | 'one-day'
  | 'second-day'
  | 'two-days'
  | 'late'
  | 'stale-end'
  | 'copies'
  | 'copies-end'
  | 'after-copies'
  | 'nothing';

/** Below this share a number of per cent with two decimals says nought. */
export const noughtBelow = 0.0005;

/** Second at which the root was lost for good, as of a second; undefined while it answers. */
export const lostSince = ({ milestones }: Course, second: number): number | undefined => {
  const last = milestones.findLast(
    ({ time, key }) => time <= second && ['root-lost', 'root-back', 'root-impaired'].includes(key),
  );
  return last?.key === 'root-lost' ? last.time : undefined;
};

export function reasonOf(state: OutageState): Reason {
  const now = secondOf(state);
  if (state.at === 0) return 'well';
  const { course } = state;
  if (course.effect.signaturesLapsed.some(({ from, to }) => from <= now && now < to)) return 'lapsed';
  const lost = lostSince(course, now);
  if (lost !== undefined) return reasonWhileLost(state, lost);
  const active = activeAt(course, now);
  if (active.length === 0) return course.disturbances.some(({ to }) => to <= now) ? 'back' : 'well';
  if (active.some(({ kind }) => kind === 'overloaded'))
    return reading(state).letters.overloaded === identifiers.length ? 'flooded-all' : 'flooded-some';
  if (active.some(({ kind }) => kind === 'not-updated')) return 'outdated';
  return active.some(({ target }) => target.regions) ? 'region' : 'others';
}

/** What has run out since the stop before; if nothing has, what still carries the names. */
function reasonWhileLost(state: OutageState, lost: number): Reason {
  const { course } = state;
  const now = secondOf(state);
  const before = state.at > 1 ? secondOf(state, state.at - 1) : -1;
  if (lost > before) return 'lost';
  const since = course.milestones.filter(({ time }) => lost < time && time <= now);
  const hit = (key: Milestone['key'], name?: string) =>
    since.filter((one) => one.time > before && one.key === key && (!name || one.name === name));
  if (hit('local-copies-expire').length) return 'copies-end';
  const kept = hit('last-cached', 'popular').map(({ ttl }) => ttl!);
  if (kept.some((ttl) => ttl > day)) return 'two-days';
  if (kept.length) return 'one-day';
  if (hit('last-cached', 'nonexistent').length) return 'denials';
  if (now - lost < course.longestMemory)
    return since.some(({ key, name }) => key === 'last-cached' && name === 'popular')
      ? 'second-day'
      : 'fading';
  const remaining = reading(state).names.popular;
  if (remaining < noughtBelow) return 'nothing';
  if (since.some(({ key }) => key === 'local-copies-expire')) return 'after-copies';
  if (hit('last-stale').some(({ ttl }) => ttl === course.longestMemory)) return 'stale-end';
  const copies = Number(state.settings['copies']) / 100;
  return Math.abs(remaining - copies) < noughtBelow ? 'copies' : 'late';
}
