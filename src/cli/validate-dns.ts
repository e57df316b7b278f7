import { setTimeout as wait } from 'node:timers/promises';
import { serverRoles } from './dns-config.ts';
import { DnsLab, dnsPrefix } from './dns-lab.ts';
import type { Asked } from './dns-lab.ts';
import { responseCodes } from './dns-message.ts';
import { labTtls, modelled, planFor } from './dns-plan.ts';
import type { Plan, PlanSettings } from './dns-plan.ts';
import type { Replayed } from './dns-replay.ts';
import { ipVersion, namespaceObstacle, sweepLeftovers, versionOf } from './namespaces.ts';
import { textTable } from './text-table.ts';
import type { Cell } from './text-table.ts';
import { runValidation } from './validation.ts';

/*
 * Compares the questions that reach root, TLD and zone servers in the model with those that Unbound sends to NSD servers
 * for the very same look-ups, in real time; and, with the root servers stopped half way, which look-ups still succeed.
 */

const seconds = 90;
const workloads: readonly PlanSettings[] = [
  {
    lookupsPerSecond: 100,
    seconds,
    tlds: 100,
    zonesPerTld: 10,
    zipf: 1,
    nonexistentShare: 0,
    nonexistentTlds: 0,
  },
  {
    lookupsPerSecond: 300,
    seconds,
    tlds: 500,
    zonesPerTld: 10,
    zipf: 0.8,
    nonexistentShare: 0.05,
    nonexistentTlds: 100,
    turn: { at: 30, to: 'counting' },
  },
  {
    lookupsPerSecond: 200,
    seconds,
    tlds: 300,
    zonesPerTld: 5,
    zipf: 1.2,
    nonexistentShare: 0.3,
    nonexistentTlds: 0,
  },
  {
    lookupsPerSecond: 200,
    seconds,
    tlds: 200,
    zonesPerTld: 10,
    zipf: 1,
    nonexistentShare: 0.1,
    nonexistentTlds: 50,
    turn: { at: seconds / 2, to: 'silence' },
  },
];
/** Length of the parts of the silence that are looked at one by one, seconds. */
const part = 15;
/** Per cent by which no count may differ. */
const tolerance = 10;

/** Keys of the texts that say what to know and why the rest differs; see `differs` in src/schemas/validation.ts. */
const differs = ['scaled', 'whole-seconds', 'exact', 'parents', 'simulations', 'unsigned', 'late'];

interface Pair {
  readonly model: number;
  readonly daemons: number;
  /** The model with one departure from Unbound: times to the fraction of a second; RFC 1034's rule for parents. */
  readonly exact: number;
  readonly parents: number;
}
type Row = Pair & { readonly kind: (typeof serverRoles)[number] };
type SilenceRow = Pair & { readonly from: number; readonly to: number; readonly lookups: number };

interface Comparison {
  readonly settings: PlanSettings;
  readonly lookups: number;
  readonly rows: readonly Row[];
  readonly silence: readonly SilenceRow[];
  /** Seconds by which the latest question was late. */
  readonly late: number;
}

const openLabs = new Set<DnsLab>();

interface Observed extends Replayed {
  /** Questions that reached the servers from the turn on, or in all when the turn is to silence. */
  readonly asked: Asked;
}

/** Unbound and NSD on one plan. */
async function observe(name: string, plan: Plan, { turn }: PlanSettings, tldTtl: number): Promise<Observed> {
  const lab = new DnsLab(name);
  openLabs.add(lab);
  try {
    const zones = plan.zones.map((zone) =>
      zone.name.includes('.') ? zone : { ...zone, delegationTtl: tldTtl },
    );
    await lab.open(zones, plan.rootNegativeTtl);
    let atTurn: Promise<Asked> | undefined;
    const questions = plan.questions.map(({ at, name }) => [at, name] as const);
    const replayed = await lab.replay(questions, (start) => {
      if (turn) atTurn = turnAt(lab, turn, start);
    });
    const before = await atTurn;
    if (turn?.to === 'silence') {
      return { ...replayed, asked: { ...(await lab.asked(['tld', 'zone'])), root: before!.root } };
    }
    const after = await lab.asked();
    const counted = serverRoles.map((role) => [role, after[role] - (before?.[role] ?? 0)] as const);
    return { ...replayed, asked: Object.fromEntries(counted) as Record<keyof Asked, number> };
  } finally {
    await lab.close();
    openLabs.delete(lab);
  }
}

