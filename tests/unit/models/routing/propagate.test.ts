import { describe, expect, test } from 'vitest';
import { nodeOf } from '../../../../src/models/routing/as-graph.ts';
import type { Conditions } from '../../../../src/models/routing/propagate.ts';
import { Propagation } from '../../../../src/models/routing/propagate.ts';
import { graphFromText as graphOf } from '../../../fixtures/routing/graph-from-text.ts';

/** Runs the engine by AS numbers and gives the paths as texts. */
function routes(engine: Propagation, origins: readonly number[], conditions: Conditions = {}) {
  engine.run(
    origins.map((asn) => ({ node: nodeOf(engine.graph, asn) })),
    conditions,
  );
  return (asn: number) => engine.pathOf(nodeOf(engine.graph, asn)).join(' ');
}

/*
 * Two networks at the top (1, 2) that peer; 3 and 4 below 1, 5 below 2, and below both 4 and 5 the network 6; 3 and 5
 * peer. Worked out by hand.
 */
const diamond = '1|2|0 1|3|-1 1|4|-1 2|5|-1 4|6|-1 5|6|-1 3|5|0';

describe('the route is chosen by the rules of Gao and Rexford', () => {
  test('a customer’s longer path beats a peer’s shorter one, and a peer’s beats a provider’s', () => {
    // 9 reaches 7 through its customers 8 and 6 although it peers with 7's other provider.
    const path = routes(
      new Propagation(graphOf('9|8|-1 8|6|-1 6|7|-1 5|7|-1 9|5|0 4|3|-1 3|5|0 4|9|-1 4|5|-1')),
      [7],
    );
    expect(path(9)).toBe('9 8 6 7');
    // 3 peers with 5 and buys from 4, whose path is as long: the peer is preferred.
    expect(path(3)).toBe('3 5 7');
  });

  test('of equal preference the shorter path is taken, then the neighbour with the lower AS number', () => {
    const path = routes(
      new Propagation(graphOf('20|1|-1 30|1|-1 20|40|-1 30|40|-1 50|1|-1 60|50|-1 60|40|-1')),
      [1],
    );
    expect(path(40)).toBe('40 20 1');
  });

  test('what comes from a peer or a provider is told to customers only', () => {
    const path = routes(new Propagation(graphOf(diamond)), [6]);
    expect(path(1)).toBe('1 4 6');
    expect(path(2)).toBe('2 5 6');
    expect(path(3)).toBe('3 5 6');
    // 3 has a route by its peer 5 and must not tell its provider; towards 3 itself, 6 asks 5, and 4 its provider 1.
    const toThree = routes(new Propagation(graphOf(diamond)), [3]);
    expect([toThree(6), toThree(4), toThree(2)]).toEqual(['6 5 3', '4 1 3', '2 1 3']);
  });

  test('two networks that would both have to carry others’ traffic for nothing stay apart', () => {
    const engine = new Propagation(graphOf('10|20|0 20|30|0'));
    const path = routes(engine, [30]);
    expect([path(20), path(10)]).toEqual(['20 30', '']);
    expect(engine.reach()).toMatchObject({ reached: 2, byOrigin: [2], lengths: [1, 1] });
  });

  test('where each network learned its route, its length and its next hop can be asked', () => {
    const graph = graphOf(diamond);
    const engine = new Propagation(graph);
    routes(engine, [6]);
    const node = (asn: number) => nodeOf(graph, asn);
    expect([1, 3, 6].map((asn) => engine.learnedFrom(node(asn)))).toEqual(['customer', 'peer', undefined]);
    expect([1, 3, 6].map((asn) => engine.lengthOf(node(asn)))).toEqual([2, 2, 0]);
    expect(engine.nextHop(node(3))).toBe(node(5));
    expect(engine.reach().learnedFrom).toEqual({ customer: 4, peer: 1, provider: 0 });
  });

  test('a path may be thousands of links long', () => {
    const count = 5000;
    const chain = Array.from({ length: count }, (_, i) => `${i + 1}|${i + 2}|-1`).join(' ');
    const engine = new Propagation(graphOf(chain));
    expect(routes(engine, [1])(count + 1).split(' ')).toHaveLength(count + 1);
    expect(routes(engine, [count + 1])(1).split(' ')).toHaveLength(count + 1);
  });
});

