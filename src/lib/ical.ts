/**
 * Calendar files of whole-day events. Source: RFC 5545, "Internet Calendaring and Scheduling Core Object Specification
 * (iCalendar)"; its sections are named below. Whole days (VALUE=DATE) carry no time zone, so that an event stays on its
 * date wherever the reader opens the file.
 */
import { plusDays } from './days.ts';

export interface CalendarEvent {
  /** Unique and always the same for this event, so that a file imported again replaces and does not double (3.8.4.7). */
  readonly uid: string;
  /** First day, "YYYY-MM-DD". */
  readonly start: string;
  /** Last day, itself included; left out for a single day. */
  readonly end?: string;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  /** Full address of a page. */
  readonly url?: string;
  /** The date may still move (3.8.1.11). */
  readonly tentative?: boolean;
}

export interface Calendar {
  /** What wrote the file, as "-//Internet, in Fact//Review//EN" (3.7.3). */
  readonly product: string;
  /** Moment at which the file is made, in milliseconds since 1970 (3.8.7.2). */
  readonly stamp: number;
  readonly events: readonly CalendarEvent[];
}

/** Octets of a line, its end not counted (3.1). */
const width = 75;

/** Octets of a character in UTF-8 (RFC 3629, section 3). */
function octets(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** A content line, folded so that no part is longer than 75 octets and no character is cut in two (3.1). */
function folded(text: string): string {
  let out = '';
  let used = 0;
  for (const character of text) {
    const size = octets(character);
    if (used + size > width) {
      out += '\r\n ';
      used = 1;
    }
    out += character;
    used += size;
  }
  return out;
}

/** Control characters have no place in a file (3.3.11); the tab has. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** A text as the value of a property: backslash, semicolon, comma and line break are escaped (3.3.11). */
const escaped = (text: string): string =>
  clean(text.replace(/\r\n?/g, '\n'))
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');

/** A day as "YYYYMMDD" (3.3.4). */
const date = (day: string): string => plusDays(day, 0).replaceAll('-', '');

/** A moment as "YYYYMMDDTHHMMSSZ" (3.3.5, form 2). */
const moment = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function eventLines(event: CalendarEvent, stamp: number): string[] {
  const { uid, start, end = start, summary, description, location, url, tentative } = event;
  if (end < start) throw new RangeError(`the event "${uid}" ends before it begins`);
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${moment(stamp)}`,
    `DTSTART;VALUE=DATE:${date(start)}`,
    // The end is the day after the last one (3.6.1).
    `DTEND;VALUE=DATE:${date(plusDays(end, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(url ? [`URL:${clean(url).replace(/\s/g, '')}`] : []),
    ...(tentative ? ['STATUS:TENTATIVE'] : []),
    // A day to remember does not make its owner busy (3.8.2.7).
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/**
 * A calendar file; its type is text/calendar in UTF-8, its name ends in .ics.
 *
 * @throws RangeError for a day that does not exist or an end before its start.
 */
export function calendarFile({ product, stamp, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(product)}`,
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((text) => `${folded(text)}\r\n`).join('');
}
