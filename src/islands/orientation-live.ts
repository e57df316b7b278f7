/** The living part of the orientation test: joins the controls of the page, the reader's record and the view of the result. */
import { translator, type Translate } from '../i18n/messages.ts';
import { keptText } from '../learner/progress.ts';
import { browserProgress } from '../learner/storage.ts';
import {
  changeBetween,
  countsOf,
  emptySheet,
  pathOf,
  readSheet,
  writeSheet,
  type Given,
  type Item,
  type Pair,
  type Sheet,
} from '../quiz/orientation.ts';
import { hideResult, mountResult, type Reading } from '../quiz/view/orientation-view.tsx';

interface Data {
  readonly form: 'a' | 'b';
  readonly lang: string;
  readonly items: readonly Item[];
  readonly pairs: readonly Pair[];
  readonly reading: Readonly<Record<string, Reading>>;
  readonly next: string;
  readonly texts: Readonly<Record<string, string>>;
}

const keyOf = (form: 'a' | 'b') => `form:${form}`;

/** What the page offers to the script. @throws when a part is missing. */
function partsOf(element: HTMLElement) {
  const part = <E extends HTMLElement>(name: string): E => {
    const found = element.querySelector<E>(`[data-part="${name}"]`);
    if (!found) throw new Error(`The orientation test lacks its part "${name}".`);
    return found;
  };
  return {
    form: part<HTMLFormElement>('form'),
    actions: part('actions'),
    status: part('status'),
    notice: part('notice'),
    result: part('result'),
    answers: part<HTMLDetailsElement>('answers'),
    data: JSON.parse(part('data').textContent ?? '') as Data,
  };
}

export function startTest(element: HTMLElement): void {
  const { form, actions, status, notice, result, answers, data } = partsOf(element);
  const t: Translate = translator(data.lang, data.texts);
  const store = browserProgress();
  const own = keyOf(data.form);
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input')];
  let sheet: Sheet = emptySheet;
  let text = '';
  /** The reader has been told how many questions are open, and may end all the same. */
  let warned = false;

  const keep = (next: Sheet) => {
    sheet = next;
    text = writeSheet(sheet);
    if (!store.keep(own, text)) say(t('quiz.notice.full'), notice);
  };
  const say = (words: string, place: HTMLElement) => {
    place.textContent = words;
    if (place === notice) place.hidden = words === '';
  };
  const showNotice = () => say(store.notice === 'none' ? '' : t(`quiz.notice.${store.notice}`), notice);
  const countAnswered = () =>
    say(
      sheet.given.size === 0
        ? ''
        : t('orientation.progress', { n: sheet.given.size, all: data.items.length }),
      status,
    );
  /** What is ticked now. */
  const ticked = (): ReadonlyMap<string, Given> => {
    const value = (name: string) => inputs.find((input) => input.name === name && input.checked)?.value;
    return new Map(
      data.items.flatMap(({ id }): [string, Given][] => {
        const chosen = value(id);
        const sure = Number(value(`${id}-sure`));
        if (chosen === undefined) return [];
        return [[id, { chosen, ...(sure === 1 || sure === 2 || sure === 3 ? { sure } : {}) }]];
      }),
    );
  };
  const tick = () => {
    for (const input of inputs) {
      const isSure = input.name.endsWith('-sure');
      const given = sheet.given.get(isSure ? input.name.slice(0, -'-sure'.length) : input.name);
      input.checked = input.value === String(isSure ? given?.sure : given?.chosen);
      input.disabled = sheet.ended;
    }
  };
  /** Marks the reader's answers among the reasons, in words. */
  const mark = () => {
    for (const old of answers.querySelectorAll('.test-mine')) old.remove();
    if (!sheet.ended) return;
    for (const [id, { chosen }] of sheet.given) {
      const place = answers.querySelector(`[data-key-of="${id}"][data-option="${chosen}"] .quiz-answer`);
      const word = document.createElement('span');
      word.className = 'test-mine quiz-word';
      word.textContent = t('orientation.mine');
      place?.append(' ', word);
    }
  };
  const other = () =>
    readSheet(
      keptText(store.current, keyOf('a')),
      data.pairs.map(({ before }) => before),
    );
  const show = (focus: boolean) => {
    tick();
    mark();
    actions.hidden = sheet.ended;
    answers.hidden = !sheet.ended;
    answers.open = sheet.ended;
    if (!sheet.ended) {
      hideResult(result);
      return;
    }
    mountResult(
      result,
      {
        t,
        counts: countsOf(data.items, sheet),
        path: pathOf(data.items, sheet),
        reading: data.reading,
        next: data.form === 'a' ? data.next : undefined,
        change: data.form === 'b' ? changeBetween(data.pairs, other(), sheet) : undefined,
        isKept: store.notice === 'none',
        onAgain: () => {
          restart();
          say(t('orientation.restarted'), status);
        },
        onErase: () => {
          store.keep(keyOf('a'), '');
          store.keep(keyOf('b'), '');
          restart();
          say(t('orientation.erased'), status);
        },
      },
      focus,
    );
  };
  const restart = () => {
    keep(emptySheet);
    warned = false;
    show(false);
    inputs[0]?.focus();
  };

  form.addEventListener('change', () => {
    keep({ given: ticked(), ended: false });
    warned = false;
    countAnswered();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const open = data.items.length - sheet.given.size;
    if (open > 0 && !warned) {
      warned = true;
      say(t('orientation.open', { n: open }), status);
      return;
    }
    keep({ ...sheet, ended: true });
    say('', status);
    show(true);
  });
  store.subscribe(() => {
    showNotice();
    const kept = keptText(store.current, own);
    if (kept === text) return;
    text = kept;
    sheet = readSheet(kept, data.items);
    show(false);
    countAnswered();
  });

  const kept = keptText(store.current, own);
  const early = ticked();
  sheet = readSheet(kept, data.items);
  text = kept;
  // What was ticked before the script arrived is newer than what was kept.
  if (early.size > 0 && !sheet.ended) keep({ given: new Map([...sheet.given, ...early]), ended: false });
  showNotice();
  show(false);
  countAnswered();
}
