import type { ChoiceQuestion, MatchQuestion, NumberQuestion } from '../schemas/question.ts';

type Range = NumberQuestion['answer']['near'][number];

/** What is needed of a question in order to judge an answer. */
export type Judged =
  | {
      readonly kind: ChoiceQuestion['kind'];
      readonly options: readonly Pick<
        ChoiceQuestion['options'][number],
        'correct' | 'feedback' | 'myth' | 'id'
      >[];
    }
  | {
      readonly kind: 'match';
      readonly pairs: readonly Pick<MatchQuestion['pairs'][number], 'id' | 'right' | 'feedback'>[];
      readonly myth?: MatchQuestion['myth'];
    }
  | {
      readonly kind: 'number';
      readonly answer: Omit<NumberQuestion['answer'], 'unit' | 'near'> & { readonly near: readonly Range[] };
    };
type Of<K extends Judged['kind']> = Extract<Judged, { readonly kind: K }>;

/** What stands in the form; each kind of question reads its own part. */
export interface Answer {
  /** single, multiple, truefalse: ids of the ticked options. */
  readonly chosen: readonly string[];
  /** match: id of a pair -> id of the pair whose right part was picked for it. */
  readonly matched: ReadonlyMap<string, string>;
  /** number: in the unit of the question; undefined while the field is empty or holds no number. */
  readonly value: number | undefined;
}

export type Verdict = 'right' | 'partly' | 'wrong';

/** The result of one option, one row of a match or one possible reply to a number. */
export interface Part {
  /** Option or pair id; for a number: "answer", "near-0", "near-1", …, "otherwise". */
  readonly id: string;
  /** The answer falls on this part. Every row of a match has an answer. */
  readonly chosen: boolean;
  /** Choice and number: this part is a right answer. Match: the row was answered rightly. */
  readonly correct: boolean;
  readonly feedback: string;
  /** Whether the feedback is shown at once; the others can be opened. */
  readonly open: boolean;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** In the order of the question. */
  readonly parts: readonly Part[];
  /** Ids of the myths that the answer shows, each once. */
  readonly myths: readonly string[];
}

/** Whether there is enough of an answer to judge: an option, every row, or a finite number. */
export function isComplete(question: Judged, { chosen, matched, value }: Answer): boolean {
  if (question.kind === 'match') return question.pairs.every(({ id }) => matched.has(id));
  if (question.kind === 'number') return value !== undefined && Number.isFinite(value);
  return question.options.some(({ id }) => chosen.includes(id));
}

/**
 * Judges a complete answer.
 *
 * - single, truefalse: right or wrong.
 * - multiple: right when exactly the right options are ticked; partly when at least one right option is ticked.
 * - match: right when every row is right; partly when at least one is. Two pairs may share a right part: either counts.
 * - number: right within the tolerance, ends included; else the reply of the first range that holds the number.
 *
 * @throws when the answer is not complete: the caller asks for the missing part first.
 */
export function judge(question: Judged, answer: Answer): Judgement {
  if (!isComplete(question, answer)) throw new Error('An answer is judged only when it is complete.');
  if (question.kind === 'match') return judgeMatch(question, answer.matched);
  if (question.kind === 'number') return judgeNumber(question, answer.value!);
  return judgeChoice(question, answer.chosen);
}

const verdictOf = (all: boolean, some: boolean): Verdict => (all ? 'right' : some ? 'partly' : 'wrong');
const distinct = (myths: readonly (string | undefined)[]): string[] => [
  ...new Set(myths.filter((myth) => myth !== undefined)),
];

function judgeChoice({ options }: Of<ChoiceQuestion['kind']>, chosen: readonly string[]): Judgement {
  const parts = options.map(({ id, correct, feedback }) => {
    const isChosen = chosen.includes(id);
    return { id, chosen: isChosen, correct, feedback, open: isChosen };
  });
  const exact = parts.every((part) => part.chosen === part.correct);
  const some = parts.some((part) => part.chosen && part.correct);
  const shown = options.filter(({ id, correct }) => chosen.includes(id) && !correct);
  return { verdict: verdictOf(exact, some), parts, myths: distinct(shown.map(({ myth }) => myth)) };
}

function judgeMatch({ pairs, myth }: Of<'match'>, matched: ReadonlyMap<string, string>): Judgement {
  const rightPart = new Map<string, string>(pairs.map(({ id, right }) => [id, right]));
  const parts = pairs.map(({ id, right, feedback }) => {
    const correct = rightPart.get(matched.get(id)!) === right;
    return { id, chosen: true, correct, feedback, open: !correct };
  });
  const all = parts.every(({ correct }) => correct);
  const some = parts.some(({ correct }) => correct);
  // The rows of a match name no myth of their own: a row that is wrong shows the myth of the question.
  return { verdict: verdictOf(all, some), parts, myths: distinct(all ? [] : [myth]) };
}

/** Distance in which two decimal fractions count as equal: 0.1 + 0.2 is not exactly 0.3 in binary. */
const rounding = (...numbers: number[]): number =>
  4 * Number.EPSILON * Math.max(1, ...numbers.map((number) => Math.abs(number)));

function judgeNumber({ answer }: Of<'number'>, value: number): Judgement {
  const distance = Math.abs(value - answer.value);
  const isRight = distance <= answer.tolerance + rounding(value, answer.value, answer.tolerance);
  const near = isRight ? -1 : answer.near.findIndex(({ from, to }) => from <= value && value <= to);
  const reply = isRight ? 'answer' : near >= 0 ? `near-${near}` : 'otherwise';
  const part = (id: string, correct: boolean, feedback: string): Part => {
    const isReply = id === reply;
    return { id, chosen: isReply, correct, feedback, open: isReply };
  };
  return {
    verdict: isRight ? 'right' : 'wrong',
    parts: [
      part('answer', true, answer.feedback),
      ...answer.near.map(({ feedback }, n) => part(`near-${n}`, false, feedback)),
      part('otherwise', false, answer.otherwise),
    ],
    myths: distinct([answer.near[near]?.myth]),
  };
}
