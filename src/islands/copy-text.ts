/** Puts a text of the page into the clipboard and says whether that worked. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const status = this.querySelector('[role="status"]');
    const given = this.querySelector('[data-part="text"]')?.textContent;
    if (!button || !status || !given) throw new Error('The copy button lacks its status or its text.');
    const text = JSON.parse(given) as string;
    button.addEventListener('click', () => {
      // Emptied first, so that a second press is announced again.
      status.textContent = '';
      const say = (part: 'done' | 'failed') => (status.textContent = this.dataset[part] ?? '');
      // Older browsers and pages without TLS have no clipboard.
      const copied = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject();
      copied.then(
        () => say('done'),
        () => say('failed'),
      );
    });
  }
}
customElements.define('copy-text', CopyText);
