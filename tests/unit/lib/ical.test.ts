import { Buffer } from 'node:buffer';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarFile, type CalendarEvent } from '../../../src/lib/ical.ts';

/** 24 November 2026, 10:00 UTC. */
const stamp = Date.UTC(2026, 10, 24, 10);
const plain: CalendarEvent = { uid: 'a@example.org', start: '2027-03-01', summary: 'Review' };
const file = (...events: CalendarEvent[]) =>
  calendarFile({ product: '-//Internet, in Fact//Review//EN', stamp, events });

/** Read by another programme: ical.js, the parser of Mozilla Thunderbird. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
}

describe('a calendar file', () => {
  test('has the lines of RFC 5545 in order, each ended by CR and LF', () => {
    expect(file(plain)).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Internet\\, in Fact//Review//EN',
        'CALSCALE:GREGORIAN',
        'BEGIN:VEVENT',
        'UID:a@example.org',
        'DTSTAMP:20261124T100000Z',
        'DTSTART;VALUE=DATE:20270301',
        'DTEND;VALUE=DATE:20270302',
        'SUMMARY:Review',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  test('escapes backslash, semicolon, comma and line break (RFC 5545, section 3.3.11)', () => {
    // The example of that section, and its escaped form.
    const summary = 'Project XYZ Final Review\nConference Room - 3B\nCome Prepared.';
    expect(file({ ...plain, summary })).toContain(
      'SUMMARY:Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.\r\n',
    );
    expect(file({ ...plain, summary: 'a;b,c\\d' })).toContain('SUMMARY:a\\;b\\,c\\\\d\r\n');
  });

  test('has no line of more than 75 octets, in any script, and cuts no character in two', () => {
    const texts = [
      'a'.repeat(400),
      'é'.repeat(200),
      '根服务器'.repeat(60),
      'خادم الجذر '.repeat(40),
      '🌍'.repeat(90),
    ];
    for (const summary of texts) {
      const text = file({ ...plain, summary });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text).not.toContain('\ufffd');
      expect(readBack(text)[0]!.summary).toBe(summary);
    }
  });

  test('lets no text of an event become a line of its own', () => {
    const hostile = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000\u0007';
    const text = file({ ...plain, summary: hostile, url: 'https://a.example/\r\nSUMMARY:y', uid: hostile });
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
    expect(text.match(/^SUMMARY/gm)).toHaveLength(1);
    expect(readBack(text)).toHaveLength(1);
  });

  test('is read back by another programme with the same days, words and marks', () => {
    const event: CalendarEvent = {
      uid: 'b@example.org',
      start: '2027-05-10',
      end: '2027-05-14',
      summary: 'A meeting, in Geneva; tentative',
      description: 'First line\nSecond line \\ end',
      location: 'Palais des Nations',
      url: 'https://internet-in-fact.example/en/calendar/',
      tentative: true,
    };
    const [first, second] = readBack(file(plain, event));
    expect(first!.startDate.toString()).toBe('2027-03-01');
    expect(first!.startDate.isDate).toBe(true);
    expect(second!.summary).toBe(event.summary);
    expect(second!.description).toBe(event.description);
    expect(second!.location).toBe(event.location);
    expect(second!.startDate.toString()).toBe('2027-05-10');
    // The end of an event is not part of it: five days from 10 May end before 15 May.
    expect(second!.endDate.toString()).toBe('2027-05-15');
    expect(second!.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(second!.component.getFirstPropertyValue('url')).toBe(event.url);
  });

  test('without events is a calendar still', () => {
    expect(readBack(file())).toEqual([]);
  });

  test('is refused for a day that does not exist, and for an end before the start', () => {
    expect(() => file({ ...plain, start: '2027-02-30' })).toThrow(RangeError);
    expect(() => file({ ...plain, end: '2027-02-28' })).toThrow(RangeError);
  });
});
