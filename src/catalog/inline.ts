import { standIn } from './words.ts';

/** A component that a text uses. */
export interface Component {
  readonly name: ComponentName;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  /** Where its words stand in the text of the block. */
  readonly start: number;
  readonly end: number;
}

/** Something in a text that is refused, and what to write instead. */
export interface BodyProblem {
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

interface Usage {
  /** Each list is one permitted set of attributes. */
  readonly attributes: readonly (readonly string[])[];
  readonly optional?: readonly string[];
  /** Stands alone on a line of its own. */
  readonly block?: true;
  /** Has words between an opening and a closing tag. */
  readonly words?: true;
}

const componentNames = ['TheMyth', 'TryIt', 'Cite', 'Fact', 'Term'] as const;
type ComponentName = (typeof componentNames)[number];

/** How each component is written. */
export const usages: Readonly<Record<ComponentName, Usage>> = {
  TheMyth: { attributes: [['id']], block: true },
  TryIt: { attributes: [['sim', 'scenario'], ['question']], block: true },
  Cite: { attributes: [['s']], optional: ['at'] },
  Fact: { attributes: [['id']] },
  Term: { attributes: [['id']], words: true },
};

const known = `the components are ${componentNames.join(', ')}`;
const isComponent = (name: string): name is ComponentName =>
  (componentNames as readonly string[]).includes(name);

const tag = /^<([A-Za-z][A-Za-z0-9]*)((?:\s+[A-Za-z-]+="[^"<>{}]*")*)\s*(\/?)>/;
const attribute = /([A-Za-z-]+)="([^"]*)"/g;
const linkTarget = /^\]\(\s*([^\s)]*)(?:\s+"[^"]*")?\s*\)/;
const bareLink = /^(?:https?:\/\/|www\.)[^\s<>|)]*[^\s<>|).,;:!?]/i;

/** The running text of one block: markup away, components and links noted, and problems added to a list. */
export class Inline {
  text = '';
  readonly components: Component[] = [];
  readonly links: string[] = [];
  readonly #source: string;
  readonly #line: number;
  readonly #problems: BodyProblem[];
  #openTerm: { attributes: Record<string, string>; start: number } | undefined;

