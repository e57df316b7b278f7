import type { Translate } from '../i18n/messages.ts';
import { adopt, contentsOf, fileLimit, handoverFile, readHandover } from '../learner/handover.ts';
import { gridsOf, type SheetOfGrid } from '../learner/contact-grid.ts';
import { keptOfKind } from '../learner/progress.ts';
import { meetingsOf } from '../learner/review.ts';
import { browserProgress, type ProgressStore } from '../learner/storage.ts';
import { mountDossier, type KeptGrid } from '../learner/view/dossier-view.tsx';
import { mountFile, type Taken } from '../learner/view/file-view.tsx';
import { dayOf, deskData, notesOf, notKept, place, saveFile, today } from './desk-data.ts';

/** Takes a file in. Whatever is wrong with it, the record stays as it was. */
async function take(store: ProgressStore, file: File): Promise<Taken> {
  if (file.size > fileLimit) return { kind: 'refused', reason: 'too-large' };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'refused', reason: 'unreadable' };
  }
  const reading = readHandover(text, Date.now());
  if (reading.kind === 'newer') return { kind: 'refused', reason: 'newer' };
  if (reading.kind === 'refused') return reading;
  const adoption = adopt(store.current, reading.progress);
  if (adoption.kind === 'no-room') return { kind: 'refused', reason: 'no-room' };
  store.unite(adoption.progress);
  return { kind: 'taken', contents: contentsOf(reading.progress), differed: adoption.differed };
}

interface GridFile {
  readonly id: string;
  readonly name: string;
}

/** The entries of a grid with the names of their rows; a row that the course no longer has keeps its id. */
function keptGrid(
  { code, entries }: SheetOfGrid,
  files: readonly GridFile[],
  site: string,
  t: Translate,
): KeptGrid {
  const inRow = /^(.+)-(name|spoke)$/;
  const fields = [...entries.keys()];
  const ids = new Set(fields.flatMap((field) => inRow.exec(field)?.slice(1, 2) ?? []));
  const rank = (id: string) => files.findIndex((file) => file.id === id);
  const questions: Readonly<Record<string, string>> = {
    'met-last': t('grid.met-last'),
    'met-before': t('grid.met-before'),
  };
  return {
    code,
    href: `/${site}/economies/${code}/#grid`,
    rows: [...ids]
      .sort((a, b) => rank(a) - rank(b))
      .map((id) => ({
        id,
        file: files.find((file) => file.id === id)?.name ?? id,
        name: entries.get(`${id}-name`) ?? '',
        spoke: entries.get(`${id}-spoke`) ?? '',
      })),
    others: fields
      .filter((field) => !inRow.test(field))
      .map((field) => ({ id: field, label: questions[field] ?? field, text: entries.get(field)! })),
  };
}

/** The handover: the file, and the reader's own words in the dossier. */
class HandOver extends HTMLElement {
  connectedCallback(): void {
    const store = browserProgress();
    const { course, around } = deskData(this);
    const { t } = around;
    const site = this.dataset['site'] ?? 'en';
    const files = JSON.parse(this.querySelector('[data-part="files"]')?.textContent ?? '[]') as GridFile[];
    const file = place(this, 'file');
    let grid: HTMLElement | undefined;
    const places = {
      open: place(this, 'open'),
      dates: place(this, 'dates'),
      notes: place(this, 'notes'),
    };
    const show = () => {
      const { current } = store;
      mountFile(file, {
        t,
        notKept: notKept(store),
        contents: contentsOf(current),
        onSave: (withAnswers) => {
          const made = handoverFile(store.current, {
            about: t('handover.title'),
            withAnswers,
            day: today(),
          });
          saveFile(made.name, 'application/json', made.text);
          return made.name;
        },
        onPrint: () => print(),
        onTake: (chosen) => take(store, chosen),
      });
      const grids = gridsOf(current).map((sheet) => keptGrid(sheet, files, site, t));
      if (grids.length > 0) grid ??= place(this, 'grid');
      mountDossier(
        { ...places, grid },
        {
          ...around,
          questions: keptOfKind(current, 'open').sort((a, b) => a.at - b.at),
          onAdd: (text) => store.keep(`open:${Date.now().toString(36)}`, text),
          onRemove: (id) => store.keep(`open:${id}`, ''),
          grids,
          meetings: meetingsOf(current, dayOf).filter(({ day }) => day >= today()),
          notes: notesOf(current, course),
        },
      );
    };
    store.subscribe(show);
    show();
  }
}
customElements.define('hand-over', HandOver);
