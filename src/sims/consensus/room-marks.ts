import { ownParty, stanceNow, type Deliberation } from '../../models/deliberation/deliberation.ts';
import { limitOf, type Party } from '../../models/deliberation/parties.ts';
import { goesBeyond } from '../../models/deliberation/decide.ts';
import type { Mark, Tone } from '../kernel/marks.ts';
import { rowOf, spacingOf, type Plan } from './plan.ts';

/** A square for a Member State, a circle for an invited seat. */
function seatMark(party: Party, x: number, y: number, r: number, isOwn: boolean): Mark {
  const base = { id: `seat-${party.id}`, tone: (isOwn ? 'signal' : 'ink') as Tone };
  return party.group === 'member'
    ? { kind: 'rect', ...base, x: x - r, y: y - r, width: 2 * r, height: 2 * r, filled: isOwn }
    : { kind: 'circle', ...base, x, y, r, filled: isOwn };
}

/** Has the room heard what this seat thinks of this clause? On paper, or when the clause was read. */
const isHeard = (state: Deliberation, party: Party, clause: number): boolean =>
  state.known.has(party.id) || state.clauses[clause - 1]!.status !== 'open' || party === ownParty(state);

/** One objection: open shapes are met or still open, full ones are overruled. */
function objectionMark(
  state: Deliberation,
  party: Party,
  clause: number,
  x: number,
  y: number,
  r: number,
): Mark | undefined {
  const drawn = party.stances[clause - 1]!;
  const stance = party === ownParty(state) ? stanceNow(state, party, clause) : drawn;
  const progress = state.clauses[clause - 1]!;
  // An instruction that was given up is shown as long as the text goes beyond it.
  const shown = stance.kind === 'silent' ? drawn : stance;
  if (shown.kind === 'silent' || !isHeard(state, party, clause)) return undefined;
  const isOver = progress.status === 'agreed' && goesBeyond(progress, drawn);
  if (stance.kind === 'silent' && !isOver) return undefined;
  if (limitOf(shown) >= state.draft[clause - 1]!.strength) return undefined;
  const base = {
    id: `objection-${clause}-${party.id}`,
    tone: (progress.status === 'open' || isOver ? 'myth' : 'quiet') as Tone,
    filled: isOver,
  };
  return shown.kind === 'red-line'
    ? { kind: 'rect', ...base, x: x - r, y: y - r, width: 2 * r, height: 2 * r }
    : { kind: 'circle', ...base, x, y, r };
}

/** The room beside the page: a column for each seat, and in the row of a clause the objections to it. */
export function roomMarks(state: Deliberation, plan: Plan): Mark[] {
  const { parties, draft } = state;
  const spacing = spacingOf(plan, parties.length);
  const r = Math.min(plan.isWide ? 5 : 4, spacing * 0.36);
  const columnOf = (i: number) => plan.seats.x + i * spacing;
  const own = ownParty(state);
  const marks: Mark[] = [];
  if (own && plan.isWide)
    marks.push({
      kind: 'path',
      id: 'own-column',
      tone: 'signal',
      d: `M${columnOf(parties.indexOf(own))},${plan.seats.y + 8}V${rowOf(plan, draft.length) + plan.rows.height - 8}`,
      width: 0.75,
      dashed: true,
    });
  parties.forEach((party, i) => marks.push(seatMark(party, columnOf(i), plan.seats.y, r, party === own)));
  for (const { number } of draft) {
    const y = rowOf(plan, number) + plan.seats.inRow;
    marks.push({
      kind: 'path',
      id: `seats-line-${number}`,
      tone: 'line',
      d: `M${columnOf(0)},${y}H${columnOf(parties.length - 1)}`,
      width: 1,
    });
    parties.forEach((party, i) => {
      const mark = objectionMark(state, party, number, columnOf(i), y, r);
      if (mark) marks.push(mark);
    });
  }
  return marks;
}
