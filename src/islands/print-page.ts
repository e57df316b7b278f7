/** A button that prints; a link to the page that ends in #print has asked for it already. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => window.print());
    if (location.hash !== '#print') return;
    // Once: going back to this page must not print it again.
    history.replaceState(history.state, '', location.pathname + location.search);
    const print = () => void document.fonts.ready.then(() => window.print());
    if (document.readyState === 'complete') print();
    else window.addEventListener('load', print, { once: true });
  }
}
customElements.define('print-page', PrintPage);
