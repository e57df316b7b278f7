import type { Picture, Size } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { exchangeMarks, networkMarks, peopleMarks } from './city-marks.ts';
import { planOf } from './plan.ts';
import { formMarks, lineMarks, resultMarks, seaMarks } from './sea-marks.ts';
import { text } from './signs.ts';
import type { LocalTrafficState } from './state.ts';

/** From below: the sea, lines, the way of the form, and on them who is connected. */
export function layout(state: LocalTrafficState, size: Size): Picture {
  const plan = planOf(size);
  const { city } = plan;
  return {
    ...size,
    marks: [
      ...seaMarks(state, plan),
      { kind: 'rect', id: 'city', tone: 'quiet', ...city, filled: false, dashed: true },
      text('city-name', plan.label.city, message('label.city'), 'quiet'),
      ...lineMarks(state, plan),
      ...formMarks(state, plan),
      ...exchangeMarks(state, plan),
      ...networkMarks(state, plan),
      ...peopleMarks(state, plan),
      ...resultMarks(state, plan),
    ],
  };
}
