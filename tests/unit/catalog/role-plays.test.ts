import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readContentFiles } from '../../../src/catalog/read.ts';
import { balancedSelection } from '../../../src/models/deliberation/balance.ts';
import { rolePlay, type RolePlay } from '../../../src/schemas/role-play.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';
import { filesOf, withFolder } from '../../fixtures/content/files.ts';

const folder = new URL('../../../content/role-plays/en/', import.meta.url);
const plays = new Map(
  readdirSync(folder).map((file): [string, RolePlay] => [
    file.replace('.json', ''),
    rolePlay.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
  ]),
);
const consensus = plays.get('consensus')!;
const mag = plays.get('mag')!;

/** Phrases that stay when so many role cards are dealt out in their order and everybody does what the card says. */
function stays(rule: string, roles: number): string[] {
  const dealt = consensus.cards.flatMap((card) => (card.role ? [card.role] : [])).slice(0, roles);
  const members = dealt.filter(({ status }) => status === 'member');
  return consensus
    .draft!.phrases.filter(({ id, answered }) => {
      const against = members.filter(({ objects }) => objects.includes(id)).length;
      // United Nations: the absence of objection (un-consensus).
      if (rule === 'consensus') return against === 0;
      if (rule === 'majority') return members.length - against > against;
      // RFC 7282, section 3: all issues are addressed, but not necessarily accommodated.
      return answered || !dealt.some(({ objects }) => objects.includes(id));
    })
    .map(({ id }) => id);
}

describe('the consensus meeting', () => {
  test.each(consensus.draft!.outcomes)(
    '$rule with $roles roles: the guide says what follows from the cards',
    (outcome) => {
      expect(stays(outcome.rule, outcome.roles)).toEqual(outcome.stays);
    },
  );

  test('with more members less stays by consensus, and never more', () => {
    const counts = [6, 7, 8, 9, 12].map((roles) => stays('consensus', roles).length);
    expect(counts).toEqual([4, 3, 2, 1, 1]);
  });

  test('has twelve roles, the chair first; the first six are a chair, three Member States and two who are invited', () => {
    const roles = consensus.cards.flatMap((card) => (card.role ? [card.role.status] : []));
    expect(roles).toHaveLength(12);
    expect(roles.slice(0, 6)).toEqual(['chair', 'member', 'member', 'member', 'invited', 'invited']);
  });

  test('cards say how a member votes, and the letter of each red line', () => {
    for (const { role, parts } of consensus.cards) {
      if (role?.status !== 'member') continue;
      const words = parts.flatMap(({ text }) => text).join(' ');
      for (const phrase of role.objects)
        expect(words).toMatch(new RegExp(`(Object to|Against) ${phrase}\\b`));
      expect(parts.map(({ title }) => title)).toContain('How you vote');
    }
  });

  test('the sheet of the draft has the phrases word for word, in brackets', () => {
    const sheet = consensus.cards.find(({ id }) => id === 'draft')!;
    expect(sheet.parts[0]!.text).toEqual(consensus.draft!.phrases.map(({ id, text }) => `${id}. [${text}]`));
  });
});

describe('the advisory group', () => {
  const { list, rules, places, traits, lists } = mag.proposals!;
  const keeps = (ids: readonly number[]) =>
    rules.every(({ trait, category, least }) => {
      const t = traits.findIndex(({ id }) => id === trait);
      return ids.filter((id) => list[id]!.categories[t] === category).length >= least;
    });

  test('of all lists of four, as many keep the rules as the guide and the card say', () => {
    let [all, kept] = [0, 0];
    for (let a = 0; a < list.length; a++)
      for (let b = a + 1; b < list.length; b++)
        for (let c = b + 1; c < list.length; c++)
          for (let d = c + 1; d < list.length; d++) {
            all++;
            if (keeps([a, b, c, d])) kept++;
          }
    expect({ all, kept }).toEqual(lists);
    // Twelve over four: 12 · 11 · 10 · 9 / 24.
    expect(all).toBe(495);
    const guide = mag.guide.find(({ id }) => id === 'count')!.text.join(' ');
    expect(guide).toContain(`Of ${all} possible lists of four, ${kept} keep all the rules`);
    expect(mag.cards.find(({ id }) => id === 'balance')!.summary).toContain(`There are ${kept} such lists`);
  });

  test('the model of the simulation finds such a list, whatever the scores', () => {
    const asked = rules.map(({ trait, category, least }) => ({
      trait: traits.findIndex(({ id }) => id === trait),
      category,
      least,
    }));
    for (let first = 0; first < list.length; first++) {
      const scores = list.map((_, id) => ((id * 5 + first) % 12) + 1);
      const { ids, outcome } = balancedSelection(
        scores,
        list.map(({ categories }) => categories),
        asked,
        places,
      );
      expect(outcome).toBe('kept');
      expect(keeps([...ids])).toBe(true);
    }
  });

  test('by lot two panels share four times four by twelve places', () => {
    expect(((places * places) / list.length).toFixed(1)).toBe('1.3');
    expect(mag.guide.find(({ id }) => id === 'count')!.text[0]).toContain('1.3 of four places');
  });

  test('the sheet of proposals shows each with its theme, region, group and whether it is a first time', () => {
    const { lines } = mag.cards.find(({ id }) => id === 'proposals')!.form!;
    expect(lines.map((line) => line.map((cell) => cell.replaceAll('\u00a0', ' ')))).toEqual(
      list.map(({ id, text, categories: [theme, region, group, first] }) => [
        id,
        text,
        traits[0]!.values[theme!],
        traits[1]!.values[region!],
        traits[2]!.values[group!],
        first === 1 ? 'yes' : '–',
      ]),
    );
  });
});

test('no State is named on a card: members have letters', () => {
  const names = consensus.cards.filter(({ role }) => role?.status === 'member').map(({ title }) => title);
  for (const name of names) expect(name).toMatch(/^\d+\. Member State [A-F](, host of the next forum)?$/);
});

const file = 'role-plays/en/small-play.json';
type Draft = { [key: string]: unknown; schedule: { minutes: number }[]; cards: Record<string, unknown>[] };
test.each<[string, (play: Draft) => void, string]>([
  [
    'a plan whose minutes do not sum up',
    (play) => (play.schedule[0]!.minutes = 9),
    'the schedule has 15 minutes, not 10',
  ],
  ['two cards with one id', (play) => play.cards.push({ ...play.cards[0] }), 'two cards have the id "chair"'],
  [
    'an objection to a phrase that the draft does not have',
    (play) => (play.cards[0]!['role'] = { status: 'member', objects: ['z'] }),
    'the draft has no phrase "z"',
  ],
  ['a field that nobody knows', (play) => (play['colour'] = 'blue'), 'colour'],
])('%s is refused with file and reason', async (_, change, problem) => {
  const files = filesOf(goodContent());
  const play = JSON.parse(files.get(file)!) as Draft;
  change(play);
  files.set(file, JSON.stringify(play));
  const { refused } = await withFolder(files, readContentFiles);
  const found = refused.filter((finding) => finding.file === `content/${file}`);
  expect(
    found.map((finding) => `${finding.field} ${finding.problem} ${finding.remedy}`).join('\n'),
  ).toContain(problem);
});
