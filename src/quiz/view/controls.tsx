import type { ComponentChildren } from 'preact';
import type { Answer, Part } from '../judge.ts';
import type { QuestionTexts } from '../texts.ts';
import type { ReadQuestion, Reply } from './read-question.ts';

/** Words beside an option, in a row of their own; colour only repeats them. */
function Words({ words }: { words: readonly { text: string; fact: boolean }[] }) {
  return (
    <p class="quiz-words">
      {words.map(({ text, fact }) => (
        <span key={text} class={fact ? 'quiz-word fact' : 'quiz-word'}>
          {text}
        </span>
      ))}
    </p>
  );
}

interface ResultProps {
  readonly id: string;
  readonly part: Part;
  readonly reply: Reply | undefined;
  readonly texts: QuestionTexts;
  /** What is to be read between the words and the reason. */
  readonly children?: ComponentChildren;
}

/** What is said about one part after the answer: open where the answer fell on it, else to be opened. */
function Result({ id, part, reply, texts, children }: ResultProps) {
  const { chosen, correct, open, feedback } = part;
  const words = [
    ...(chosen ? [{ text: texts.yours, fact: false }] : []),
    ...(correct ? [{ text: texts.correct, fact: true }] : []),
    ...(chosen && !correct ? [{ text: texts.notCorrect, fact: false }] : []),
  ];
  const reason = (
    <p>
      {feedback}
      {reply?.myth && (
        <>
          {' '}
          <a href={reply.myth.href}>{reply.myth.text}</a>
        </>
      )}
    </p>
  );
  if (open) {
    // Named by its whole text, so that it is read when the focus lands on it.
    return (
      <div class="quiz-result" data-result={part.id} role="group" aria-labelledby={id} tabIndex={-1}>
        <div id={id}>
          <Words words={words} />
          {children}
          {reason}
        </div>
      </div>
    );
  }
  return (
    <div class="quiz-result">
      {words.length > 0 && <Words words={words} />}
      {children}
      <details>
        <summary>
          {correct ? texts['why.correct'] : texts['why.notCorrect']}
          <span class="visually-hidden">: {reply?.label}</span>
        </summary>
        {reason}
      </details>
    </div>
  );
}

interface Props {
  readonly question: ReadQuestion;
  readonly draft: Answer;
  readonly locked: boolean;
  /** Result of each part, once there is an answer to show it for. */
  readonly results: ReadonlyMap<string, Part>;
}

/** The controls of a question of any kind, and what is said about each part after the answer. */
export function Controls({ question, draft, locked, results }: Props) {
  const { id, judged, parts, picks, replies, texts, unit } = question;
  const result = (of: string, children?: ComponentChildren) => {
    const part = results.get(of);
    return (
      part && (
        <Result id={`result-${id}-${of}`} part={part} reply={replies.get(of)} texts={texts}>
          {children}
        </Result>
      )
    );
  };

  if (judged.kind === 'match') {
    const rightOf = new Map(judged.pairs.map((pair): [string, string] => [pair.id, pair.right]));
    return (
      <>
        {parts.map((row) => (
          <div key={row.id} class="quiz-option">
            <label class="quiz-row">
              <span data-part="text">{row.text}</span>{' '}
              <select name={`${id}-${row.id}`} data-row={row.id} disabled={locked}>
                <option value="">{texts.choose}</option>
                {picks.map((pick) => (
                  <option key={pick.id} value={pick.id} selected={draft.matched.get(row.id) === pick.id}>
                    {pick.text}
                  </option>
                ))}
              </select>
            </label>
            {result(
              row.id,
              results.get(row.id)?.correct === false && (
                <p>
                  <span class="quiz-word fact">{texts.correct}</span>{' '}
                  {picks.find((pick) => pick.id === rightOf.get(row.id))?.text}
                </p>
              ),
            )}
          </div>
        ))}
      </>
    );
  }

  if (judged.kind === 'number') {
    return (
      <>
        {parts.map((field) => (
          <div key="field" class="quiz-option">
            <label class="quiz-field">
              <span data-part="text">{field.text}</span>{' '}
              <input
                type="number"
                step="any"
                inputmode="decimal"
                autocomplete="off"
                name={id}
                disabled={locked}
                defaultValue={draft.value === undefined ? '' : String(draft.value)}
              />{' '}
              <span>{unit}</span>
            </label>
          </div>
        ))}
        {[...results.keys()].map((key) => (
          <div key={key} class="quiz-option">
            <p class="quiz-answer">{replies.get(key)?.label}</p>
            {result(key)}
          </div>
        ))}
      </>
    );
  }

  const type = judged.kind === 'multiple' ? 'checkbox' : 'radio';
  return (
    <>
      {parts.map((option) => (
        <div key={option.id} class="quiz-option">
          <label>
            <input
              type={type}
              name={type === 'checkbox' ? `${id}-${option.id}` : id}
              value={option.id}
              disabled={locked}
              defaultChecked={draft.chosen.includes(option.id)}
            />{' '}
            <span data-part="text">{option.text}</span>
          </label>
          {result(option.id)}
        </div>
      ))}
    </>
  );
}
