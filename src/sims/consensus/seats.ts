import type { Party } from '../../models/deliberation/parties.ts';
import { message, type Message } from '../kernel/message.ts';

/** "Member State 3", "invited: technical community 1". */
export const nameOf = ({ group, number }: Party): Message => message(`seat.${group}`, { n: number });

const shownNames = 4;

/** "Member State 3, Member State 7 and 2 more"; a dash for nobody. */
export function listOf(parties: readonly Party[]): Message {
  const [first, ...rest] = parties.map(nameOf);
  if (!first) return message('none');
  const listed = rest.slice(0, shownNames - 1).reduce((list, name) => message('list', { list, name }), first);
  const more = parties.length - shownNames;
  return more > 0 ? message('list.more', { list: listed, more }) : listed;
}
