/** What the islands of the desk read from their page, and what they share. */
import { translator } from '../i18n/messages.ts';
import { localDay } from '../lib/days.ts';
import { keptOfKind, type Progress } from '../learner/progress.ts';
import type { ProgressStore } from '../learner/storage.ts';
import type { ListedNote, NotKept, Surroundings } from '../learner/view/parts.tsx';

export interface DeskCourse {
  readonly lessons: readonly { readonly slug: string; readonly symbol: string; readonly title: string }[];
  readonly questions: readonly { readonly id: string; readonly lesson: string; readonly stem: string }[];
}

const json = (element: HTMLElement, part: string): unknown => {
  const text = element.querySelector(`[data-part="${part}"]`)?.textContent;
  if (!text) throw new Error(`${element.localName} lacks its ${part}.`);
  return JSON.parse(text);
};

/** A place in the element, emptied of what stood there for readers without scripts. */
export function place(element: HTMLElement, part: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(`[data-part="${part}"]`);
  if (!found) throw new Error(`${element.localName} lacks the place "${part}".`);
  found.replaceChildren();
  return found;
}

/** The wall calendar of this browser, whatever the clocks did between then and now. */
export const dayOf = (moment: number): string => localDay(moment, new Date(moment).getTimezoneOffset());
export const today = (): string => dayOf(Date.now());

export interface DeskData {
  readonly course: DeskCourse;
  readonly around: Surroundings;
}

/** The texts and the course in the page. @throws when a part is missing, so that nothing is shown half. */
export function deskData(element: HTMLElement): DeskData {
  const lang = element.dataset['lang'] ?? 'en';
  const site = element.dataset['site'] ?? lang;
  return {
    course: json(element, 'course') as DeskCourse,
    around: {
      t: translator(lang, json(element, 'texts') as Readonly<Record<string, string>>),
      lang,
      lessonHref: (slug) => `/${site}/lessons/${slug}/`,
      dayOf,
    },
  };
}

export const notKept = (store: ProgressStore): NotKept | undefined =>
  store.notice === 'none' ? undefined : store.notice;

/** The notes of a record in the order of the course; those on lessons that it no longer has come last. */
export function notesOf(progress: Progress, { lessons }: DeskCourse): ListedNote[] {
  const rank = (id: string) => {
    const found = lessons.findIndex(({ slug }) => slug === lessonOf(id));
    return found < 0 ? lessons.length : found;
  };
  return keptOfKind(progress, 'note')
    .map(({ id, text, at }) => ({ id, text, at, lesson: lessons.find(({ slug }) => slug === lessonOf(id)) }))
    .sort((a, b) => rank(a.id) - rank(b.id));
}

/** A note that was brought along stands beside the own one, under "<slug>.brought1". */
const lessonOf = (id: string): string => id.split('.')[0]!;

/** Hands a text to the browser as a file to save. Nothing leaves the browser. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
