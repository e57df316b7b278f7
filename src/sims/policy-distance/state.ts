import type { Relation } from '../../models/routing/as-graph.ts';
import { announce, packetJourney, settle } from '../../models/routing/converge.ts';
import { initialState, type ConvergeState } from '../../models/routing/converge-state.ts';
import { businessPolicy, relationsOf } from '../../models/routing/policy.ts';
import {
  sessionNetwork,
  type SessionLink,
  type SessionNetwork,
} from '../../models/routing/session-network.ts';
import type { Settings } from '../kernel/simulation.ts';
import { offersTo, type Offer } from '../parts/network/index.ts';
import { firstAsn, nets, prefix, type PolicyLink, type PolicyNet } from './nets.ts';

/** More messages than five networks can send before they settle. */
const mostEvents = 1000;

/** Everything that a set of agreements gives. */
export interface Look {
  /** Is there a peering over the direct line? */
  isPeering: boolean;
  links: readonly PolicyLink[];
  network: SessionNetwork;
  routes: ConvergeState;
  relations: ReadonlyMap<number, ReadonlyMap<number, Relation>>;
  /** Ids from sender to receiver. */
  path: readonly string[];
  km: number;
}

export type Moment = { isPeering: boolean } & (
  { kind: 'announce' | 'offers' | 'rank' | 'packets' } | { kind: 'agree'; isByHand: boolean }
);

export interface PolicyState {
  net: PolicyNet;
  rule: 'policy' | 'distance';
  change: 'peering' | 'none';
  /** Without and with the peering. */
  looks: readonly [Look, Look];
  isPeering: boolean;
  moments: readonly Moment[];
}

export const asnOf = (net: PolicyNet, id: string): number =>
  firstAsn + net.members.findIndex((member) => member.id === id);
export const idOf = (net: PolicyNet, asn: number): string => net.members[asn - firstAsn]!.id;

export const now = ({ moments }: PolicyState): Moment | undefined => moments.at(-1);
export const lookAt = ({ looks }: PolicyState, isPeering: boolean): Look => looks[isPeering ? 1 : 0];
export const look = (state: PolicyState): Look => lookAt(state, state.isPeering);

export const isDirect = ({ direct: [a, b] }: PolicyNet, link: { a: string; b: string }): boolean =>
  link.a === a && link.b === b;

/** The link between two networks. */
export const linkBetween = (
  links: readonly PolicyLink[],
  one: string,
  other: string,
): PolicyLink | undefined =>
  links.find(({ a, b }) => (a === one && b === other) || (a === other && b === one));

export const kmOf = (links: readonly PolicyLink[], path: readonly string[]): number =>
  path.slice(1).reduce((sum, id, i) => sum + linkBetween(links, path[i]!, id)!.km, 0);

function compute(net: PolicyNet, isPeering: boolean, rule: PolicyState['rule']): Look {
  const links = net.links.map((link): PolicyLink => {
    if (!isPeering || !isDirect(net, link)) return link;
    const { price: _price, ...rest } = link;
    return { ...rest, kind: 'peering' };
  });
  const agreed = links
    .filter(({ kind }) => kind !== 'line')
    .map(({ a, b, kind }): SessionLink => ({
      a: asnOf(net, a),
      b: asnOf(net, b),
      relation: kind === 'transit' ? 'transit' : 'peering',
    }));
  const policy = businessPolicy(agreed);
  const network = sessionNetwork(
    agreed,
    // Where distance comes first every offer has the same rank; who is told what stays as it is.
    rule === 'policy' ? policy : { ...policy, preference: () => 0 },
    { delay: 1, delaySpread: 0 },
  );
  const routes = settle(
    network,
    announce(network, initialState(network, 0), asnOf(net, net.receiver), prefix),
    mostEvents,
  );
  const { networks } = packetJourney(network, routes, asnOf(net, net.sender), [prefix]);
  const path = networks.map((asn) => idOf(net, asn));
  return { isPeering, links, network, routes, relations: relationsOf(agreed), path, km: kmOf(links, path) };
}

/** What a network is offered, with the ids of the way. */
export const offers = (
  state: PolicyState,
  of: Look,
  id: string,
): readonly (Offer & { way: readonly string[] })[] =>
  offersTo(of.network, of.routes, prefix, asnOf(state.net, id), of.relations).map((offer) => ({
    ...offer,
    way: [id, ...offer.path.map((asn) => idOf(state.net, asn))],
  }));

export function start(settings: Settings): PolicyState {
  const net = nets.find(({ id }) => id === settings['net']) ?? nets[0]!;
  const rule = settings['rule'] === 'distance' ? 'distance' : 'policy';
  return {
    net,
    rule,
    change: settings['change'] === 'none' ? 'none' : 'peering',
    looks: [compute(net, false, rule), compute(net, true, rule)],
    isPeering: false,
    moments: [],
  };
}

function next(state: PolicyState): Moment['kind'] | 'nothing' {
  const { moments } = state;
  if (!moments.some(({ kind }) => kind === 'announce')) return 'announce';
  const since = moments.slice(moments.findLastIndex(({ kind }) => kind === 'agree') + 1);
  const done = (kind: Moment['kind']): boolean => since.some((moment) => moment.kind === kind);
  const isFirst = since.length === moments.length;
  if (isFirst && !done('offers')) return 'offers';
  if (!done('rank')) return 'rank';
  if (!done('packets')) return 'packets';
  return state.change === 'peering' && isFirst ? 'agree' : 'nothing';
}

export const finished = (state: PolicyState): boolean => next(state) === 'nothing';

export function step(state: PolicyState): PolicyState {
  const kind = next(state);
  if (kind === 'nothing') return state;
  if (kind === 'agree') return toggled(state, false);
  return { ...state, moments: [...state.moments, { kind, isPeering: state.isPeering }] };
}

function toggled(state: PolicyState, isByHand: boolean): PolicyState {
  const isPeering = !state.isPeering;
  return { ...state, isPeering, moments: [...state.moments, { kind: 'agree', isPeering, isByHand }] };
}

/** "peer:B-A", with the two ends of the direct line: makes the peering, or ends it. Anything else changes nothing. */
export const act = (state: PolicyState, action: string): PolicyState =>
  action === actionOf(state.net) ? toggled(state, true) : state;

export const actionOf = ({ direct }: PolicyNet): string => `peer:${direct.join('-')}`;
