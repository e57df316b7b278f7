import type { Deliberation, Progress } from '../../models/deliberation/deliberation.ts';
import { stands, type Element } from '../../models/deliberation/text.ts';
import type { Mark, Tone } from '../kernel/marks.ts';
import { message, type Message } from '../kernel/message.ts';
import { clauseNow, standing } from './describe.ts';
import { rowOf, type Plan } from './plan.ts';

const text = (
  id: string,
  x: number,
  y: number,
  words: Message | string,
  tone: Tone,
  more: {
    anchor?: 'start' | 'middle' | 'end';
    size?: 'small' | 'body';
    strong?: boolean;
    struck?: boolean;
  } = {},
): Mark => ({ kind: 'text', id, x, y, text: words, tone, anchor: 'start', size: 'small', ...more });

/** Brackets around a whole clause, as in a draft that is still under negotiation. */
function bracketMarks(plan: Plan, clause: number): Mark[] {
  const top = rowOf(plan, clause) + 3;
  const bottom = rowOf(plan, clause) + plan.lines[1] + 5;
  const [left, right] = plan.brackets;
  const bracket = (id: string, x: number, tip: number): Mark => ({
    kind: 'path',
    id: `${id}-${clause}`,
    tone: 'myth',
    d: `M${x + tip},${top}H${x}V${bottom}H${x + tip}`,
    width: 1.75,
  });
  return [bracket('bracket-left', left, 6), bracket('bracket-right', right, -6)];
}

/** The note under the verb: what happened to the clause, where the words alone do not say it. */
function noteOf(clause: number, progress: Progress): Message | undefined {
  const { status, strength, softened } = progress;
  if (status !== 'open' && status !== 'agreed') return message(`note.${status}`);
  if (status === 'open') return undefined;
  if (strength === 0) return message('note.deleted');
  if (softened) return message('note.softened');
  return stands('verb', progress) ? undefined : message(`clause.${clause}.weak`);
}

function clauseMarks(state: Deliberation, clause: number, plan: Plan): Mark[] {
  const progress = state.clauses[clause - 1]!;
  const { status, strength } = progress;
  const isGone = status === 'agreed' && strength === 0;
  const isOff = isGone || status === 'fallen';
  const y = rowOf(plan, clause);
  const isNow = clauseNow(state) === clause;
  const [first, second] = plan.lines;
  const size = plan.isWide ? 'body' : 'small';
  /** A text with options or views keeps its words, in brackets. */
  const standsNow = (element: Element) =>
    isOff ? false : status === 'agreed' ? stands(element, progress) : true;
  const word = (element: Element, x: number, anchor: 'start' | 'end'): Mark => {
    const isStanding = standsNow(element);
    // "As appropriate" leaves the verb in the text, and takes away that it binds.
    const isStruck = !isStanding && !(element === 'verb' && progress.softened && !isGone);
    const words = message(`clause.${clause}.${element}`);
    return text(
      `${element}-${clause}`,
      x,
      y + first,
      element === 'addressee' && progress.footnoted && isStanding
        ? message('mark.footnote', { words })
        : words,
      isStanding ? 'ink' : 'quiet',
      { anchor, size, struck: isStruck, ...(element === 'verb' && isStanding ? { strong: true } : {}) },
    );
  };
  const note = noteOf(clause, progress);
  const hasBrackets =
    standing(state, clause) === 'bracketed' || ['options', 'mapped', 'fallen'].includes(status);
  return [
    ...(isNow
      ? [
          {
            kind: 'path',
            id: 'now',
            tone: 'signal',
            d: `M${plan.sheet.x},${y + 2}V${y + plan.rows.height - 2}`,
            width: 4,
          } satisfies Mark,
        ]
      : []),
    text(`number-${clause}`, plan.number, y + first, `${clause}`, isNow ? 'signal' : 'quiet', {
      anchor: 'end',
      size,
      strong: isNow,
    }),
    word('verb', plan.verb, 'start'),
    word('addressee', plan.addressee, 'start'),
    word('date', plan.date, 'end'),
    text(
      `what-${clause}`,
      plan.addressee,
      y + second,
      message(`clause.${clause}.what`),
      isOff ? 'quiet' : 'ink',
      { struck: isGone },
    ),
    ...(note ? [text(`note-${clause}`, plan.verb, y + second, note, isGone ? 'myth' : 'signal')] : []),
    ...(hasBrackets ? bracketMarks(plan, clause) : []),
  ];
}

/** The draft as a page: eight clauses whose words are struck as the reading goes on. */
export function pageMarks(state: Deliberation, plan: Plan): Mark[] {
  const { x, y, width, height } = plan.sheet;
  const lines = state.draft.slice(1).map(({ number }): Mark => ({
    kind: 'path',
    id: `rule-${number}`,
    tone: 'line',
    d: `M${x + 12},${rowOf(plan, number) - 0.5}H${x + width - 12}`,
    width: 1,
  }));
  return [
    { kind: 'rect', id: 'sheet', tone: 'line', x, y, width, height, filled: false },
    ...(plan.isWide ? [text('page-title', plan.verb, y + 20, message('page.title'), 'quiet')] : []),
    ...lines,
    ...state.draft.flatMap(({ number }) => clauseMarks(state, number, plan)),
  ];
}
