import { hitProbability } from './renewal.ts';

export interface CachePopulationSettings {
  /** Length of one step, seconds; both TTLs must be multiples of it, so that nothing expires within a cell. */
  readonly step: number;
  /** Seconds for which the entry is kept. */
  readonly ttl: number;
  /** Seconds for which a denial of the name is kept; 0 when denials cannot occur. */
  readonly negativeTtl?: number;
  /** Look-ups of the entry a second at one resolver; Infinity for one that is always in use. */
  readonly demandRate: number;
  /** For how many seconds after its expiry the age of an entry still matters; older ones are counted together. */
  readonly remember?: number;
  /** 'steady': after an infinite past in which every question was answered. 'full': all have just fetched the entry. */
  readonly start?: 'steady' | 'full';
}

/**
 * One entry in the caches of very many like resolvers: the share of them by the age of their copy. A resolver whose
 * copy has expired asks again at its next look-up (Poisson); asking succeeds with a given probability. The expected
 * shares are advanced step by step, exactly where the probability stays constant over a step; without chance.
 */
export class CachePopulation {
  private readonly settings: Required<CachePopulationSettings>;
  /** Share of resolvers whose copy was fetched between j and j + 1 steps ago; fresh while j is below freshCells. */
  private readonly byAge: Float64Array;
  private readonly freshCells: number;
  /** Share with a copy older than all cells, or none. */
  private forgotten = 0;
  /** The same for denials; those that expired are counted together. */
  private readonly deniedByAge: Float64Array;
  private deniedBefore = 0;

  /** @throws RangeError when a TTL is no multiple of the step, or a number is negative. */
  constructor(settings: CachePopulationSettings) {
    this.settings = { negativeTtl: 0, remember: 0, start: 'steady', ...settings };
    const { step, ttl, negativeTtl, demandRate, remember } = this.settings;
    if (!(step > 0) || !(demandRate >= 0) || !(remember >= 0))
      throw new RangeError('Step, demand and memory must not be negative.');
    if (
      !Number.isInteger(ttl / step) ||
      !Number.isInteger(negativeTtl / step) ||
      ttl < 0 ||
      negativeTtl < 0
    ) {
      throw new RangeError(`TTLs of ${ttl} and ${negativeTtl} s are no multiples of the step of ${step} s.`);
    }
    this.freshCells = ttl / step;
    this.byAge = new Float64Array(this.freshCells + Math.ceil(remember / step) + 1);
    this.deniedByAge = new Float64Array(negativeTtl / step);
    this.fill();
  }

  private fill(): void {
    const { step, ttl, demandRate, start } = this.settings;
    if (start === 'full') {
      this.byAge[0] = 1;
      return;
    }
    if (demandRate === 0) {
      this.forgotten = 1;
      return;
    }
    // Age density in the steady state: renewal rate r up to the TTL, r·exp(−λ(age − TTL)) beyond.
    const held = demandRate === Infinity ? 1 : hitProbability(ttl, demandRate);
    let older = 1 - held;
    for (let j = 0; j < this.byAge.length; j++) {
      if (j < this.freshCells) {
        this.byAge[j] = held / this.freshCells;
        continue;
      }
      this.byAge[j] = older * -Math.expm1(-demandRate * step);
      older -= this.byAge[j]!;
    }
    this.forgotten = Math.max(0, older);
  }

  /** Share of resolvers whose copy may still be used. */
  fresh(): number {
    let sum = 0;
    for (let j = 0; j < this.freshCells; j++) sum += this.byAge[j]!;
    return sum;
  }

  /** Share of resolvers that hold a denial. */
  denied(): number {
    return this.deniedByAge.reduce((sum, share) => sum + share, 0);
  }

  /** Share of resolvers that must ask. */
  asking(): number {
    return Math.max(0, 1 - this.fresh() - this.denied());
  }

  /**
   * Among all resolvers, the mean of a function of the time since the copy expired, over those whose copy has expired
   * and is remembered. @param value from the seconds since expiry (middle of the cell) to a number.
   */
  expiredMean(value: (secondsSinceExpiry: number) => number): number {
    let sum = 0;
    for (let j = this.freshCells; j < this.byAge.length; j++) {
      const share = this.byAge[j]!;
      if (share > 0) sum += share * value((j - this.freshCells + 0.5) * this.settings.step);
    }
    return sum;
  }

  /**
   * Lets one step pass in which a question is answered with probability `answered`, and the name is denied with
   * probability `denied`; what remains is lost, and the resolver asks again at its next look-up.
   */
  advance(answered: number, denied = 0): void {
    const { step, demandRate } = this.settings;
    const { byAge, deniedByAge, freshCells } = this;
    const chance = answered + denied;
    const hazard = chance > 0 ? demandRate * chance * step : 0;
    const stay = Math.exp(-hazard);
    // What expires evenly during the step waits half of it on average.
    const stayOfNew = hazard === 0 ? 1 : hazard === Infinity ? 0 : -Math.expm1(-hazard) / hazard;

    let moved = 0;
    const age = (share: number, staying: number) => {
      moved += share * (1 - staying);
      return share * staying;
    };
    const last = byAge.length - 1;
    this.forgotten = age(this.forgotten, stay) + age(byAge[last]!, stay);
    for (let j = last; j > 0; j--) {
      const share = byAge[j - 1]!;
      byAge[j] = j < freshCells ? share : age(share, j === freshCells ? stayOfNew : stay);
    }
    this.deniedBefore = age(this.deniedBefore, stay) + age(deniedByAge.at(-1) ?? 0, stayOfNew);
    deniedByAge.copyWithin(1, 0);
    byAge[0] = chance > 0 ? (moved * answered) / chance : 0;
    const newlyDenied = chance > 0 ? (moved * denied) / chance : 0;
    if (deniedByAge.length > 0) deniedByAge[0] = newlyDenied;
    else this.deniedBefore += newlyDenied;
  }
}
