import type { Mark } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { text, type Plan } from './plan.ts';
import { isRemoval, visited, type ChangeState, type Visit } from './state.ts';

/** Hours on the axis: two days, the time for which the root's entries may be kept. */
const hours = 48;
const ticks = [0, 12, 24, 36, 48];

/** What is still as it was, over the hours since publication: a line that grows step by step. */
export function diagramMarks(state: ChangeState, plan: Plan): Mark[] {
  const { x, y, width, height, title } = plan.diagram;
  const across = (hour: number) => x + (width * hour) / hours;
  const down = (share: number) => y + height * (1 - share / 100);
  const seen = visited(state).filter((visit): visit is Visit & { hours: number; old: number } =>
    Boolean(visit.hours !== undefined && visit.old !== undefined),
  );
  const removal = isRemoval(state);
  const marks: Mark[] = [
    text('diagram-title', plan.rights.x, title, message(removal ? 'label.working' : 'label.old')),
    {
      kind: 'path',
      id: 'axes',
      tone: 'quiet',
      d: `M${x},${y}V${y + height}H${x + width}${ticks.map((hour) => `M${across(hour)},${y + height}v4`).join('')}`,
      width: 1,
    },
    text('share-100', x - 6, y + 9, message('label.percent', { n: 100 }), 'quiet', { anchor: 'end' }),
    text('share-0', x - 6, y + height, message('label.percent', { n: 0 }), 'quiet', { anchor: 'end' }),
    ...ticks.map((hour) =>
      text(
        `hour-${hour}`,
        across(hour),
        y + height + 18,
        hour === hours ? message('label.hours', { n: hour }) : String(hour),
        'quiet',
        { anchor: hour === hours ? 'end' : 'middle' },
      ),
    ),
  ];
  const last = seen.at(-1);
  if (!last)
    marks.push(
      text(
        'not-yet',
        x + width / 2,
        y + height / 2 + 5,
        message(state.request === 'remove-country' ? 'label.never' : 'label.notYet'),
        'quiet',
        { anchor: 'middle' },
      ),
    );
  else {
    // A removal begins with everything as it was.
    const points = removal ? [{ hours: 0, old: 100 }, ...seen] : seen;
    const tone = removal ? 'myth' : 'fact';
    if (points.length > 1)
      marks.push({
        kind: 'path',
        id: 'share',
        tone,
        d: points.map((point, i) => `${i ? 'L' : 'M'}${across(point.hours)},${down(point.old)}`).join(''),
        width: 2,
        dashed: removal,
      });
    marks.push(
      { kind: 'circle', id: 'share-now', tone, x: across(last.hours), y: down(last.old), r: 5, filled: true },
      text(
        'share-value',
        across(last.hours) + (last.hours > 36 ? -2 : 10),
        down(last.old) - (last.hours > 36 || last.old < 15 ? 12 : -1),
        message('label.percent', { n: last.old }),
        'ink',
        { anchor: last.hours > 36 ? 'end' : 'start' },
      ),
    );
  }
  if (plan.wide) marks.push(text('others', plan.others.x, plan.others.y, message('label.others'), 'signal'));
  return marks;
}
