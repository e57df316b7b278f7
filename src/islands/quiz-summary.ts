import { whenNear } from './quiz-near.ts';

/** The reader's own answers to the questions of the page. */
class QuizSummary extends HTMLElement {
  connectedCallback(): void {
    const start = async () => {
      const { startSummary } = await import('./quiz-live.ts');
      startSummary(this);
    };
    whenNear(this, () => void start());
  }
}
customElements.define('quiz-summary', QuizSummary);
