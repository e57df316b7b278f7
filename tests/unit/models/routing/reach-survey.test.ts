import { expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { evenSample, localLength, surveyReach } from '../../../../src/models/routing/reach-survey.ts';
import { graphFromText } from '../../../fixtures/routing/graph-from-text.ts';

// Two peers at the top, 1 and 2; 3 and 4 buy from 1, 5 from 2. By hand: 3 and 4 are two links apart, 3 and 5 three.
const graph = graphFromText('1|2|0 1|3|-1 1|4|-1 2|5|-1');
const node = (asn: number) => nodeOf(graph, asn);
const groupOf = new Uint8Array(5);
groupOf[node(2)] = groupOf[node(5)] = 1;
const groups = { count: 2, groupOf };
const all = [1, 2, 3, 4, 5].map(node);

test('counts the pairs with a path and the links on it: ten pairs at distances 1, 2 and 3, as counted by hand', () => {
  const survey = surveyReach(new Propagation(graph), all, groups, new Uint8Array(5));
  // Unordered pairs: four at distance 1, 34 23 24 15 at 2 (peers pass customers on), 35 and 45 at 3.
  expect(survey).toEqual({
    destinations: 5,
    reached: 1,
    meanLength: (4 * 1 + 4 * 2 + 2 * 3) / 10,
    cutOff: [0, 0],
  });
});

test('a network that has lost more than half of the sample is cut off; removed ones are no part of any count', () => {
  const engine = new Propagation(graph);
  const removed = new Uint8Array(5);
  removed[node(1)] = 1;
  engine.removeNetwork(node(1));
  const isCutOff = new Uint8Array(5);
  const survey = surveyReach(engine, all, groups, removed, isCutOff);
  // 2 and 5 still have each other, which is half of the sample of four; 3 and 4 have nobody but themselves.
  expect(survey.destinations).toBe(4);
  expect(survey.reached).toBeCloseTo(2 / 12);
  expect(survey.cutOff).toEqual([2, 0]);
  expect([...isCutOff].filter(Boolean)).toHaveLength(2);
  expect(isCutOff[node(3)]).toBe(1);
});

test('paths inside a group are counted apart: 1, 3 and 4 are 1, 1 and 2 links apart', () => {
  expect(localLength(new Propagation(graph), [1, 3, 4].map(node), groups, 0)).toBeCloseTo(4 / 3);
  expect(localLength(new Propagation(graph), [], groups, 0)).toBe(0);
});

test('a sample is spread evenly over the numbers and never larger than the graph', () => {
  const numbers = Uint32Array.from({ length: 100 }, (_, i) => i);
  expect(evenSample(numbers, 4)).toEqual([12, 37, 62, 87]);
  expect(evenSample(numbers, 1000)).toHaveLength(100);
});
