import { Inline, usages, type BodyProblem, type Component } from './inline.ts';

/**
 * The parts of an MDX text as the checks see them. A scanner of lines, not a parser of MDX. Its limits:
 * blocks are told apart by blank lines and by the first sign of a line; a table needs a bar at the start of each row;
 * lists inside lists count as items of one list; a component that is spread over lines belongs to the first of them.
 * What it cannot read for sure (raw HTML, braces, imports, fenced code, pictures, footnotes, reference links, headings
 * by underlining) is refused, so that nothing passes unread.
 */
export interface Body {
  readonly blocks: readonly Block[];
  readonly problems: readonly BodyProblem[];
  /** False when lines are counted from the end of the front matter, because its length is not known. */
  readonly linesOfFile: boolean;
}

type BlockKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'table' | 'component';

export interface Block {
  readonly kind: BlockKind;
  readonly line: number;
  /** Id of the heading of level 2 under which it stands; empty before the first one. */
  readonly section: string;
  /** Of a heading: 1 to 6. */
  readonly level?: number;
  /** Of a heading: the id written in braces behind it. */
  readonly id?: string;
  /**
   * The words without markup. A citation leaves nothing behind; a figure of the ledger and text in backticks leave a
   * stand-in. Cells of a table are parted by a bar, rows by a line break.
   */
  readonly text: string;
  readonly components: readonly Component[];
  readonly links: readonly string[];
}

const heading = /^(#{1,6})\s+(.*?)\s*(?:\{#([^}\s]*)\}\s*)?$/;
const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;
const tableRow = /^\s*\|/;
const tableRule = /^\s*\|[\s:|-]+$/;
const quote = /^\s{0,3}>\s?/;
const blockComponent = /^<(TheMyth|TryIt)\b[^<>]*\/>\s*$/;

/** Words that Markdown or MDX would read as something else than text at the start of a block. */
const refusedStarts: readonly (readonly [RegExp, string, string])[] = [
  [
    /^(import|export)\s/,
    'an import or export stands in the text',
    'leave it out (components need no import); begin a sentence with another word',
  ],
  [
    /^\s*(```|~~~)/,
    'a block of code stands in the text',
    'use a table or a list; names and addresses go in single backticks',
  ],
  [
    /^\s{0,3}(?:(?:-\s*)+|(?:\*\s*){3,}|(?:_\s*){3,}|=+)\s*$/,
    'a rule or an underlined heading stands in the text',
    'write headings with ## and parts without rules',
  ],
  [
    /^\s{0,3}\[[^\]]+\]:\s/,
    'a link definition stands in the text',
    'write the address behind the words: [words](https://…)',
  ],
];

interface Draft {
  kind: BlockKind;
  line: number;
  lines: string[];
}

function draftBlocks(source: string, firstLine: number, problems: BodyProblem[]): Draft[] {
  const drafts: Draft[] = [];
  let open: Draft | undefined;
  source.split(/\r?\n/).forEach((text, index) => {
    const line = firstLine + index;
    if (text.trim() === '') {
      open = undefined;
      return;
    }
    const refused = refusedStarts.find(([sign], n) => (n > 0 || !open) && sign.test(text));
    if (refused) {
      problems.push({ line, problem: refused[1], remedy: refused[2] });
      return;
    }
    const kind: BlockKind = heading.test(text)
      ? 'heading'
      : blockComponent.test(text.trim())
        ? 'component'
        : quote.test(text)
          ? 'quote'
          : tableRow.test(text)
            ? 'table'
            : item.test(text)
              ? 'item'
              : 'paragraph';
    const continues =
      open &&
      (kind === 'paragraph'
        ? open.kind !== 'table' && open.kind !== 'heading'
        : kind === open.kind && (kind === 'quote' || kind === 'table'));
    if (open && (continues || (kind === 'component' && open.kind !== 'heading'))) open.lines.push(text);
    else {
      open = { kind, line, lines: [text] };
      drafts.push(open);
      if (kind === 'heading') open = undefined;
    }
  });
  return drafts;
}

/**
 * Reads the text below the front matter.
 * @param source the text as the author wrote it.
 * @param firstLine number of its first line in the file, if that is known.
 */
export function parseBody(source: string, firstLine?: number): Body {
  const problems: BodyProblem[] = [];
  const blocks: Block[] = [];
  let section = '';
  for (const draft of draftBlocks(source, firstLine ?? 1, problems)) {
    const { kind, line } = draft;
    if (kind === 'heading') {
      const [, signs = '', words = '', id] = heading.exec(draft.lines[0] ?? '') ?? [];
      if (signs.length === 2) section = id ?? '';
      const { text, components, links } = new Inline(words, line, problems);
      blocks.push({
        kind,
        line,
        section,
        level: signs.length,
        ...(id === undefined ? {} : { id }),
        text: text.trim(),
        components,
        links,
      });
      continue;
    }
    const { text, components, links } = new Inline(textOf(draft), line, problems);
    for (const { name } of components) {
      if (usages[name].block && (kind !== 'component' || components.length > 1 || text.trim() !== '')) {
        problems.push({
          line,
          problem: `<${name}> does not stand alone`,
          remedy: 'put it on its own line with a blank line before and after it',
        });
      }
    }
    blocks.push({ kind, line, section, text, components, links });
  }
  return { blocks, problems, linesOfFile: firstLine !== undefined };
}

function textOf({ kind, lines }: Draft): string {
  if (kind === 'table') {
    const rows = lines.filter((row) => !tableRule.test(row));
    return rows
      .map((row) =>
        row
          .trim()
          .replace(/^\|\s*|\s*\|$/g, '')
          .split(/\s*\|\s*/)
          .join(' | '),
      )
      .join('\n');
  }
  const bare = kind === 'quote' ? lines.map((row) => row.replace(quote, '')) : lines.map((row) => row.trim());
  const [first = '', ...rest] = bare;
  return [kind === 'item' ? first.replace(item, '') : first, ...rest].join(' ');
}

/** The place of a line, as a finding names it. */
export const linePlace = (body: Body, line: number): string =>
  body.linesOfFile ? `line ${line}` : `line ${line} below the front matter`;

export const componentsOf = (body: Body): readonly Component[] =>
  body.blocks.flatMap((block) => block.components);
