/** At least so many of the chosen are to be of one category of a trait. */
export interface BalanceRule {
  /** Index of the trait. */
  trait: number;
  category: number;
  least: number;
}

export interface UnmetRule extends BalanceRule {
  /** How many were chosen all the same. */
  got: number;
  /** How many proposals of the category there are. */
  available: number;
}

export interface BalancedSelection {
  /** Always as many as there are places. */
  ids: ReadonlySet<number>;
  /** Rules that are not kept; empty when all are. */
  unmet: readonly UnmetRule[];
  /**
   * "kept": all rules are kept. "impossible": no selection keeps them all. "not-found": none was found, and the search was
   * ended before it had tried everything.
   */
  outcome: 'kept' | 'impossible' | 'not-found';
}

/** Most steps of the complete search; far more than a dozen proposals need. */
const mostNodes = 200_000;

type Categories = readonly (readonly number[])[];

/**
 * Rules that ask for a part of equal shares: with three categories, 60 places and a floor of 0.75, fifteen of each.
 *
 * @param floor part of an equal share, 0 to 1; rounded down to whole places.
 */
export const equalShares = (
  trait: number,
  categories: number,
  places: number,
  floor: number,
): BalanceRule[] =>
  Array.from({ length: categories }, (_, category) => ({
    trait,
    category,
    least: Math.floor((floor * places) / categories + 1e-9),
  }));

const counts = (rules: readonly BalanceRule[], categories: Categories, ids: Iterable<number>): number[] => {
  const result = rules.map(() => 0);
  for (const id of ids)
    rules.forEach(({ trait, category }, r) => {
      if (categories[id]![trait] === category) result[r]! += 1;
    });
  return result;
};

/** Places that are still missing to keep all rules. */
const missing = (rules: readonly BalanceRule[], got: readonly number[]): number =>
  rules.reduce((sum, { least }, r) => sum + Math.max(0, least - got[r]!), 0);

/**
 * Chooses by score, then exchanges proposals until the rules are kept, at each exchange with the smallest loss of score for
 * what it mends; at last it takes back every single exchange that is no longer needed. If that leaves a rule unkept, a
 * complete search looks for any selection that keeps them. The result is good and not proven to be the best.
 *
 * @param scores by id; of equal scores the smaller id comes first.
 * @param categories of each proposal, by trait.
 */
export function balancedSelection(
  scores: readonly number[],
  categories: Categories,
  rules: readonly BalanceRule[],
  places: number,
): BalancedSelection {
  const order = scores.map((_, id) => id).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const available = counts(rules, categories, order);
  const isPossible = couldBeKept(rules, available, places);
  const ids = new Set(order.slice(0, places));
  repair(ids, order, scores, categories, rules);
  let outcome: BalancedSelection['outcome'] = 'kept';
  if (missing(rules, counts(rules, categories, ids)) > 0) {
    const found = isPossible ? search(order, categories, rules, places) : 'none';
    if (typeof found === 'object') {
      ids.clear();
      for (const id of found) ids.add(id);
    } else outcome = found === 'none' ? 'impossible' : 'not-found';
  }
  improve(ids, order, scores, categories, rules);
  const got = counts(rules, categories, ids);
  const unmet = rules.flatMap((rule, r) =>
    got[r]! < rule.least ? [{ ...rule, got: got[r]!, available: available[r]! }] : [],
  );
  return { ids, unmet, outcome };
}

/** Two reasons that show at once that rules cannot be kept: too few proposals, or more places asked for than there are. */
function couldBeKept(rules: readonly BalanceRule[], available: readonly number[], places: number): boolean {
  const asked = new Map<number, number>();
  for (const { trait, least } of rules) asked.set(trait, (asked.get(trait) ?? 0) + least);
  return (
    rules.every(({ least }, r) => available[r]! >= least) && [...asked.values()].every((n) => n <= places)
  );
}

