import { calendarFile, type CalendarEvent } from '../lib/ical.ts';
import { meetingsOf, planOf, type Plan } from '../learner/review.ts';
import { browserProgress } from '../learner/storage.ts';
import { mountReview } from '../learner/view/review-view.tsx';
import type { Translate } from '../i18n/messages.ts';
import { dayOf, deskData, notKept, place, saveFile, today } from './desk-data.ts';

/** The days of a plan and its meeting, each a whole day without a time. */
function eventsOf({ days, meeting }: Plan, t: Translate): CalendarEvent[] {
  const { host, href } = location;
  const url = href.split(/[?#]/)[0]!;
  return [
    ...days.map((day) => ({
      uid: `review-${day}@${host}`,
      start: day,
      summary: t('review.ics.summary'),
      description: `${t('review.ics.text')}\n${url}`,
      url,
    })),
    ...(meeting
      ? [
          {
            uid: `meeting-${meeting.id}@${host}`,
            start: meeting.day,
            summary: t('review.ics.meeting', { name: meeting.name || t('review.meeting.own') }),
          },
        ]
      : []),
  ];
}

/** When to come back: the date of a meeting, the days that follow from it, and the questions that are due. */
class ReviewPlan extends HTMLElement {
  connectedCallback(): void {
    const store = browserProgress();
    const { course, around } = deskData(this);
    const { t } = around;
    const host = place(this, 'plan');
    const questions = new Map(course.questions.map((question) => [question.id, question]));
    const asked = new Set(questions.keys());
    const show = () => {
      const { current } = store;
      const plan = planOf(current, asked, today(), dayOf);
      mountReview(host, {
        ...around,
        notKept: notKept(store),
        today: today(),
        meetings: meetingsOf(current, dayOf),
        plan,
        anyAnswer: [...current.questions.keys()].some((id) => asked.has(id)),
        questionOf: (id) => questions.get(id),
        onAdd: (day, name) => {
          const id = Date.now().toString(36);
          const kept = store.keep(`meeting:${id}`, day);
          if (kept && name) store.keep(`meetingname:${id}`, name);
          return kept;
        },
        onRemove: (id) => {
          store.keep(`meeting:${id}`, '');
          store.keep(`meetingname:${id}`, '');
        },
        onSave: () => {
          const name = `internet-in-fact-review-${today()}.ics`;
          const text = calendarFile({
            product: '-//Internet, in Fact//Review//EN',
            stamp: Date.now(),
            events: eventsOf(plan, t),
          });
          saveFile(name, 'text/calendar;charset=utf-8', text);
          return name;
        },
      });
    };
    store.subscribe(show);
    show();
  }
}
customElements.define('review-plan', ReviewPlan);
