import { describe, expect, test } from 'vitest';
import { withFewGateways } from '../../../../src/models/routing/few-gateways.ts';
import { generateInternet } from '../../../../src/models/routing/generate.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { evenSample, surveyReach } from '../../../../src/models/routing/reach-survey.ts';

const before = generateInternet(4000, 'harbour');
const after = withFewGateways(before);
const { graph, regions, gateways, gatewayRegion } = after;
const inside = (v: number) => regions[v] === gatewayRegion;

describe('A region with few gateways', () => {
  test('holds 2 % of the networks, taken from the largest region, and four gateways', () => {
    const size = (list: Uint8Array, region: number) => list.filter((one) => one === region).length;
    expect(size(regions, gatewayRegion)).toBe(80);
    expect(size(regions, 0)).toBe(size(before.regions, 0) - 80);
    for (const region of [1, 2, 3, 4]) expect(size(regions, region)).toBe(size(before.regions, region));
    expect(gateways).toHaveLength(4);
    expect(gateways.every(inside)).toBe(true);
  });

  test('is joined to the outside by no link but those of its gateways', () => {
    const isGateway = new Set(gateways);
    const wrong: string[] = [];
    for (let v = 0; v < graph.size; v++) {
      const check = (list: Uint32Array, start: Uint32Array, kind: string) => {
        for (let i = start[v]!; i < start[v + 1]!; i++) {
          const w = list[i]!;
          if (inside(v) === inside(w)) continue;
          if (!isGateway.has(inside(v) ? v : w)) wrong.push(`${kind} ${v} ${w}`);
        }
      };
      check(graph.providers, graph.providerStart, 'provider');
      check(graph.peers, graph.peerStart, 'peer');
    }
    expect(wrong).toEqual([]);
  });

  test('loses nobody while all is well, and is reached from everywhere', () => {
    const engine = new Propagation(graph);
    engine.run([{ node: gateways[0]! }]);
    expect(engine.reach().reached).toBe(4000);
  });

  test('is cut off without its gateways, and no other network in the world loses a path to the others', () => {
    const engine = new Propagation(graph);
    const removed = new Uint8Array(graph.size);
    for (const node of gateways) {
      engine.removeNetwork(node);
      removed[node] = 1;
    }
    const survey = surveyReach(
      engine,
      evenSample(graph.nodesByAsn, 200),
      { count: after.regionCount, groupOf: regions },
      removed,
    );
    expect(survey.cutOff).toEqual([0, 0, 0, 0, 0, 76]);
    for (let v = 0; v < graph.size; v += 97) {
      if (removed[v]) continue;
      engine.run([{ node: v }]);
      for (let w = 0; w < graph.size; w++)
        if (!removed[w] && inside(v) !== inside(w)) expect(engine.hasRoute(w)).toBe(false);
    }
  });

  test('leaves the group at the top as it was: all peers of each other, none with a provider', () => {
    expect(after.clique).toHaveLength(before.clique.length);
    for (const node of after.clique) {
      expect(graph.providerStart[node]).toBe(graph.providerStart[node + 1]);
      const peers = new Set(graph.peers.subarray(graph.peerStart[node], graph.peerStart[node + 1]));
      expect(after.clique.filter((other) => other !== node && !peers.has(other))).toEqual([]);
    }
  });

  test('is the same each time', () => {
    expect(withFewGateways(before)).toEqual(after);
  });

  test('is refused where the largest region is too small for it', () => {
    expect(() => withFewGateways(generateInternet(120, '1'))).toThrow(RangeError);
  });
});
