import { describe, expect, test } from 'vitest';
import { linksOf } from '../../../../src/models/routing/as-graph.ts';
import { initialState } from '../../../../src/models/routing/converge-state.ts';
import { announce, packetJourney, pathOf, settle } from '../../../../src/models/routing/converge.ts';
import { businessPolicy } from '../../../../src/models/routing/policy.ts';
import { parsePrefix, type Prefix } from '../../../../src/models/routing/prefix.ts';
import { sessionNetwork, type Policy } from '../../../../src/models/routing/session-network.ts';
import { comparison, countOf, orderOf } from '../../../../src/sims/route-checks/checkers.ts';
import {
  asnOf,
  customersBehind,
  graph,
  nodeOfNumber,
  numberOfNode,
  numbers,
} from '../../../../src/sims/route-checks/graph.ts';
import {
  blocks,
  counted,
  events,
  holder,
  isRefusable,
  outcome,
  wrongOne,
  type Event,
  type Phase,
  type Signed,
} from '../../../../src/sims/route-checks/outcome.ts';

const sorted = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b);
const look = (
  event: Event,
  checkers: readonly number[] = [],
  signed: Signed = 'exact',
  phase: Phase = 'wrong',
) => outcome({ event, signed, checkers: new Set(checkers), roles: false }, phase);
const everybody = (event: Event) => counted(event);
const largest = (event: Event, checking: number) => orderOf(event, 'largest', '').slice(0, checking);

describe('the graph', () => {
  test('has thirty networks with AS numbers set aside for documentation: 64496 to 64511 and 65536 to 65551 (RFC 5398)', () => {
    expect(graph.size).toBe(30);
    for (const number of numbers) {
      const asn = asnOf(number);
      expect((asn >= 64_496 && asn <= 64_511) || (asn >= 65_536 && asn <= 65_551)).toBe(true);
      expect(numberOfNode(nodeOfNumber(number))).toBe(number);
    }
  });

  test('counts who stands behind a network: 2 sells to 6, 8 and 9, and these to eight networks at the edge', () => {
    // 6: 15, 16, 17. 8: 20, 21, 22. 9: 22, 23, 24. With 6, 8 and 9 themselves that is eleven.
    expect(customersBehind(2)).toBe(11);
    expect([1, 3, 4, 10, 11, 30].map(customersBehind)).toEqual([10, 10, 6, 3, 2, 0]);
  });
});

describe('which announcements are invalid (RFC 6811, section 2)', () => {
  test.each<[Event, Signed, boolean]>([
    // Another origin under a statement is invalid, whatever its length.
    ['hijack-2008', 'exact', true],
    ['hijack-2008', 'loose', true],
    ['same-length', 'exact', true],
    ['leak-1997', 'exact', true],
    // The right origin with a longer prefix than the statement allows is invalid, and valid when it allows it.
    ['leak-2017', 'exact', true],
    ['leak-2017', 'loose', false],
    // The whole block with its right origin is valid.
    ['route-leak', 'exact', false],
    ['route-leak', 'loose', false],
  ])('%s under the statement "%s": %s', (event, signed, expected) => {
    expect(isRefusable({ event, signed })).toBe(expected);
  });

  test('without a statement nothing is invalid', () => {
    for (const event of events) expect(isRefusable({ event, signed: 'none' })).toBe(false);
  });
});