/** What happens in the quiet seconds at the turn. @returns the counts so far. */
async function turnAt(lab: DnsLab, turn: NonNullable<PlanSettings['turn']>, start: number): Promise<Asked> {
  await wait(start + turn.at * 1000 + 300 - Date.now());
  const asked = await lab.asked();
  if (turn.to === 'silence') lab.stopRoot();
  return asked;
}

async function compare(
  settings: PlanSettings,
  name: string,
  seed: string,
  tldTtl: number,
): Promise<Comparison> {
  const plan = planFor(settings, seed);
  const real = await observe(name, plan, settings, tldTtl);
  const model = modelled(plan);
  const exact = modelled(plan, 'exact-times');
  const parents = modelled(plan, 'parents-ignored');
  const isSilence = settings.turn?.to === 'silence';
  const first = isSilence ? 0 : plan.turn;
  const [asked, askedExact, askedParents] = [model, exact, parents].map((one) => one.askedFrom(first));
  const isAnswered = (code: number) => code === responseCodes.noError || code === responseCodes.nameError;
  const silence = isSilence ? partsOfSilence(plan) : [];
  return {
    settings,
    lookups: plan.questions.length - first,
    rows: serverRoles.map((kind) => ({
      kind,
      model: asked![kind],
      daemons: real.asked[kind],
      exact: askedExact![kind],
      parents: askedParents![kind],
    })),
    silence: silence.map(({ from, to, questions }) => ({
      from,
      to,
      lookups: questions.length,
      model: questions.filter((i) => model.succeeded[i]).length,
      daemons: questions.filter((i) => isAnswered(real.codes[i]!)).length,
      exact: questions.filter((i) => exact.succeeded[i]).length,
      parents: questions.filter((i) => parents.succeeded[i]).length,
    })),
    late: Math.max(...real.sent.map((sent, i) => sent - plan.questions[i]!.at)),
  };
}

/** The questions after the root fell silent, by their index, in parts of equal length; a shorter rest is left out. */
function partsOfSilence({ questions, turn }: Plan) {
  const start = questions[turn]!.at;
  const parts = Math.floor((questions.at(-1)!.at - start) / part + 0.01);
  return Array.from({ length: parts }, (_, n) => {
    const [from, to] = [n * part, (n + 1) * part];
    const isInPart = (at: number) => at - start >= from && at - start < to;
    return {
      from,
      to,
      questions: [...questions.keys()].filter((i) => i >= turn && isInPart(questions[i]!.at)),
    };
  });
}

/** Difference from the daemons' count, per cent of it. */
const percent = (value: number, daemons: number) =>
  value === daemons ? 0 : daemons === 0 ? Infinity : (100 * (value - daemons)) / daemons;

