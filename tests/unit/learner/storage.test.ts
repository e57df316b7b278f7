import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { asideKey, progressKey, ProgressStore, type Surroundings } from '../../../src/learner/storage.ts';

const now = 1_795_512_000_000;
const right = { verdict: 'right' } as const;
const stored = (questions: object, erasedAt = 0) =>
  JSON.stringify({ v: 1, updatedAt: now - 5, erasedAt, questions });

/** A browser with one storage and any number of tabs; a write is heard by the other tabs, as the HTML standard says. */
class Browser {
  readonly items = new Map<string, string>();
  readonly tabs: { window: EventTarget; storage: Storage }[] = [];
  writes = 0;
  /** What the next writes throw, if anything. */
  refuses: Error | undefined;
  time = now;

  private storageOf(index: number): Storage {
    const change = (key: string, newValue: string | null) =>
      this.tabs.forEach(({ window, storage }, other) => {
        if (other === index) return;
        window.dispatchEvent(Object.assign(new Event('storage'), { key, newValue, storageArea: storage }));
      });
    return {
      getItem: (key: string) => this.items.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (this.refuses) throw this.refuses;
        if (this.items.get(key) === value) return;
        this.writes += 1;
        this.items.set(key, value);
        change(key, value);
      },
      removeItem: (key: string) => {
        if (this.items.delete(key)) change(key, null);
      },
    } as Storage;
  }

  open(around: Partial<Surroundings> = {}) {
    const window = new EventTarget();
    const document = Object.assign(new EventTarget(), {
      visibilityState: 'visible' as DocumentVisibilityState,
    });
    const storage = this.storageOf(this.tabs.length);
    this.tabs.push({ window, storage });
    const store = new ProgressStore({
      storage: () => storage,
      window,
      document,
      locks: undefined,
      now: () => this.time,
      ...around,
    });
    return { store, window, document };
  }

  get kept(): string | undefined {
    return this.items.get(progressKey);
  }
}

const named = (name: string) => Object.assign(new Error(name), { name });
const ids = (store: ProgressStore) => [...store.current.questions.keys()].sort();

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());
const settle = () => vi.advanceTimersByTime(400);

describe('keeping answers', () => {
  test('an answer is in storage shortly after, and is there when the page is opened again', () => {
    const browser = new Browser();
    browser.open().store.record('rt-01', right);
    expect(browser.kept).toBeUndefined();
    settle();
    expect(ids(browser.open().store)).toEqual(['rt-01']);
  });
  test('answers in quick succession are written once', () => {
    const browser = new Browser();
    const { store } = browser.open();
    for (const id of ['a', 'b', 'c']) store.record(id, right);
    settle();
    expect(browser.writes).toBe(1);
  });
  test.each(['pagehide', 'visibilitychange'])('an answer just before %s is written at once', (type) => {
    const browser = new Browser();
    const { store, window, document } = browser.open();
    store.record('rt-01', right);
    document.visibilityState = 'hidden';
    (type === 'pagehide' ? window : document).dispatchEvent(new Event(type));
    expect(browser.kept).toContain('rt-01');
    settle();
    expect(browser.writes).toBe(1);
  });
  test('an answer that waits for its lock is written at once when the page goes', () => {
    const browser = new Browser();
    const request = vi.fn(() => new Promise(() => undefined)) as unknown as LockManager['request'];
    const { store, window } = browser.open({ locks: { request } });
    store.record('rt-01', right);
    settle();
    expect(browser.kept).toBeUndefined();
    window.dispatchEvent(new Event('pagehide'));
    expect(browser.kept).toContain('rt-01');
  });
  test('is done under a lock where there are locks', () => {
    const browser = new Browser();
    const request = vi.fn(async (_name: string, work: () => void) => work());
    const { store } = browser.open({ locks: { request } as unknown as LockManager });
    store.record('rt-01', right);
    settle();
    expect(request).toHaveBeenCalledOnce();
    expect(browser.kept).toContain('rt-01');
  });
  test('is done without a lock where locks are refused', async () => {
    const browser = new Browser();
    const request = vi.fn(() => Promise.reject(named('SecurityError')));
    const { store } = browser.open({ locks: { request } as unknown as LockManager });
    store.record('rt-01', right);
    await vi.advanceTimersByTimeAsync(400);
    expect(browser.kept).toContain('rt-01');
  });
  test('nothing is written when nothing was answered', () => {
    const browser = new Browser();
    const { window } = browser.open();
    window.dispatchEvent(new Event('pagehide'));
    settle();
    expect(browser.items.size).toBe(0);
  });
});

