import { expect, test } from 'vitest';
import { encodeQuestion, responseHead } from '../../../src/cli/dns-message.ts';

const octets = (text: string) => Uint8Array.from(text.trim().split(/\s+/), (octet) => parseInt(octet, 16));

// RFC 1035, sections 4.1.1 and 4.1.2, by hand: ID; RD alone; one question; no records; QNAME; QTYPE A; QCLASS IN.
test('a question is written octet by octet as RFC 1035 says', () => {
  expect(encodeQuestion(0xabcd, 'www.z3.t0')).toEqual(
    octets('ab cd 01 00 00 01 00 00 00 00 00 00 03 77 77 77 02 7a 33 02 74 30 00 00 01 00 01'),
  );
});

// RFC 1035, section 2.3.4: labels 63 octets or less, names 255 octets or less.
test('labels have 1 to 63 octets and names at most 255', () => {
  const label = 'a'.repeat(63);
  expect(encodeQuestion(1, label)).toHaveLength(12 + 65 + 4);
  expect(encodeQuestion(1, [label, label, label, 'a'.repeat(61)].join('.'))).toHaveLength(12 + 255 + 4);
  for (const wrong of ['', 'a..b', `${label}a`, [label, label, label, 'a'.repeat(62)].join('.')]) {
    expect(() => encodeQuestion(1, wrong)).toThrow('is not a domain name');
  }
});

// Section 4.1.1: QR is the first bit of the third octet, RCODE the last four of the fourth.
test.each([
  ['12 34 81 80 00 01 00 01 00 00 00 00', { id: 0x1234, code: 0 }],
  ['12 34 81 83 00 01 00 00 00 01 00 00', { id: 0x1234, code: 3 }],
  ['00 00 81 82 00 01 00 00 00 00 00 00', { id: 0, code: 2 }],
])('the head of a response is read: %s', (text, head) => {
  expect(responseHead(octets(text))).toEqual(head);
});

test('what is no response has no head: a question, or too few octets', () => {
  expect(responseHead(encodeQuestion(7, 'a'))).toBeUndefined();
  expect(responseHead(octets('12 34 81 80'))).toBeUndefined();
});