/** Change of each rule's count when one proposal takes the place of another. */
const change = (rule: BalanceRule, categories: Categories, out: number, into: number): number =>
  Number(categories[into]![rule.trait] === rule.category) -
  Number(categories[out]![rule.trait] === rule.category);

/** Exchanges while that brings the rules nearer; stays where no single exchange does. */
function repair(
  ids: Set<number>,
  order: readonly number[],
  scores: readonly number[],
  categories: Categories,
  rules: readonly BalanceRule[],
): void {
  for (;;) {
    const got = counts(rules, categories, ids);
    const now = missing(rules, got);
    if (now === 0) return;
    let best: { out: number; into: number; value: number } | undefined;
    for (const out of ids)
      for (const into of order) {
        if (ids.has(into)) continue;
        const gain =
          now -
          missing(
            rules,
            got.map((n, r) => n + change(rules[r]!, categories, out, into)),
          );
        if (gain <= 0) continue;
        const value = (scores[out]! - scores[into]!) / gain;
        if (!best || value < best.value) best = { out, into, value };
      }
    if (!best) return;
    ids.delete(best.out);
    ids.add(best.into);
  }
}

/** Exchanges while the score rises and no rule is kept less than before. */
function improve(
  ids: Set<number>,
  order: readonly number[],
  scores: readonly number[],
  categories: Categories,
  rules: readonly BalanceRule[],
): void {
  for (;;) {
    const got = counts(rules, categories, ids);
    let best: { out: number; into: number; gain: number } | undefined;
    for (const out of ids)
      for (const into of order) {
        if (ids.has(into)) continue;
        const gain = scores[into]! - scores[out]!;
        if (gain <= 0 || (best && gain <= best.gain)) continue;
        const isKept = rules.every((rule, r) => {
          const by = change(rule, categories, out, into);
          return by >= 0 || got[r]! + by >= rule.least;
        });
        if (isKept) best = { out, into, gain };
      }
    if (!best) return;
    ids.delete(best.out);
    ids.add(best.into);
  }
}

/** Tries every selection, the better scores first, and leaves a branch as soon as it can no longer keep the rules. */
function search(
  order: readonly number[],
  categories: Categories,
  rules: readonly BalanceRule[],
  places: number,
): number[] | 'none' | 'ended' {
  // How many of each rule's category come at this place of the order or later.
  const later = rules.map(({ trait, category }) => {
    const left = Array<number>(order.length + 1).fill(0);
    for (let i = order.length - 1; i >= 0; i--)
      left[i] = left[i + 1]! + Number(categories[order[i]!]![trait] === category);
    return left;
  });
  const traits = [...new Set(rules.map(({ trait }) => trait))];
  const got = rules.map(() => 0);
  const taken: number[] = [];
  let nodes = 0;
  const canGoOn = (at: number): boolean => {
    const free = places - taken.length;
    if (order.length - at < free) return false;
    if (rules.some(({ least }, r) => least - got[r]! > later[r]![at]!)) return false;
    return traits.every(
      (trait) =>
        rules.reduce(
          (sum, rule, r) => sum + (rule.trait === trait ? Math.max(0, rule.least - got[r]!) : 0),
          0,
        ) <= free,
    );
  };
  const visit = (at: number): boolean | 'ended' => {
    if (++nodes > mostNodes) return 'ended';
    if (!canGoOn(at)) return false;
    if (taken.length === places) return true;
    const id = order[at]!;
    const fits = rules.map(({ trait, category }) => Number(categories[id]![trait] === category));
    taken.push(id);
    fits.forEach((n, r) => (got[r]! += n));
    const withIt = visit(at + 1);
    if (withIt) return withIt;
    taken.pop();
    fits.forEach((n, r) => (got[r]! -= n));
    return visit(at + 1);
  };
  const result = visit(0);
  if (result === 'ended') return 'ended';
  return result ? taken : 'none';
}
