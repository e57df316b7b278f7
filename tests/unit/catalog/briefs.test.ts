import { describe, expect, test } from 'vitest';
import { briefWords, meetingBrief, mythBrief } from '../../../src/catalog/briefs.ts';
import { buildCatalog } from '../../../src/catalog/build.ts';
import type { Raw } from '../../../src/catalog/types.ts';
import { goodContent, type Draft } from '../../fixtures/content/catalog.ts';

function briefs(change: (raw: Draft<Raw>) => void = () => undefined) {
  const raw = goodContent();
  change(raw);
  const catalog = buildCatalog(raw);
  return {
    myth: mythBrief(catalog, catalog.english.myths.all[0]!),
    meeting: meetingBrief(catalog, catalog.english.meetings.all[0]!),
  };
}

describe('the brief of a myth', () => {
  test('makes the points of the lesson for thirty seconds, one a sentence, when the lesson is about this myth', () => {
    expect(briefs().myth.points.map(({ text }) => text)).toEqual([
      'A resolver asks the root now and then.',
      'The page itself comes from the server that holds it.',
    ]);
  });

  test('makes the points of its own reply when the lesson is about another myth', () => {
    const { myth } = briefs((raw) => raw.lessons.forEach((lesson) => (lesson.data.myth = 'other')));
    expect(myth.points.map(({ text }) => text)).toEqual([
      'Root servers answer questions about names.',
      'Content takes other ways.',
    ]);
    // The reply is not printed twice.
    expect(myth.raised[0]!.say).toBeUndefined();
    expect(myth.speakers).toEqual([]);
  });

  test('never makes more than four points: the shortest neighbours are said in one breath', () => {
    const { myth } = briefs((raw) => {
      raw.lessons[0]!.data.room.seconds30 =
        'One two three. Four. Five. Six seven eight. Nine ten eleven. Twelve.';
    });
    expect(myth.points.map(({ text }) => text)).toEqual([
      'One two three.',
      'Four. Five.',
      'Six seven eight.',
      'Nine ten eleven. Twelve.',
    ]);
  });

  test('shows both positions of a contested claim, with those who hold them, in place of points', () => {
    const { myth } = briefs((raw) => {
      const { data } = raw.myths[0]!;
      data.verdict = 'contested';
      data.positions = ['States', 'Civil society'].map((heldBy) => ({
        name: `View of ${heldBy}`,
        heldBy,
        text: 'A view.',
        sources: data.sources,
      }));
    });
    expect(myth.points.map(({ label }) => label)).toEqual([
      'View of States (States)',
      'View of Civil society (Civil society)',
    ]);
  });

  test('answers an ally, from the chair and for the own side, and ends with what not to claim, a question and sources', () => {
    const { myth } = briefs();
    expect(myth.speakers.map(({ who }) => who)).toEqual(['ally', 'chair', 'ownSide']);
    expect(myth.doNotClaim).toEqual(['That the root is of no importance.']);
    expect(myth.ask).toBe('Which network carried the page that you opened today?');
    expect(myth.sources.map(({ source }) => source.id)).toEqual(['rfc-one']);
  });

  test('shows each figure of its text once', () => {
    const { myth } = briefs((raw) => {
      raw.myths[0]!.body += '\nThere are <Fact id="identifiers" />, yes <Fact id="identifiers" />.\n';
    });
    expect(myth.facts.map(({ id }) => id)).toEqual(['identifiers']);
  });
});

describe('the brief of a meeting', () => {
  test('has its own fields, and the sources of its points and figures, each once', () => {
    const { meeting } = briefs();
    expect(meeting).toMatchObject({ page: 'meetings/small-meeting/', title: 'Small meeting', speakers: [] });
    expect(meeting.sources.map(({ source }) => source.id)).toEqual(['rfc-one']);
    expect(meeting.facts.map(({ id }) => id)).toEqual(['identifiers']);
  });

  test('is measured by all words on it but the sources', () => {
    const one = briefWords(briefs().meeting);
    const two = briefWords(
      briefs((raw) => (raw.meetings[0]!.data.brief.ask += ' And one two three?')).meeting,
    );
    expect(two - one).toBe(4);
  });
});
