import type { Size, TextMark, Tone } from '../kernel/marks.ts';
import type { Message } from '../kernel/message.ts';
import { rooms, type Room } from './rooms.ts';

/** A room on the plan, and its door to the corridor. */
export interface Place {
  room: Room;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Middle of the door, and from where in the corridor one enters. */
  door: { x: number; y: number; side: 'below' | 'above' | 'right' | 'left' };
}

/** What differs between the two plates: a corridor from left to right, or from above to below. */
export interface Plan {
  wide: boolean;
  places: readonly Place[];
  /** Where the statement waits: middle of its sheet. */
  sheet: { x: number; y: number };
  heading: { x: number; y: number };
  /** Lines below the plan: label at x, and the words. */
  lines: readonly { x: number; y: number }[];
}

const five = rooms.length / 2;

export const planOf = ({ width }: Size): Plan =>
  width >= 800
    ? {
        wide: true,
        places: rooms.map((room, i): Place => {
          const upper = i < five;
          const x = 22 + (i % five) * 186;
          const y = upper ? 58 : 322;
          return {
            room,
            x,
            y,
            width: 172,
            height: 112,
            door: { x: x + 128, y: upper ? 170 : 322, side: upper ? 'below' : 'above' },
          };
        }),
        sheet: { x: 52, y: 246 },
        heading: { x: 22, y: 34 },
        lines: [
          { x: 22, y: 474 },
          { x: 22, y: 498 },
          { x: 22, y: 522 },
        ],
      }
    : {
        wide: false,
        places: rooms.map((room, i): Place => {
          const left = i < five;
          const x = left ? 8 : 246;
          const y = 62 + (i % five) * 86;
          return {
            room,
            x,
            y,
            width: 166,
            height: 74,
            door: { x: left ? 174 : 246, y: y + 44, side: left ? 'right' : 'left' },
          };
        }),
        sheet: { x: 210, y: 76 },
        heading: { x: 8, y: 22 },
        lines: [
          { x: 8, y: 516 },
          { x: 8, y: 552 },
          { x: 8, y: 588 },
        ],
      };

export const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone = 'ink',
  more: Partial<Pick<TextMark, 'anchor' | 'strong' | 'size'>> = {},
): TextMark => ({ kind: 'text', id, tone, x, y, text: words, anchor: 'start', size: 'small', ...more });

/** From the sheet along the corridor to a door; two ways lie beside each other by their shift. */
export function wayTo({ wide, sheet }: Plan, { door }: Place, shift: number): string {
  return wide
    ? `M${sheet.x + 20},${sheet.y + shift}H${door.x + shift}V${door.y}`
    : `M${sheet.x + shift},${sheet.y + 20}V${door.y + shift}H${door.x}`;
}
