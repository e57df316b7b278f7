import { ownParty, stanceNow, type Deliberation } from '../../models/deliberation/deliberation.ts';
import { movesNow } from '../../models/deliberation/moves.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Move } from '../kernel/simulation.ts';

/** The heading over the moves for the next clause says what the person's own instruction is. */
function heading(state: Deliberation, clause: number): Message {
  const own = ownParty(state);
  if (!own) return message('group.clause', { n: clause });
  const stance = stanceNow(state, own, clause);
  return message(`group.clause.${stance.kind}`, {
    n: clause,
    ideal: stance.kind === 'wish' ? Math.round(100 * stance.ideal) / 100 : 1,
  });
}

/** What the person may do about the clause that is read next, and about the whole text. */
export const moves = (state: Deliberation): readonly Move[] =>
  movesNow(state).map(({ action, isChosen }) => {
    const [move, clause] = action.split(':') as [string, string | undefined];
    return {
      action,
      label: message(`move.${move}`, { readings: state.settings.phoneCost }),
      group: clause === undefined ? message('group.room') : heading(state, Number(clause)),
      // A call cannot be taken back.
      ...(move === 'phone' ? {} : { pressed: isChosen }),
    };
  });
