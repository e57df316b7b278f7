import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { codeIn, longestQuery, mergeRankings, nearestWord, queryWords, type Ranking } from '../query.ts';

export interface SearchTexts {
  none: string;
  one: string;
  other: string;
  more: string;
  failed: string;
  tooLong: string;
  kinds: Record<string, string>;
}

interface Record_ {
  url: string;
  meta: Record<string, string>;
}
interface Found {
  id: string;
  score: number;
  data: () => Promise<Record_>;
}
/** The part of Pagefind's interface that is used (pagefind.app, "Using the search API"). */
export interface Pagefind {
  options(options: { noWorker?: boolean; excerptLength?: number; baseUrl?: string }): Promise<void>;
  init(): Promise<void>;
  search(query: string, options?: { filters?: Record<string, string> }): Promise<{ results: Found[] }>;
}
interface Loaders {
  /** The index; asked for when a person begins to type. */
  index: () => Promise<Pagefind>;
  /** Words of the course, most frequent first; asked for when a word was not found. */
  vocabulary: () => Promise<{ pages: number; words: string[] }>;
}

/** How many results are shown at first, and with each "more". */
const page = 10;

const ranking = (found: readonly Found[]): Ranking => found.map(({ id, score }) => ({ id, score }));

/** Searches for the whole query and for each of its words; unknown words are replaced by the nearest known one. */
async function search(loaders: Loaders, query: string, kind: string): Promise<Found[]> {
  const index = await loaders.index();
  const filters = kind === 'all' ? {} : { filters: { kind } };
  const { pages, words: vocabulary } = await loaders.vocabulary();
  const words = queryWords(query).map((word) => nearestWord(word, vocabulary));
  if (words.length === 0) return [];
  const whole = (await index.search(words.join(' '), filters)).results;
  const single = await Promise.all(words.map(async (word) => (await index.search(word, filters)).results));
  const byId = new Map([whole, ...single].flat().map((found) => [found.id, found]));
  const ranked = mergeRankings(ranking(whole), single.map(ranking), pages).map((id) => byId.get(id)!);
  const code = kind === 'all' || kind === 'economy' ? codeIn(query) : undefined;
  const named = code && (await economyOf(index, code));
  return named ? [named, ...ranked.filter(({ id }) => id !== named.id)] : ranked;
}

/** The economy of a code. Many codes are words that are everywhere ("in", "no", "it"), so no ranking would bring it up. */
async function economyOf(index: Pagefind, code: string): Promise<Found | undefined> {
  const { results } = await index.search(code.toLowerCase(), { filters: { kind: 'economy' } });
  const nearest = results.slice(0, page);
  const records = await Promise.all(nearest.map((found) => found.data()));
  return nearest[records.findIndex(({ meta }) => meta['title']?.endsWith(`(${code})`))];
}

function Results({ loaders, texts, form }: { loaders: Loaders; texts: SearchTexts; form: HTMLFormElement }) {
  const [status, setStatus] = useState('');
  const [records, setRecords] = useState<Record_[]>([]);
  const [rest, setRest] = useState<Found[]>([]);
  const turn = useRef(0);

  useEffect(() => {
    const read = () => {
      const data = new FormData(form);
      return { query: String(data.get('q') ?? '').trim(), kind: String(data.get('kind') ?? 'all') };
    };
    const run = async () => {
      const mine = ++turn.current;
      const { query, kind } = read();
      if (!query) {
        setStatus('');
        setRecords([]);
        setRest([]);
        return;
      }
      try {
        const found = await search(loaders, query, kind);
        const first = await Promise.all(found.slice(0, page).map((entry) => entry.data()));
        if (mine !== turn.current) return;
        const cut = query.slice(0, longestQuery);
        const text = found.length === 0 ? texts.none : found.length === 1 ? texts.one : texts.other;
        const note = query.length > longestQuery ? ` ${texts.tooLong}` : '';
        setStatus(text.replace('{n}', String(found.length)).replace('{query}', () => cut) + note);
        setRecords(first);
        setRest(found.slice(page));
      } catch {
        if (mine === turn.current) setStatus(texts.failed);
      }
    };
    let wait: ReturnType<typeof setTimeout>;
    const later = () => {
      clearTimeout(wait);
      wait = setTimeout(() => void run(), 200);
    };
    const now = (event: Event) => {
      event.preventDefault();
      clearTimeout(wait);
      const { query, kind } = read();
      history.replaceState(
        null,
        '',
        `?q=${encodeURIComponent(query.slice(0, longestQuery))}&kind=${encodeURIComponent(kind)}`,
      );
      void run();
    };
    form.addEventListener('input', later);
    form.addEventListener('submit', now);
    void run();
    return () => {
      form.removeEventListener('input', later);
      form.removeEventListener('submit', now);
    };
  }, [form, loaders, texts]);

  const more = async () => {
    const next = await Promise.all(rest.slice(0, page).map((entry) => entry.data()));
    setRecords([...records, ...next]);
    setRest(rest.slice(page));
  };

  return (
    <>
      <p role="status" class="label">
        {status}
      </p>
      <ol class="results">
        {records.map((record) => (
          <li key={record.url}>
            <span class="label">{texts.kinds[record.meta['kind'] ?? ''] ?? ''}</span>
            <a href={record.url}>{record.meta['title']}</a>
            <p>{record.meta['fact']}</p>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <button type="button" onClick={() => void more()}>
          {texts.more}
        </button>
      )}
    </>
  );
}

/** Shows results for a form that stands in the page; the address keeps the query, so that a search can be shared. */
export function mountSearch(
  host: HTMLElement,
  form: HTMLFormElement,
  texts: SearchTexts,
  loaders: Loaders,
): void {
  const parameters = new URLSearchParams(location.search.slice(0, 4000));
  const box = form.elements.namedItem('q') as HTMLInputElement;
  box.value = (parameters.get('q') ?? '').slice(0, longestQuery);
  const kind = form.querySelector<HTMLInputElement>(
    `input[name="kind"][value="${CSS.escape(parameters.get('kind') ?? 'all')}"]`,
  );
  if (kind) kind.checked = true;
  render(<Results loaders={loaders} texts={texts} form={form} />, host);
}
