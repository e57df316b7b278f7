import { render } from 'preact';
import { formatDate } from '../../i18n/format.ts';
import { Erase, Notes, Notice, type ListedNote, type NotKept, type Surroundings } from './parts.tsx';

/** A question that was once answered "sure" and not rightly. */
export interface Watched {
  readonly id: string;
  readonly stem: string;
  readonly lesson: string;
  /** Answered rightly since then. */
  readonly since: boolean;
}

/** A lesson with something of the reader's in it. */
export interface Visited {
  readonly slug: string;
  readonly title: string;
  readonly symbol: string;
  /** Day on which it was marked as read. */
  readonly read: string | undefined;
  readonly answered: number;
  /** Questions whose last answer was not right. */
  readonly again: number;
}

export interface DeskProps extends Surroundings {
  readonly notKept: NotKept | undefined;
  readonly watched: readonly Watched[];
  readonly visited: readonly Visited[];
  /** The first lesson that is not marked as read. */
  readonly next: { readonly slug: string; readonly title: string } | undefined;
  readonly notes: readonly ListedNote[];
  /** Whether anything at all is kept. */
  readonly any: boolean;
  readonly onErase: () => void;
  readonly onEraseNote: (id: string) => void;
}

function WatchedList({ t, lessonHref, watched }: DeskProps) {
  const list = (since: boolean) => {
    const own = watched.filter((entry) => entry.since === since);
    if (own.length === 0) return null;
    return (
      <>
        <h3>{t(since ? 'desk.watch.since' : 'desk.watch.open')}</h3>
        <ul class="desk-list">
          {own.map(({ id, stem, lesson }) => (
            <li key={id}>
              <a href={`${lessonHref(lesson)}#q-${id}`}>{stem}</a>
            </li>
          ))}
        </ul>
      </>
    );
  };
  return (
    <section>
      <h2>{t('desk.watch')}</h2>
      {watched.length === 0 ? <p>{t('desk.watch.none')}</p> : [list(false), list(true)]}
    </section>
  );
}

/** Counts are small whole numbers: they are written with the same digits in all languages of the course. */
function VisitedTable({ t, lang, lessonHref, visited }: DeskProps) {
  return (
    <section>
      <h2 id="desk-lessons">{t('desk.lessons')}</h2>
      <div class="scroll" role="region" aria-labelledby="desk-lessons" tabIndex={0}>
        <table class="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('desk.lessons.lesson')}</th>
              <th scope="col">{t('desk.lessons.read')}</th>
              <th scope="col" class="number">
                {t('desk.lessons.answered')}
              </th>
              <th scope="col" class="number">
                {t('desk.lessons.again')}
              </th>
            </tr>
          </thead>
          <tbody>
            {visited.map(({ slug, title, symbol, read, answered, again }) => (
              <tr key={slug}>
                <th scope="row">
                  <span class="label">{symbol}</span> <a href={lessonHref(slug)}>{title}</a>
                </th>
                <td>{read ? formatDate(lang, read) : t('desk.lessons.unread')}</td>
                <td class="number">{answered}</td>
                <td class="number">{again}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function DeskView(props: DeskProps) {
  const { t, lessonHref, notKept, visited, next, notes, any, onErase, onEraseNote } = props;
  return (
    <>
      <Notice t={t} why={notKept} />
      {any ? (
        <>
          {next && (
            <p>
              {t('desk.next')}: <a href={lessonHref(next.slug)}>{next.title}</a>
            </p>
          )}
          <WatchedList {...props} />
          {visited.length > 0 && <VisitedTable {...props} />}
          <section>
            <h2>{t('desk.notes')}</h2>
            <Notes {...props} notes={notes} onErase={onEraseNote} />
          </section>
        </>
      ) : (
        <>
          <p>{t('desk.nothing')}</p>
          {next && (
            <p>
              {t('desk.begin')}: <a href={lessonHref(next.slug)}>{next.title}</a>
            </p>
          )}
        </>
      )}
      <Erase t={t} any={any} onErase={onErase} />
    </>
  );
}

/** Shows the desk in a place, or shows it anew. */
export function mountDesk(place: HTMLElement, props: DeskProps): void {
  render(<DeskView {...props} />, place);
}
