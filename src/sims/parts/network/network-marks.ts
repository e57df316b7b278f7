import type { Mark, Size, Tone } from '../../kernel/marks.ts';
import {
  beside,
  directionAt,
  inBox,
  isWide,
  linkCurve,
  pathData,
  pieceOf,
  pointAt,
  reversed,
  trimmed,
  type Curve,
  type Point,
} from './geometry.ts';
import type { NetworkDrawing, NetworkLink, NetworkNode, PerPlate, Side } from './types.ts';

/** Half the distance between the two lines of a peering link, in units of the plate. */
const peeringGap = 2;
/** Width of the band around a link that can be pressed. */
const pressWidth = 20;

/** A small triangle that points along the curve: to whom the customer pays. */
export function payMark(id: string, curve: Curve, share: number, tone: Tone): Mark {
  const [x, y] = pointAt(curve, share);
  const [dx, dy] = directionAt(curve, share);
  const corner = (along: number, across: number): string =>
    `${(x + dx * along - dy * across).toFixed(1)},${(y + dy * along + dx * across).toFixed(1)}`;
  return {
    kind: 'path',
    id,
    tone,
    d: `M${corner(6, 0)}L${corner(-4, 4.5)}L${corner(-4, -4.5)}Z`,
    width: 0,
    filled: true,
  };
}

/** A cross over a point. */
export const crossMark = (id: string, [x, y]: Point, r: number, tone: Tone): Mark => ({
  kind: 'path',
  id,
  tone,
  d: `M${x - r},${y - r}l${2 * r},${2 * r}M${x + r},${y - r}l${-2 * r},${2 * r}`,
  width: 2,
});

/** The line of a link, without what can be pressed: also used in legends. */
export function linkMarks(
  id: string,
  { kind, isCut, isUsed }: Pick<NetworkLink, 'kind' | 'isCut' | 'isUsed'>,
  curve: Curve,
): Mark[] {
  const tone: Tone = isCut ? 'myth' : isUsed ? 'fact' : kind === 'line' ? 'quiet' : 'line';
  const width = isUsed ? 2 : 1.5;
  const pieces = isCut ? [pieceOf(curve, 0, 0.4), pieceOf(curve, 0.6, 1)] : [curve];
  const line = (name: string, d: string, dashed: boolean): Mark => ({
    kind: 'path',
    id: name,
    tone,
    d,
    width,
    dashed,
  });
  if (isCut)
    return [
      line(`${id}-line`, pieces.map((piece) => pathData(piece)).join(''), true),
      crossMark(`${id}-cut`, pointAt(curve, 0.5), 4.5, 'myth'),
    ];
  if (kind === 'peering')
    return [-peeringGap, peeringGap].map((gap, i) =>
      line(`${id}-line-${i}`, pathData(beside(curve, gap)), false),
    );
  if (kind === 'line') return [line(`${id}-line`, pathData(curve), true)];
  return [
    line(`${id}-line`, pathData(curve), false),
    payMark(`${id}-pays`, reversed(curve), 0.5, isUsed ? 'fact' : 'quiet'),
  ];
}

/** The sign of a network around a point. */
export function nodeMarks(
  id: string,
  { look = 'plain', shape = 'network', name, isEnd, action, label }: Partial<NetworkNode>,
  [x, y]: Point,
  r: number,
): Mark[] {
  const tone: Tone = look === 'silent' || look === 'gone' ? 'myth' : look === 'plain' ? 'quiet' : 'fact';
  const filled = look === 'news';
  const press = action ? { action, ...(label ? { label } : {}) } : {};
  const disc: Mark =
    shape === 'exchange'
      ? {
          kind: 'rect',
          id: `${id}-disc`,
          tone: filled ? tone : 'paper',
          x: x - r,
          y: y - r,
          width: 2 * r,
          height: 2 * r,
          filled: true,
          ...press,
        }
      : { kind: 'circle', id: `${id}-disc`, tone: filled ? tone : 'paper', x, y, r, filled: true, ...press };
  const circle = (radius: number): string =>
    `M${x - radius},${y}a${radius},${radius} 0 1 1 ${2 * radius},0a${radius},${radius} 0 1 1 ${-2 * radius},0Z`;
  const square = (radius: number): string =>
    `M${x - radius},${y - radius}h${2 * radius}v${2 * radius}h${-2 * radius}Z`;
  const outline = shape === 'exchange' ? square : circle;
  return [
    disc,
    {
      kind: 'path',
      id: `${id}-ring`,
      tone,
      d: outline(r),
      width: look === 'plain' ? 1.25 : 2,
      dashed: look === 'silent',
    },
    ...(isEnd
      ? [
          {
            kind: 'path' as const,
            id: `${id}-end`,
            tone: look === 'gone' || look === 'silent' ? tone : ('signal' as const),
            d: outline(r + 4),
            width: 1.5,
          },
        ]
      : []),
    ...(name === undefined
      ? []
      : [
          {
            kind: 'text' as const,
            id: `${id}-name`,
            tone: filled ? ('paper' as const) : look === 'plain' ? ('ink' as const) : tone,
            x,
            y: y + 5,
            text: name,
            anchor: 'middle' as const,
            size: 'small' as const,
          },
        ]),
    ...(look === 'gone' ? [crossMark(`${id}-gone`, [x, y], r, 'myth')] : []),
  ];
}

