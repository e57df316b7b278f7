import type { Deliberation } from '../../models/deliberation/deliberation.ts';
import type { Picture, Size } from '../kernel/marks.ts';
import { bandMarks } from './band-marks.ts';
import { pageMarks } from './page-marks.ts';
import { planOf } from './plan.ts';
import { roomMarks } from './room-marks.ts';

/** The draft as a page, the seats with their objections beside it (on a phone under each clause), time below. */
export function layout(state: Deliberation, size: Size): Picture {
  const plan = planOf(size);
  return {
    ...size,
    marks: [...pageMarks(state, plan), ...roomMarks(state, plan), ...bandMarks(state, plan)],
  };
}
