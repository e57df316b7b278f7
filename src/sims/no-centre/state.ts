import { announce, isSettled, packetJourney, setLink, step as event } from '../../models/routing/converge.ts';
import { initialState } from '../../models/routing/converge-state.ts';
import { businessPolicy, relationsOf } from '../../models/routing/policy.ts';
import { sessionNetwork } from '../../models/routing/session-network.ts';
import type { Settings } from '../kernel/simulation.ts';
import {
  asnOf,
  comparison,
  effect,
  everybodyJoined,
  idOf,
  isUp,
  keyOf,
  msFrom,
  pathFrom,
  timeOf,
  unusedLine,
  type Moment,
  type NoCentreState,
  type Told,
  type Verb,
} from './moment.ts';
import { coast, growing, type Net } from './nets.ts';
import { changedPairs, pathsOfAll } from './pairs.ts';
import { syntheticNet } from './synthetic.ts';

const netOf = (id: string, seed: number): Net =>
  id === 'coast' ? coast : id === 'synthetic' || id === 'root' ? syntheticNet(seed, id === 'root') : growing;

export function start(settings: Settings): NoCentreState {
  const seed = Number(settings['seed']);
  const net = netOf(String(settings['net']), seed);
  const change = settings['change'];
  const links = net.links.map(({ a, b, relation }) => ({
    a: asnOf(net, a),
    b: asnOf(net, b),
    relation,
    isDown: true,
  }));
  // Every message takes one unit of time, so that all messages of one wave arrive together.
  const network = sessionNetwork(links, businessPolicy(links), { delay: 1, delaySpread: 0 });
  const state: NoCentreState = {
    net,
    change: change === 'cut' || change === 'remove' ? change : 'none',
    seed,
    network,
    relations: relationsOf(links),
    routes: initialState(network, seed),
    joined: 1,
    cut: [],
    agreed: [],
    gone: [],
    moments: [],
    told: [],
  };
  // Where all are joined from the beginning there is no step of joining.
  return net.groups.length === 1 ? wired(state) : state;
}

/** The state with each link up or down as it should be. */
function wired(state: NoCentreState): NoCentreState {
  let { routes } = state;
  for (const link of state.net.links)
    routes = setLink(
      state.network,
      routes,
      asnOf(state.net, link.a),
      asnOf(state.net, link.b),
      isUp(state, link),
    );
  return { ...state, routes };
}

const isAnnounced = ({ routes }: NoCentreState): boolean => routes.prefixes.length > 0;

/** All messages that arrive at the next moment: one network further than those before. */
function wave(state: NoCentreState): NoCentreState {
  const { net, network } = state;
  const isFirst = !isAnnounced(state);
  let routes = isFirst ? announce(network, state.routes, asnOf(net, net.origin), net.prefix) : state.routes;
  const time = routes.queue[0]?.time;
  const told: Told[] = [];
  while (routes.queue[0] && routes.queue[0].time === time) {
    routes = event(network, routes);
    const { kind, from, to, path, isChanged } = routes.last!;
    if (kind === 'update')
      told.push({
        from: idOf(net, from),
        to: idOf(net, to),
        isWithdrawal: path === null,
        isNews: isChanged,
      });
  }
  const next = { ...state, routes, told };
  return { ...next, moments: [...state.moments, { kind: 'wave', isFirst, ...effect(state, next) }] };
}

/** The sender's packets follow what each network on the way has chosen. */
function packets(state: NoCentreState): NoCentreState {
  const { net, network, routes } = state;
  const { outcome, networks } = packetJourney(network, routes, asnOf(net, net.sender), [net.prefix]);
  const path = networks.map((asn) => idOf(net, asn));
  const all = new Map(net.members.map(({ id }) => [id, pathFrom(state, id)]));
  const ms = msFrom(state, net.sender);
  const msBefore = state.first && timeOf(state, state.first.get(net.sender) ?? []);
  const moment: Moment = {
    kind: 'packets',
    outcome,
    path,
    ...(state.first ? { comparison: comparison(state) } : {}),
    ...(ms === undefined ? {} : { ms }),
    ...(msBefore === undefined ? {} : { msBefore }),
  };
  return { ...state, told: [], first: state.first ?? all, moments: [...state.moments, moment] };
}

