import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { AsLink } from '../models/routing/as-graph.ts';
import type { BirdRouter } from './bird-config.ts';
import { birdConfig, chosenPaths, dotted, sessionsDown } from './bird-config.ts';
import { Laboratory } from './laboratory.ts';
import { namespaceName, output } from './namespaces.ts';

/** Beginning of the names of all namespaces of these laboratories. */
export const bgpPrefix = 'iif-bgp';
const firstAddress = (10 << 24) >>> 0;

/** What a network does besides having links. */
export type BirdRole = Pick<BirdRouter, 'announces' | 'roas'>;

/**
 * Routers of one laboratory: a network namespace and a BIRD process for each network, a pair of virtual interfaces for
 * each link.
 */
export class BirdLab extends Laboratory {
  protected readonly spaces: readonly string[];
  private readonly asns: readonly number[];
  private readonly links: readonly AsLink[];
  private readonly cut = new Set<number>();

  constructor(links: readonly AsLink[]) {
    super(bgpPrefix);
    this.links = links;
    this.asns = [...new Set(links.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y);
    this.spaces = this.asns.map((asn) => this.space(asn));
  }

  private space(asn: number): string {
    return namespaceName(bgpPrefix, asn);
  }

  open(roleOf: (asn: number) => BirdRole): Promise<void> {
    return this.openBy(() => this.build(roleOf));
  }

  private async build(roleOf: (asn: number) => BirdRole): Promise<void> {
    await output('ip', ['-batch', '-'], this.spaces.map((space) => `netns add ${space}\n`).join(''));
    const pairs = this.links.map(
      ({ a, b }, i) =>
        `link add l${i}a netns ${this.space(a)} type veth peer name l${i}b netns ${this.space(b)}\n`,
    );
    await output('ip', ['-batch', '-'], pairs.join(''));
    for (const asn of this.asns) await this.startRouter(asn, roleOf(asn));
  }

  private async startRouter(asn: number, role: BirdRole): Promise<void> {
    const setup = ['link set lo up\n'];
    const neighbours: BirdRouter['neighbours'][number][] = [];
    this.links.forEach(({ a, b, relation }, i) => {
      if (a !== asn && b !== asn) return;
      const end = a === asn ? 'a' : 'b';
      const addresses = [firstAddress + 4 * i + 1, firstAddress + 4 * i + 2].map(dotted) as [string, string];
      const [localAddress, address] = end === 'a' ? addresses : [addresses[1], addresses[0]];
      setup.push(`addr add ${localAddress}/30 dev l${i}${end}\n`, `link set l${i}${end} up\n`);
      neighbours.push({
        asn: end === 'a' ? b : a,
        relation: relation === 'peering' ? 'peer' : end === 'a' ? 'customer' : 'provider',
        address,
        localAddress,
      });
    });
    await output('ip', ['-n', this.space(asn), '-batch', '-'], setup.join(''));
    const config = join(this.folder, `${asn}.conf`);
    writeFileSync(config, birdConfig({ asn, neighbours, ...role }));
    const files = ['-c', config, '-s', this.control(asn), '-P', join(this.folder, `${asn}.pid`)];
    this.start(this.space(asn), ['bird', '-f', ...files]);
  }

  private control(asn: number): string {
    return join(this.folder, `${asn}.ctl`);
  }

  private ask(asn: number, question: string): Promise<string> {
    return output('birdc', ['-r', '-s', this.control(asn), ...question.split(' ')]);
  }

  /** Cuts a link: its interface goes down, as when a cable is pulled. */
  async cutLink(a: number, b: number): Promise<void> {
    const link = this.links.findIndex((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
    this.cut.add(link);
    await output('ip', ['-n', this.space(this.links[link]!.a), 'link', 'set', `l${link}a`, 'down']);
  }

  /**
   * Waits until all sessions over links that are not cut are up and no router has changed a path for three seconds.
   * @returns for each network its chosen path by prefix, the network itself first.
   * @throws after two minutes.
   */
  async settled(): Promise<Map<number, Map<string, number[]>>> {
    let before = '';
    let unchanged = 0;
    for (let seconds = 0; seconds < 120; seconds++) {
      await wait(1000);
      const down = await this.sum((asn) =>
        this.ask(asn, 'show protocols').then(sessionsDown, () => Infinity),
      );
      if (down !== 2 * this.cut.size) continue;
      const answers = await Promise.all(this.asns.map((asn) => this.ask(asn, 'show route primary all')));
      const paths = answers.map(chosenPaths);
      const now = JSON.stringify(paths.map((chosen) => [...chosen].sort()));
      unchanged = now === before ? unchanged + 1 : 0;
      before = now;
      if (unchanged < 3) continue;
      return new Map(
        this.asns.map((asn, i) => [
          asn,
          new Map([...paths[i]!].map(([prefix, path]) => [prefix, [asn, ...path]])),
        ]),
      );
    }
    throw new Error('the routers did not settle within two minutes');
  }

  private async sum(count: (asn: number) => Promise<number>): Promise<number> {
    return (await Promise.all(this.asns.map(count))).reduce((total, one) => total + one, 0);
  }
}
