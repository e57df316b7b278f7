/** What the note of a lesson fetches when the reader comes near it. */
import { keptText } from '../learner/progress.ts';
import { browserProgress } from '../learner/storage.ts';

/** Milliseconds on the page before reaching its end counts as reading: who only leafs through is not marked. */
const leafing = 20_000;

export function startNote(element: HTMLElement): void {
  const store = browserProgress();
  const field = element.querySelector('textarea');
  const button = element.querySelector<HTMLButtonElement>('[data-part="read"]');
  const status = element.querySelector<HTMLElement>('[data-part="status"]');
  const given = element.querySelector('[data-part="texts"]')?.textContent;
  const lesson = element.dataset['lesson'] ?? '';
  if (!field || !button || !status || !given) throw new Error('The note of the lesson lacks a part.');
  const texts = JSON.parse(given) as Readonly<Record<string, string>>;
  const t = (key: string) => texts[key] ?? '';
  const keys = { note: `note:${lesson}`, read: `read:${lesson}` };
  const say = (text: string) => (status.textContent = text);
  /** What was done; or, where the browser does not keep it, that. */
  const report = (done: string, kept: boolean) =>
    say(!kept ? t('desk.noRoom') : store.notice === 'none' ? done : t(`desk.notice.${store.notice}`));
  /** The text as it was last known: another tab may change it while nobody writes here. */
  let known = keptText(store.current, keys.note);

  const show = () => {
    const read = keptText(store.current, keys.read) !== '';
    button.textContent = t(read ? 'note.unread' : 'note.read');
    const text = keptText(store.current, keys.note);
    if (field.value === known) field.value = text;
    known = text;
    if (store.notice !== 'none' && store.notice !== 'unreadable') say(t(`desk.notice.${store.notice}`));
  };
  const mark = (read: boolean) =>
    report(read ? t('note.isRead') : '', store.keep(keys.read, read ? '1' : ''));

  field.value = known;
  field.disabled = false;
  field.addEventListener('input', () => {
    const kept = store.keep(keys.note, field.value);
    if (kept) known = field.value;
    report(t(field.value === '' ? 'note.erased' : 'note.kept'), kept);
  });
  button.addEventListener('click', () => mark(keptText(store.current, keys.read) === ''));
  store.subscribe(show);
  show();

  const end = document.querySelector('#sources');
  if (!end || keptText(store.current, keys.read) !== '') return;
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting) || performance.now() < leafing) return;
    observer.disconnect();
    // Taken back by hand, or marked in another tab: left as it is.
    if (!store.current.kept.has(keys.read)) mark(true);
  });
  observer.observe(end);
}