function print({ settings, lookups, rows, silence, late }: Comparison): void {
  const { tlds, zonesPerTld, zipf, nonexistentShare, turn } = settings;
  console.log(
    `\n${lookups} look-ups, ${tlds} TLDs with ${zonesPerTld} zones each, Zipf exponent ${zipf}, ` +
      `${100 * nonexistentShare} % for TLDs that do not exist, ${turn?.to === 'counting' ? 'warm' : 'cold'} cache` +
      `${turn?.to === 'silence' ? `, root servers stopped after ${turn.at} s` : ''}` +
      ` (latest question ${(1000 * late).toFixed(0)} ms late)`,
  );
  const cells = (what: string, { model, daemons, exact, parents }: Pair): Cell[] => [
    what,
    model,
    daemons,
    ...[model, exact, parents].map((value) =>
      `${percent(value, daemons).toFixed(1)} %`.replace('-0.0', '0.0'),
    ),
  ];
  console.log(
    textTable(
      [
        ...rows.map((row) => cells(`questions to ${row.kind} servers`, row)),
        ...silence.map((row) =>
          cells(`succeeded ${row.from}–${row.to} s after the stop, of ${row.lookups}`, row),
        ),
      ],
      ['', 'model', 'daemons', 'difference', 'with exact times', 'with parents ignored'],
    ),
  );
}

const unboundVersion = () => versionOf('unbound -V', /^Version (\S+)/m);
const nsdVersion = () => versionOf('nsd -v', /^NSD version (\S+)/m);

await runValidation({
  name: 'dns',
  options: {
    'daemons-tld-ttl': {
      kind: 'number',
      summary:
        'TTL of TLDs in the servers; the model keeps to its own. Another value than the default shows that the comparison notices: no result is written.',
      unit: 'seconds',
      min: 1,
      max: 3600,
      integer: true,
      default: labTtls.tld,
    },
  },
  obstacle: async () => {
    const why = await namespaceObstacle(dnsPrefix);
    if (why) return why;
    if (!(await unboundVersion())) return 'Unbound is not installed (Debian package unbound)';
    if (!(await nsdVersion())) return 'NSD is not installed (Debian package nsd)';
    return undefined;
  },
  close: () => Promise.all([...openLabs].map((lab) => lab.close())),
  run: async (values) => {
    await sweepLeftovers(dnsPrefix);
    console.log(`${workloads.length} workloads at once, in real time: about two minutes.`);
    const tldTtl = values['daemons-tld-ttl'];
    const compared = await Promise.all(
      workloads.map((settings, i) => compare(settings, `${i}`, values.seed, tldTtl)),
    );
    compared.forEach(print);
    const questions = compared.flatMap(({ rows }) => rows);
    const successes = compared.flatMap(({ silence }) => silence);
    const worst = (of: readonly Pair[], key: 'model' | 'exact' | 'parents') =>
      Math.max(...of.map((pair) => Math.abs(percent(pair[key], pair.daemons))));
    const rounded = (value: number) => Number(value.toFixed(1));
    const versions = {
      Unbound: (await unboundVersion())!,
      NSD: (await nsdVersion())!,
      iproute2: (await ipVersion())!,
      'Node.js': process.versions.node,
    };
    const largest = worst([...questions, ...successes], 'model');
    console.log(
      `\nUnbound ${versions.Unbound}, NSD ${versions.NSD}: ${questions.length + successes.length} counts, the largest difference is ${largest.toFixed(1)} %; allowed are ${tolerance} %.`,
    );
    const isGood = largest <= tolerance;
    if (tldTtl !== labTtls.tld) return { isGood };
    const result = {
      versions,
      workloads: compared.map(({ settings, lookups, rows, silence }) => ({
        lookups,
        tlds: settings.tlds,
        zonesPerTld: settings.zonesPerTld,
        zipf: settings.zipf,
        nonexistent: settings.nonexistentShare,
        start: settings.turn?.to === 'counting' ? 'warm' : 'cold',
        rows: rows.map(({ kind, model, daemons }) => ({ kind, model, daemons })),
        ...(silence.length > 0 && {
          silence: silence.map(({ from, to, lookups, model, daemons }) => ({
            from,
            to,
            lookups,
            model,
            daemons,
          })),
        }),
      })),
      departures: {
        exactQuestions: rounded(worst(questions, 'exact')),
        exactSuccesses: rounded(worst(successes, 'exact')),
        parents: rounded(worst(questions, 'parents')),
      },
      differs,
    };
    return { result, isGood };
  },
});
