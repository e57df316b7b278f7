import type { Mark, Picture, Size, Tone } from '../kernel/marks.ts';
import { message } from '../kernel/message.ts';
import { planOf, text, wayTo, type Place, type Plan } from './plan.ts';
import { isJudged, placeOf, present, type RoomState } from './state.ts';

/** Half the width of a door. */
const half = 13;

/** The walls of a room, with a gap for the door and its leaf standing open, as on a builder's plan. */
function walls({ x, y, width, height, door }: Place): { walls: string; leaf: string } {
  const [right, bottom] = [x + width, y + height];
  const a = 2 * half;
  switch (door.side) {
    case 'below':
      return {
        walls: `M${door.x - half},${bottom}H${x}V${y}H${right}V${bottom}H${door.x + half}`,
        leaf: `M${door.x + half},${bottom}v${a}a${a},${a} 0 0 1 ${-a},${-a}`,
      };
    case 'above':
      return {
        walls: `M${door.x - half},${y}H${x}V${bottom}H${right}V${y}H${door.x + half}`,
        leaf: `M${door.x + half},${y}v${-a}a${a},${a} 0 0 0 ${-a},${a}`,
      };
    case 'right':
      return {
        walls: `M${right},${door.y - half}V${y}H${x}V${bottom}H${right}V${door.y + half}`,
        leaf: `M${right},${door.y + half}h${half}a${half},${a} 0 0 0 ${-half},${-a}`,
      };
    case 'left':
      return {
        walls: `M${x},${door.y - half}V${y}H${right}V${bottom}H${x}V${door.y + half}`,
        leaf: `M${x},${door.y + half}h${-half}a${half},${a} 0 0 1 ${half},${-a}`,
      };
  }
}

function roomMarks(state: RoomState, plan: Plan, place: Place): Mark[] {
  const { room, x, y, width, height } = place;
  const { statement, choice } = present(state);
  const judged = isJudged(state);
  const isRight = judged && statement.room === room;
  const isChosen = choice.room === room;
  const tone: Tone = isRight ? 'fact' : isChosen ? 'signal' : 'ink';
  const drawn = walls(place);
  const tag = isRight ? (isChosen ? 'tag.both' : 'tag.right') : isChosen ? 'tag.chosen' : undefined;
  const first = y + (plan.wide ? 28 : 22);
  return [
    {
      kind: 'rect',
      id: `floor-${room}`,
      tone: 'paper',
      x,
      y,
      width,
      height,
      filled: true,
      ...(judged ? {} : { action: `room:${room}`, label: message(`room.${room}`) }),
    },
    { kind: 'path', id: `leaf-${room}`, tone: 'line', d: drawn.leaf, width: 1 },
    {
      kind: 'path',
      id: `walls-${room}`,
      tone,
      d: drawn.walls,
      width: isRight ? 3 : isChosen ? 2 : 1.25,
      dashed: isChosen && !isRight,
    },
    text(`name-${room}`, x + 12, first, message(`plan.${room}.a`), tone === 'ink' ? 'ink' : tone, {
      strong: isRight || isChosen,
    }),
    text(`more-${room}`, x + 12, first + 18, message(`plan.${room}.b`), 'quiet'),
    ...(tag
      ? [text(`tag-${room}`, x + 12, first + (plan.wide ? 44 : 37), message(tag), tone, { strong: true })]
      : []),
  ];
}

/** The statement as a sheet of paper in the corridor, and the ways it is carried. */
function sheetMarks(state: RoomState, plan: Plan): Mark[] {
  const { statement, choice } = present(state);
  const { x, y } = plan.sheet;
  const [w, h] = plan.wide ? [14, 18] : [11, 14];
  const of = (room: string) => plan.places.find((place) => place.room === room)!;
  const judged = isJudged(state);
  const right = of(statement.room);
  return [
    ...(choice.room && !(judged && choice.room === statement.room)
      ? [
          {
            kind: 'path',
            id: 'way-chosen',
            tone: 'signal',
            d: wayTo(plan, of(choice.room), -6),
            width: 1.75,
            dashed: true,
          } as const,
        ]
      : []),
    ...(judged
      ? [
          { kind: 'path', id: 'way-right', tone: 'fact', d: wayTo(plan, right, 6), width: 2 } as const,
          {
            kind: 'mover',
            id: `carried-${state.at}`,
            tone: 'fact',
            d: wayTo(plan, right, 6),
            r: 5,
            count: 1,
          } as const,
        ]
      : []),
    {
      kind: 'rect',
      id: 'sheet',
      tone: 'paper',
      x: x - w,
      y: y - h,
      width: 2 * w,
      height: 2 * h,
      filled: true,
    },
    {
      kind: 'rect',
      id: 'sheet-edge',
      tone: 'ink',
      x: x - w,
      y: y - h,
      width: 2 * w,
      height: 2 * h,
      filled: false,
    },
    {
      kind: 'path',
      id: 'sheet-lines',
      tone: 'ink',
      d: [0.35, 0.7, 1.05, 1.4].map((part) => `M${x - w + 5},${y - h + part * h + 3}h${2 * w - 10}`).join(''),
      width: 1,
    },
  ];
}

/** Below the plan: how the room decides and who may speak there, once it is known; what was chosen until then. */
function lineMarks(state: RoomState, plan: Plan): Mark[] {
  const { statement, choice } = present(state);
  const judged = isJudged(state);
  const answers = [
    { id: 'rule', value: judged ? statement.rule : choice.rule },
    { id: 'who', value: judged ? statement.who : choice.who },
  ];
  const [first, second, third] = plan.lines as [Plan['lines'][0], Plan['lines'][0], Plan['lines'][0]];
  return [
    ...answers.flatMap(({ id, value }, i): Mark[] => {
      const { x, y } = i === 0 ? first : second;
      return [
        text(`${id}-label`, x, y, message(judged ? `label.${id}` : `label.${id}.chosen`), 'quiet'),
        text(
          `${id}-value`,
          plan.wide ? x + 210 : x,
          plan.wide ? y : y + 17,
          message(value ? `short.${id}.${value}` : 'value.nothing'),
          value ? (judged ? 'fact' : 'signal') : 'quiet',
          { strong: value !== undefined },
        ),
      ];
    }),
    text('from-label', third.x, third.y, message('label.from'), 'quiet'),
    text(
      'from-value',
      plan.wide ? third.x + 210 : third.x,
      plan.wide ? third.y : third.y + 17,
      message(judged ? `from.${statement.id}` : 'value.nothing'),
      judged ? 'ink' : 'quiet',
    ),
  ];
}

export function layout(state: RoomState, size: Size): Picture {
  const plan = planOf(size);
  const { statement } = present(state);
  return {
    ...size,
    marks: [
      ...plan.places.flatMap((place) => roomMarks(state, plan, place)),
      ...sheetMarks(state, plan),
      text('heading', plan.heading.x, plan.heading.y, message(`short.${statement.id}`), 'ink', {
        size: plan.wide ? 'large' : 'body',
        strong: !plan.wide,
      }),
      plan.wide
        ? text('count', 938, plan.heading.y, message('value.place', place(state)), 'quiet', { anchor: 'end' })
        : text('count', 8, 44, message('value.place', place(state)), 'quiet'),
      ...lineMarks(state, plan),
    ],
  };
}

const place = (state: RoomState) => ({ n: placeOf(state) + 1, of: state.statements.length });