describe('two tabs', () => {
  test('keep the answers of both, in storage and in each of them', () => {
    const browser = new Browser();
    const [a, b] = [browser.open().store, browser.open().store];
    a.record('rt-01', right);
    b.record('rt-02', right);
    settle();
    settle();
    expect(ids(a)).toEqual(['rt-01', 'rt-02']);
    expect(ids(b)).toEqual(['rt-01', 'rt-02']);
    expect(browser.kept).toContain('rt-01');
    expect(browser.kept).toContain('rt-02');
  });
  test('come to rest: they do not answer each other for ever', () => {
    const browser = new Browser();
    const stores = [browser.open().store, browser.open().store, browser.open().store];
    stores.forEach((store, n) =>
      store.record('rt-01', { verdict: 'wrong', sure: ((n % 3) + 1) as 1 | 2 | 3 }),
    );
    settle();
    settle();
    const { writes } = browser;
    vi.advanceTimersByTime(60_000);
    expect(browser.writes).toBe(writes);
    expect(writes).toBeLessThanOrEqual(4);
  });
  test('keep the answers of both when one has not yet heard of the other', () => {
    const browser = new Browser();
    const { store } = browser.open();
    browser.items.set(progressKey, stored({ 'rt-02': [{ at: now - 10, verdict: 'right' }] }));
    store.record('rt-01', right);
    settle();
    expect(ids(store)).toEqual(['rt-01', 'rt-02']);
    expect(browser.kept).toContain('rt-02');
  });
  test('that writes over the answers of the other has them back after the event', () => {
    const browser = new Browser();
    const { store, window } = browser.open();
    store.record('rt-01', right);
    settle();
    const newValue = stored({ 'rt-02': [{ at: now, verdict: 'right' }] });
    browser.items.set(progressKey, newValue);
    window.dispatchEvent(Object.assign(new Event('storage'), { key: progressKey, newValue }));
    settle();
    expect(browser.kept).toContain('rt-01');
    expect(browser.kept).toContain('rt-02');
  });
  test('both forget when one erases, and neither brings it back', () => {
    const browser = new Browser();
    const [a, b] = [browser.open().store, browser.open().store];
    a.record('rt-01', right);
    settle();
    browser.time += 1000;
    a.erase();
    expect(ids(b)).toEqual([]);
    b.record('rt-02', right);
    settle();
    expect(ids(a)).toEqual(['rt-02']);
    expect(browser.kept).not.toContain('rt-01');
  });
  test('both forget when the browser removes what the site has stored', () => {
    const browser = new Browser();
    const { store, window } = browser.open();
    store.record('rt-01', right);
    settle();
    browser.items.clear();
    window.dispatchEvent(Object.assign(new Event('storage'), { key: null, newValue: null }));
    settle();
    expect(ids(store)).toEqual([]);
    expect(browser.items.size).toBe(0);
  });
  test('what is stored under another name, or for the session only, is none of its business', () => {
    const browser = new Browser();
    const { store, window } = browser.open();
    store.record('rt-01', right);
    window.dispatchEvent(Object.assign(new Event('storage'), { key: 'other', newValue: null }));
    const session = { key: null, newValue: null, storageArea: {} };
    window.dispatchEvent(Object.assign(new Event('storage'), session));
    expect(ids(store)).toEqual(['rt-01']);
  });
  test('a page that comes back from sleep has learnt what happened meanwhile', () => {
    const browser = new Browser();
    const { store, window } = browser.open();
    browser.items.set(progressKey, stored({ 'rt-09': [{ at: now - 10, verdict: 'right' }] }));
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(ids(store)).toEqual(['rt-09']);
  });
  test('listeners are told of answers, of other tabs and of erasing, until they leave', () => {
    const browser = new Browser();
    const [a, b] = [browser.open().store, browser.open().store];
    const told = vi.fn();
    const leave = a.subscribe(told);
    a.record('rt-01', right);
    expect(told).toHaveBeenCalledTimes(1);
    settle();
    b.record('rt-02', right);
    settle();
    expect(told.mock.calls.length).toBeGreaterThan(1);
    const { length } = told.mock.calls;
    leave();
    a.erase();
    expect(told).toHaveBeenCalledTimes(length);
  });
});

