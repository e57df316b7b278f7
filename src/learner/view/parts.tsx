import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDate } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';

/** What every view of the desk is given by its island. */
export interface Surroundings {
  readonly t: Translate;
  /** Language of the texts, for dates. */
  readonly lang: string;
  /** Address of a lesson. */
  readonly lessonHref: (slug: string) => string;
  /** Day of the reader's wall calendar at a moment (milliseconds since 1970). */
  readonly dayOf: (moment: number) => string;
}

/** Why nothing is kept; named as in the texts. */
export type NotKept = 'denied' | 'full' | 'newer' | 'unreadable';

/** Says that what is written here does not last. */
export function Notice({ t, why }: { t: Translate; why: NotKept | undefined }) {
  return why ? <p class="quiz-notice">{t(`desk.notice.${why}`)}</p> : null;
}

/** A note as it is listed. */
export interface ListedNote {
  /** What follows "note:" in the record. */
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Slug and title of its lesson; left out where the course no longer has it. */
  readonly lesson: { readonly slug: string; readonly title: string } | undefined;
}

interface NotesProps extends Surroundings {
  readonly notes: readonly ListedNote[];
  /** Left out where notes are only read. */
  readonly onErase?: (id: string) => void;
}

/** The reader's notes with their lessons; line breaks are kept. */
export function Notes({ t, lang, lessonHref, dayOf, notes, onErase }: NotesProps) {
  const [erased, setErased] = useState(false);
  return (
    <>
      {notes.length === 0 && <p>{t('desk.notes.none')}</p>}
      {notes.map(({ id, text, at, lesson }) => (
        <article key={id} class="desk-note">
          <h3>{lesson ? <a href={lessonHref(lesson.slug)}>{lesson.title}</a> : id}</h3>
          <p class="own-words">{text}</p>
          <p class="label">{t('desk.notes.date', { date: formatDate(lang, dayOf(at)) })}</p>
          {onErase && (
            <p class="desk-actions no-print">
              {lesson && <a href={`${lessonHref(lesson.slug)}#note`}>{t('desk.notes.edit')}</a>}
              <button
                type="button"
                onClick={() => {
                  onErase(id);
                  setErased(true);
                }}
              >
                {t('desk.notes.erase')}
                <span class="visually-hidden">: {lesson?.title ?? id}</span>
              </button>
            </p>
          )}
        </article>
      ))}
      {onErase && (
        <p role="status" class="label">
          {erased ? t('desk.notes.erased') : ''}
        </p>
      )}
    </>
  );
}

/** Erasing asks once more in the same place; the focus follows the question and its answer. */
export function Erase({ t, any, onErase }: { t: Translate; any: boolean; onErase: () => void }) {
  const [state, setState] = useState<'closed' | 'asking' | 'kept' | 'erased'>('closed');
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (state !== 'closed') place.current?.querySelector('button')?.focus();
  }, [state]);
  if (!any && state === 'closed') return null;
  return (
    <section class="no-print">
      <h2>{t('desk.erase')}</h2>
      <p>{t('desk.erase.what')}</p>
      <div class="desk-actions" ref={place}>
        {state === 'asking' ? (
          <div role="group" aria-labelledby="desk-erase">
            <p id="desk-erase">{t('desk.erase.confirm')}</p>
            <p class="desk-actions">
              <button key="no" type="button" onClick={() => setState('kept')}>
                {t('desk.erase.no')}
              </button>
              <button
                key="yes"
                type="button"
                onClick={() => {
                  onErase();
                  setState('erased');
                }}
              >
                {t('desk.erase.yes')}
              </button>
            </p>
          </div>
        ) : (
          <button key="ask" type="button" onClick={() => setState('asking')}>
            {t('desk.erase.ask')}
          </button>
        )}
      </div>
      <p role="status" class="label">
        {state === 'erased' ? t('desk.erase.done') : ''}
      </p>
    </section>
  );
}
