import { expect, test } from 'vitest';
import { buildCatalog } from '../../../src/catalog/build.ts';
import { claimsOf } from '../../../src/catalog/claims.ts';
import { goodContent } from '../../fixtures/content/catalog.ts';

const withBody = (body: string) => {
  const content = goodContent();
  return claimsOf(
    buildCatalog({ ...content, lessons: [{ ...content.lessons[0]!, lang: 'en' as const, body }] }),
  );
};
const source = goodContent().sources[0]!.data.sources[0]!;

test('a statement is the last sentence before its citations, without markup, whether the full stop stands before or behind them', () => {
  const claims = withBody(
    [
      `First one. The *second* has a <Term id="x">term</Term> and <Fact id="y" /> of it <Cite s="${source.id}" at="section 2" />. A third.<Cite s="${source.id}" /> The last has none.`,
      `| head | cell |\n|---|---|\n| row | in a table <Cite s="${source.id}" /> |`,
      `- an item <Cite s="${source.id}" /> <Cite s="${source.id}" at="p. 3" />`,
    ].join('\n\n'),
  );
  expect(claims.map(({ sentence }) => sentence)).toEqual([
    'The second has a term and [y] of it',
    'A third.',
    'in a table',
    'an item',
  ]);
  expect(claims[0]!.sources).toEqual([{ id: source.id, at: 'section 2', url: source.url }]);
  expect(claims[3]!.sources.map(({ at }) => at)).toEqual([undefined, 'p. 3']);
});
