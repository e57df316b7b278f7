import { render } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { formatDate } from '../../i18n/format.ts';
import type { Due, Meeting, Plan } from '../review.ts';
import { Notice, type NotKept, type Surroundings } from './parts.tsx';

export interface ReviewProps extends Surroundings {
  readonly notKept: NotKept | undefined;
  readonly today: string;
  readonly meetings: readonly Meeting[];
  readonly plan: Plan;
  /** Whether any question that is reviewed was ever answered. */
  readonly anyAnswer: boolean;
  readonly questionOf: (id: string) => { readonly stem: string; readonly lesson: string } | undefined;
  /** @returns false where there is no room. */
  readonly onAdd: (day: string, name: string) => boolean;
  readonly onRemove: (id: string) => void;
  /** Makes the calendar file. @returns its name. */
  readonly onSave: () => string;
}

function MeetingForm({ t, lang, today, meetings, onAdd, onRemove }: ReviewProps) {
  const day = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const [message, setMessage] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const { value } = day.current!;
    if (value < today) {
      setMessage(t('review.meeting.missing'));
      day.current!.focus();
      return;
    }
    const kept = onAdd(value, name.current!.value.trim());
    setMessage(t(kept ? 'review.meeting.added' : 'desk.noRoom'));
    if (kept) name.current!.value = '';
  };
  return (
    <section class="no-print">
      <h2>{t('review.meeting')}</h2>
      <form class="desk-form" onSubmit={add} noValidate>
        <label>
          <span>{t('review.meeting.day')}</span>
          <input type="date" min={today} ref={day} />
        </label>
        <label>
          <span>{t('review.meeting.name')}</span>
          <input type="text" maxLength={100} autocomplete="off" ref={name} />
        </label>
        <button type="submit">{t('review.meeting.add')}</button>
      </form>
      <p role="status" class="label">
        {message}
      </p>
      {meetings.length > 0 && (
        <ul class="desk-list">
          {meetings.map((meeting) => (
            <li key={meeting.id}>
              <time dateTime={meeting.day}>{formatDate(lang, meeting.day)}</time>{' '}
              {meeting.name || t('review.meeting.own')}{' '}
              {meeting.day < today && <span class="label">{t('review.meeting.over')}</span>}{' '}
              <button
                type="button"
                class="small"
                onClick={() => {
                  onRemove(meeting.id);
                  setMessage(t('review.meeting.removed'));
                  day.current!.focus();
                }}
              >
                {t('review.meeting.remove')}
                <span class="visually-hidden">
                  : {formatDate(lang, meeting.day)} {meeting.name}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Questions({ due, withDay, ...around }: ReviewProps & { due: readonly Due[]; withDay?: boolean }) {
  const { t, lang, lessonHref, questionOf } = around;
  return (
    <ul class="desk-list">
      {due.map(({ id, day, sureAndWrong }) => {
        const question = questionOf(id);
        if (!question) return null;
        return (
          <li key={id}>
            {withDay && (
              <>
                <time class="label" dateTime={day}>
                  {formatDate(lang, day)}
                </time>{' '}
              </>
            )}
            <a href={`${lessonHref(question.lesson)}#q-${id}`}>{question.stem}</a>{' '}
            {sureAndWrong && <span class="label">{t('review.today.sure')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

function ReviewView(props: ReviewProps) {
  const { t, lang, notKept, plan, anyAnswer, onSave } = props;
  const { meeting, days, today, later } = plan;
  const [message, setMessage] = useState('');
  return (
    <>
      <Notice t={t} why={notKept} />
      <MeetingForm {...props} />
      <section>
        <h2>{t('review.today')}</h2>
        {today.length > 0 ? (
          <Questions {...props} due={today} />
        ) : (
          <p>{t(anyAnswer ? 'review.today.none' : 'review.today.nothing')}</p>
        )}
      </section>
      <section>
        <h2>
          {meeting
            ? t('review.days.meeting', {
                name: meeting.name || t('review.meeting.own'),
                date: formatDate(lang, meeting.day),
              })
            : t('review.days.spaced')}
        </h2>
        {days.length === 0 ? (
          <p>{t('review.days.none')}</p>
        ) : (
          <ul class="desk-list">
            {days.map((day) => (
              <li key={day}>
                <time dateTime={day}>{formatDate(lang, day)}</time>
              </li>
            ))}
          </ul>
        )}
        {(days.length > 0 || meeting) && (
          <p class="desk-actions no-print">
            <button
              type="button"
              class="primary"
              onClick={() => setMessage(t('review.saved', { name: onSave() }))}
            >
              {t('review.save')}
            </button>
          </p>
        )}
        <p role="status" class="label no-print">
          {message}
        </p>
        {later.length > 0 && (
          <details>
            <summary>
              {t('review.later')}: {t('review.questions', { n: later.length })}
            </summary>
            <Questions {...props} due={later} withDay />
          </details>
        )}
      </section>
    </>
  );
}

/** Shows the plan in a place, or shows it anew. */
export function mountReview(place: HTMLElement, props: ReviewProps): void {
  render(<ReviewView {...props} />, place);
}