describe('the hijack of a smaller block, by hand', () => {
  test('with no checks all 28 networks take it: longest prefix wins, wherever they stand', () => {
    const { distance, astray } = look('hijack-2008');
    expect(distance.size).toBe(28);
    expect(astray.size).toBe(28);
    // 26 tells its provider 10, that one 3, 9 (peer), 24 and 25 (customers); 3 tells 1, 2, 4 and its customer 11.
    const at = (links: number) => sorted([...distance].filter(([, d]) => d === links).map(([n]) => n));
    expect(at(1)).toEqual([10]);
    expect(at(2)).toEqual([3, 9, 24, 25]);
    expect(at(3)).toEqual([1, 2, 4, 11, 22, 23]);
    expect(at(4)).toEqual([5, 6, 7, 8, 12, 27, 28]);
    expect(at(5)).toEqual([13, 14, 15, 16, 18, 19, 20, 21, 29, 30]);
  });

  test('the four largest networks alone confine it to 10, its peer 9 and the customers of the two', () => {
    const { distance, astray } = look('hijack-2008', [1, 2, 3, 4]);
    expect(sorted(distance.keys())).toEqual([9, 10, 22, 23, 24, 25]);
    expect(sorted(astray)).toEqual([9, 10, 22, 23, 24, 25]);
  });

  test('the one provider of the source alone stops it for all, and so does everybody', () => {
    expect(look('hijack-2008', [10]).astray.size).toBe(0);
    expect(look('hijack-2008', everybody('hijack-2008')).astray.size).toBe(0);
  });

  test('half of the networks is not half of the damage: nobody is led astray if it is the larger half', () => {
    expect(look('hijack-2008', largest('hijack-2008', 14)).astray.size).toBe(0);
    // And everybody is, though 14 check, if these are all at the edge and their providers believe the route.
    const edge = [13, 14, 15, 16, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28];
    const { distance, astray } = look('hijack-2008', edge);
    expect(edge.some((number) => distance.has(number))).toBe(false);
    expect(astray.size).toBe(28);
  });

  test('a network that does not check is spared behind one that does, if it has no other source', () => {
    // 3 is the only way from 10 to the rest, but for the peer 9.
    const { astray } = look('hijack-2008', [3, 9]);
    expect(sorted(astray)).toEqual([10, 24, 25]);
  });

  test('a network that refuses the route sends its packets astray all the same if its provider believes it', () => {
    const { distance, astray } = look('hijack-2008', [25]);
    expect(distance.has(25)).toBe(false);
    expect(astray.has(25)).toBe(true);
  });

  test('the holder wins networks back with the same block, more with smaller ones, all when the wrong route goes', () => {
    expect(look('hijack-2008', [], 'exact', 'same').astray.size).toBe(9);
    expect(sorted(look('hijack-2008', [], 'exact', 'smaller').astray)).toEqual([3, 10, 25]);
    expect(look('hijack-2008', [], 'exact', 'withdrawn').astray.size).toBe(0);
  });
});

describe('the other events', () => {
  test('the very same block: the side of the source is led astray, and nobody else', () => {
    // 10 has a customer's route, 3 its customer's, 9 and 11 and their customers the shorter of two.
    expect(sorted(look('same-length').astray)).toEqual([3, 9, 10, 11, 23, 24, 25, 27, 28]);
  });

  test('customers with no other provider than the source of the leak are led astray even if all check', () => {
    // 29 and 30 buy from 12 alone: their packets enter it whatever they refuse.
    const { distance, astray } = look('leak-1997', everybody('leak-1997'));
    expect(distance.size).toBe(0);
    expect(sorted(astray)).toEqual([29, 30]);
  });

  test('a leak with the right origin is the same at every share of checks; agreed roles end it', () => {
    // 10 prefers its customer 24; 3 its customer 10; 25 and 26 have no provider but 10.
    for (const checking of [0, 7, 14, 21, 28])
      expect(sorted(look('route-leak', largest('route-leak', checking)).astray)).toEqual([3, 10, 25, 26]);
    const roles = { event: 'route-leak', signed: 'exact', checkers: new Set<number>(), roles: true } as const;
    expect(outcome(roles, 'wrong').astray.size).toBe(0);
  });

  test('without a statement nothing changes at any share', () => {
    for (const event of events) {
      const open = look(event, [], 'none');
      for (const checking of [7, 14, 28]) expect(look(event, largest(event, checking), 'none')).toEqual(open);
    }
  });
});

test('a network that checks never uses an invalid route, in any event, for two hundred sets of checkers', () => {
  for (const event of events)
    for (const signed of ['exact', 'loose'] as const) {
      if (!isRefusable({ event, signed })) continue;
      for (let draw = 0; draw < 20; draw++) {
        const checkers = orderOf(event, 'random', `draw ${draw}`).slice(0, 1 + draw);
        const { distance } = look(event, checkers, signed);
        expect(checkers.filter((number) => distance.has(number))).toEqual([]);
      }
    }
});

