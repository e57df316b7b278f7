import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balancedSelection, type BalanceRule } from '../../src/models/deliberation/balance.ts';
import { traits } from '../../src/models/deliberation/forum.ts';
import { measureOverlap, runSelection } from '../../src/models/deliberation/overlap.ts';
import {
  apportion,
  chosen,
  common,
  drawPanel,
  drawProposals,
  qualityShare,
} from '../../src/models/deliberation/workshops.ts';

const sure = (numRuns: number) => ({ seed: 2026, numRuns });

const seed = fc.string({ maxLength: 6 });
/** How many proposals, and for how many of them there is a place. */
const field = fc
  .integer({ min: 4, max: 120 })
  .chain((count) => fc.record({ count: fc.constant(count), places: fc.integer({ min: 1, max: count - 1 }) }));
const panel = fc.record({
  readers: fc.integer({ min: 1, max: 12 }),
  agreement: fc.double({ min: 0, max: 1, noNaN: true }),
  strictness: fc.double({ min: 0, max: 2, noNaN: true }),
  leaning: fc.double({ min: 0, max: 2, noNaN: true }),
});

test('panels whose readers agree fully, without strictness and leanings, are identical', () => {
  fc.assert(
    fc.property(field, fc.integer({ min: 1, max: 12 }), seed, ({ count, places }, readers, name) => {
      const proposals = drawProposals(count, traits, name);
      const [one, other] = ['one', 'other'].map((n) =>
        drawPanel(proposals, { readers, agreement: 1 }, `${name}:${n}`),
      );
      expect(one!.order).toEqual(other!.order);
      expect(common(chosen(one!, places), chosen(other!, places))).toBe(places);
      // Both take the best proposals there are.
      expect(qualityShare(proposals, chosen(one!, places))).toBeCloseTo(1, 9);
    }),
    sure(200),
  );
});

test('as agreement vanishes, the overlap of two lists is that of a draw by lot, within three standard errors', () => {
  const runs = 300;
  fc.assert(
    fc.property(field, fc.integer({ min: 1, max: 5 }), seed, ({ count, places }, readers, name) => {
      const { mean } = measureOverlap(count, places, { readers, agreement: 0 }, runs, name);
      // Two lists by lot have a hypergeometric number in common: mean p²/N, variance p·(p/N)·(1 − p/N)·(N − p)/(N − 1).
      const share = places / count;
      const variance = (places * share * (1 - share) * (count - places)) / (count - 1) / places ** 2;
      expect(Math.abs(mean - share)).toBeLessThanOrEqual(3 * Math.sqrt(variance / runs));
    }),
    sure(40),
  );
});

test('with more readers the mean overlap does not fall', () => {
  fc.assert(
    fc.property(fc.constantFrom(0.1, 0.3, 0.5, 0.7), seed, (agreement, name) => {
      const means = [1, 2, 4, 8, 16].map(
        (readers) => measureOverlap(100, 30, { readers, agreement }, 200, name).mean,
      );
      for (const [i, mean] of means.entries()) if (i > 0) expect(mean).toBeGreaterThanOrEqual(means[i - 1]!);
    }),
    sure(12),
  );
});

/** Small fields for which every list can be tried: scores, categories of two or three traits, and rules about them. */
const small = fc.integer({ min: 2, max: 12 }).chain((count) =>
  fc.record({
    places: fc.integer({ min: 1, max: count }),
    scores: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: count, maxLength: count }),
    categories: fc.array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 }), fc.nat({ max: 3 })), {
      minLength: count,
      maxLength: count,
    }),
    rules: fc.uniqueArray(
      fc.record({
        trait: fc.nat({ max: 2 }),
        category: fc.nat({ max: 3 }),
        least: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 5, selector: ({ trait, category }) => `${trait} ${category}` },
    ),
  }),
);

/** Every list of so many of n ids. */
function* lists(
  n: number,
  places: number,
  from = 0,
  taken: readonly number[] = [],
): Generator<readonly number[]> {
  if (taken.length === places) yield taken;
  else for (let id = from; id < n; id++) yield* lists(n, places, id + 1, [...taken, id]);
}

const keeps = (
  list: Iterable<number>,
  categories: readonly (readonly number[])[],
  rules: readonly BalanceRule[],
): boolean =>
  rules.every(
    ({ trait, category, least }) =>
      [...list].filter((id) => categories[id]![trait] === category).length >= least,
  );

