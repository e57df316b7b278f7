import { describe, expect, test } from 'vitest';
import type { AsLink } from '../../../../src/models/routing/as-graph.ts';
import type { ConvergeState } from '../../../../src/models/routing/converge-state.ts';
import { initialState } from '../../../../src/models/routing/converge-state.ts';
import {
  announce,
  isSettled,
  packetJourney,
  pathOf,
  reconsider,
  setLink,
  setNetwork,
  settle,
  step,
  withdraw,
} from '../../../../src/models/routing/converge.ts';
import { businessPolicy } from '../../../../src/models/routing/policy.ts';
import type { SessionNetwork } from '../../../../src/models/routing/session-network.ts';
import { sessionNetwork } from '../../../../src/models/routing/session-network.ts';
import type { Gadget } from '../../../fixtures/routing/gadgets.ts';
import { badGadget, disagree, goodGadget, naughtyGadget } from '../../../fixtures/routing/gadgets.ts';

const prefix = '203.0.113.0/24';
const transit = (a: number, b: number): AsLink => ({ a, b, relation: 'transit' });
const peering = (a: number, b: number): AsLink => ({ a, b, relation: 'peering' });

/** 1 and 2 peer at the top; 3 below 1; 4 below 1 and 2. */
const links = [peering(1, 2), transit(1, 3), transit(1, 4), transit(2, 4)];
const paths = (network: SessionNetwork, state: ConvergeState, ...asns: number[]) =>
  asns.map((asn) => pathOf(network, state, asn, prefix).join(' '));

describe('an announcement spreads from neighbour to neighbour', () => {
  const network = sessionNetwork(links, businessPolicy(links), { delay: 10, delaySpread: 0 });

  test('one message a step, each after the delay of its link, and every network knows only what it was told', () => {
    let state = announce(network, initialState(network, 1), 3, prefix);
    expect(paths(network, state, 3, 1, 2, 4)).toEqual(['3', '', '', '']);
    state = step(network, state);
    expect(state.last).toEqual({
      kind: 'update',
      from: 3,
      to: 1,
      prefix,
      path: [3],
      isChanged: true,
      messages: 2,
    });
    expect([state.time, ...paths(network, state, 3, 1, 2, 4)]).toEqual([10, '3', '1 3', '', '']);
    state = step(network, step(network, state));
    expect([state.time, ...paths(network, state, 2, 4)]).toEqual([20, '2 1 3', '4 1 3']);
    // What 2 heard from its peer it tells its customer 4, which keeps the shorter path.
    state = settle(network, state, 100);
    expect([isSettled(state), state.time, state.messages, state.changes]).toEqual([true, 30, 4, 4]);
    expect(paths(network, state, 1, 2, 3, 4)).toEqual(['1 3', '2 1 3', '3', '4 1 3']);
  });

  test('a settled state stays as it is', () => {
    const state = settle(network, announce(network, initialState(network, 1), 3, prefix), 100);
    expect(step(network, state)).toBe(state);
  });

  test('a step leaves the state before it untouched, and a stored state continues like the one that was stored', () => {
    const begun = announce(network, initialState(network, 1), 3, prefix);
    const stored = JSON.stringify(begun);
    const end = settle(network, begun, 100);
    expect(JSON.stringify(begun)).toBe(stored);
    expect(settle(network, JSON.parse(stored) as ConvergeState, 100)).toEqual(end);
  });

  test('a withdrawal takes the route away everywhere', () => {
    const up = settle(network, announce(network, initialState(network, 1), 3, prefix), 100);
    const down = settle(network, withdraw(network, up, 3, prefix), 1000);
    expect([isSettled(down), ...paths(network, down, 1, 2, 3, 4)]).toEqual([true, '', '', '', '']);
  });

  test('two prefixes go their own ways', () => {
    const other = '2001:db8::/32';
    let state = announce(network, initialState(network, 1), 3, prefix);
    state = settle(network, announce(network, state, 2, other), 100);
    expect(pathOf(network, state, 3, other)).toEqual([3, 1, 2]);
    expect(pathOf(network, state, 2, prefix)).toEqual([2, 1, 3]);
  });

  test('a network or link that is not there is refused', () => {
    const state = initialState(network, 1);
    expect(() => announce(network, state, 9, prefix)).toThrow(RangeError);
    expect(() => setLink(network, state, 2, 3, false)).toThrow(RangeError);
  });
});

