import { balancedSelection, type BalanceRule, type BalancedSelection } from './balance.ts';
import {
  chosen,
  common,
  drawPanel,
  drawProposals,
  reliability,
  type Panel,
  type PanelSettings,
  type Proposal,
  type Trait,
} from './workshops.ts';

/** How many pairs of panels, and how much of their selections is the same. */
export interface OverlapMeasure {
  runs: number;
  /** Mean share of the places that both panels give to the same proposals, 0 to 1. */
  mean: number;
  /** Standard error of the mean. */
  error: number;
}

/** Two panels choose from the same proposals, many times, each time with new proposals and new panels. */
export function measureOverlap(
  count: number,
  places: number,
  settings: PanelSettings,
  runs: number,
  seed: string,
  traits: readonly Trait[] = [],
): OverlapMeasure {
  const shares = Array.from({ length: runs }, (_, run) => {
    const proposals = drawProposals(count, traits, `${seed}:${run}`);
    const [one, other] = [0, 1].map((n) =>
      chosen(drawPanel(proposals, settings, `${seed}:${run}:${n}`), places),
    );
    return common(one!, other!) / places;
  });
  const mean = shares.reduce((sum, share) => sum + share, 0) / runs;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / Math.max(1, runs - 1);
  return { runs, mean, error: Math.sqrt(variance / runs) };
}

/** Density of the normal distribution. */
const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Share of a normal distribution above x, by Simpson's rule over twelve standard deviations. */
const above = (x: number): number => simpson(density, x, Math.max(x, 0) + 12, 2_000);

function simpson(f: (x: number) => number, from: number, to: number, parts: number): number {
  const h = (to - from) / parts;
  let sum = f(from) + f(to);
  for (let i = 1; i < parts; i++) sum += (i % 2 === 1 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}

/** The value above which a share of a normal distribution lies, by bisection. */
function threshold(share: number): number {
  let [low, high] = [-12, 12];
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (above(middle) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The overlap to expect when there are very many proposals: of the proposals that one panel places in the best `share`, the
 * part that the other does. Mean scores of two panels are normal with correlation r, so this is
 * P(X > z and Y > z) / share, with P(X > z and Y > z) = ∫ φ(x) · Φ((r x − z) / √(1 − r²)) dx from z on.
 *
 * @param share places by proposals, between 0 and 1.
 */
export function expectedOverlap(share: number, readers: number, agreement: number): number {
  const r = reliability(readers, agreement);
  if (r >= 1) return 1;
  const z = threshold(share);
  const both = simpson((x) => density(x) * above((z - r * x) / Math.sqrt(1 - r * r)), z, z + 12, 400);
  return both / share;
}

/** Everything that one draw gives: the first panel, the second, and the first one's list with the rules of balance. */
export interface SelectionRun {
  proposals: readonly Proposal[];
  panels: readonly [Panel, Panel];
  selections: readonly [ReadonlySet<number>, ReadonlySet<number>];
  /** How many both chose. */
  both: number;
  balanced: BalancedSelection;
}

/**
 * @param draw 0 for the first pair of panels; further numbers are further pairs for the same proposals.
 * @param rules of balance for the list of the first panel.
 */
export function runSelection(
  proposals: readonly Proposal[],
  places: number,
  settings: PanelSettings,
  rules: readonly BalanceRule[],
  seed: string,
  draw: number,
): SelectionRun {
  const panels: [Panel, Panel] = [
    drawPanel(proposals, settings, `${seed}:${draw}:first`),
    drawPanel(proposals, settings, `${seed}:${draw}:second`),
  ];
  const selections: [ReadonlySet<number>, ReadonlySet<number>] = [
    chosen(panels[0], places),
    chosen(panels[1], places),
  ];
  const balanced = balancedSelection(
    panels[0].scores,
    proposals.map(({ categories }) => categories),
    rules,
    places,
  );
  return { proposals, panels, selections, both: common(...selections), balanced };
}
