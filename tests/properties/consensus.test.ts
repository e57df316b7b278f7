import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomeUnder } from '../../src/models/deliberation/decide.ts';
import { drawParties, limitOf, type Party, type Stance } from '../../src/models/deliberation/parties.ts';
import {
  majorityOf,
  packageDeal,
  roughConsensus,
  supportedBy,
  totalGain,
  unanimous,
  votesFor,
} from '../../src/models/deliberation/rules.ts';
import { eightClauses } from '../../src/models/deliberation/text.ts';
import { consensus } from '../../src/sims/consensus/index.ts';
import { scenarios } from '../../src/sims/consensus/scenarios.ts';
import { replay, shown } from '../../src/sims/kernel/run.ts';

const sure = { seed: 2026, numRuns: 200 };
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const ideals = fc.array(unit, { minLength: 1, maxLength: 30 });
const share = fc.double({ min: 0.5, max: 1, noNaN: true });
const room = fc.record({
  seed: fc.string({ maxLength: 4 }),
  members: fc.integer({ min: 1, max: 40 }),
  invited: fc.integer({ min: 0, max: 20 }),
  // Mostly small: where everybody objects to everything nothing is left to compare.
  objecting: fc.oneof({ weight: 4, arbitrary: fc.double({ min: 0, max: 0.12, noNaN: true }) }, unit),
});
const drawn = (of: { seed: string; members: number; invited: number; objecting: number }): Party[] =>
  drawParties({ ...of, clauses: eightClauses.length });
const kept = (parties: readonly Party[]) => outcomeUnder('unanimity', eightClauses, parties, 0.9);

test('a further party never raises the unanimous outcome', () => {
  fc.assert(
    fc.property(ideals, unit, (list, further) => {
      expect(unanimous([...list, further])).toBeLessThanOrEqual(unanimous(list));
    }),
    sure,
  );
});

test('a majority is at least as strong as k of n, and that as unanimity, for the same draft and k above a half', () => {
  fc.assert(
    fc.property(ideals, share, (list, part) => {
      const k = votesFor(part, list.length);
      expect(k).toBeGreaterThan(list.length / 2);
      expect(supportedBy(list, majorityOf(list.length))).toBeGreaterThanOrEqual(supportedBy(list, k));
      expect(supportedBy(list, k)).toBeGreaterThanOrEqual(unanimous(list));
    }),
    sure,
  );
});

test('the same holds for whole texts, and unanimity leaves nobody with a reservation', () => {
  fc.assert(
    fc.property(room, share, (of, part) => {
      const parties = drawn(of);
      const [most, some, all] = (['majority', 'k-of-n', 'unanimity'] as const).map((rule) =>
        outcomeUnder(rule, eightClauses, parties, part),
      );
      expect(most!.kept).toBeGreaterThanOrEqual(some!.kept);
      expect(some!.kept).toBeGreaterThanOrEqual(all!.kept);
      expect(all!.reserved).toEqual([]);
    }),
    sure,
  );
});

test('one objection without an answer stops rough consensus whatever the count, and an answered one does not', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99 }), fc.nat(), (others, place) => {
      const answered = Array.from({ length: others }, () => ({ answered: true }));
      expect(roughConsensus(1, answered).passes).toBe(true);
      const at = place % (others + 1);
      expect(roughConsensus(1, answered.toSpliced(at, 0, { answered: false })).passes).toBe(false);
    }),
    sure,
  );
});

test('equal ideals give the ideal, under unanimity and under any number of votes', () => {
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: 50 }), fc.nat(), (ideal, n, any) => {
      const list = Array.from({ length: n }, () => ideal);
      expect(unanimous(list)).toBe(ideal);
      expect(supportedBy(list, 1 + (any % n))).toBe(ideal);
    }),
    sure,
  );
});

test('the order of the seats does not matter, under any rule', () => {
  fc.assert(
    fc.property(room, fc.func(fc.nat()), (of, key) => {
      const parties = drawn(of);
      const shuffled = [...parties].sort((a, b) => key(a.id) - key(b.id));
      for (const rule of ['unanimity', 'silence', 'k-of-n', 'majority', 'rough', 'map'] as const) {
        const [one, other] = [parties, shuffled].map((list) => outcomeUnder(rule, eightClauses, list, 0.8));
        expect({ ...other!, reserved: [...other!.reserved].sort() }).toEqual({
          ...one!,
          reserved: [...one!.reserved].sort(),
        });
      }
    }),
    sure,
  );
});

test('the content score does not rise with further parties or a higher chance of objections, and is whole without any', () => {
  fc.assert(
    fc.property(
      room,
      fc.integer({ min: 0, max: 10 }),
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      (of, more, chance) => {
        const score = kept(drawn(of)).score;
        expect(kept(drawn({ ...of, members: of.members + more })).score).toBeLessThanOrEqual(score);
        const higher = Math.max(of.objecting, chance);
        expect(kept(drawn({ ...of, objecting: higher })).score).toBeLessThanOrEqual(score);
        expect(kept(drawn({ ...of, objecting: 0 })).score).toBe(1);
      },
    ),
    sure,
  );
});

test('a package that is accepted leaves nobody worse off than no text, and no red line is crossed', () => {
  const stance: fc.Arbitrary<Stance> = fc.oneof(
    fc.constant<Stance>({ kind: 'silent' }),
    fc.constant<Stance>({ kind: 'red-line' }),
    unit.map((ideal): Stance => ({ kind: 'wish', ideal })),
  );
  const table = fc.integer({ min: 1, max: 8 }).chain((clauses) =>
    fc.tuple(
      fc.array(unit, { minLength: clauses, maxLength: clauses }),
      fc.array(fc.array(stance, { minLength: clauses, maxLength: clauses }), {
        minLength: 1,
        maxLength: 12,
      }),
    ),
  );
  fc.assert(
    fc.property(table, ([strengths, parties]) => {
      const deal = packageDeal(strengths, parties);
      for (const stances of parties) {
        expect(totalGain(stances, deal)).toBeGreaterThanOrEqual(0);
        stances.forEach((one, i) => {
          if (one.kind === 'red-line') expect(deal[i]).toBe(0);
          expect(limitOf(one)).toBeLessThanOrEqual(1);
        });
      }
    }),
    { ...sure, numRuns: 500 },
  );
});

test('the same seed and moves give the same run, to the last letter', () => {
  const names = ['object', 'accept', 'appropriate', 'bracket', 'dissociate', 'footnote', 'options'];
  const action = fc.record({
    before: fc.nat({ max: 16 }),
    action: fc.oneof(
      fc.constantFrom('phone', 'vote', 'extend', 'chair-text', 'package'),
      fc.tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 8 })).map(([name, n]) => `${name}:${n}`),
    ),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...scenarios),
      fc.constantFrom('none', 'chair', 'member', 'invited'),
      fc.integer({ min: 1, max: 40 }),
      fc.array(action, { maxLength: 12 }),
      (scenario, seat, draw, actions) => {
        const settings = { ...scenario.settings, seat, draw, objections: 3 };
        const moves = [{ before: 0, action: 'phone' }, ...actions];
        const run = () => shown(replay(consensus, settings, 100, moves));
        const state = run();
        expect(consensus.finished(state)).toBe(true);
        expect(JSON.stringify(run())).toBe(JSON.stringify(state));
      },
    ),
    { ...sure, numRuns: 100 },
  );
});
