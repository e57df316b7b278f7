import { erase, keep, merge, nothing, record, type Attempt, type Progress } from './progress.ts';
import { parse, serialise } from './stored-form.ts';

export const progressKey = 'internet-in-fact:progress';
/** Where a stored value that cannot be read is put aside: it is the reader's, and is not thrown away. */
export const asideKey = `${progressKey}:unreadable`;

/**
 * Why something is not kept, for a notice: storage is refused (private mode, settings) · it is full · a newer version of
 * the course wrote it, so it is left alone · it could not be read and was put aside.
 */
export type Notice = 'none' | 'denied' | 'full' | 'newer' | 'unreadable';

/** What the record needs of the browser; given as an argument so that refusals and two tabs can be tested. */
export interface Surroundings {
  /** May throw (SecurityError) or give nothing. */
  readonly storage: () => Storage | null;
  /** Sends `storage`, `pagehide` and `pageshow`. */
  readonly window: EventTarget;
  /** Sends `visibilitychange`. */
  readonly document: EventTarget & { readonly visibilityState: DocumentVisibilityState };
  /** Missing in old browsers and on pages without TLS. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Answers given in quick succession are written together. */
const throttle = 350;

/**
 * The reader's record in this browser. What is in memory is always complete; storage is a copy of it that is read and
 * united before each write, so that two tabs keep the answers of both.
 */
export class ProgressStore {
  private readonly around: Surroundings;
  private readonly listeners = new Set<() => void>();
  private progress: Progress = nothing;
  private why: Notice = 'none';
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** Something is in memory that has not been written, also while the write waits for its lock. */
  private unwritten = false;

  constructor(around: Surroundings) {
    this.around = around;
    this.read();
    around.window.addEventListener('storage', (event) => this.hear(event as StorageEvent));
    around.window.addEventListener('pagehide', () => this.flush());
    // A page kept for the back button hears nothing of other tabs while it sleeps.
    around.window.addEventListener('pageshow', (event) => {
      if (!(event as PageTransitionEvent).persisted) return;
      this.read();
      this.tell();
    });
    around.document.addEventListener('visibilitychange', () => {
      if (around.document.visibilityState === 'hidden') this.flush();
    });
  }

  get current(): Progress {
    return this.progress;
  }

  get notice(): Notice {
    return this.why;
  }

  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  record(id: string, attempt: Omit<Attempt, 'at'>): void {
    this.progress = record(this.progress, id, attempt, this.around.now());
    this.schedule();
    this.tell();
  }

  /**
   * Keeps a text under a key; an empty one takes it back.
   * @returns false where there is no room for it; nothing has changed then.
   */
  keep(key: string, text: string): boolean {
    try {
      this.progress = keep(this.progress, key, text, this.around.now());
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
    this.schedule();
    this.tell();
    return true;
  }

  /** Unites what another copy holds, a file that was brought along, with this record. */
  unite(other: Progress): void {
    this.progress = merge(this.progress, other);
    this.schedule();
    this.tell();
  }

  /** Forgets all answers and texts here, in storage and in other tabs, and what had been put aside. */
  erase(): void {
    this.progress = erase(this.progress, this.around.now());
    try {
      const storage = this.around.storage();
      storage?.removeItem(asideKey);
      // Asked for by the reader, so it goes even where a newer version wrote it.
      if (this.why === 'newer') storage?.removeItem(progressKey);
      this.why = 'none';
    } catch {
      this.why = 'denied';
    }
    this.write();
    this.tell();
  }

  /** Writes at once what is still waiting. */
  flush(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    if (this.unwritten) this.write();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  private schedule(): void {
    this.unwritten = true;
    this.waiting ??= setTimeout(() => {
      this.waiting = undefined;
      const before = this.why;
      const write = () => {
        this.write();
        if (this.why !== before) this.tell();
      };
      const { locks } = this.around;
      if (!locks) write();
      // Refused where storage is refused too: then the write says so.
      else void locks.request(progressKey, write).catch(write);
    }, throttle);
  }

  /** Another tab has written, erased, or removed everything. */
  private hear({ key, newValue, storageArea }: StorageEvent): void {
    if (key !== null && key !== progressKey) return;
    if (storageArea && storageArea !== this.open()) return;
    if (newValue === null) this.progress = erase(this.progress, this.around.now());
    else {
      this.take(newValue);
      if (serialise(this.progress) !== newValue) this.schedule();
    }
    this.tell();
  }

  private open(): Storage | null {
    try {
      return this.around.storage();
    } catch {
      return null;
    }
  }

  private read(): void {
    const storage = this.open();
    if (!storage) {
      this.why = 'denied';
      return;
    }
    try {
      const text = storage.getItem(progressKey);
      if (text !== null && !this.take(text)) this.putAside(storage, text);
    } catch {
      this.why = 'denied';
    }
  }

  /** Unites a stored text with what is in memory. @returns false when it cannot be read. */
  private take(text: string): boolean {
    const reading = parse(text, this.around.now());
    if (reading.kind === 'read') this.progress = merge(this.progress, reading.progress);
    if (reading.kind === 'newer') this.why = 'newer';
    return reading.kind !== 'refused';
  }

  private putAside(storage: Storage, text: string): void {
    storage.removeItem(progressKey);
    try {
      storage.setItem(asideKey, text);
    } catch {
      // No room for it under the longer name: what cannot be read is given up, so that new answers can be kept.
    }
    this.why = 'unreadable';
  }

  private write(): void {
    this.unwritten = false;
    this.read();
    const storage = this.open();
    if (!storage || this.why === 'newer') return;
    try {
      storage.setItem(progressKey, serialise(this.progress));
      if (this.why !== 'unreadable') this.why = 'none';
    } catch (error) {
      this.why = isQuota(error) ? 'full' : 'denied';
    }
  }
}

/** By name: browsers differ in the class of this error (DOMException, QuotaExceededError). */
const isQuota = (error: unknown): boolean => error instanceof Error && /quota/i.test(error.name);

let shared: ProgressStore | undefined;

/** The one record of this page. */
export function browserProgress(): ProgressStore {
  shared ??= new ProgressStore({
    storage: () => window.localStorage,
    window,
    document,
    locks: navigator.locks as LockManager | undefined,
    now: () => Date.now(),
  });
  return shared;
}
