import type { RefusalReason } from '../../models/routing/graph-refusal.ts';
import { message, type Message } from '../kernel/message.ts';

const longestCycle = 12;

/** Why a file is refused and what to do, with its line where one is to blame. */
export function refusalMessage(refusal: {
  readonly reason: RefusalReason;
  readonly line: number;
  readonly values: readonly number[];
}): Message {
  const { line, values } = refusal;
  const reason = reasonMessage(refusal.reason, values);
  return line > 0 ? message('file.refused', { line, reason }) : message('file.refused.whole', { reason });
}

function reasonMessage(reason: RefusalReason, values: readonly number[]): Message {
  const [a = 0, b = 0, c = 0] = values;
  const key = `refusal.${reason}`;
  switch (reason) {
    case 'provider-cycle': {
      const shown = values.slice(0, longestCycle).join(', ');
      return message(key, { list: values.length > longestCycle ? `${shown} …` : shown });
    }
    // AS numbers are names: they are not grouped like amounts.
    case 'self-link':
    case 'conflicting-links':
      return message(key, { a: String(a), b: String(b), c });
    case 'too-many-bytes':
      return message(key, { a: a / (1024 * 1024) });
    default:
      return message(key, { a, b });
  }
}
