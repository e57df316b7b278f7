import type { Size } from '../kernel/marks.ts';

/** What differs between the plates: a sheet has names, bars and standings side by side; a phone has them above one another. */
export interface Plan {
  wide: boolean;
  /** Left edge of January, and width of a month. */
  x: number;
  month: number;
  /** The line of the year: its y, y of the names of months, y of the name of the meeting. */
  line: { y: number; names: number; meeting: number };
  /** Present month and time left. */
  now: { x: number; y: number; timeX: number; timeY: number; timeAnchor: 'start' | 'end' };
  /** Lanes: y of the first bar's middle, distance, and where name and standing stand, measured from the bar's middle. */
  lane: {
    y: number;
    by: number;
    height: number;
    nameX: number;
    textUp: number;
    standingX: number;
    anchor: 'start' | 'end';
  };
  /** Lines below the lanes. */
  below: { x: number; y: number; by: number };
}

export const planOf = ({ width }: Size): Plan =>
  width >= 800
    ? {
        wide: true,
        x: 212,
        month: 44,
        line: { y: 66, names: 96, meeting: 42 },
        now: { x: 24, y: 58, timeX: 24, timeY: 84, timeAnchor: 'start' },
        lane: { y: 132, by: 36, height: 14, nameX: 24, textUp: -5, standingX: 754, anchor: 'start' },
        below: { x: 24, y: 500, by: 22 },
      }
    : {
        wide: false,
        x: 18,
        month: 32,
        line: { y: 66, names: 90, meeting: 50 },
        now: { x: 18, y: 28, timeX: 402, timeY: 26, timeAnchor: 'end' },
        lane: { y: 134, by: 46, height: 12, nameX: 18, textUp: 13, standingX: 402, anchor: 'end' },
        below: { x: 18, y: 582, by: 22 },
      };
