import type { Relation } from '../../models/routing/as-graph.ts';
import {
  announce,
  isSettled,
  packetJourney,
  pathOf,
  setLink,
  step as event,
} from '../../models/routing/converge.ts';
import { initialState, type ConvergeState } from '../../models/routing/converge-state.ts';
import { businessPolicy, relationsOf } from '../../models/routing/policy.ts';
import { sessionNetwork, type SessionNetwork } from '../../models/routing/session-network.ts';
import type { Settings } from '../kernel/simulation.ts';
import { coast, growing, type Net, type NetLink } from './nets.ts';
import { changedPairs, pathsOfAll, type AllPaths } from './pairs.ts';
import { syntheticNet } from './synthetic.ts';

/** A message between two networks, by ids. */
export interface Told {
  from: string;
  to: string;
  isWithdrawal: boolean;
  /** The receiver chose anew. */
  isNews: boolean;
}

/** What a step or a press has done to the choices of networks, by ids. */
export interface Effect {
  /** Had no route and chose one. */
  chose: readonly string[];
  /** Chose another one than before. */
  changed: readonly string[];
  /** Have none any more. */
  lost: readonly string[];
}

/** Networks by what a change has done to them, compared with the first settled routes. */
export interface Comparison {
  lost: readonly string[];
  other: readonly string[];
  same: readonly string[];
}

export type Moment =
  | { kind: 'join'; joined: readonly string[]; links: number }
  | ({ kind: 'wave'; isFirst: boolean } & Effect)
  | {
      kind: 'packets';
      outcome: 'delivered' | 'no-route' | 'loop';
      path: readonly string[];
      comparison?: Comparison;
      ms?: number;
      msBefore?: number;
    }
  | { kind: 'line'; network: string; towards: string }
  | { kind: 'pairs'; total: number; through: number; changed?: number }
  | ({ kind: 'press'; verb: Verb; of: readonly string[]; isByHand: boolean } & Effect);

export type Verb = 'cut' | 'mend' | 'remove' | 'restore' | 'agree' | 'end';

export interface NoCentreState {
  net: Net;
  change: 'none' | 'cut' | 'remove';
  seed: number;
  network: SessionNetwork;
  relations: ReadonlyMap<number, ReadonlyMap<number, Relation>>;
  routes: ConvergeState;
  /** How many groups of networks have joined. */
  joined: number;
  /** Keys of links that are cut, and of lines for which there is an agreement; ids of networks that are removed. */
  cut: readonly string[];
  agreed: readonly string[];
  gone: readonly string[];
  /** Oldest first; the last one is now. */
  moments: readonly Moment[];
  /** Messages that arrived in the last step. */
  told: readonly Told[];
  /** Paths of all networks when the routes had settled for the first time. */
  first?: ReadonlyMap<string, readonly string[]>;
  /** Paths between all networks at that time, where the preset asks for them. */
  firstPairs?: AllPaths;
}

export const keyOf = ({ a, b }: { a: string; b: string }): string => `${a}-${b}`;
export const now = ({ moments }: NoCentreState): Moment | undefined => moments.at(-1);
export const asnOf = (net: Net, id: string): number => net.members.find((member) => member.id === id)!.asn;
export const idOf = (net: Net, asn: number): string => net.members.find((member) => member.asn === asn)!.id;

/** Ids of the networks that have joined. */
export const present = ({ net, joined }: NoCentreState): readonly string[] =>
  net.groups.slice(0, joined).flat();

export const everybodyJoined = ({ net, joined }: NoCentreState): boolean => joined === net.groups.length;

/** Is there an agreement over the link now, and a line that is whole? */
export function isUp(state: NoCentreState, link: NetLink): boolean {
  const here = present(state).filter((id) => !state.gone.includes(id));
  return (
    here.includes(link.a) &&
    here.includes(link.b) &&
    !state.cut.includes(keyOf(link)) &&
    (!link.isLineOnly || state.agreed.includes(keyOf(link)))
  );
}

/** The path that a network uses, itself first; empty without a route. */
export const pathFrom = ({ net, network, routes }: NoCentreState, id: string): readonly string[] =>
  pathOf(network, routes, asnOf(net, id), net.prefix).map((asn) => idOf(net, asn));

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

/** What has changed in the choices of networks between two states of the same preset. */
function effect(before: NoCentreState, after: NoCentreState): Effect {
  const chose: string[] = [];
  const changed: string[] = [];
  const lost: string[] = [];
  for (const { id } of before.net.members) {
    const [had, has] = [pathFrom(before, id).join(' '), pathFrom(after, id).join(' ')];
    if (had === has) continue;
    (had === '' ? chose : has === '' ? lost : changed).push(id);
  }
  return { chose, changed, lost };
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

const timeOf = ({ net }: NoCentreState, path: readonly string[]): number | undefined => {
  const parts = path.slice(1).map((id, i) => {
    const link = net.links.find(({ a, b }) => (a === path[i] && b === id) || (b === path[i] && a === id));
    return link?.ms;
  });
  return parts.length === 0 || parts.includes(undefined)
    ? undefined
    : parts.reduce<number>((sum, ms) => sum + ms!, 0);
};

/** Time to the origin, one way, in milliseconds; undefined without a route or where the preset says nothing of time. */
export const msFrom = (state: NoCentreState, id: string): number | undefined =>
  state.net.links[0]?.ms === undefined ? undefined : timeOf(state, pathFrom(state, id));

/** All networks that are there, by what has become of their path since the routes first settled. */
export function comparison(state: NoCentreState): Comparison {
  const kinds = { lost: [] as string[], other: [] as string[], same: [] as string[] };
  for (const id of present(state)) {
    if (id === state.net.origin || state.gone.includes(id)) continue;
    const before = state.first?.get(id)?.join(' ') ?? '';
    const after = pathFrom(state, id).join(' ');
    (before === after ? kinds.same : after === '' ? kinds.lost : kinds.other).push(id);
  }
  return kinds;
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

/** A network without a route beside a line to one that has a route: there is no agreement over it. */
function unusedLine(state: NoCentreState): { network: string; towards: string } | undefined {
  for (const link of state.net.links) {
    if (!link.isLineOnly || isUp(state, link) || state.gone.length > 0) continue;
    if (pathFrom(state, link.b).length === 0 && pathFrom(state, link.a).length > 0)
      return { network: link.b, towards: link.a };
  }
  return undefined;
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
