import type { ChoiceQuestion, Option, Question } from '../schemas/question.ts';

export const isChoice = (question: Question): question is ChoiceQuestion => 'options' in question;

/** Options that are not right; none for a question without options. */
export const distractors = (question: Question): readonly Option[] =>
  isChoice(question) ? question.options.filter((option) => !option.correct) : [];

export interface Reply {
  readonly path: string;
  readonly text: string;
  /** False where the answer was wrong. */
  readonly isForRight: boolean;
}

/** Everything that a question says in reply to an answer. */
export function replies(question: Question): Reply[] {
  if (isChoice(question)) {
    return question.options.map(({ id, feedback, correct }) => ({
      path: `options[${id}].feedback`,
      text: feedback,
      isForRight: correct,
    }));
  }
  if (question.kind === 'match') {
    return question.pairs.map(({ id, feedback }) => ({
      path: `pairs[${id}].feedback`,
      text: feedback,
      isForRight: true,
    }));
  }
  const { feedback, near, otherwise } = question.answer;
  return [
    { path: 'answer.feedback', text: feedback, isForRight: true },
    ...near.map((range, n) => ({
      path: `answer.near[${n}].feedback`,
      text: range.feedback,
      isForRight: false,
    })),
    { path: 'answer.otherwise', text: otherwise, isForRight: false },
  ];
}

/** Ids of the myths that a question names: its own, and those that a wrong answer shows. */
export function mythsOf(question: Question): { path: string; id: string }[] {
  const own = question.myth === undefined ? [] : [{ path: 'myth', id: question.myth }];
  if (isChoice(question)) {
    return [
      ...own,
      ...question.options.flatMap(({ id, myth }) =>
        myth === undefined ? [] : [{ path: `options[${id}].myth`, id: myth }],
      ),
    ];
  }
  if (question.kind === 'match') return own;
  return [
    ...own,
    ...question.answer.near.flatMap(({ myth }, n) =>
      myth === undefined ? [] : [{ path: `answer.near[${n}].myth`, id: myth }],
    ),
  ];
}

/** Fewest questions for which a share or an even spread says something. */
export const smallestBank = 12;

type WithData = { readonly data: Question };
type SingleEntry<E> = E & { readonly data: ChoiceQuestion };

/** Questions with exactly one right option. */
export const singleChoices = <E extends WithData>(questions: readonly E[]): SingleEntry<E>[] =>
  questions.filter(
    (question): question is SingleEntry<E> =>
      isChoice(question.data) && question.data.options.filter(({ correct }) => correct).length === 1,
  );

/** True when the right option has more characters than each wrong one. */
export function keyIsLongest({ options }: ChoiceQuestion): boolean {
  const length = (text: string) => [...text].length;
  const key = Math.max(...options.filter(({ correct }) => correct).map(({ text }) => length(text)));
  return options.every(({ correct, text }) => correct || length(text) < key);
}

export interface KeyPositions {
  /** How many options the questions have. */
  readonly options: number;
  /** How often the right option stands first, second, … in the file. */
  readonly counts: readonly number[];
}

/** Places of the right options, by count of options; true/false with the other questions of two options. */
export function keyPositions(questions: readonly WithData[]): KeyPositions[] {
  const single = singleChoices(questions);
  return [2, 3, 4].flatMap((options) => {
    const own = single.filter(({ data }) => data.options.length === options);
    if (own.length === 0) return [];
    const counts = Array.from(
      { length: options },
      (_, n) => own.filter(({ data }) => data.options[n]?.correct).length,
    );
    return [{ options, counts }];
  });
}
