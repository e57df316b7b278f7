import { mountDesk, type Visited } from '../learner/view/desk-view.tsx';
import { browserProgress } from '../learner/storage.ts';
import { keptText } from '../learner/progress.ts';
import { sureAndWrong } from '../quiz/certainty.ts';
import { dayOf, deskData, notesOf, notKept, place } from './desk-data.ts';

/** What the reader read, answered and noted, from the record in this browser. */
class MyDesk extends HTMLElement {
  connectedCallback(): void {
    const store = browserProgress();
    const { course, around } = deskData(this);
    const host = place(this, 'desk');
    const show = () => {
      const { current } = store;
      const answersTo = (id: string) => current.questions.get(id) ?? [];
      const stems = new Map(course.questions.map((question) => [question.id, question]));
      const lessons = course.lessons.map((lesson): Visited => {
        const own = course.questions
          .filter((question) => question.lesson === lesson.slug)
          .map(({ id }) => answersTo(id))
          .filter((answers) => answers.length > 0);
        const key = `read:${lesson.slug}`;
        return {
          ...lesson,
          read: keptText(current, key) ? dayOf(current.kept.get(key)!.at) : undefined,
          answered: own.length,
          again: own.filter((answers) => answers.at(-1)!.verdict !== 'right').length,
        };
      });
      mountDesk(host, {
        ...around,
        notKept: notKept(store),
        watched: sureAndWrong(course.questions.map(({ id }) => ({ id, answers: answersTo(id) }))).map(
          ({ id, since }) => ({ id, since, stem: stems.get(id)!.stem, lesson: stems.get(id)!.lesson }),
        ),
        visited: lessons.filter(({ read, answered }) => read !== undefined || answered > 0),
        next: lessons.find(({ read }) => read === undefined),
        notes: notesOf(current, course),
        any: current.questions.size > 0 || [...current.kept.values()].some(({ text }) => text !== ''),
        onErase: () => store.erase(),
        onEraseNote: (id) => store.keep(`note:${id}`, ''),
      });
    };
    store.subscribe(show);
    show();
  }
}
customElements.define('my-desk', MyDesk);
