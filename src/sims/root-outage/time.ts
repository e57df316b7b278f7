import type { Settings } from '../kernel/simulation.ts';

const hour = 3600;

/** At which hours a run stops: closely at first, then from day to day; for an event, when it begins and ends. */
const stopHours = {
  'october-2002': [0, 0.5, 1, 1.25, 1.5, 2],
  'november-2015': [0, 1, 2, 2 + 2 / 3, 6, 12, 22 + 1 / 3, 23, 23 + 1 / 3, 26],
  'april-2016': [0, 1, 3, 6, 9, 10, 12],
  'three-days': [0, 1, 3, 6, 12, 18, 24, 30, 36, 48, 60, 72],
  'ten-days': [0, 1, 3, 6, 12, 18, 24, 30, 36, 42, 48, 60, 72, 120, 168, 192, 216, 240],
  'fifteen-days': [0, 24, 72, 168, 240, 312, 313, 319, 325, 331, 337, 361],
} as const;
export type Span = keyof typeof stopHours;

/** How long a disturbance lasts, in hours. */
export const durations = {
  'for-good': Infinity,
  hour: 1,
  'six-hours': 6,
  day: 24,
  'two-days': 48,
} as const;
export type Duration = keyof typeof durations;

/** How long the run must be for the setting to show all its consequences. */
export function spanOf(settings: Settings): Span {
  const what = String(settings['what']);
  if (what === 'october-2002' || what === 'november-2015' || what === 'april-2016') return what;
  if (what !== 'all' || settings['lasts'] !== 'for-good') return 'three-days';
  return settings['how'] === 'not-updated' ? 'fifteen-days' : 'ten-days';
}

/** Seconds of the stops. */
export const stopsOf = (span: Span): readonly number[] =>
  stopHours[span].map((hours) => Math.round(hours * hour));

/** Seconds of one step of the model: every time to live, and every change in the span, is a multiple of it. */
export const modelStep: Readonly<Record<Span, number>> = {
  'october-2002': 900,
  'november-2015': 1200,
  'april-2016': 1200,
  'three-days': 1800,
  'ten-days': hour,
  'fifteen-days': hour,
};

/** Hours that are named on the axis. */
export const axisHours: Readonly<Record<Span, readonly number[]>> = {
  'october-2002': [0, 1, 2],
  'november-2015': [0, 6, 12, 18, 24],
  'april-2016': [0, 3, 6, 9, 12],
  'three-days': [0, 12, 24, 36, 48, 60, 72],
  'ten-days': [0, 24, 48, 72, 120, 168, 240],
  'fifteen-days': [0, 120, 240, 360],
};
