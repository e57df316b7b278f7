import type { HastPluginDefinition } from 'satteri';

/** Parts of a text whose paragraphs belong to the paragraph before them. */
const containers = ['li', 'blockquote', 'td', 'dd'];

/**
 * Numbers the paragraphs of a text as the documents of the United Nations do, so that one can be cited in a room
 * ("paragraph 12") and linked for ever: <p id="p12"> with a link to itself in the margin. Paragraphs inside lists,
 * quotations and tables have no number.
 */
export function numberedParagraphs(): HastPluginDefinition {
  let count = 0;
  return {
    name: 'numbered-paragraphs',
    element: {
      filter: ['p'],
      visit(node, context) {
        const parent = context.parent(node);
        if (parent?.type === 'element' && containers.includes(parent.tagName)) return;
        count += 1;
        context.setProperty(node, 'id', `p${count}`);
        context.prependChild(node, {
          type: 'element',
          tagName: 'a',
          properties: { className: ['para-number'], href: `#p${count}` },
          children: [{ type: 'text', value: String(count) }],
        });
      },
    },
  };
}

/**
 * Takes away the space before a citation: the citation brings its own, which vanishes where it moves into the margin, so
 * that no gap stays before the full stop.
 */
export const citationsHugWords: HastPluginDefinition = {
  name: 'citations-hug-words',
  mdxJsxTextElement: {
    filter: ['Cite'],
    visit(node, context) {
      const siblings = context.parent(node)?.children ?? [];
      const before = siblings[(context.indexOf(node) ?? 0) - 1];
      if (before?.type !== 'text') return;
      const text = before.value.trimEnd();
      if (text !== before.value) context.replaceNode(before, { type: 'text', value: text });
    },
  },
};
