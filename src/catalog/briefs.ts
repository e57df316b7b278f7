import type { LanguageCode } from '../i18n/languages.ts';
import type { Fact } from '../schemas/ledger.ts';
import type { Verdict } from '../schemas/myth.ts';
import { componentsOf } from './body.ts';
import { citationsOf, citedIn, find, type Citation, type Reference } from './queries.ts';
import type { Catalog, MeetingEntry, MythEntry } from './types.ts';
import { countWords, sentencesOf } from './words.ts';

interface BriefPoint {
  /** Of a contested claim: name of the position and who holds it. */
  readonly label?: string;
  readonly text: string;
  readonly sources: readonly Reference[];
}

/** One page for the room, ready to be printed or sent: no links are needed to understand it. */
export interface Brief {
  readonly lang: LanguageCode;
  /** Path of the page that it sums up, below the language. */
  readonly page: string;
  readonly title: string;
  /** Of a meeting: what it is, with acronyms written out. */
  readonly full?: string;
  readonly fact: string;
  readonly reviewed: string;
  /** Of the brief of a myth. */
  readonly verdict?: Verdict;
  /** Two to four. */
  readonly points: readonly BriefPoint[];
  /** What others may say; where the answer is missing, the points are the answer. */
  readonly raised: readonly {
    readonly claim: string;
    readonly why?: string;
    readonly say?: string;
  }[];
  /** The same answer to an ally, from the chair, and when the own side has said it. */
  readonly speakers: readonly { readonly who: 'ally' | 'chair' | 'ownSide'; readonly text: string }[];
  readonly doNotClaim: readonly string[];
  readonly ask: string;
  readonly facts: readonly Fact[];
  readonly sources: readonly Citation[];
}

/** More points than this nobody makes in one statement. */
const mostPoints = 4;

/** The brief of a meeting, from its own fields. */
export function meetingBrief(catalog: Catalog, { id, lang, data }: MeetingEntry): Brief {
  const { fact, points, raised, doNotClaim, ask, facts } = data.brief;
  const figures = facts.flatMap((figure) => catalog.facts.byId.get(figure)?.data ?? []);
  return {
    lang,
    page: `meetings/${id}/`,
    title: data.name,
    full: data.full,
    fact,
    reviewed: data.reviewed,
    points,
    raised,
    speakers: [],
    doNotClaim,
    ask,
    facts: figures,
    sources: citedIn(catalog, [
      ...points.flatMap(({ sources }) => sources),
      ...figures.map(({ source }) => source),
    ]),
  };
}

/**
 * The brief of a myth, from its fields and from those of the lesson that answers it. Points are the positions on a
 * contested claim, else the sentences for thirty seconds when the lesson is about this myth, else those of the reply.
 */
export function mythBrief(catalog: Catalog, myth: MythEntry): Brief {
  const { id, lang, data } = myth;
  const lesson = find(catalog, 'lessons', data.lesson, lang)?.entry.data;
  const room = lesson?.myth === id ? lesson.room : undefined;
  const figures = componentsOf(myth.body).flatMap(({ name, attributes }) =>
    name === 'Fact' ? (catalog.facts.byId.get(attributes['id'] ?? '')?.data ?? []) : [],
  );
  const isContested = data.positions.length > 0;
  const spoken = room?.seconds30 ?? data.say;
  const points: BriefPoint[] = isContested
    ? data.positions.map(({ name, heldBy, text, sources }) => ({
        label: `${name} (${heldBy})`,
        text,
        sources,
      }))
    : atMost(lang, sentencesOf(lang, spoken), mostPoints).map((text) => ({ text, sources: [] }));
  const answer = isContested || room ? { say: data.say } : {};
  return {
    lang,
    page: `myths/${id}/`,
    title: data.title,
    fact: data.fact,
    reviewed: data.reviewed,
    verdict: data.verdict,
    points,
    raised: [{ claim: data.claim, why: data.why, ...answer }],
    speakers: room ? (['ally', 'chair', 'ownSide'] as const).map((who) => ({ who, text: room[who] })) : [],
    doNotClaim: [data.doNotClaim],
    ask: data.ask,
    facts: [...new Set(figures)],
    sources: citationsOf(catalog, myth, [
      ...data.positions.flatMap(({ sources }) => sources),
      ...data.sources,
    ]),
  };
}

/** Joins neighbours, the shortest pair first, until so many are left. */
function atMost(lang: LanguageCode, sentences: readonly string[], most: number): string[] {
  const left = [...sentences];
  while (left.length > most) {
    const lengths = left.map((sentence) => countWords(lang, sentence));
    const pairs = lengths.slice(1).map((length, n) => length + lengths[n]!);
    const at = pairs.indexOf(Math.min(...pairs));
    left.splice(at, 2, `${left[at]} ${left[at + 1]}`);
  }
  return left;
}

/** Words that a reader of a brief meets, without the list of sources. */
export function briefWords(brief: Brief): number {
  const texts = [
    brief.title,
    brief.full ?? '',
    brief.fact,
    ...brief.points.flatMap(({ label = '', text }) => [label, text]),
    ...brief.raised.flatMap(({ claim, why = '', say = '' }) => [claim, why, say]),
    ...brief.speakers.map(({ text }) => text),
    ...brief.doNotClaim,
    brief.ask,
    ...brief.facts.map(({ label }) => label[brief.lang] ?? label.en),
  ];
  return texts.reduce((sum, text) => sum + countWords(brief.lang, text), 0);
}
