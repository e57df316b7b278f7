import type { Relation } from '../../models/routing/as-graph.ts';
import { pathOf } from '../../models/routing/converge.ts';
import type { ConvergeState } from '../../models/routing/converge-state.ts';
import type { SessionNetwork } from '../../models/routing/session-network.ts';
import type { Net, NetLink } from './nets.ts';

/** The stable paths from every network to every other. */
export interface AllPaths {
  /** By "sender receiver": the ids of the networks in between; the network with the root server is neither. */
  ways: ReadonlyMap<string, string>;
  /** How many of these paths each network lies on, as neither sender nor receiver. */
  through: ReadonlyMap<string, number>;
}

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

/** What has changed in the choices of networks between two states of the same preset. */
export function effect(before: NoCentreState, after: NoCentreState): Effect {
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

/** Time along a path, one way, in milliseconds; undefined where the preset says nothing of time. */
export const timeOf = ({ net }: NoCentreState, path: readonly string[]): number | undefined => {
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

/** A network without a route beside a line to one that has a route: there is no agreement over it. */
export function unusedLine(state: NoCentreState): { network: string; towards: string } | undefined {
  for (const link of state.net.links) {
    if (!link.isLineOnly || isUp(state, link) || state.gone.length > 0) continue;
    if (pathFrom(state, link.b).length === 0 && pathFrom(state, link.a).length > 0)
      return { network: link.b, towards: link.a };
  }
  return undefined;
}
