import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { certaintyTable, sureAndWrong, type Answered, type History } from '../certainty.ts';
import type { SummaryTexts } from '../texts.ts';

/** Why answers are not kept; named as in the texts. */
export type NotKept = 'denied' | 'full' | 'newer' | 'unreadable';

/** A question of the page, in the order of the page. */
export interface Listed {
  readonly id: string;
  readonly stem: string;
  readonly href: string;
}

interface Props {
  readonly questions: readonly Listed[];
  readonly answersTo: (id: string) => readonly Answered[];
  /** Whether there is anything to erase, in this lesson or another. */
  readonly any: boolean;
  readonly notKept: NotKept | undefined;
  readonly texts: SummaryTexts;
  readonly onErase: () => void;
}

function Watched({
  questions,
  histories,
  texts,
}: {
  questions: readonly Listed[];
  histories: readonly History[];
  texts: SummaryTexts;
}) {
  const watched = sureAndWrong(histories);
  if (watched.length === 0) return null;
  return (
    <>
      <p class="quiz-watch" id="quiz-watch">
        {texts['summary.watch']}
      </p>
      <ul aria-labelledby="quiz-watch">
        {watched.map(({ id, since }) => {
          const question = questions.find((listed) => listed.id === id);
          return (
            <li key={id}>
              <a href={question?.href}>{question?.stem}</a>{' '}
              {since && <span class="label">{texts['summary.since']}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Counts are small whole numbers: they are written with the same digits in all languages of the course. */
function Counts({ histories, texts }: { histories: readonly History[]; texts: SummaryTexts }) {
  return (
    <table>
      <caption>{texts['summary.counts']}</caption>
      <thead>
        <tr>
          <th scope="col">{texts['summary.certainty']}</th>
          <th scope="col" class="number">
            {texts['summary.right']}
          </th>
          <th scope="col" class="number">
            {texts['summary.notRight']}
          </th>
        </tr>
      </thead>
      <tbody>
        {certaintyTable(histories).map(({ sure, right, notRight }) => (
          <tr key={sure}>
            <th scope="row">{texts[`summary.sure.${sure}`]}</th>
            <td class="number">{right}</td>
            <td class="number">{notRight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Erasing asks once more in the same place; the focus follows the question and its answer. */
function Erase({ texts, any, onErase }: Pick<Props, 'texts' | 'any' | 'onErase'>) {
  const [state, setState] = useState<'closed' | 'asking' | 'kept' | 'erased'>('closed');
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (state !== 'closed') place.current?.querySelector('button')?.focus();
  }, [state]);
  if (!any && state === 'closed') return null;
  return (
    <div class="quiz-actions quiz-live" ref={place}>
      {state === 'asking' ? (
        <div role="group" aria-labelledby="quiz-erase" class="quiz-live">
          <p id="quiz-erase">{texts['summary.confirm']}</p>
          <button key="no" type="button" onClick={() => setState('kept')}>
            {texts['summary.no']}
          </button>
          <button
            key="yes"
            type="button"
            onClick={() => {
              onErase();
              setState('erased');
            }}
          >
            {texts['summary.yes']}
          </button>
        </div>
      ) : (
        <button key="ask" type="button" onClick={() => setState('asking')}>
          {texts['summary.erase']}
        </button>
      )}
      <p role="status" class="quiz-verdict">
        {state === 'erased' ? texts['summary.erased'] : ''}
      </p>
    </div>
  );
}

function SummaryView({ questions, answersTo, any, notKept, texts, onErase }: Props) {
  const histories = questions
    .map(({ id }) => ({ id, answers: answersTo(id) }))
    .filter(({ answers }) => answers.length > 0);
  return (
    <>
      {notKept && <p class="quiz-notice">{texts[`notice.${notKept}`]}</p>}
      {histories.length === 0 ? (
        <p>{texts['summary.none']}</p>
      ) : (
        <>
          <Watched questions={questions} histories={histories} texts={texts} />
          <Counts histories={histories} texts={texts} />
          {!notKept && <p>{texts['summary.kept']}</p>}
        </>
      )}
      <Erase texts={texts} any={any} onErase={onErase} />
    </>
  );
}

/** Shows the summary in a place, or shows it anew. */
export function mountSummary(place: HTMLElement, props: Props): void {
  render(<SummaryView {...props} />, place);
}
