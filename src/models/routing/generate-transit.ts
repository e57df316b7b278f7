import type { Draft } from './generate-draft.ts';
import { cliqueShares, customerTail, providerShares, regionWeights, valueAt } from './generate-settings.ts';
import { WeightedList } from './weighted-list.ts';

/**
 * Lays the links to providers: first the transit networks, largest first, each under the clique or under larger ones
 * of its region; then one customer for every transit network; then the providers of all others.
 * @returns the planned number of customers of each transit network, by which it attracts them.
 */
export function layTransit(draft: Draft): Float64Array {
  const { settings, random, regions, steps } = draft;
  const { clique, transit, networks } = settings;
  const planned = new Float64Array(transit);
  for (let v = clique; v < transit; v++) {
    planned[v] = valueAt(customerTail, 1 - (v - clique + 0.5) / (transit - clique)) ** settings.concentration;
  }
  const second = new Uint8Array(transit);
  for (let v = clique; v < transit; v++) {
    second[v] = random.unit() < settings.secondRegion ? draft.regionChoice.pick(random)! : regions[v]!;
  }
  const top = new WeightedList();
  for (let i = 0; i < clique; i++) top.add(i, 1 / (i + settings.cliqueFlatness));

  // Networks with one provider are spread evenly over the clique: no member is to hold many of them alone.
  let nextSingle = 0;

  const newMarket = () => Array.from({ length: settings.regions }, () => new WeightedList());
  /** Offers a transit network where it is present; `inRegion` is the weight of a giant in one region. */
  const offer = (
    market: readonly WeightedList[],
    v: number,
    weight: number,
    inRegion: (region: number) => number,
  ) => {
    if (draft.isGiant(v)) return market.forEach((list, region) => list.add(v, weight * inRegion(region)));
    market[regions[v]!]!.add(v, weight);
    if (second[v] !== regions[v]) market[second[v]!]!.add(v, weight / 2);
  };
  const choose = (
    market: readonly WeightedList[],
    v: number,
    count: number,
    cliqueShare: number,
    isSingle: boolean,
  ) => {
    let chosen = 0;
    for (let tries = 0; chosen < count && tries < 8 * count + 20; tries++) {
      let provider: number | undefined;
      if (random.unit() >= cliqueShare) {
        const region =
          random.unit() < settings.localProviders ? regions[v]! : draft.regionChoice.pick(random)!;
        provider = market[region]!.pick(random);
      } else if (isSingle) provider = nextSingle++ % clique;
      if (draft.addTransit(provider ?? top.pick(random)!, v)) chosen++;
    }
  };

  const wholesale = newMarket();
  const transitDraws = draft.strata(transit - clique);
  for (let v = clique; v < transit; v++) {
    // Large networks have more providers, and more often the clique.
    const largeness = Math.min(1, Math.log10(planned[v]!) / 3);
    const drawn = transitDraws[v - clique]!;
    const share = random.unit() < largeness ? Math.max(drawn, random.unit()) : drawn;
    const count = Math.max(countAt(providerShares.transit, share), draft.isGiant(v) ? 2 : 1);
    const measured = at(cliqueShares.transit, count) * settings.transitCliqueFactor;
    const cliqueShare = Math.min(1, measured + settings.largeTransitClique * largeness ** 2);
    // In a small graph the customers of one transit network under one clique network would weigh too much.
    choose(
      wholesale,
      v,
      count,
      count === 1 ? cliqueShare * settings.concentration : cliqueShare,
      count === 1,
    );
    offer(wholesale, v, planned[v]! ** 1.15, () => settings.giantWeight);
  }

  const retail = newMarket();
  for (let v = clique; v < transit; v++) {
    const weight = (planned[v]! - settings.concentration) * settings.stepPreference ** (steps[v]! - 1) + 1e-9;
    offer(retail, v, weight, (region) => regionWeights[region]! * settings.concentration);
  }
  const firstCustomers = Array.from({ length: settings.regions }, (): number[] => []);
  for (let v = transit; v < networks; v++) firstCustomers[regions[v]!]!.push(v);
  const waiting = firstCustomers.map((list) => random.shuffle(list));
  const given = new Uint8Array(networks);
  for (let v = clique; v < transit; v++) {
    const list =
      waiting[regions[v]!]!.length > 0 ? waiting[regions[v]!]! : waiting.find((other) => other.length > 0)!;
    const customer = list.pop()!;
    draft.addTransit(v, customer);
    given[customer] = 1;
  }
  const contentDraws = draft.strata(settings.content);
  const accessDraws = draft.strata(networks - transit - settings.content);
  for (let v = transit; v < networks; v++) {
    const isContent = v < transit + settings.content;
    const draw = isContent ? contentDraws[v - transit]! : accessDraws[v - transit - settings.content]!;
    const count = countAt(isContent ? providerShares.content : providerShares.access, draw);
    const measured = at(cliqueShares.stub, count) + (isContent ? 0.1 : 0);
    // The customer that was given away had no choice: the others make up for it.
    const cliqueShare = measured * settings.stubCliqueFactor * (given[v] ? 1 : 1.1);
    choose(retail, v, count - given[v]!, cliqueShare, count === 1);
  }
  return planned;
}

/** How many for a draw from 0 to 1, when the list gives the shares of one, two, three … */
function countAt(shares: readonly number[], draw: number): number {
  let left = draw;
  for (let i = 0; i < shares.length - 1; i++) {
    left -= shares[i]!;
    if (left < 0) return i + 1;
  }
  return shares.length;
}

const at = (list: readonly number[], count: number) => list[Math.min(count, list.length) - 1]!;
