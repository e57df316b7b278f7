import { whenNear } from './quiz-near.ts';

/** The reader's note on a lesson. Until its script has come the field waits; the page is complete without it. */
class LessonNote extends HTMLElement {
  connectedCallback(): void {
    whenNear(this, () => {
      void import('./lesson-note-live.ts').then(({ startNote }) => startNote(this));
    });
  }
}
customElements.define('lesson-note', LessonNote);
