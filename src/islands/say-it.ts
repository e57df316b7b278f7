import { translator } from '../i18n/messages.ts';
import { addressOf, filterIn, rehearsalOrder, shows, type Filter } from '../rehearsal/deck.ts';
import { today } from './desk-data.ts';

/** Filters the cards of the page, with the choice in the address, and asks them one by one. The cards stay where they are. */
class SayIt extends HTMLElement {
  private cards: HTMLElement[] = [];
  /** Ids in the order of the rehearsal; empty outside one. */
  private order: readonly string[] = [];
  private at = 0;
  private revealed = false;

  connectedCallback(): void {
    const form = this.querySelector('form')!;
    this.cards = [...this.querySelectorAll<HTMLElement>('[data-card]')];
    const parameters = new URLSearchParams(location.search.slice(0, 500));
    const filter = filterIn((name) => parameters.get(name));
    for (const [name, value] of Object.entries(filter)) {
      const input = form.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
      if (input) input.checked = true;
    }
    this.filter(filter);
    form.addEventListener('change', () => {
      const data = new FormData(form);
      const chosen = filterIn((name) => String(data.get(name)));
      this.filter(chosen);
      history.replaceState(null, '', `${location.pathname}${addressOf(chosen)}`);
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    this.place('next').addEventListener('click', () => this.forward());
    this.place('end').addEventListener('click', () => this.end());
  }

  private place(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  private filter(filter: Filter): void {
    for (const line of this.querySelectorAll<HTMLElement>('[data-length], [data-posture]'))
      line.hidden = !shows(filter, { posture: line.dataset['posture'], length: line.dataset['length'] });
  }

  private forward(): void {
    if (this.order.length === 0) {
      this.order = rehearsalOrder(
        this.cards.map(({ id }) => id),
        today(),
      );
      this.at = 0;
      this.revealed = false;
    } else if (!this.revealed) {
      this.revealed = true;
    } else {
      this.at = (this.at + 1) % this.order.length;
      this.revealed = false;
    }
    this.show();
  }

  private end(): void {
    this.order = [];
    this.revealed = false;
    this.show();
    this.place('next').focus();
  }

  private show(): void {
    const t = translator(
      this.dataset['lang'] ?? 'en',
      JSON.parse(this.place('texts').textContent ?? '{}') as Readonly<Record<string, string>>,
    );
    const rehearsing = this.order.length > 0;
    const current = this.order[this.at];
    for (const card of this.cards) {
      card.hidden = rehearsing && card.id !== current;
      for (const answer of card.querySelectorAll<HTMLElement>('[data-answer]'))
        answer.hidden = rehearsing && !this.revealed;
    }
    for (const section of this.querySelectorAll<HTMLElement>('[data-module]')) {
      section.hidden = rehearsing && !this.cards.some((card) => !card.hidden && section.contains(card));
      section.querySelector('h2')!.hidden = rehearsing;
    }
    this.classList.toggle('rehearsing', rehearsing);
    this.place('end').hidden = !rehearsing;
    const next = !rehearsing ? '' : this.revealed ? '.next' : '.reveal';
    this.place('next').textContent = t(`sayIt.rehearse${next}`);
    const last = this.revealed && this.at === this.order.length - 1;
    const place = rehearsing ? t('sayIt.rehearse.place', { n: this.at + 1, all: this.order.length }) : '';
    this.place('place').textContent = last ? `${place}. ${t('sayIt.rehearse.last')}` : place;
    // Said to those who do not see the card; the focus stays on the button.
    const card = this.cards.find(({ id }) => id === current);
    const words = (selector: string) =>
      [...(card?.querySelectorAll<HTMLElement>(selector) ?? [])]
        .filter((element) => !element.closest('[hidden]'))
        .map((element) => element.textContent?.trim())
        .join(' ');
    this.place('status').textContent = this.revealed
      ? words('.say-lines > div')
      : rehearsing
        ? `${place}. ${words('.myth-box > p')}`
        : '';
  }
}
customElements.define('say-it', SayIt);
