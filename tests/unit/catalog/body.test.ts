import { describe, expect, test } from 'vitest';
import { linePlace, parseBody } from '../../../src/catalog/body.ts';
import { standIn } from '../../../src/catalog/words.ts';

const text = `
First words.

## The fact {#fact}
A line
and its second line <Cite s="rfc-1034" at="section 2" />.

- one item
  goes on
- another with \`a.example.\` in it
1. a numbered one

> a quotation
> of two lines

| Step | Who |
| --- | --- |
| 1 | **root** |

<TheMyth id="some-myth" />

### A part {#part}

It holds <Fact id="root-tlds" /> names of the <Term id="root-zone">root *zone*</Term>, see [here](https://example.org "title") or https://example.net/x.
`;

test('a text is read into its blocks with their lines and sections', () => {
  const { blocks, problems } = parseBody(text);
  expect(problems).toEqual([]);
  expect(blocks.map(({ kind, line, section, text: words }) => [kind, line, section, words])).toEqual([
    ['paragraph', 2, '', 'First words.'],
    ['heading', 4, 'fact', 'The fact'],
    ['paragraph', 5, 'fact', 'A line and its second line .'],
    ['item', 8, 'fact', 'one item goes on'],
    ['item', 10, 'fact', `another with ${standIn} in it`],
    ['item', 11, 'fact', 'a numbered one'],
    ['quote', 13, 'fact', 'a quotation of two lines'],
    ['table', 16, 'fact', 'Step | Who\n1 | root'],
    ['component', 20, 'fact', ''],
    ['heading', 22, 'fact', 'A part'],
    ['paragraph', 24, 'fact', `It holds ${standIn} names of the root zone, see here or ${standIn}.`],
  ]);
});

test('components keep their attributes and the place of their words', () => {
  const { blocks } = parseBody(text);
  const components = blocks.flatMap((block) =>
    block.components.map(({ name, attributes, start, end }) => [
      name,
      attributes,
      block.text.slice(start, end),
    ]),
  );
  expect(components).toEqual([
    ['Cite', { s: 'rfc-1034', at: 'section 2' }, ''],
    ['TheMyth', { id: 'some-myth' }, ''],
    ['Fact', { id: 'root-tlds' }, standIn],
    ['Term', { id: 'root-zone' }, 'root zone'],
  ]);
});

test('links are found in brackets and bare', () => {
  expect(parseBody(text).blocks.at(-1)?.links).toEqual(['https://example.org', 'https://example.net/x']);
});

test('headings have a level and the id behind them', () => {
  const headings = parseBody(text).blocks.filter(({ kind }) => kind === 'heading');
  expect(headings.map(({ level, id }) => [level, id])).toEqual([
    [2, 'fact'],
    [3, 'part'],
  ]);
});

test('a line is named by its number in the file where the file is known', () => {
  expect(linePlace(parseBody('Words.', 12), 12)).toBe('line 12');
  expect(linePlace(parseBody('Words.'), 1)).toBe('line 1 below the front matter');
});

describe('what is words to Markdown stays words', () => {
  test.each([
    ['a word inside a sentence that would import at its start', 'They\nimport names.', 'They import names.'],
    ['an underscore inside a word', 'the file root_zone', 'the file root_zone'],
    ['emphasis', 'a _small_ and a **large** word', 'a small and a large word'],
    ['an escaped sign', 'five \\* six', 'five * six'],
    ['signs in backticks', 'write `<b>{x}` so', `write ${standIn} so`],
    ['brackets that are no link', 'a name [sic] here', 'a name sic here'],
  ])('%s', (_what, source, words) => {
    const body = parseBody(source);
    expect(body.problems).toEqual([]);
    expect(body.blocks.map((block) => block.text)).toEqual([words]);
  });
});

describe('what cannot be read for sure is refused with its line', () => {
  test.each([
    ['<br/>', 'markup that is no component'],
    ['<Unknown />', 'the component <Unknown> is not known'],
    ['5 < 6', 'markup that is no component'],
    ['<!-- note -->', 'markup that is no component'],
    ['{count}', 'a brace'],
    ['a } b', 'a brace'],
    ['an `open name', 'a backtick is not closed'],
    ['<Term id="x"></Term>', '<Term> has no words'],
    ['<Term id="x" />', '<Term> is closed in the wrong way'],
    ['<Term id="x">a <Cite s="y" /></Term>', '<Cite> stands inside a <Term>'],
    ['words</Term>', '</Term> closes nothing'],
    ['<Cite s="x">words', '<Cite> is closed in the wrong way'],
    ['<Cite s="" />', '<Cite> has the wrong attributes'],
    ['<Cite s="x" page="2" />', '<Cite> has the wrong attributes'],
    ['<TryIt sim="x" />', '<TryIt> has the wrong attributes'],
    ['<TryIt sim="x" scenario="y" question="z" />', '<TryIt> has the wrong attributes'],
    ['- <TheMyth id="x" />', '<TheMyth> does not stand alone'],
    ['Underlined\n===', 'an underlined heading'],
    ['[name]: https://example.org', 'a link definition'],
  ])('%s', (source, problem) => {
    const { problems } = parseBody(`First.\n\n${source}`, 10);
    expect(problems).toContainEqual(
      expect.objectContaining({
        problem: expect.stringContaining(problem),
        remedy: expect.stringMatching(/\S/),
      }),
    );
    expect(problems.every(({ line }) => line >= 12 && line <= 13)).toBe(true);
  });

  test('a box with words right above it does not stand alone', () => {
    expect(parseBody('Words.\n<TheMyth id="x" />').problems).toEqual([
      expect.objectContaining({ problem: '<TheMyth> does not stand alone' }),
    ]);
  });

  test('a box with words right below it does not stand alone', () => {
    expect(parseBody('<TheMyth id="x" />\nWords.').problems).toEqual([
      expect.objectContaining({ problem: '<TheMyth> does not stand alone' }),
    ]);
  });
});