describe('checked by another model: the same graph, message by message', () => {
  const links = [...linksOf(graph)];
  const parsed = (text: string): Prefix => parsePrefix(text) as Prefix;
  /** Networks whose packets end at the wrong network, and those that use its route. */
  function byMessages(event: Event, signed: Signed, checkers: readonly number[], phase: Phase) {
    const wrong = asnOf(wrongOne[event]);
    const own = asnOf(holder);
    const announced = phase === 'wrong' ? [blocks.whole] : [blocks.whole, blocks.half];
    const roas =
      signed === 'none'
        ? []
        : announced.map((block) => ({ prefix: parsed(block), maxLength: parsed(block).length, asn: own }));
    const business = businessPolicy(links, { roas, validators: new Set(checkers.map(asnOf)) });
    const policy: Policy = {
      ...business,
      // The holder does not believe others about its own addresses.
      preference: (at, route) => (at === own ? null : business.preference(at, route)),
    };
    const network = sessionNetwork(links, policy);
    let state = initialState(network, 1);
    for (const block of announced) state = settle(network, announce(network, state, own, block), 1e5);
    const bad = event === 'same-length' ? blocks.whole : blocks.half;
    state = settle(network, announce(network, state, wrong, bad), 1e5);
    const list = counted(event);
    return {
      holding: list.filter((number) => pathOf(network, state, asnOf(number), bad).at(-1) === wrong),
      astray: list.filter(
        (number) =>
          packetJourney(network, state, asnOf(number), [blocks.half, blocks.whole]).networks.at(-1) === wrong,
      ),
    };
  }

  test.each(events.filter((event) => event !== 'route-leak'))('%s', (event) => {
    for (const signed of ['none', 'exact'] as const)
      for (let draw = 0; draw < 6; draw++) {
        const checkers = orderOf(event, 'random', `message ${draw}`).slice(0, 4 * draw);
        const expected = byMessages(event, signed, checkers, 'wrong');
        const { distance, astray } = look(event, checkers, signed);
        expect(sorted(distance.keys())).toEqual(expected.holding);
        expect(sorted(astray)).toEqual(expected.astray);
      }
  });

  test('the answer of the holder with the same smaller block', () => {
    for (const checking of [0, 5, 14]) {
      const checkers = orderOf('hijack-2008', 'random', '16').slice(0, checking);
      const expected = byMessages('hijack-2008', 'exact', checkers, 'same');
      const { distance, astray } = look('hijack-2008', checkers, 'exact', 'same');
      expect(sorted(distance.keys())).toEqual(expected.holding);
      expect(sorted(astray)).toEqual(expected.astray);
    }
  });
});

describe('who checks', () => {
  test('half of 28 are 14; the source and the holder are not counted', () => {
    for (const event of events) {
      expect(counted(event)).toHaveLength(28);
      expect([0, 50, 100].map((share) => countOf(event, share))).toEqual([0, 14, 28]);
      expect(counted(event)).not.toContain(wrongOne[event]);
    }
  });

  test('the largest come first, and equals by number', () => {
    // Behind them stand 11, 10, 10, 6 networks; then eight with three (12 too) and 11 with two; then the edge.
    expect(largest('hijack-2008', 13)).toEqual([2, 1, 3, 4, 5, 6, 7, 8, 9, 10, 12, 11, 13]);
  });

  test('a draw is the same for the same number, and a larger share keeps those of a smaller one', () => {
    expect(orderOf('hijack-2008', 'random', '3')).toEqual(orderOf('hijack-2008', 'random', '3'));
    expect(orderOf('hijack-2008', 'random', '3')).not.toEqual(orderOf('hijack-2008', 'random', '4'));
    expect(sorted(orderOf('hijack-2008', 'random', '3'))).toEqual(counted('hijack-2008'));
  });

  test('more networks that check never lead more astray, by size as on average by lot', () => {
    for (const event of events) {
      const { largest: bySize, random } = comparison({
        event,
        signed: 'exact',
        roles: false,
        checkers: new Set(),
      });
      for (const points of [bySize, random])
        for (const [i, { astray }] of points.entries())
          if (i > 0) expect(astray).toBeLessThanOrEqual(points[i - 1]!.astray);
    }
  });

  test('a third of the networks is enough if they are the largest, and far from enough by lot', () => {
    const { largest: bySize, random } = comparison({
      event: 'hijack-2008',
      signed: 'exact',
      roles: false,
      checkers: new Set(),
    });
    expect([0, 4, 10].map((checking) => bySize[checking]!.astray)).toEqual([28, 6, 0]);
    expect(random[10]!.astray).toBeGreaterThan(5);
  });
});
