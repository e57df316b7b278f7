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

/** What is kept in the contact grid of one economy. */
export interface KeptGrid {
  /** Code of the economy, as "ke". */
  readonly code: string;
  readonly href: string;
  readonly rows: readonly {
    readonly id: string;
    readonly file: string;
    readonly name: string;
    readonly spoke: string;
  }[];
  /** Other entries of the sheet, as whether these people ever met. */
  readonly others: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

function GridView({ t, grids }: { t: Translate; grids: readonly KeptGrid[] }) {
  return (
    <>
      {grids.map(({ code, href, rows, others }) => (
        <section key={code}>
          <h3>
            <a href={href}>{code.toUpperCase()}</a>
          </h3>
          {rows.length > 0 && (
            <table class="desk-table">
              <thead>
                <tr>
                  <th scope="col">{t('handover.grid.blank')}</th>
                  <th scope="col">{t('handover.grid.blankName')}</th>
                  <th scope="col">{t('handover.grid.blankMet')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ id, file, name, spoke }) => (
                  <tr key={id}>
                    <th scope="row">{file}</th>
                    <td class="own-words">{name}</td>
                    <td class="own-words">{spoke}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {others.map(({ id, label, text }) => (
            <p key={id}>
              <span class="label">{label}</span> <span class="own-words">{text}</span>
            </p>
          ))}
        </section>
      ))}
    </>
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
  /** Left as it is, with lines for a pen, until a contact is kept. */
  readonly grid: HTMLElement | undefined;
  readonly dates: HTMLElement;
  readonly notes: HTMLElement;
}

export interface DossierProps extends Surroundings, OpenProps {
  readonly grids: readonly KeptGrid[];
  readonly meetings: readonly Meeting[];
  readonly notes: readonly ListedNote[];
}

/** Fills the places of the dossier, or fills them anew. */
export function mountDossier(places: DossierPlaces, props: DossierProps): void {
  render(<OpenView {...props} />, places.open);
  if (places.grid) render(<GridView t={props.t} grids={props.grids} />, places.grid);
  render(<DatesView {...props} />, places.dates);
  render(<Notes {...props} />, places.notes);
}