describe('when a link is cut', () => {
  const network = sessionNetwork(links, businessPolicy(links));
  const before = settle(network, announce(network, initialState(network, 1), 3, prefix), 100);

  test('networks find the other way that the rules permit, or none; when it is mended all is as before', () => {
    const cut = settle(network, setLink(network, before, 1, 4, false), 100);
    expect(paths(network, cut, 4)).toEqual(['4 2 1 3']);
    const alone = settle(network, setLink(network, cut, 2, 1, false), 100);
    // 4 could join 2 and 1 and does not: it would carry its providers' traffic.
    expect(paths(network, alone, 4, 2)).toEqual(['', '']);
    const mended = settle(network, setLink(network, setLink(network, alone, 1, 2, true), 4, 1, true), 100);
    expect(paths(network, mended, 1, 2, 3, 4)).toEqual(paths(network, before, 1, 2, 3, 4));
  });

  test('what was on its way over the link is lost', () => {
    const begun = announce(network, initialState(network, 1), 3, prefix);
    const cut = settle(network, setLink(network, begun, 1, 3, false), 100);
    expect(cut.last).toMatchObject({ kind: 'lost', from: 3, to: 1 });
    expect(paths(network, cut, 1, 3)).toEqual(['', '3']);
  });

  test('a network that is gone takes all its links along', () => {
    const gone = settle(network, setNetwork(network, before, 1, false), 100);
    expect(paths(network, gone, 2, 4)).toEqual(['', '']);
    const back = settle(network, setNetwork(network, gone, 1, true), 100);
    expect(paths(network, back, 2, 4)).toEqual(['2 1 3', '4 1 3']);
  });

  test('packets sent before the news has spread are lost or go in a circle; afterwards they take the new way', () => {
    // When both links to 3 are cut, 1 and 2 each believe for a moment that the other still has one.
    const ring = [peering(1, 2), peering(2, 5), peering(1, 5), transit(1, 3), transit(2, 3)];
    const everything = { preference: () => 1, exports: () => true };
    const net = sessionNetwork(ring, everything, { delay: 10, delaySpread: 0 });
    let state = settle(net, announce(net, initialState(net, 1), 3, prefix), 1000);
    expect(packetJourney(net, state, 5, [prefix])).toEqual({ outcome: 'delivered', networks: [5, 1, 3] });
    state = setLink(net, setLink(net, state, 1, 3, false), 2, 3, false);
    expect(packetJourney(net, state, 1, [prefix])).toMatchObject({ outcome: 'loop', networks: [1, 2, 1] });
    state = settle(net, state, 1000);
    expect(packetJourney(net, state, 5, [prefix])).toEqual({ outcome: 'no-route', networks: [5] });
  });
});

test('packets follow the longest prefix for which a network has a route (RFC 4632, section 5.1)', () => {
  const network = sessionNetwork(links, businessPolicy(links));
  let state = announce(network, initialState(network, 1), 3, prefix);
  state = settle(network, announce(network, state, 4, '203.0.113.0/25'), 1000);
  expect(packetJourney(network, state, 2, ['203.0.113.0/25', prefix]).networks).toEqual([2, 4]);
  expect(packetJourney(network, state, 2, [prefix]).networks).toEqual([2, 1, 3]);
});

test('a network that begins to validate drops the invalid route it used, without a new message to it', () => {
  const roas = [{ prefix: { version: 4, bits: 0xcb007100n, length: 24 }, maxLength: 24, asn: 3 }] as const;
  const settings = { delay: 10, delaySpread: 0 };
  const network = sessionNetwork(links, businessPolicy(links, { roas }), settings);
  let state = announce(network, initialState(network, 1), 3, prefix);
  state = settle(network, announce(network, state, 4, prefix), 100);
  expect(paths(network, state, 2)).toEqual(['2 4']);
  const validating = sessionNetwork(
    links,
    businessPolicy(links, { roas, validators: new Set([2]) }),
    settings,
  );
  state = settle(validating, reconsider(validating, state, 2), 100);
  expect(paths(validating, state, 2)).toEqual(['2 1 3']);
});

describe('messages of one session never overtake one another', () => {
  /*
   * TCP keeps the order (RFC 4271, section 3). Without it an announcement could arrive after the withdrawal that was
   * sent later, and the route would stay for ever.
   */
  test('so that nobody keeps a route that was withdrawn, however much delays vary', () => {
    const clique: AsLink[] = [transit(1, 100)];
    for (let i = 1; i <= 7; i++) for (let j = 1; j < i; j++) clique.push(peering(j, i));
    const everything = { preference: () => 1, exports: () => true };
    const network = sessionNetwork(clique, everything, { delay: 1, delaySpread: 100 });
    for (let seed = 0; seed < 50; seed++) {
      let state = settle(network, announce(network, initialState(network, seed), 100, prefix), 100_000);
      state = settle(network, withdraw(network, state, 100, prefix), 100_000);
      expect(isSettled(state)).toBe(true);
      expect(network.asns.filter((asn) => pathOf(network, state, asn, prefix).length > 0)).toEqual([]);
    }
  });
});

