import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Answered, Sure } from '../certainty.ts';
import { isComplete, judge, type Judgement, type Part } from '../judge.ts';
import { optionsInOrder } from '../order.ts';
import type { QuestionTexts } from '../texts.ts';
import { Controls } from './controls.tsx';
import { readDraft, readQuestion, type Draft, type Link, type ReadQuestion } from './read-question.ts';

const blank: Draft = { answer: { chosen: [], matched: new Map(), value: undefined }, sure: undefined };

/** Where the focus goes after the next drawing. */
type Target = 'none' | 'first' | 'missing' | 'result' | 'button';

interface State {
  readonly round: number;
  /** What the controls start with in this round. */
  readonly draft: Draft;
  /** The answer was given; the controls are locked. */
  readonly judgement: Judgement | undefined;
  readonly message: string;
  readonly focus: Target;
}

/** A key that is held down, or the second click of a double click, presses nothing. */
const once = {
  onKeyDown: (event: KeyboardEvent) => event.repeat && event.key === 'Enter' && event.preventDefault(),
  onClick: (event: MouseEvent) => event.detail > 1 && event.preventDefault(),
};

function verdictText(texts: QuestionTexts, { verdict }: Judgement, sure: Sure | undefined): string {
  const words = texts[`verdict.${verdict}`];
  return sure === 3 && verdict !== 'right' ? `${words} ${texts.secondLook}` : words;
}

function missingText(texts: QuestionTexts, { judged }: ReadQuestion): string {
  if (judged.kind === 'match') return texts['missing.match'];
  return judged.kind === 'number' ? texts['missing.number'] : texts.missing;
}

function Sources({ question, judgement }: { question: ReadQuestion; judgement: Judgement }) {
  const { name, links } = question.sources;
  const myth: Link | undefined = judgement.myths.length > 0 ? question.mythOfMatch : undefined;
  return (
    <>
      {myth && (
        <p class="quiz-sources">
          <a href={myth.href}>{myth.text}</a>
        </p>
      )}
      <p class="quiz-sources">
        {name}
        {links.map(({ href, text }) => (
          <>
            {' '}
            <a key={href} href={href}>
              {text}
            </a>
          </>
        ))}
      </p>
    </>
  );
}

interface Props {
  readonly question: ReadQuestion;
  readonly draft: Draft;
  readonly onAnswer: (answered: Answered) => void;
}

function QuestionView({ question, draft, onAnswer }: Props) {
  const { id, before, judged, texts, sure: certainty, heading: Heading } = question;
  const [state, setState] = useState<State>({
    round: 0,
    draft,
    judgement: undefined,
    message: '',
    focus: 'none',
  });
  const { round, judgement, message } = state;
  const form = useRef<HTMLFormElement>(null);
  const locked = judgement !== undefined;
  const shown = before ? undefined : judgement;

  useLayoutEffect(() => {
    const within = form.current;
    const find = (selector: string) => within?.querySelector<HTMLElement>(selector) ?? undefined;
    const first = `.quiz-ask :is(input, select)`;
    const target = {
      none: () => undefined,
      first: () => find('.quiz-ask input:checked') ?? find(first),
      missing: () =>
        [...(within?.querySelectorAll('select') ?? [])].find(({ value }) => value === '') ?? find(first),
      result: () => find('[data-result]') ?? find('button'),
      button: () => find('button'),
    }[state.focus]();
    if (!within || !target) return;
    target.focus({ preventScroll: true });
    // The whole question where it fits, else the place of the focus.
    (within.offsetHeight <= innerHeight ? within : target).scrollIntoView({ block: 'nearest' });
  }, [state]);

  const submit = (event: Event) => {
    event.preventDefault();
    if (!form.current || locked) return;
    const given = readDraft(form.current, id);
    if (!isComplete(judged, given.answer)) {
      setState({ ...state, draft: given, message: missingText(texts, question), focus: 'missing' });
      return;
    }
    const result = judge(judged, given.answer);
    onAnswer({ verdict: result.verdict, ...(given.sure ? { sure: given.sure } : {}) });
    setState({
      ...state,
      draft: given,
      judgement: result,
      message: before ? texts.noted : verdictText(texts, result, given.sure),
      focus: before ? 'button' : 'result',
    });
  };
  /** Before reading the answer is changed, afterwards the question is asked again. */
  const again = (event: MouseEvent) => {
    if (event.detail > 1) return;
    setState({
      round: before ? round : round + 1,
      draft: before ? state.draft : blank,
      judgement: undefined,
      message: '',
      focus: 'first',
    });
  };

  const parts = question.shuffle ? optionsInOrder(question.parts, id, round) : question.parts;
  return (
    <form ref={form} onSubmit={submit} noValidate autocomplete="off">
      <fieldset class="quiz-ask">
        <legend>
          <Heading class="quiz-stem">
            <span class="quiz-number">{question.number}</span> <span data-part="stem">{question.stem}</span>
          </Heading>
        </legend>
        <p class="quiz-how">{question.how}</p>
        {question.hint && (
          <details class="quiz-hint">
            <summary>{question.hint.name}</summary>
            <p>{question.hint.text}</p>
          </details>
        )}
        <Controls
          key={round}
          question={{ ...question, parts }}
          draft={state.draft.answer}
          locked={locked}
          results={new Map(shown?.parts.map((part): [string, Part] => [part.id, part]))}
        />
      </fieldset>
      <fieldset class="quiz-sure" key={`sure-${round}`}>
        <legend>{certainty.legend}</legend>
        <div class="choices">
          {certainty.levels.map((level, i) => (
            <label key={level}>
              <input
                type="radio"
                name={`${id}-sure`}
                value={i + 1}
                disabled={locked}
                defaultChecked={state.draft.sure === i + 1}
              />{' '}
              <span>{level}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="quiz-actions quiz-live">
        {locked ? (
          <button key="again" type="button" onClick={again} onKeyDown={once.onKeyDown}>
            {before ? texts.change : texts.retry}
          </button>
        ) : (
          <button key="give" type="submit" class="primary" {...once}>
            {before ? texts.note : texts.check}
          </button>
        )}
        <p role="status" class="quiz-verdict">
          {message}
        </p>
      </div>
      {shown && <Sources question={question} judgement={shown} />}
    </form>
  );
}

/** The control that has the focus, to find it again in the living view. */
function focusedControl(element: HTMLElement): string | undefined {
  const active = document.activeElement;
  if (
    !(active instanceof HTMLInputElement || active instanceof HTMLSelectElement) ||
    !element.contains(active)
  )
    return;
  const value =
    active.type === 'radio' || active.type === 'checkbox' ? `[value="${CSS.escape(active.value)}"]` : '';
  return `[name="${CSS.escape(active.name)}"]${value}`;
}

/**
 * Puts the living view in the place of a question. The answers stay in the page for paper.
 *
 * @returns a function that empties the question, for when the reader erases all answers.
 */
export function mountQuestion(element: HTMLElement, onAnswer: (answered: Answered) => void): () => void {
  const question = readQuestion(element);
  const answers = element.querySelector<HTMLDetailsElement>('[data-part="answers"]');
  const focused = focusedControl(element);
  const place = document.createElement('div');
  let turn = 0;
  const show = (draft: Draft) =>
    render(<QuestionView key={turn++} question={question} draft={draft} onAnswer={onAnswer} />, place);

  show(readDraft(element, question.id));
  element.replaceChildren(place);
  if (answers) {
    answers.open = true;
    answers.classList.add('quiz-paper');
    element.append(answers);
  }
  if (focused) element.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  return () => show(blank);
}
