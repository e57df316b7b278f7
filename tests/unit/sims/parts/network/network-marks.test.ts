import { expect, test } from 'vitest';
import { plateSizes } from '../../../../../src/sims/kernel/sizes.ts';
import { chordCurve, linkCurve, pointAt, trimmed } from '../../../../../src/sims/parts/network/geometry.ts';
import {
  legendMarks,
  networkMarks,
  reasonFor,
  ringOrder,
  ringPlaces,
  type NetworkDrawing,
  type Offer,
} from '../../../../../src/sims/parts/network/index.ts';

const box = { x: 0, y: 0, width: 400, height: 400 };
const drawing: NetworkDrawing = {
  nodes: [
    { id: 'A', name: 'A', at: { wide: [0.25, 0.5], narrow: [0.5, 0.25] }, look: 'news' },
    { id: 'B', name: 'B', at: { wide: [0.75, 0.5], narrow: [0.5, 0.75] }, look: 'gone', isEnd: true },
  ],
  links: [{ a: 'A', b: 'B', kind: 'transit', action: 'cut:A-B', label: { key: 'press' } }],
  radius: { wide: 20, narrow: 20 },
  area: { wide: box, narrow: box },
};
const wide = plateSizes[0]!.size;
const marksOf = (more: Partial<NetworkDrawing>) => networkMarks({ ...drawing, ...more }, wide);
const kinds = (kind: 'transit' | 'peering' | 'line', isCut = false) =>
  marksOf({ links: [{ a: 'A', b: 'B', kind, isCut }] })
    .filter(({ id }) => id.startsWith('link-'))
    .map(({ id }) => id);

test('each kind of link is told by its form: one line with a triangle, two lines, one dashed line, a cross', () => {
  expect(kinds('transit')).toEqual(['link-A-B-line', 'link-A-B-pays']);
  expect(kinds('peering')).toEqual(['link-A-B-line-0', 'link-A-B-line-1']);
  expect(kinds('line')).toEqual(['link-A-B-line']);
  expect(marksOf({ links: [{ a: 'A', b: 'B', kind: 'line' }] })[0]).toMatchObject({ dashed: true });
  expect(kinds('transit', true)).toEqual(['link-A-B-line', 'link-A-B-cut']);
});

test('the triangle of a transit link points to the provider, whom the customer pays', () => {
  const pays = marksOf({}).find(({ id }) => id === 'link-A-B-pays')!;
  // A, the provider, is at x = 100 and B at x = 300: the tip is left of the two other corners.
  const [tip, ...corners] = [...('d' in pays ? pays.d : '').matchAll(/[ML]([\d.]+),/g)].map(([, x]) =>
    Number(x),
  );
  expect(corners).toHaveLength(2);
  for (const corner of corners) expect(tip).toBeLessThan(corner);
});

test('a link that can be pressed has a band below everything that is drawn', () => {
  const [first, ...others] = marksOf({});
  expect(first).toMatchObject({ tone: 'none', action: 'cut:A-B', label: { key: 'press' } });
  expect(others.some(({ action }) => action)).toBe(false);
});

test('a link, a path or a message with a network that is not there is refused', () => {
  expect(() => marksOf({ links: [{ a: 'A', b: 'C', kind: 'transit' }] })).toThrow('"C"');
  expect(() => marksOf({ path: ['A', 'D'] })).toThrow('"D"');
  expect(() => marksOf({ movers: [{ from: 'E', to: 'A', tone: 'signal' }] })).toThrow('"E"');
});

test('a line begins and ends at the edge of the circles, also when it is bent', () => {
  for (const curve of [linkCurve([100, 200], [300, 200]), linkCurve([100, 200], [300, 200], 0.3)]) {
    const { from, to } = trimmed(curve, 20);
    expect(Math.hypot(from[0] - 100, from[1] - 200)).toBeCloseTo(20, 0);
    expect(Math.hypot(to[0] - 300, to[1] - 200)).toBeCloseTo(20, 0);
  }
});

test('a positive bend lies to the right of whoever looks from the first network to the second', () => {
  // To the right of somebody who looks along x on a plate, where y grows downwards, is below.
  expect(pointAt(linkCurve([0, 0], [100, 0], 0.2), 0.5)).toEqual([50, 20]);
});

test('in a ring the line between neighbours is led inwards by the distance asked for', () => {
  const [x, y] = pointAt(chordCurve([0, 0], [100, 0], [50, 400], 40), 0.5);
  expect([x, y]).toEqual([50, 40]);
});

test('networks that are linked come to stand side by side in a ring', () => {
  const order = ringOrder(
    ['1', '2', '3', '4', '5', '6'],
    [
      { a: '1', b: '4' },
      { a: '4', b: '2' },
      { a: '2', b: '5' },
      { a: '5', b: '3' },
      { a: '3', b: '6' },
      { a: '6', b: '1' },
    ],
  );
  const next = (id: string) => order[(order.indexOf(id) + 1) % 6]!;
  // The ring of links is 1 4 2 5 3 6, in one direction or the other.
  expect(['4', '6']).toContain(next('1'));
  expect(['2', '1']).toContain(next('4'));
});

test('places of a ring are at even angles on the edge of the area, from the left on', () => {
  expect(ringPlaces(0, 4).wide[0]).toBeCloseTo(0);
  expect(ringPlaces(1, 4).wide[1]).toBeCloseTo(0);
  expect(ringPlaces(2, 4).wide[0]).toBeCloseTo(1);
});

const offer = (from: number, preference: number, length: number, isChosen = false): Offer => ({
  from,
  relation: 'peer',
  path: Array.from({ length }, (_, i) => i),
  preference,
  isChosen,
});
test('the reason for a choice is the first rule that leaves one offer (RFC 4271, 9.1.1 and 9.1.2.2)', () => {
  expect(reasonFor([])).toBeUndefined();
  expect(reasonFor([offer(1, 100, 3, true)])).toBe('only');
  expect(reasonFor([offer(1, 300, 5, true), offer(2, 100, 1)])).toBe('rank');
  expect(reasonFor([offer(1, 100, 2, true), offer(2, 100, 3), offer(3, 50, 1)])).toBe('length');
  expect(reasonFor([offer(1, 100, 2, true), offer(2, 100, 2)])).toBe('number');
});

test('a legend stands where it is put, with words to the right of each sign', () => {
  const marks = legendMarks(
    [
      { sign: { link: { kind: 'peering' } }, text: { key: 'a' } },
      { sign: { message: 'signal' }, text: { key: 'b' } },
    ],
    [
      [10, 100],
      [10, 120],
    ],
  );
  const words = marks.filter((mark) => mark.kind === 'text');
  expect(words.map(({ y }) => y)).toEqual([100, 120]);
  expect(words.every(({ x }) => x > 44)).toBe(true);
});
