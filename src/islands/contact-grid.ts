import { formatDate, pluralCategory } from '../i18n/format.ts';
import {
  gridChangedAt,
  gridKey,
  gridText,
  longestEntry,
  mailText,
  rowsWithoutName,
} from '../learner/contact-grid.ts';
import { browserProgress, type ProgressStore } from '../learner/storage.ts';
import { localDay } from '../lib/days.ts';

/** So many open files are named in the line above the grid; of more only the number. */
const mostNamed = 5;

/** Makes the cells of a contact grid writable; what is written stays in this browser and also stands on paper. */
class ContactGrid extends HTMLElement {
  private texts: Readonly<Record<string, string>> = {};
  private store!: ProgressStore;
  private armed = false;

  connectedCallback(): void {
    const given = this.piece('texts').textContent;
    this.texts = JSON.parse(given ?? '{}') as Record<string, string>;
    this.store = browserProgress();
    for (const cell of this.querySelectorAll<HTMLElement>('[data-field]')) this.open(cell);
    this.piece('print').addEventListener('click', () => window.print());
    this.piece('clear').addEventListener('click', () => this.clear());
    this.piece('copy').addEventListener('click', () => void this.copy());
    this.store.subscribe(() => this.show());
    this.show();
  }

  private get code(): string {
    return this.dataset['code'] ?? '';
  }

  private piece(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The contact grid lacks its part "${name}".`);
    return found;
  }

  private text(key: string): string {
    return this.texts[key] ?? '';
  }

  /** A box to write in, and its words once more as plain text for paper: a box cuts off what it cannot show. */
  private open(cell: HTMLElement): void {
    const field = cell.dataset['field'] ?? '';
    const row = cell.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const box = document.createElement('textarea');
    box.rows = 2;
    box.maxLength = longestEntry;
    box.setAttribute(
      'aria-labelledby',
      row ? `grid-row-${row} grid-col-${cell.dataset['column'] ?? ''}` : `grid-${field}`,
    );
    const shown = document.createElement('span');
    shown.className = 'on-paper';
    box.addEventListener('input', () => {
      if (!this.store.keep(gridKey(this.code, field), box.value)) this.say(this.text('full'));
    });
    cell.append(box, shown);
  }

  private say(words: string): void {
    this.piece('status').textContent = words;
  }

  private show(): void {
    const progress = this.store.current;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-field]')) {
      const text = gridText(progress, this.code, cell.dataset['field'] ?? '');
      const box = cell.querySelector('textarea');
      // What is being typed is newer than what is kept.
      if (box && box.value !== text && document.activeElement !== box) box.value = text;
      cell.querySelector('.on-paper')!.textContent = text;
      cell.toggleAttribute('data-filled', text.trim() !== '');
    }
    const rows = [...this.querySelectorAll<HTMLElement>('[data-row]')];
    const name = (row: string) => this.querySelector(`#grid-row-${row}`)?.textContent?.trim() ?? row;
    const open = rowsWithoutName(
      progress,
      this.code,
      rows.map((row) => row.dataset['row'] ?? ''),
    ).map(name);
    this.say(this.status(open));
    const files = open.length > 0 ? open : rows.map((row) => name(row.dataset['row'] ?? ''));
    this.piece('mail').textContent = mailText(this.text('mail'), files);
    const { notice } = this.store;
    this.piece('keeping').textContent = this.text(notice === 'none' ? 'kept' : `notice.${notice}`);
  }

  private status(open: readonly string[]): string {
    const count =
      open.length === 0
        ? this.text('status.none')
        : (this.texts[`status.${pluralCategory('en', open.length)}`] ?? this.text('status.other'))
            .replace('{n}', String(open.length))
            .concat(open.length <= mostNamed ? `: ${open.join('; ')}.` : '.');
    const at = gridChangedAt(this.store.current, this.code);
    if (at === undefined) return count;
    const day = localDay(at, new Date(at).getTimezoneOffset());
    return `${count} ${this.text('changed').replace('{date}', formatDate('en', day))}.`;
  }

  /** Asks once more before everything is emptied. */
  private clear(): void {
    const button = this.piece('clear');
    if (!this.armed) {
      this.armed = true;
      button.textContent = this.text('clear.sure');
      button.addEventListener('blur', () => this.disarm(), { once: true });
      return;
    }
    for (const cell of this.querySelectorAll<HTMLElement>('[data-field]')) {
      const field = cell.dataset['field'] ?? '';
      if (gridText(this.store.current, this.code, field) !== '')
        this.store.keep(gridKey(this.code, field), '');
    }
    this.disarm();
    this.say(this.text('cleared'));
  }

  private disarm(): void {
    this.armed = false;
    this.piece('clear').textContent = this.text('clear');
  }

  private async copy(): Promise<void> {
    const place = this.piece('copied');
    try {
      await navigator.clipboard.writeText(this.piece('mail').textContent ?? '');
      place.textContent = this.text('copied');
    } catch {
      place.textContent = this.text('failed');
    }
  }
}
customElements.define('contact-grid', ContactGrid);
