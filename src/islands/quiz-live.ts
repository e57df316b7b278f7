/** What the islands of the quiz fetch when the reader comes near them: the views, and the record that they share. */
import { browserProgress } from '../learner/storage.ts';
import { summaryKeys, textsOf } from '../quiz/texts.ts';
import { mountQuestion } from '../quiz/view/question-view.tsx';
import { mountSummary } from '../quiz/view/summary-view.tsx';

export function startQuestion(element: HTMLElement): void {
  const store = browserProgress();
  const id = element.dataset['id'] ?? '';
  const empty = mountQuestion(element, (answered) => store.record(id, answered));
  let erasedAt = store.current.erasedAt;
  store.subscribe(() => {
    if (store.current.erasedAt === erasedAt) return;
    erasedAt = store.current.erasedAt;
    empty();
  });
}

export function startSummary(element: HTMLElement): void {
  const store = browserProgress();
  const place = element.querySelector<HTMLElement>('[data-part="kept"]');
  const given = element.querySelector('[data-part="texts"]')?.textContent;
  if (!place || !given) throw new Error('The summary of the quiz lacks its place or its texts.');
  const texts = textsOf(JSON.parse(given), summaryKeys);
  // No verdict has been given on what was asked before reading.
  const questions = [
    ...document.querySelectorAll<HTMLElement>('quiz-question:not([data-role="before"])'),
  ].map((question) => ({
    id: question.dataset['id'] ?? '',
    stem: question.querySelector('[data-part="stem"]')?.textContent ?? '',
    href: `#${question.id}`,
  }));
  const show = () =>
    mountSummary(place, {
      questions,
      answersTo: (id) => store.current.questions.get(id) ?? [],
      any: store.current.questions.size > 0,
      notKept: store.notice === 'none' ? undefined : store.notice,
      texts,
      onErase: () => store.erase(),
    });
  place.replaceChildren();
  show();
  store.subscribe(show);
}
