import { Propagation } from './propagate.ts';

/** Who reaches whom, from all networks to a sample of destinations. Lengths in links between networks, shares 0 to 1. */
export interface ReachSurvey {
  /** Destinations of the sample that are not removed. */
  readonly destinations: number;
  /** Pairs of the sample that have a path, as a share; a network and itself are no pair, removed networks do not count. */
  readonly reached: number;
  /** Mean over the chosen paths; 0 when there is none. */
  readonly meanLength: number;
  /** Networks of each group without a path to more than half of the sample. */
  readonly cutOff: readonly number[];
}

/** Networks by group: `groupOf[node]` is the group, 0 to count − 1. */
export interface Groups {
  readonly count: number;
  readonly groupOf: Uint8Array;
}

/** A sample of nodes at even distances in the order of AS numbers: neighbours in numbers tell nothing of one another. */
export function evenSample(nodesByAsn: Uint32Array, most: number): number[] {
  const count = Math.min(most, nodesByAsn.length);
  return Array.from(
    { length: count },
    (_, i) => nodesByAsn[Math.floor(((i + 0.5) * nodesByAsn.length) / count)]!,
  );
}

/**
 * Surveys the graph of an engine as it is now, with its cuts and removals.
 * @param removed 1 for each node that is removed from the engine.
 * @param isCutOff filled: 1 for each network that counts as cut off.
 */
export function surveyReach(
  engine: Propagation,
  sample: readonly number[],
  { count, groupOf }: Groups,
  removed: Uint8Array,
  isCutOff: Uint8Array = new Uint8Array(engine.graph.size),
): ReachSurvey {
  const { size } = engine.graph;
  const found = new Uint16Array(size);
  const lengths = new Uint32Array(size);
  let destinations = 0;
  let paths = 0;
  let links = 0;
  for (const destination of sample) {
    if (removed[destination]) continue;
    destinations++;
    engine.run([{ node: destination }]);
    engine.lengthsInto(lengths);
    for (let v = 0; v < size; v++) {
      const length = lengths[v]!;
      // 1 is the destination itself.
      if (length <= 1) continue;
      found[v]!++;
      paths++;
      links += length - 1;
    }
  }
  for (const destination of sample) if (!removed[destination]) found[destination]!++;
  let present = 0;
  const cutOff = new Array<number>(count).fill(0);
  for (let v = 0; v < size; v++) {
    isCutOff[v] = 0;
    if (removed[v]) continue;
    present++;
    if (found[v]! * 2 >= destinations) continue;
    isCutOff[v] = 1;
    cutOff[groupOf[v]!]!++;
  }
  const pairs = destinations * (present - 1);
  return {
    destinations,
    reached: pairs > 0 ? paths / pairs : 0,
    meanLength: paths > 0 ? links / paths : 0,
    cutOff,
  };
}

/**
 * Mean length of the paths to some destinations of a group from all networks of the same group; 0 when there is none.
 */
export function localLength(
  engine: Propagation,
  destinations: readonly number[],
  { groupOf }: Groups,
  group: number,
): number {
  let paths = 0;
  let links = 0;
  for (const node of destinations) {
    engine.run([{ node }]);
    for (let v = 0; v < engine.graph.size; v++) {
      const length = groupOf[v] === group ? engine.lengthOf(v) : 0;
      if (length <= 0) continue;
      paths++;
      links += length;
    }
  }
  return paths > 0 ? links / paths : 0;
}