describe('links and networks can be taken away and come back', () => {
  test('a cut link is avoided where the rules permit another way, and missed where not', () => {
    const graph = graphOf(diamond);
    const engine = new Propagation(graph);
    expect(engine.cutLink(nodeOf(graph, 6), nodeOf(graph, 5))).toBe(true);
    const path = routes(engine, [6]);
    expect(path(2)).toBe('2 1 4 6');
    expect(path(3)).toBe('3 1 4 6');
    engine.cutLink(nodeOf(graph, 1), nodeOf(graph, 2));
    const without = routes(engine, [6]);
    expect([without(2), without(5), without(1)]).toEqual(['', '', '1 4 6']);
    engine.restore();
    expect(routes(engine, [6])(2)).toBe('2 5 6');
  });

  test('a link that is not there, or cut already, cannot be cut', () => {
    const graph = graphOf(diamond);
    const engine = new Propagation(graph);
    const cut = (a: number, b: number) => engine.cutLink(nodeOf(graph, a), nodeOf(graph, b));
    expect([cut(1, 6), cut(3, 5), cut(5, 3), cut(2, 1), cut(1, 2)]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  test('a removed network has no route, passes none on and announces nothing', () => {
    const graph = graphOf(diamond);
    const engine = new Propagation(graph);
    engine.removeNetwork(nodeOf(graph, 4));
    const path = routes(engine, [6]);
    expect([path(4), path(1)]).toEqual(['', '1 2 5 6']);
    routes(engine, [4]);
    expect(engine.reach().reached).toBe(0);
  });
});

describe('when several networks announce one prefix', () => {
  test('each network chooses one of them, and the sum is all that have a route', () => {
    const engine = new Propagation(graphOf(diamond));
    const path = routes(engine, [3, 6]);
    // By hand: 1 and 2 have customer routes to either; 4 has its customer 6, 5 its customer 6.
    expect([path(1), path(2), path(4), path(5)]).toEqual(['1 3', '2 5 6', '4 6', '5 6']);
    expect(engine.reach().byOrigin).toEqual([2, 4]);
  });

  test('networks that validate never choose the invalid origin, others may (RFC 6811)', () => {
    const graph = graphOf(diamond);
    const engine = new Propagation(graph);
    const origins = [{ node: nodeOf(graph, 6) }, { node: nodeOf(graph, 3), isInvalid: true }];
    const validators = new Uint8Array(graph.size);
    engine.run(origins, { validators });
    expect(engine.originOf(nodeOf(graph, 1))).toBe(1);
    validators[nodeOf(graph, 1)] = 1;
    engine.run(origins, { validators });
    expect(engine.originOf(nodeOf(graph, 1))).toBe(0);
    // The hijacker does not check its own announcement.
    validators.fill(1);
    engine.run(origins, { validators });
    expect(engine.reach().byOrigin).toEqual([5, 1]);
  });

  test('a network behind one that validates is protected without validating itself', () => {
    const graph = graphOf('10|20|-1 20|30|-1 10|40|-1 10|50|-1');
    const engine = new Propagation(graph);
    const validators = new Uint8Array(graph.size);
    validators[nodeOf(graph, 20)] = 1;
    engine.run([{ node: nodeOf(graph, 40), isInvalid: true }], { validators });
    expect(engine.hasRoute(nodeOf(graph, 30))).toBe(false);
    expect(engine.hasRoute(nodeOf(graph, 50))).toBe(true);
  });

  test('more than 254 origins are refused', () => {
    const graph = graphOf('1|2|-1');
    const origins = Array.from({ length: 255 }, () => ({ node: 0 }));
    expect(() => new Propagation(graph).run(origins)).toThrow(RangeError);
  });
});

describe('a route leak (RFC 7908)', () => {
  /*
   * 1 and 2 at the top, peers. The leaker 9 buys from 3 (below 1) and from 4 (below 2). The origin 8 is a customer of
   * 3. 9 learns the route from 3 and, leaking, tells 4: 4 prefers this customer's route (type 1, "hairpin turn").
   */
  const text = '1|2|0 1|3|-1 2|4|-1 3|9|-1 4|9|-1 3|8|-1 4|7|-1';

  test('draws in the networks whose preference order says so, and only them', () => {
    const graph = graphOf(text);
    const engine = new Propagation(graph);
    const before = routes(engine, [8]);
    expect([before(4), before(2), before(9)]).toEqual(['4 2 1 3 8', '2 1 3 8', '9 3 8']);
    const during = routes(engine, [8], { leaker: nodeOf(graph, 9) });
    expect([during(4), during(2), during(7)]).toEqual(['4 9 3 8', '2 4 9 3 8', '7 4 9 3 8']);
    // On the leaker's own path nothing changes, nor at 1, whose customer's path is shorter.
    expect([during(9), during(3), during(1)]).toEqual(['9 3 8', '3 8', '1 3 8']);
    expect(engine.reach().throughLeaker).toBe(3);
    expect(engine.learnedFrom(nodeOf(graph, 9))).toBe('provider');
  });

  test('is none when the route comes from a customer', () => {
    const graph = graphOf(text);
    const engine = new Propagation(graph);
    routes(engine, [8], { leaker: nodeOf(graph, 3) });
    expect(engine.reach().throughLeaker).toBe(0);
  });

  test('is the same whatever the engine has computed before', () => {
    const graph = graphOf(text);
    const engine = new Propagation(graph);
    const validators = new Uint8Array(graph.size).fill(1);
    // First 9 takes the second of two origins, which is invalid where somebody checks.
    engine.run([{ node: nodeOf(graph, 7) }, { node: nodeOf(graph, 8), isInvalid: true }], {
      validators: new Uint8Array(graph.size),
    });
    engine.run([{ node: nodeOf(graph, 8) }], { leaker: nodeOf(graph, 9), validators });
    expect(engine.reach().throughLeaker).toBe(3);
  });

  test('passes origin validation, which looks at the origin only', () => {
    const graph = graphOf(text);
    const engine = new Propagation(graph);
    engine.run([{ node: nodeOf(graph, 8) }], {
      leaker: nodeOf(graph, 9),
      validators: new Uint8Array(graph.size).fill(1),
    });
    expect(engine.reach().throughLeaker).toBe(3);
  });
});
