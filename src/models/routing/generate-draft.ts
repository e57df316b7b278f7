import { Random } from '../random.ts';
import { AsGraphBuilder } from './as-graph-builder.ts';
import type { GeneratorSettings } from './generate-settings.ts';
import { regionWeights } from './generate-settings.ts';
import { PairSet } from './pair-set.ts';
import { WeightedList } from './weighted-list.ts';

/**
 * A graph in the making. Networks are numbered in the order clique, transit (largest first), content, access; a
 * provider always has the lower number, so no cycle can arise.
 */
export class Draft {
  readonly settings: GeneratorSettings;
  readonly random: Random;
  readonly regions: Uint8Array;
  /** Regions by their size. */
  readonly regionChoice = new WeightedList();
  /** Least number of steps below the clique. */
  readonly steps: Uint8Array;
  transitLinks = 0;
  peeringLinks = 0;
  private readonly firstAsn: number;
  private readonly builder = new AsGraphBuilder();
  private readonly pairs: PairSet;

  constructor(settings: GeneratorSettings, seed: string) {
    this.settings = settings;
    const { networks, clique } = settings;
    this.random = new Random(seed);
    // Numbers set aside for private use (RFC 6996), so that no real network is meant.
    this.firstAsn = networks <= 1023 ? 64512 : 4200000000;
    this.pairs = new PairSet(networks * 4);
    this.steps = new Uint8Array(networks).fill(255).fill(0, 0, clique);
    regionWeights
      .slice(0, settings.regions)
      .forEach((weight, region) => this.regionChoice.add(region, weight));
    this.regions = new Uint8Array(networks);
    for (let v = 0; v < networks; v++) {
      this.regions[v] = v < clique ? v % settings.regions : this.regionChoice.pick(this.random)!;
    }
  }

  asnOf(network: number): number {
    return this.firstAsn + network;
  }

  isGiant(network: number): boolean {
    const { clique, giants } = this.settings;
    return network >= clique && network < clique + giants;
  }

  /** @returns false when the two have a link already or are one. */
  addTransit(provider: number, customer: number): boolean {
    if (provider === customer || !this.pairs.add(provider, customer)) return false;
    this.builder.addTransit(this.asnOf(provider), this.asnOf(customer));
    this.steps[customer] = Math.min(this.steps[customer]!, this.steps[provider]! + 1);
    this.transitLinks++;
    return true;
  }

  /** @returns false when the two have a link already or are one. */
  addPeering(a: number, b: number): boolean {
    if (a === b || !this.pairs.add(a, b)) return false;
    this.builder.addPeering(this.asnOf(a), this.asnOf(b));
    this.peeringLinks++;
    return true;
  }

  /** Numbers spread evenly over 0 to 1 in random order: shares then come out as set, whatever the seed. */
  strata(count: number): number[] {
    return this.random.shuffle(Array.from({ length: count }, (_, i) => (i + this.random.unit()) / count));
  }

  build() {
    return this.builder.build();
  }
}
