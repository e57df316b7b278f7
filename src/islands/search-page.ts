import { mountSearch, type Pagefind, type SearchTexts } from '../search/view/search-view.tsx';

class SearchPage extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const results = this.querySelector<HTMLElement>('[data-part="results"]');
    const texts = this.querySelector('[data-part="texts"]')?.textContent;
    const lang = this.dataset['lang'] ?? 'en';
    if (!form || !results || !texts)
      throw new Error('The search page lacks its form, its results or its texts.');
    let index: Promise<Pagefind> | undefined;
    let vocabulary: Promise<{ pages: number; words: string[] }> | undefined;
    mountSearch(results, form, JSON.parse(texts) as SearchTexts, {
      index: () =>
        (index ??= (async () => {
          // The index is written next to the pages after they are built: no bundler may look for it.
          const address = '/pagefind/pagefind.js';
          const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
          await pagefind.options({ noWorker: true });
          await pagefind.init();
          return pagefind;
        })()),
      vocabulary: () =>
        (vocabulary ??= fetch(`/search/${lang}.json`).then(
          (answer) => answer.json() as Promise<{ pages: number; words: string[] }>,
        )),
    });
  }
}
customElements.define('search-page', SearchPage);
