import type { GraphRefusal } from '../models/routing/graph-refusal.ts';

const longestCycle = 12;
/** First bytes of the byte order marks of UTF-8 and UTF-16. */
const byteOrderMarks = [0xef, 0xfe, 0xff];

/** Why a file is refused and what to do, to be put behind its name. */
export function refusalText(refusal: GraphRefusal): string {
  const where = refusal.line > 0 ? `, line ${refusal.line}` : '';
  return `${where}: ${isByteOrderMark(refusal) ? 'the file begins with a byte order mark. Save it as plain text without one.' : reasonText(refusal)}`;
}

const isByteOrderMark = ({ reason, line, values }: GraphRefusal) =>
  reason === 'not-text' && line === 1 && values[1] === 1 && byteOrderMarks.includes(values[0]!);

function reasonText({ reason, values }: GraphRefusal): string {
  const [first = 0, second = 0, third = 0] = values;
  switch (reason) {
    case 'not-text':
      return `byte ${first} at column ${second} belongs to no text. Give an AS-relationship file, plain or packed with gzip.`;
    case 'malformed':
      return `not understood at column ${first}. A line is "AS|AS|-1" or "AS|AS|0", with one more column at most.`;
    case 'truncated':
      return 'the file ends inside a line. It is incomplete: fetch it again.';
    case 'asn-out-of-range':
      return `the AS number at column ${first} is above 4294967295.`;
    case 'unknown-relation':
      return `the relation at column ${first} is neither -1 (provider and customer) nor 0 (peers).`;
    case 'self-link':
      return `AS ${first} is linked to itself.`;
    case 'conflicting-links':
      return `AS ${first} and AS ${second} have another relation in line ${third}. Keep one of the two lines.`;
    case 'provider-cycle': {
      const shown = values.slice(0, longestCycle).join(', ');
      const more = values.length > longestCycle ? ` and ${values.length - longestCycle} more` : '';
      return `each of these networks is the provider of the next, and the last of the first: ${shown}${more}. Remove one of these links.`;
    }
    case 'too-many-networks':
      return `more than ${first.toLocaleString('en')} networks.`;
    case 'too-many-links':
      return `more than ${first.toLocaleString('en')} links.`;
    case 'too-many-bytes':
      return `more than ${(first / 1048576).toLocaleString('en')} MB of text.`;
    case 'empty':
      return 'the file names no link.';
  }
}
