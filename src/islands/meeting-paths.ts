import { formatNumber } from '../i18n/format.ts';
import { fill } from '../i18n/messages.ts';

/** Marks the steps of a module that the reader knows already (?know=root), and counts the minutes without them. */
class MeetingPaths extends HTMLElement {
  connectedCallback(): void {
    const known = new URLSearchParams(location.search).get('know');
    const lang = this.dataset['lang'] ?? 'en';
    if (!known) return;
    for (const path of this.querySelectorAll('.meeting-path')) {
      const rows = [...path.querySelectorAll<HTMLTableRowElement>('tbody tr')];
      const skipped = rows.filter((row) => row.dataset['module'] === known);
      for (const row of skipped) {
        row.classList.add('known');
        const note = document.createElement('span');
        note.className = 'label known-note';
        note.textContent = this.dataset['known'] ?? '';
        row.cells[1]?.append(' ', note);
      }
      const place = path.querySelector('[data-part="known-sum"]');
      if (skipped.length === 0 || !place) continue;
      const left = rows.filter((row) => !skipped.includes(row));
      const minutes = left.reduce((sum, row) => sum + Number(row.dataset['minutes']), 0);
      place.textContent = fill(lang, this.dataset['knownSum'] ?? '', {
        minutes: formatNumber(lang, minutes, Number.isInteger(minutes) ? 0 : 1),
      });
    }
  }
}
customElements.define('meeting-paths', MeetingPaths);
