/**
 * Days of the calendar as "YYYY-MM-DD". They are counted in UTC, where each has 24 hours: no change of the clocks and no
 * time zone moves them.
 */

const dayMilliseconds = 86_400_000;

/** The moment at which a day begins in UTC, or undefined for a text that is no day of the calendar (30 February). */
function momentOf(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) || dayAt(moment) !== day ? undefined : moment;
}

const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Whether a text is a day of the calendar. */
export const isDay = (day: string): boolean => momentOf(day) !== undefined;

function known(day: string): number {
  const moment = momentOf(day);
  if (moment === undefined) throw new RangeError(`"${day.slice(0, 20)}" is no day of the calendar`);
  return moment;
}

/**
 * The day so many days later, or earlier.
 * @throws RangeError for a text that is no day.
 */
export const plusDays = (day: string, days: number): string => dayAt(known(day) + days * dayMilliseconds);

/**
 * Days from one day to another; negative when the second is the earlier.
 * @throws RangeError for a text that is no day.
 */
export const daysBetween = (from: string, to: string): number => (known(to) - known(from)) / dayMilliseconds;

/**
 * The day on the reader's wall calendar at a moment.
 *
 * @param moment milliseconds since 1970.
 * @param offset minutes by which UTC is ahead of the reader's clock, as Date.getTimezoneOffset() gives them.
 */
export const localDay = (moment: number, offset: number): string => dayAt(moment - offset * 60_000);
