import type { Sure } from '../certainty.ts';
import type { Answer, Judged } from '../judge.ts';
import { questionKeys, textsOf, type QuestionTexts } from '../texts.ts';

export interface Link {
  readonly href: string;
  readonly text: string;
}

/** What a part is called after the answer, and where its myth is explained. */
export interface Reply {
  readonly label: string;
  readonly myth: Link | undefined;
}

export interface Named {
  readonly id: string;
  readonly text: string;
}

/** A question as the living view needs it: what the page says, and what an answer is judged by. */
export interface ReadQuestion {
  readonly id: string;
  /** Asked before reading: noted, not judged in front of the reader. */
  readonly before: boolean;
  readonly shuffle: boolean;
  readonly judged: Judged;
  readonly heading: 'h2' | 'h3' | 'h4' | 'h5';
  readonly number: string;
  readonly stem: string;
  readonly how: string;
  readonly hint: { readonly name: string; readonly text: string } | undefined;
  /** Options, rows of a match, or the one field of a number, in the order of the page. */
  readonly parts: readonly Named[];
  /** match: the right parts to pick from. */
  readonly picks: readonly Named[];
  readonly unit: string;
  readonly sure: { readonly legend: string; readonly levels: readonly string[] };
  readonly replies: ReadonlyMap<string, Reply>;
  readonly mythOfMatch: Link | undefined;
  readonly sources: { readonly name: string; readonly links: readonly Link[] };
  readonly texts: QuestionTexts;
}

/** What stands in the controls. */
export interface Draft {
  readonly answer: Answer;
  readonly sure: Sure | undefined;
}

const textIn = (element: Element): string => (element.textContent ?? '').trim();
function part(within: Element, name: string): string {
  const found = within.querySelector(`[data-part="${name}"]`);
  if (!found) throw new Error(`The question ${within.id} lacks its part "${name}".`);
  return textIn(found);
}
function link(anchor: Element | null, text = anchor ? textIn(anchor) : ''): Link | undefined {
  return anchor ? { href: anchor.getAttribute('href') ?? '', text } : undefined;
}

/** The answers with their reasons, which stand in the page for readers without a script. */
function judgedOf(element: HTMLElement): Judged {
  const kind = element.dataset['kind'] as Judged['kind'];
  const replies = [...element.querySelectorAll<HTMLElement>('[data-reply]')].map((reply) => ({
    id: (reply.dataset['reply'] ?? '') as 'a',
    feedback: part(reply, 'why'),
    correct: reply.dataset['correct'] === 'true',
    myth: reply.dataset['myth'],
    // Rows of a match with the same right part name the same pick, so that its id can stand for its text.
    right: reply.dataset['right'] ?? '',
    value: Number(reply.dataset['value']),
    tolerance: Number(reply.dataset['tolerance']),
    from: Number(reply.dataset['from']),
    to: Number(reply.dataset['to']),
  }));
  if (kind === 'match') return { kind, pairs: replies, myth: element.dataset['myth'] };
  if (kind !== 'number') return { kind, options: replies };
  const [answer, ...others] = replies;
  const otherwise = others.at(-1);
  if (!answer || !otherwise) throw new Error(`The question ${element.id} lacks its replies.`);
  return { kind, answer: { ...answer, near: others.slice(0, -1), otherwise: otherwise.feedback } };
}

/**
 * Takes a question out of the markup of components/quiz/Question.astro.
 *
 * @throws when a part of it is missing.
 */
export function readQuestion(element: HTMLElement): ReadQuestion {
  const all = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)];
  const hint = element.querySelector('[data-part="hint"]');
  return {
    id: element.dataset['id'] ?? '',
    before: element.dataset['role'] === 'before',
    shuffle: element.dataset['shuffle'] === 'true',
    judged: judgedOf(element),
    heading: `h${element.dataset['level'] ?? '3'}` as ReadQuestion['heading'],
    number: part(element, 'number'),
    stem: part(element, 'stem'),
    how: part(element, 'how'),
    hint: hint ? { name: part(element, 'hint-name'), text: textIn(hint) } : undefined,
    parts: all('.quiz-option').map((option) => {
      const control = option.querySelector<HTMLElement>('input, select');
      return {
        id: control?.dataset['row'] ?? control?.getAttribute('value') ?? '',
        text: part(option, 'text'),
      };
    }),
    picks: [...(element.querySelector('select')?.options ?? [])]
      .filter(({ value }) => value !== '')
      .map(({ value, text }) => ({ id: value, text })),
    unit: all('[data-part="unit"]').map(textIn).join(''),
    sure: { legend: part(element, 'sure'), levels: all('.quiz-sure label').map(textIn) },
    replies: new Map(
      all('[data-reply]').map((reply) => [
        reply.dataset['reply'] ?? '',
        { label: part(reply, 'label'), myth: link(reply.querySelector('[data-part="myth"]')) },
      ]),
    ),
    mythOfMatch: link(element.querySelector('[data-part="myth-of-match"]')),
    sources: {
      name: part(element, 'sources'),
      links: all('[data-source]').flatMap(
        (source) => link(source.querySelector('a'), textIn(source).replace(/^\[|\]$/g, '')) ?? [],
      ),
    },
    texts: textsOf(JSON.parse(part(element, 'texts')), questionKeys),
  };
}

/** Reads the controls of a question, in the page as it was sent or in the living view. */
export function readDraft(element: HTMLElement, id: string): Draft {
  const inputs = [...element.querySelectorAll<HTMLInputElement>('input')];
  const ticked = inputs.filter(({ checked }) => checked);
  const field = inputs.find(({ type }) => type === 'number');
  const picked = [...element.querySelectorAll<HTMLSelectElement>('select')].filter(
    ({ value }) => value !== '',
  );
  const sure = Number(ticked.find(({ name }) => name === `${id}-sure`)?.value);
  return {
    answer: {
      chosen: ticked.filter(({ name, type }) => type === 'checkbox' || name === id).map(({ value }) => value),
      matched: new Map(picked.map((select) => [select.dataset['row'] ?? '', select.value])),
      value: field && field.value !== '' ? field.valueAsNumber : undefined,
    },
    sure: sure === 1 || sure === 2 || sure === 3 ? sure : undefined,
  };
}
