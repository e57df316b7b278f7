/** One form of the orientation test: it keeps what is ticked, and shows the result when the reader asks for it. */
class OrientationTest extends HTMLElement {
  connectedCallback(): void {
    void import('./orientation-live.ts').then(({ startTest }) => startTest(this));
  }
}
customElements.define('orientation-test', OrientationTest);
