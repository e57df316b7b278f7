import { Random } from '../random.ts';
import { AliasTable, zipfShares } from './popularity.ts';
import { secondsPerDay } from './timers.ts';

export interface WorkloadSettings {
  /** Mean number of look-ups a day that reach the resolver. */
  readonly lookupsPerDay: number;
  /** How many TLDs exist; the popularity of the one ranked r is proportional to 1 / r^zipf. */
  readonly tlds: number;
  readonly zipf: number;
  /** Zones in use under each TLD, one name each, popularity proportional to 1 / rank; 0 draws no zone. */
  readonly zonesPerTld: number;
  /** Share of look-ups, 0 to 1, for a name under a TLD that does not exist. */
  readonly nonexistentShare: number;
  /** How many such TLDs are asked for, with the same law of popularity; 0: never the same one twice. */
  readonly nonexistentTlds: number;
  readonly seed: string;
}

/**
 * The look-ups that reach one resolver: Poisson arrivals, TLDs by Zipf's law, a share of names that do not exist.
 * `next` moves to the next look-up and writes it into the fields: nothing is allocated, so hundreds of millions can be
 * drawn. Zones come from a generator of their own, so that runs with and without zones see the same arrivals.
 */
export class Workload {
  /** Second at which the present look-up arrives. */
  time = 0;
  /** TLD asked for, from 0 by falling popularity; −1 when it does not exist. */
  tld = -1;
  /** Zone under the TLD, from 0 by falling popularity; −1 when none is drawn. */
  zone = -1;
  /** Number of the TLD that does not exist; −1 when the TLD exists. */
  wrongTld = -1;

  private readonly ratePerSecond: number;
  private readonly nonexistentShare: number;
  private readonly arrivals: Random;
  private readonly zoneChoice: Random;
  private readonly tldTable: AliasTable;
  private readonly zoneTable: AliasTable | null;
  private readonly wrongTable: AliasTable | null;

  constructor(settings: WorkloadSettings) {
    if (!(settings.lookupsPerDay > 0)) throw new RangeError('Look-ups a day must be more than 0.');
    if (!(settings.nonexistentShare >= 0 && settings.nonexistentShare <= 1)) {
      throw new RangeError('The share of names that do not exist lies between 0 and 1.');
    }
    const table = (count: number, exponent: number) =>
      count > 0 ? new AliasTable(zipfShares(count, exponent)) : null;
    this.ratePerSecond = settings.lookupsPerDay / secondsPerDay;
    this.nonexistentShare = settings.nonexistentShare;
    this.arrivals = new Random(`${settings.seed}/arrivals`);
    this.zoneChoice = new Random(`${settings.seed}/zones`);
    this.tldTable = new AliasTable(zipfShares(settings.tlds, settings.zipf));
    this.zoneTable = table(settings.zonesPerTld, 1);
    this.wrongTable = settings.nonexistentShare > 0 ? table(settings.nonexistentTlds, settings.zipf) : null;
  }

  /** Moves to the next look-up. */
  next(): void {
    this.time += this.arrivals.exponential(this.ratePerSecond);
    if (this.nonexistentShare > 0 && this.arrivals.unit() < this.nonexistentShare) {
      this.wrongTld = this.wrongTable ? this.wrongTable.sample(this.arrivals) : 0;
      this.tld = -1;
      this.zone = -1;
      return;
    }
    this.wrongTld = -1;
    this.tld = this.tldTable.sample(this.arrivals);
    this.zone = this.zoneTable ? this.zoneTable.sample(this.zoneChoice) : -1;
  }
}