/** Every network announces its addresses: how many paths between others lead through the one with the root server. */
function pairs(state: NoCentreState, rootServer: string): NoCentreState {
  const all = pathsOfAll(state);
  const firstPairs = state.firstPairs ?? all;
  const moment: Moment = {
    kind: 'pairs',
    total: all.ways.size,
    through: all.through.get(rootServer) ?? 0,
    ...(state.firstPairs ? { changed: changedPairs(state.firstPairs, all) } : {}),
  };
  return { ...state, told: [], firstPairs, moments: [...state.moments, moment] };
}

/** The moments since the last change or the beginning. */
function recent({ moments }: NoCentreState): readonly Moment[] {
  const at = moments.findLastIndex(({ kind }) => kind === 'press');
  return moments.slice(at + 1);
}

type Next = 'join' | 'wave' | 'packets' | 'line' | 'pairs' | 'change' | 'nothing';

/** What the next step is. */
function next(state: NoCentreState): Next {
  if (!everybodyJoined(state)) return 'join';
  if (!isAnnounced(state) || !isSettled(state.routes)) return 'wave';
  const done = (kind: Moment['kind']): boolean => recent(state).some((moment) => moment.kind === kind);
  if (!done('packets')) return 'packets';
  if (state.net.rootServer && !done('pairs')) return 'pairs';
  if (unusedLine(state) && !done('line')) return 'line';
  // Whoever has changed something by hand has made the change of this run.
  const changed = state.moments.some(({ kind }) => kind === 'press');
  return state.change !== 'none' && !changed ? 'change' : 'nothing';
}

export const finished = (state: NoCentreState): boolean => next(state) === 'nothing';

/** One step: networks join, a wave of messages arrives, packets follow the routes, or the change of the preset is made. */
export function step(state: NoCentreState): NoCentreState {
  const { net } = state;
  switch (next(state)) {
    case 'join':
      return join(state);
    case 'wave':
      return wave(state);
    case 'packets':
      return packets(state);
    case 'pairs':
      return pairs(state, net.rootServer!);
    case 'line':
      return { ...state, told: [], moments: [...state.moments, { kind: 'line', ...unusedLine(state)! }] };
    case 'change':
      return state.change === 'cut'
        ? press(state, `cut:${net.cut!.join('-')}`, false)
        : press(state, `remove:${net.remove!}`, false);
    case 'nothing':
      return state;
  }
}

function join(state: NoCentreState): NoCentreState {
  // The first group stands on the plate before the first step; its networks connect in it.
  const isFirst = state.moments.length === 0;
  const joined = isFirst ? state.joined : state.joined + 1;
  const before = isFirst ? 0 : state.net.links.filter((link) => isUp(state, link)).length;
  const next = wired({ ...state, joined });
  const links = state.net.links.filter((link) => isUp(next, link)).length - before;
  return {
    ...next,
    moments: [...state.moments, { kind: 'join', joined: state.net.groups[joined - 1]!, links }],
  };
}

const toggled = (list: readonly string[], entry: string): readonly string[] =>
  list.includes(entry) ? list.filter((one) => one !== entry) : [...list, entry];

/** "cut:A-B", "remove:A", "agree:M-D"; the same again takes it back. Anything else changes nothing. */
export function act(state: NoCentreState, action: string): NoCentreState {
  return press(state, action, true);
}

function press(state: NoCentreState, action: string, isByHand: boolean): NoCentreState {
  if (!everybodyJoined(state)) return state;
  const [, what, target] = /^(cut|remove|agree):([A-Z0-9-]+)$/.exec(action) ?? [];
  if (!what || !target) return state;
  let after: NoCentreState;
  let verb: Verb;
  if (what === 'remove') {
    if (!state.net.members.some(({ id }) => id === target)) return state;
    after = { ...state, gone: toggled(state.gone, target) };
    verb = state.gone.includes(target) ? 'restore' : 'remove';
  } else {
    const link = state.net.links.find((one) => keyOf(one) === target);
    if (!link) return state;
    if (what === 'agree') {
      if (!link.isLineOnly) return state;
      after = { ...state, agreed: toggled(state.agreed, target) };
      verb = state.agreed.includes(target) ? 'end' : 'agree';
    } else {
      if (link.isLineOnly) return state;
      after = { ...state, cut: toggled(state.cut, target) };
      verb = state.cut.includes(target) ? 'mend' : 'cut';
    }
  }
  const next = wired({ ...after, told: [] });
  const moment: Moment = { kind: 'press', verb, of: target.split('-'), isByHand, ...effect(state, next) };
  return { ...next, moments: [...state.moments, moment] };
}