  constructor(source: string, line: number, problems: BodyProblem[]) {
    this.#source = source;
    this.#line = line;
    this.#problems = problems;
    let at = 0;
    while (at < source.length) at += this.#read(source.slice(at), at);
    if (this.#openTerm)
      this.#refuse('<Term> is not closed', 'write </Term> behind its words, in the same paragraph');
  }

  /** Reads at the start of `rest` and says how many characters were used. */
  #read(rest: string, at: number): number {
    const sign = rest.charAt(0);
    const next = rest.charAt(1);
    if (sign === '\\' && /[!-/:-@[-`|~]/.test(next) && !'<>{}'.includes(next)) return this.#put(next, 2);
    if (sign === '`') return this.#code(rest);
    if (sign === '<') return this.#tag(rest);
    if (sign === '{' || sign === '}') {
      this.#refuse(
        `a brace stands in the text: ${rest.slice(0, 20)}`,
        'write the words themselves; braces would be run as code',
      );
      return 1;
    }
    if (sign === '!' && next === '[') {
      this.#refuse(
        'a picture stands in the text',
        'leave it out: pictures come from simulations, which have a text equivalent',
      );
      return 2;
    }
    if (sign === '[' && next === '^') {
      this.#refuse('a footnote stands in the text', 'write <Cite s="…" /> instead');
      return 2;
    }
    if (sign === '[') return 1;
    if (sign === ']') return this.#closeLink(rest);
    if (/[hw]/i.test(sign) && !/[\p{L}\p{N}]/u.test(this.#source.charAt(at - 1))) {
      const found = bareLink.exec(rest);
      if (found) {
        this.links.push(found[0]);
        return this.#put(standIn, found[0].length);
      }
    }
    if (sign === '*' || (sign === '_' && this.#isEdgeOfWord(at))) return 1;
    return this.#put(sign, 1);
  }

  #put(text: string, used: number): number {
    this.text += text;
    return used;
  }

  #isEdgeOfWord(at: number): boolean {
    const inside = (character: string) => /[\p{L}\p{N}]/u.test(character);
    return !(inside(this.#source.charAt(at - 1)) && inside(this.#source.charAt(at + 1)));
  }

  #code(rest: string): number {
    const fence = /^`+/.exec(rest)?.[0] ?? '`';
    const end = rest.indexOf(fence, fence.length);
    if (end < 0) {
      this.#refuse('a backtick is not closed', 'write a second backtick behind the name or address');
      return fence.length;
    }
    return this.#put(standIn, end + fence.length);
  }

  #closeLink(rest: string): number {
    const target = linkTarget.exec(rest);
    if (target) {
      this.links.push(target[1] ?? '');
      return target[0].length;
    }
    if (rest.startsWith('][')) {
      this.#refuse(
        'a link by reference stands in the text',
        'write the address behind the words: [words](https://…)',
      );
      return 2;
    }
    return 1;
  }

  #tag(rest: string): number {
    if (rest.startsWith('</Term>')) {
      const open = this.#openTerm;
      if (!open) this.#refuse('</Term> closes nothing', 'write <Term id="…"> before its words');
      else {
        const { attributes, start } = open;
        this.components.push({ name: 'Term', attributes, line: this.#line, start, end: this.text.length });
        if (!/[\p{L}\p{N}]/u.test(this.text.slice(start)))
          this.#refuse('<Term> has no words', 'write the words that link to the glossary');
      }
      this.#openTerm = undefined;
      return 7;
    }
    const found = tag.exec(rest);
    const name = found?.[1] ?? '';
    if (!found || !isComponent(name)) {
      const what = /^[A-Z]/.test(name)
        ? `the component <${name}> is not known`
        : 'markup that is no component';
      this.#refuse(
        `${what}: ${rest.slice(0, 30).replace(/\n/g, ' ')}`,
        `use Markdown, write "less than" in words; ${known}, with attributes as name="value"`,
      );
      return 1;
    }
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of (found[2] ?? '').matchAll(attribute)) attributes[key] = value;
    this.#component(name, attributes, found[3] === '/');
    return found[0].length;
  }

  #component(name: ComponentName, attributes: Record<string, string>, selfClosing: boolean): void {
    const usage = usages[name];
    const given = Object.keys(attributes).filter((key) => !usage.optional?.includes(key));
    const fits = usage.attributes.some(
      (set) => set.length === given.length && set.every((key) => given.includes(key)),
    );
    if (!fits || Object.values(attributes).some((value) => value.trim() === '')) {
      const sets = usage.attributes.map((set) => set.map((key) => `${key}="…"`).join(' ')).join(', or ');
      this.#refuse(
        `<${name}> has the wrong attributes`,
        `write <${name} ${sets}${usage.words ? '>words</Term>' : ' />'}`,
      );
    }
    if (selfClosing === Boolean(usage.words)) {
      this.#refuse(
        `<${name}> is closed in the wrong way`,
        usage.words ? 'write <Term id="…">words</Term>' : `end it with />`,
      );
      if (usage.words) return;
    }
    if (this.#openTerm) {
      this.#refuse(`<${name}> stands inside a <Term>`, 'put it behind </Term>');
      return;
    }
    if (usage.words) {
      this.#openTerm = { attributes, start: this.text.length };
      return;
    }
    const start = this.text.length;
    if (name === 'Fact') this.text += standIn;
    this.components.push({ name, attributes, line: this.#line, start, end: this.text.length });
  }

  #refuse(problem: string, remedy: string): void {
    this.#problems.push({ line: this.#line, problem, remedy });
  }
}
