/**
 * What is on record about IPv4 addresses: what IANA had and gave, what each registry registered, and when each pool
 * ended. Addresses are counted in units of 256 (a /24), so that nothing is lost to rounding; a block (/8) has 65,536.
 */

/** The five regional registries, in the order in which they reached their last block or ran out. */
export const registries = ['apnic', 'ripencc', 'lacnic', 'arin', 'afrinic'] as const;
export type Registry = (typeof registries)[number];

/** Units of 256 addresses in one block of 16,777,216 addresses. */
export const block = 65_536;

/** The model begins on 1 January of this year. */
export const firstYear = 2007;

/** Last year of records before the model goes on by trend. */
export const lastRecorded = 2010;

/**
 * Blocks that IANA gave to the registries from 2007 to the end of its pool, and so had at the beginning of 2007: the rows
 * of the IANA IPv4 Address Space Registry with the status "allocated" and a date from 2007-01 on.
 */
export const freeBlocks2007 = 56;

/** Blocks given by year and registry; rows of the same registry, for comparison with the model. */
export const givenBlocks: Record<Registry, readonly number[]> = {
  // 2007, 2008, 2009, 2010, 2011
  apnic: [7, 4, 4, 8, 3],
  ripencc: [4, 0, 4, 4, 1],
  lacnic: [2, 0, 0, 2, 1],
  arin: [0, 4, 0, 4, 1],
  afrinic: [0, 1, 0, 1, 1],
};

/**
 * Registered each year, 2005 to 2010, in units of 256 addresses: sums over the registries' own delegation files by the
 * date of each entry (APNIC 5 August 2014, RIPE NCC and LACNIC 3 August 2014, ARIN 9 April 2013, AFRINIC 5 May 2026).
 */
export const registered: Record<Registry, readonly number[]> = {
  apnic: [209_526, 200_746, 271_839, 342_921, 339_616, 469_581],
  ripencc: [238_507, 214_399, 236_281, 171_350, 169_166, 218_624],
  lacnic: [34_034, 46_270, 56_809, 41_711, 43_644, 49_661],
  arin: [199_047, 195_301, 177_404, 212_103, 123_533, 167_981],
  afrinic: [3150, 8256, 21_094, 6930, 22_430, 31_655],
};
/** The year of the first value in `registered`. */
export const firstRegistered = 2005;

/** Not yet registered on 1 January 2007, out of the blocks that each registry had from IANA; from the same files. */
export const unregistered2007: Record<Registry, number> = {
  apnic: 94_142,
  ripencc: 241_225,
  lacnic: 112_860,
  arin: 383_368,
  afrinic: 58_884,
};

/**
 * Space from before the registries (legacy) that each could still use: what it registered there from 2007 to the date of
 * its file. It did not count when a registry asked IANA for more.
 */
export const legacySpace: Record<Registry, number> = {
  apnic: 106_183,
  ripencc: 102_851,
  lacnic: 94_310,
  arin: 92_509,
  afrinic: 158_769,
};

/** Months are counted from January of the first year. */
export const monthOf = (year: number, month: number): number => (year - firstYear) * 12 + month - 1;

/** What can happen to a pool. */
export type Moment = 'closed' | 'rationing' | 'empty';
export interface Milestone {
  /** Undefined for the world-wide pool of IANA. */
  registry?: Registry;
  moment: Moment;
  /** The day, or the month where no day was found; ISO 8601. */
  date: string;
}

/**
 * When it happened: RIPE NCC, 3 February 2011; APNIC, pool status; RIPE NCC, 25 November 2019; LACNIC, 10 June 2014 and
 * waitlist; ARIN, 24 September 2015; AFRINIC, phases 1 and 2. The phases differ by region.
 */
export const milestones: readonly Milestone[] = [
  { moment: 'closed', date: '2011-02-03' },
  { registry: 'apnic', moment: 'rationing', date: '2011-04-15' },
  { registry: 'ripencc', moment: 'rationing', date: '2012-09' },
  { registry: 'lacnic', moment: 'rationing', date: '2014-06-10' },
  { registry: 'arin', moment: 'empty', date: '2015-09-24' },
  { registry: 'afrinic', moment: 'rationing', date: '2017-04' },
  { registry: 'ripencc', moment: 'empty', date: '2019-11-25' },
  { registry: 'lacnic', moment: 'empty', date: '2020-08-19' },
];

/** The month in which a milestone fell, counted as by `monthOf`. */
export const monthOfDate = (date: string): number =>
  monthOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