test('rules are kept whenever any list keeps them, and else the rules that are not kept are named', () => {
  const seen = { kept: 0, impossible: 0 };
  fc.assert(
    fc.property(small, ({ places, scores, categories, rules }) => {
      const result = balancedSelection(scores, categories, rules, places);
      const isPossible = [...lists(scores.length, places)].some((list) => keeps(list, categories, rules));
      expect(result.outcome).toBe(isPossible ? 'kept' : 'impossible');
      expect(result.unmet.length === 0).toBe(isPossible);
      expect(keeps(result.ids, categories, rules)).toBe(isPossible);
      for (const { trait, category, least, got } of result.unmet) {
        expect(got).toBe([...result.ids].filter((id) => categories[id]![trait] === category).length);
        expect(got).toBeLessThan(least);
      }
      seen[isPossible ? 'kept' : 'impossible']++;
    }),
    sure(1_500),
  );
  // Both happen often enough to mean something.
  expect(Math.min(seen.kept, seen.impossible)).toBeGreaterThan(300);
});

/** Rules that ask for exactly what some list has, in every category: hard to keep, and never impossible. */
const tight = small.chain(({ scores, categories, places }) =>
  fc
    .shuffledSubarray(
      scores.map((_, id) => id),
      { minLength: places, maxLength: places },
    )
    .map((hidden) => ({
      scores,
      categories,
      places,
      rules: [0, 1, 2].flatMap((trait) =>
        [0, 1, 2, 3].map((category) => ({
          trait,
          category,
          least: hidden.filter((id) => categories[id]![trait] === category).length,
        })),
      ),
    })),
);

test('rules that only few lists keep are kept too', () => {
  fc.assert(
    fc.property(tight, ({ scores, categories, rules, places }) => {
      const result = balancedSelection(scores, categories, rules, places);
      expect(result.outcome).toBe('kept');
      expect(keeps(result.ids, categories, rules)).toBe(true);
    }),
    sure(2_000),
  );
});

test('as many are chosen as there are places, each once, and rules never raise the sum of the scores', () => {
  fc.assert(
    fc.property(small, ({ places, scores, categories, rules }) => {
      const { ids } = balancedSelection(scores, categories, rules, places);
      expect(ids.size).toBe(places);
      for (const id of ids) expect(scores[id]).toBeDefined();
      const sum = (list: readonly number[]) => list.reduce((total, id) => total + scores[id]!, 0);
      const best = scores
        .map((_, id) => id)
        .sort((a, b) => scores[b]! - scores[a]!)
        .slice(0, places);
      expect(sum([...ids])).toBeLessThanOrEqual(sum(best) + 1e-9);
      if (rules.length === 0) expect(sum([...ids])).toBeCloseTo(sum(best), 9);
    }),
    sure(500),
  );
});

test('the order in which proposals are listed does not change who is chosen', () => {
  fc.assert(
    fc.property(
      small.filter(({ scores }) => new Set(scores).size === scores.length),
      fc.nat(),
      ({ places, scores, categories }, shift) => {
        const moved = scores.map((_, i) => (i + shift) % scores.length);
        const { ids } = balancedSelection(scores, categories, [], places);
        const other = balancedSelection(
          moved.map((id) => scores[id]!),
          moved.map((id) => categories[id]!),
          [],
          places,
        );
        expect(new Set([...other.ids].map((i) => moved[i]))).toEqual(new Set(ids));
      },
    ),
    sure(200),
  );
});

test('the same seed gives the same run, down to the last score', () => {
  fc.assert(
    fc.property(field, panel, seed, fc.nat({ max: 5 }), ({ count, places }, settings, name, draw) => {
      const run = () => {
        const proposals = drawProposals(count, traits, name);
        const rules = [{ trait: 0, category: 1, least: 1 }];
        const { selections, balanced, ...rest } = runSelection(
          proposals,
          places,
          settings,
          rules,
          name,
          draw,
        );
        return JSON.stringify({ ...rest, lists: selections.map((ids) => [...ids]), kept: [...balanced.ids] });
      };
      expect(run()).toBe(run());
    }),
    sure(100),
  );
});

test('members share the reading evenly: nobody reads more than one proposal above the mean', () => {
  // With strictness alone, and no error, a score shows who read: each distinct sum belongs to one group of readers.
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 12 }),
      seed,
      (count, members, name) => {
        const proposals = drawProposals(count, traits, name).map((proposal) => ({ ...proposal, quality: 0 }));
        const { scores } = drawPanel(proposals, { readers: 1, members, agreement: 1, strictness: 1 }, name);
        const loads = new Map<number, number>();
        for (const score of scores) loads.set(score, (loads.get(score) ?? 0) + 1);
        expect(Math.max(...loads.values())).toBeLessThanOrEqual(Math.ceil(count / members));
      },
    ),
    sure(150),
  );
});

test('shares become whole numbers that sum to the total, each less than one away from its share', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 300 }),
      (weights, total) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        const shares = weights.map((weight) => weight / sum);
        const counts = apportion(shares, total);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(total);
        counts.forEach((n, i) => expect(Math.abs(n - shares[i]! * total)).toBeLessThan(1 + 1e-6));
      },
    ),
    sure(200),
  );
});
