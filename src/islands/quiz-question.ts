import { whenNear } from './quiz-near.ts';

/** A question that can be answered. Without this script, and until it has arrived, its answers are there to open. */
class QuizQuestion extends HTMLElement {
  connectedCallback(): void {
    const answers = this.querySelector<HTMLDetailsElement>('[data-part="answers"]');
    const start = async () => {
      const { startQuestion } = await import('./quiz-live.ts');
      // Whoever is reading the answers is not interrupted.
      if (answers?.open) answers.addEventListener('toggle', () => startQuestion(this), { once: true });
      else startQuestion(this);
    };
    whenNear(this, () => void start());
  }
}
customElements.define('quiz-question', QuizQuestion);
