import type { Draft } from './generate-draft.ts';
import { regionWeights, stubPeerTail, transitPeerTail, valueAt } from './generate-settings.ts';
import { WeightedList } from './weighted-list.ts';

/**
 * Lays the peering links: the full mesh of the clique, the giants that peer with whoever wants, then pairs drawn by
 * the number of peers each network is to have (Chung and Lu, "Connected components in random graphs with given expected
 * degree sequences", 2002), most of them within one region.
 * @param planned customers of each transit network: large ones have more peers.
 */
export function layPeering(draft: Draft, planned: Float64Array): void {
  const { settings, random, regions } = draft;
  const { clique, networks } = settings;
  for (let i = 0; i < clique; i++) for (let j = 0; j < i; j++) draft.addPeering(j, i);
  for (let i = clique; i < clique + settings.giants; i++) {
    for (let j = clique; j < i; j++) if (random.unit() < settings.giantMesh) draft.addPeering(j, i);
  }
  const target = Math.round((draft.transitLinks * settings.peeringShare) / (1 - settings.peeringShare));
  const wanted = wantedPeers(draft, planned);

  for (let i = 0; i < settings.openGiants; i++) {
    const share = settings.openPeering / (1 + 0.15 * i);
    for (let v = clique; v < networks; v++) {
      if (wanted[v]! > 0 && random.unit() < share && draft.peeringLinks < target)
        draft.addPeering(clique + i, v);
    }
  }

  const everybody = new WeightedList();
  const local = Array.from({ length: settings.regions }, () => new WeightedList());
  for (let v = clique; v < networks; v++) {
    if (wanted[v] === 0) continue;
    everybody.add(v, wanted[v]!);
    if (draft.isGiant(v)) local.forEach((list, region) => list.add(v, wanted[v]! * regionWeights[region]!));
    else local[regions[v]!]!.add(v, wanted[v]!);
  }
  const regionChoice = new WeightedList();
  local.forEach((list, region) => regionChoice.add(region, list.total));
  // Among few networks the pairs may run out before the target is reached.
  for (let tries = 20 * target; draft.peeringLinks < target && tries > 0; tries--) {
    const list = random.unit() < settings.localPeering ? local[regionChoice.pick(random) ?? 0]! : everybody;
    const a = list.pick(random);
    const b = list.pick(random);
    if (a !== undefined && b !== undefined) draft.addPeering(a, b);
  }
}

/** How many peers each network wants; 0 for most. In 2015 half of the transit networks had any, and 12 % of the stubs. */
function wantedPeers(draft: Draft, planned: Float64Array): Float64Array {
  const { settings, random } = draft;
  const { clique, transit, content, networks, extraPeers } = settings;
  const wanted = new Float64Array(networks);
  for (let v = clique; v < networks; v++) {
    const isTransit = v < transit;
    const isContent = !isTransit && v < transit + content;
    const largeness = isTransit ? Math.min(1, Math.log10(planned[v]!) / 3) : 0;
    let willing: number;
    if (isTransit) {
      const base = Math.min(1, 0.35 + 0.78 * largeness);
      willing = base + (1 - base) * extraPeers * 0.6;
    } else willing = (isContent ? 0.5 : 0.098) + extraPeers * 0.2;
    if (random.unit() >= willing) continue;
    let u = random.unit();
    if (isTransit && random.unit() < largeness) u = Math.max(u, random.unit(), random.unit());
    else if (isTransit && largeness < 0.2 && random.unit() < 0.5) u = Math.min(u, random.unit());
    else if (isContent) u = Math.max(u, random.unit());
    wanted[v] = Math.min(valueAt(isTransit ? transitPeerTail : stubPeerTail, u), networks / 10);
  }
  return wanted;
}