function noteMarks({ id, note, isEnd }: NetworkNode, [x, y]: Point, r: number, wide: boolean): Mark[] {
  const side: Side | undefined = note?.side[wide ? 'wide' : 'narrow'];
  if (!note || !side) return [];
  const away = r + (isEnd ? 9 : 5);
  const place = {
    above: { x, y: y - away - 2, anchor: 'middle' },
    below: { x, y: y + away + 11, anchor: 'middle' },
    left: { x: x - away, y: y + 5, anchor: 'end' },
    right: { x: x + away, y: y + 5, anchor: 'start' },
  } as const;
  return [
    {
      kind: 'text',
      id: `node-${id}-note`,
      tone: note.tone ?? 'ink',
      text: note.text,
      size: 'small',
      ...place[side],
    },
  ];
}

const of = <T>(values: PerPlate<T>, wide: boolean): T => (wide ? values.wide : values.narrow);

/**
 * Networks and the links between them as marks: what lies below comes first. Links that can be pressed have a broad band
 * around them; styles/frame.css shows it when a pointer or the keyboard is on it.
 *
 * @throws Error for a link, a path or a mover whose network is not among the nodes.
 */
export function networkMarks(drawing: NetworkDrawing, size: Size): Mark[] {
  const wide = isWide(size);
  const area = of(drawing.area, wide);
  const r = of(drawing.radius, wide);
  const places = new Map(drawing.nodes.map(({ id, at }) => [id, inBox(of(at, wide), area)]));
  const placeOf = (id: string): Point => {
    const place = places.get(id);
    if (!place) throw new Error(`No network "${id}" in the drawing.`);
    return place;
  };
  const centre: Point = [area.x + area.width / 2, area.y + area.height / 2];
  const curveOf = ({ a, b, bend }: NetworkLink): Curve =>
    linkCurve(placeOf(a), placeOf(b), bend ? of(bend, wide) : 0, drawing.pull ?? 0, centre);
  const curves = new Map<string, Curve>();
  for (const link of drawing.links) {
    const curve = curveOf(link);
    curves.set(`${link.a} ${link.b}`, curve).set(`${link.b} ${link.a}`, reversed(curve));
  }
  const between = (from: string, to: string): Curve =>
    curves.get(`${from} ${to}`) ?? linkCurve(placeOf(from), placeOf(to), 0, 0, centre);

  const bands: Mark[] = [];
  const lines: Mark[] = [];
  const used: Mark[] = [];
  const notes: Mark[] = [];
  for (const link of drawing.links) {
    const id = `link-${link.a}-${link.b}`;
    const curve = trimmed(curves.get(`${link.a} ${link.b}`)!, r);
    if (link.action)
      bands.push({
        kind: 'path',
        id: `${id}-press`,
        tone: 'none',
        d: pathData(trimmed(curve, r / 2)),
        width: pressWidth,
        action: link.action,
        ...(link.label ? { label: link.label } : {}),
      });
    (link.isUsed || link.isCut ? used : lines).push(...linkMarks(id, link, curve));
    if (link.note) {
      const [x, y] = pointAt(curve, 0.5);
      const [dx, dy] = of(link.note.shift, wide);
      notes.push({
        kind: 'text',
        id: `${id}-note`,
        tone: link.note.tone ?? 'quiet',
        x: x + dx,
        y: y + dy,
        text: link.note.text,
        anchor: 'middle',
        size: 'small',
      });
    }
  }

  const way: Mark[] = [];
  const { path = [] } = drawing;
  if (path.length > 1) {
    const d = path
      .slice(1)
      .map((id, i) => pathData(between(path[i]!, id), i === 0))
      .join('');
    way.push({ kind: 'path', id: 'way', tone: 'signal', d, width: 4 });
    if (drawing.isMoving)
      way.push({ kind: 'mover', id: `way-${path.join('-')}`, tone: 'signal', d, r: 4.5, count: 6 });
  }

  const movers = (drawing.movers ?? []).map(({ from, to, tone }): Mark => ({
    kind: 'mover',
    id: `message-${from}-${to}`,
    tone,
    d: pathData(trimmed(between(from, to), r + 3)),
    r: 3.5,
    count: 1,
  }));

  return [
    ...bands,
    ...lines,
    ...used,
    ...way,
    ...movers,
    ...drawing.nodes.flatMap((node) => nodeMarks(`node-${node.id}`, node, placeOf(node.id), r)),
    ...notes,
    ...drawing.nodes.flatMap((node) => noteMarks(node, placeOf(node.id), r, wide)),
  ];
}
