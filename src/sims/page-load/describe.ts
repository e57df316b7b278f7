import { message, type Message } from '../kernel/message.ts';
import type { Counter, Row } from '../kernel/simulation.ts';
import { counted, hours, type Exchange, type PageLoadState } from './state.ts';

const megabytes = (bytes: number): number => bytes / 1e6;

/** One sentence for one message between two parties. */
function sentence(exchange: Exchange): Message {
  const { what, name, zone, bytes, learned, role } = exchange;
  if (what === 'referral')
    return message(`say.${role}.referral`, { name, zone: learned!.name, hours: learned!.seconds / 3600 });
  if (what === 'answer') return message('say.answer', { name, zone, hours: learned!.seconds / 3600 });
  return message(`say.${what}`, { name, amount: megabytes(bytes) });
}

const cityLine = (state: Extract<PageLoadState, { kind: 'city' }>, at: number): Message => {
  const totals = counted({ ...state, at });
  return message('say.city', {
    hour: at,
    lookups: totals.lookups,
    root: totals.root,
    amount: Math.round(totals.contentBytes / 1e9),
  });
};

export function describe(state: PageLoadState): Message {
  if (state.at === 0)
    return message(state.kind === 'city' ? 'say.start.city' : 'say.start', {
      n: state.kind === 'city' ? state.users : 1,
    });
  if (state.kind === 'city') return cityLine(state, state.at);
  return sentence(state.script[state.at - 1]!);
}

export function log(state: PageLoadState): readonly Message[] {
  if (state.kind === 'city') return Array.from({ length: state.at }, (_, i) => cityLine(state, i + 1));
  return state.script.slice(0, state.at).map(sentence);
}

/** Person: one row a message. City: one row an hour. The columns have the same headings in both. */
export function table(state: PageLoadState): readonly Row[] {
  if (state.kind === 'city')
    return Array.from({ length: Math.min(state.at, hours) }, (_, i) => {
      const totals = counted({ ...state, at: i + 1 });
      const cells = [
        message('cell.hour', { n: i + 1 }),
        totals.lookups,
        totals.cache,
        totals.root,
        totals.tld,
        totals.zone,
        megabytes(totals.contentBytes),
      ];
      return { id: `hour-${i + 1}`, cells, current: i + 1 === state.at };
    });
  return state.script.slice(0, state.at).map((exchange, i) => {
    const totals = counted({ ...state, at: i + 1 });
    const cells = [
      message(`cell.${exchange.role}`, { name: exchange.name }),
      totals.lookups,
      totals.cache,
      totals.root,
      totals.tld,
      totals.zone,
      megabytes(totals.contentBytes),
    ];
    return { id: `message-${i + 1}`, cells, current: i + 1 === state.at };
  });
}

export function counters(state: PageLoadState): readonly Counter[] {
  const totals = counted(state);
  return [
    {
      label: 'counter.lookups',
      value: message('counter.lookups.value', { cache: totals.cache, lookups: totals.lookups }),
    },
    { label: 'counter.root', value: totals.root, note: 'counter.root.note' },
    {
      label: 'counter.content',
      value: message('counter.megabytes', { amount: megabytes(totals.contentBytes) }),
    },
    {
      label: 'counter.through',
      value: message('counter.bytes', { amount: totals.contentThroughRoot }),
      note: 'counter.through.note',
    },
  ];
}