describe('where nothing can be kept', () => {
  test.each([
    [
      'storage throws',
      () => {
        throw named('SecurityError');
      },
    ],
    ['there is no storage', () => null],
  ])('because %s, answers live as long as the page, and a notice says so', (_, storage) => {
    const { store } = new Browser().open({ storage });
    expect(store.notice).toBe('denied');
    store.record('rt-01', right);
    settle();
    expect(ids(store)).toEqual(['rt-01']);
    expect(store.notice).toBe('denied');
    store.erase();
    expect(ids(store)).toEqual([]);
  });
  test.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])(
    'because it is full (%s), a notice says so',
    (name) => {
      const browser = new Browser();
      const { store } = browser.open();
      browser.refuses = named(name);
      const told = vi.fn();
      store.record('rt-01', right);
      store.subscribe(told);
      settle();
      expect(store.notice).toBe('full');
      expect(told).toHaveBeenCalled();
      expect(ids(store)).toEqual(['rt-01']);
    },
  );
  test('and later there is room, everything is written and the notice goes', () => {
    const browser = new Browser();
    const { store } = browser.open();
    browser.refuses = named('QuotaExceededError');
    store.record('rt-01', right);
    settle();
    browser.refuses = undefined;
    store.record('rt-02', right);
    settle();
    expect(store.notice).toBe('none');
    expect(browser.kept).toContain('rt-01');
  });
});

describe('what cannot be read', () => {
  test('is put aside, a notice says so, and answers are kept from now on', () => {
    const browser = new Browser();
    browser.items.set(progressKey, '{"v":1,"questions":');
    const { store } = browser.open();
    expect(store.notice).toBe('unreadable');
    store.record('rt-01', right);
    settle();
    expect(browser.items.get(asideKey)).toBe('{"v":1,"questions":');
    expect(browser.kept).toContain('rt-01');
    expect(store.notice).toBe('unreadable');
  });
  test('is given up where there is no room to put it aside', () => {
    const browser = new Browser();
    browser.items.set(progressKey, 'x');
    browser.refuses = named('QuotaExceededError');
    const { store } = browser.open();
    browser.refuses = undefined;
    store.record('rt-01', right);
    settle();
    expect(browser.items.has(asideKey)).toBe(false);
    expect(browser.kept).toContain('rt-01');
  });
  test('goes when the reader erases', () => {
    const browser = new Browser();
    browser.items.set(progressKey, 'x');
    const { store } = browser.open();
    store.erase();
    expect(browser.items.has(asideKey)).toBe(false);
    expect(store.notice).toBe('none');
  });
});

describe('what a newer version has stored', () => {
  const newer = '{"v":99,"answers":"in a form of its own"}';
  test('is left as it is, and a notice says so', () => {
    const browser = new Browser();
    browser.items.set(progressKey, newer);
    const { store, window } = browser.open();
    store.record('rt-01', right);
    settle();
    window.dispatchEvent(new Event('pagehide'));
    expect(browser.kept).toBe(newer);
    expect(store.notice).toBe('newer');
    expect(ids(store)).toEqual(['rt-01']);
  });
  test('while this page is open stops it from writing', () => {
    const browser = new Browser();
    const { store, window } = browser.open();
    browser.items.set(progressKey, newer);
    window.dispatchEvent(Object.assign(new Event('storage'), { key: progressKey, newValue: newer }));
    store.record('rt-01', right);
    settle();
    expect(browser.kept).toBe(newer);
  });
  test('goes when the reader erases', () => {
    const browser = new Browser();
    browser.items.set(progressKey, newer);
    browser.open().store.erase();
    expect(browser.kept).not.toContain('form of its own');
  });
});
