import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Meeting } from '../review.ts';
import { Notes, type ListedNote, type Surroundings } from './parts.tsx';

interface OpenProps {
  readonly t: Translate;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  /** @returns false where there is no room. */
  readonly onAdd: (text: string) => boolean;
  readonly onRemove: (id: string) => void;
}

function OpenView({ t, questions, onAdd, onRemove }: OpenProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [message, setMessage] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const text = field.current!.value.trim();
    field.current!.focus();
    if (text === '') return;
    const kept = onAdd(text);
    setMessage(t(kept ? 'handover.open.added' : 'desk.noRoom'));
    if (kept) field.current!.value = '';
  };
  return (
    <>
      {questions.length === 0 ? (
        <p>{t('handover.open.none')}</p>
      ) : (
        <ol class="desk-list">
          {questions.map(({ id, text }) => (
            <li key={id}>
              <span class="own-words">{text}</span>{' '}
              <button
                type="button"
                class="small"
                onClick={() => {
                  onRemove(id);
                  setMessage(t('handover.open.removed'));
                  field.current!.focus();
                }}
              >
                {t('handover.open.done')}
                <span class="visually-hidden">: {text}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
      <form class="desk-field no-print" onSubmit={add}>
        <label for="open-new">{t('handover.open.label')}</label>
        <textarea id="open-new" rows={2} maxLength={1000} ref={field} />
        <button type="submit">{t('handover.open.add')}</button>
      </form>
      <p role="status" class="label no-print">
        {message}
      </p>
    </>
  );
}

/** A kept contact: the economy and field of its key, and the text. */
export interface GridEntry {
  readonly id: string;
  readonly text: string;
}

function GridView({ t, entries }: { t: Translate; entries: readonly GridEntry[] }) {
  return (
    <table class="desk-table">
      <thead>
        <tr>
          <th scope="col">{t('handover.grid.entry')}</th>
          <th scope="col">{t('handover.grid.text')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, text }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td class="own-words">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DatesProps {
  readonly t: Translate;
  readonly lang: string;
  readonly meetings: readonly Meeting[];
}
function DatesView({ t, lang, meetings }: DatesProps) {
  return meetings.length === 0 ? (
    <p>{t('handover.calendar.none')}</p>
  ) : (
    <ul class="desk-list">
      {meetings.map(({ id, day, name }) => (
        <li key={id}>
          <time dateTime={day}>{formatDate(lang, day)}</time>: {name || t('review.meeting.own')}
        </li>
      ))}
    </ul>
  );
}

/** The places of the dossier that hold the reader's own words. */
export interface DossierPlaces {
  readonly open: HTMLElement;
  /** Left as it is, with lines for a pen, while no contact is kept. */
  readonly grid: () => HTMLElement;
  readonly dates: HTMLElement;
  readonly notes: HTMLElement;
}

export interface DossierProps extends Surroundings, OpenProps {
  readonly t: Translate;
  readonly grid: readonly GridEntry[];
  readonly meetings: readonly Meeting[];
  readonly notes: readonly ListedNote[];
}

/** Fills the places of the dossier, or fills them anew. */
export function mountDossier(places: DossierPlaces, props: DossierProps): void {
  render(<OpenView {...props} />, places.open);
  if (props.grid.length > 0) render(<GridView t={props.t} entries={props.grid} />, places.grid());
  render(<DatesView {...props} />, places.dates);
  render(<Notes {...props} />, places.notes);
}