describe('path hunting after a withdrawal in a full mesh', () => {
  /** Messages and seconds until a mesh of so many networks has forgotten a prefix that only network 1 leads to. */
  function hunt(size: number, mrai: number, mraiForWithdrawals = true) {
    const mesh: AsLink[] = [transit(1, 100)];
    for (let i = 1; i <= size; i++) for (let j = 1; j < i; j++) mesh.push(peering(j, i));
    const settings = { delaySpread: 1, mrai, mraiForWithdrawals };
    const network = sessionNetwork(mesh, { preference: () => 1, exports: () => true }, settings);
    const up = settle(network, announce(network, initialState(network, 'hunt'), 100, prefix), 1_000_000);
    const down = settle(network, withdraw(network, up, 100, prefix), 1_000_000);
    expect(isSettled(down)).toBe(true);
    return { messages: down.messages - up.messages, seconds: (down.time - up.time) / 1000 };
  }

  test('tries ever longer paths: messages grow faster than any power of the size (Labovitz et al., SIGCOMM 2000)', () => {
    const counts = [4, 6, 8, 10].map((size) => hunt(size, 0).messages);
    // Each two networks more multiply the messages by far more than (10/8)^3, the growth of a cube.
    for (let i = 1; i < counts.length; i++) expect(counts[i]! / counts[i - 1]!).toBeGreaterThan(4);
  });

  test('an interval of 30 s saves messages and costs minutes: at least (n - 3) intervals in a mesh of n', () => {
    // Labovitz, Ahuja, Bose and Jahanian, "Delayed Internet routing convergence", SIGCOMM 2000; three quarters by jitter.
    for (const size of [6, 8, 10]) {
      const slow = hunt(size, 30_000);
      expect(slow.messages).toBeLessThan(hunt(size, 0).messages);
      expect(slow.seconds).toBeGreaterThan((size - 3) * 30 * 0.75);
    }
  });

  test('withdrawals that need not wait shorten it', () => {
    expect(hunt(8, 30_000, false).seconds).toBeLessThan(hunt(8, 30_000).seconds);
  });
});

describe('wishes that contradict one another (Griffin, Shepherd and Wilfong, IEEE/ACM ToN 10(2), 2002)', () => {
  /** The final paths for many seeds; "never" when they have not settled after 5,000 events. */
  function outcomes(gadget: Gadget, settings: { delaySpread: number; mrai: number }) {
    const network = sessionNetwork(gadget.links, gadget.policy, settings);
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const state = settle(network, announce(network, initialState(network, seed), 0, prefix), 5000);
      seen.add(isSettled(state) ? paths(network, state, 1, 2, 3, 4).join(', ') : 'never');
    }
    return [...seen].sort();
  }
  /** Networks that wait a little before they speak again, as routers do. */
  const usual = { delaySpread: 1, mrai: 1000 };

  test('GOOD GADGET always reaches its one solution', () => {
    expect(outcomes(goodGadget, usual)).toEqual(['1 3 0, 2 0, 3 0, 4 3 0']);
    expect(outcomes(goodGadget, { delaySpread: 0, mrai: 0 })).toEqual(['1 3 0, 2 0, 3 0, 4 3 0']);
  });

  test('NAUGHTY GADGET has the same one solution and may miss it for ever', () => {
    expect(outcomes(naughtyGadget, usual)).toEqual(['1 3 0, 2 0, 3 0, 4 3 0']);
    expect(outcomes(naughtyGadget, { delaySpread: 0, mrai: 0 })).toEqual(['never']);
  });

  test('DISAGREE has two outcomes, and chance decides; in step with one another the two never settle', () => {
    const network = (gadget: Gadget) => sessionNetwork(gadget.links, gadget.policy, usual);
    expect(network(disagree).asns).toEqual([0, 1, 2]);
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const net = network(disagree);
      const state = settle(net, announce(net, initialState(net, seed), 0, prefix), 5000);
      seen.add(isSettled(state) ? paths(net, state, 1, 2).join(', ') : 'never');
    }
    expect([...seen].sort()).toEqual(['1 0, 2 1 0', '1 2 0, 2 0']);
    const inStep = sessionNetwork(disagree.links, disagree.policy, { delaySpread: 0, mrai: 0 });
    expect(isSettled(settle(inStep, announce(inStep, initialState(inStep, 1), 0, prefix), 5000))).toBe(false);
  });

  test('BAD GADGET has no solution and never settles', () => {
    expect(outcomes(badGadget, usual)).toEqual(['never']);
  });

  test('of all combinations of paths, one, one, two and none are stable', () => {
    expect([goodGadget, naughtyGadget, disagree, badGadget].map(stableStates)).toEqual([1, 1, 2, 0]);
  });
});

/** All choices of permitted paths in which every network has its best among what its neighbours have. */
function stableStates({ permitted }: Gadget): number {
  const networks = Object.keys(permitted).map(Number);
  const extend = (choice: ReadonlyMap<number, string>, left: readonly number[]): number => {
    const [at, ...rest] = left;
    if (at === undefined) return networks.every((one) => choice.get(one) === best(one, choice)) ? 1 : 0;
    const options = [...permitted[at]!.map((path) => path.join()), ''];
    return options.reduce((sum, option) => sum + extend(new Map(choice).set(at, option), rest), 0);
  };
  const best = (at: number, choice: ReadonlyMap<number, string>) =>
    permitted[at]!.find((path) => choice.get(path[1]!) === path.slice(1).join())?.join() ?? '';
  return extend(new Map([[0, '0']]), networks);
}
