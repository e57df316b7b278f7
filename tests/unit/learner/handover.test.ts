import { describe, expect, test } from 'vitest';
import { goodFile, hostileFiles } from '../../fixtures/learner/hostile-files.ts';
import {
  erase,
  keep,
  keptText,
  merge,
  nothing,
  record,
  room,
  type Progress,
} from '../../../src/learner/progress.ts';
import { gridsOf } from '../../../src/learner/contact-grid.ts';
import { adopt, contentsOf, fileLimit, handoverFile, readHandover } from '../../../src/learner/handover.ts';
import { parse, serialise } from '../../../src/learner/stored-form.ts';

const now = 1_795_512_000_000;
const file = (progress: Progress, withAnswers = true) =>
  handoverFile(progress, { about: 'A handover', withAnswers, day: '2026-11-24' });

function brought(text: string): Progress {
  const reading = readHandover(text, now);
  if (reading.kind !== 'read') throw new Error(`not read: ${reading.kind}`);
  return reading.progress;
}
/** The own record after a file was taken in. */
function after(own: Progress, other: Progress): Progress {
  const adoption = adopt(own, other);
  if (adoption.kind !== 'adopted') throw new Error('no room');
  return merge(own, adoption.progress);
}

let full = record(nothing, 'rt-03', { verdict: 'wrong', sure: 3 }, now - 9000);
full = keep(full, 'note:a-lesson', 'My note', now - 8000);
full = keep(full, 'read:a-lesson', '1', now - 7000);
full = keep(full, 'open:k1', 'Who speaks for us?', now - 6000);
full = keep(full, 'meeting:m1', '2027-03-22', now - 5000);
full = keep(full, 'grid:ke.rir', 'AFRINIC', now - 4000);

describe('the file', () => {
  test('has the day in its name and can be read back by the reader of stored records', () => {
    const { name, text } = file(full);
    expect(name).toBe('internet-in-fact-handover-2026-11-24.json');
    expect(serialise(brought(text))).toBe(serialise(full));
  });
  test('leaves out answers and reading marks unless they are asked for: they tell of the person', () => {
    const other = brought(file(full, false).text);
    expect(contentsOf(other)).toEqual({ notes: 1, open: 1, grid: 1, meetings: 1, read: 0, answered: 0 });
    expect(contentsOf(brought(file(full).text))).toEqual({
      notes: 1,
      open: 1,
      grid: 1,
      meetings: 1,
      read: 1,
      answered: 1,
    });
  });
  test('holds nothing that was taken back or erased', () => {
    const { text } = file(keep(erase(full, now - 100), 'note:b', '', now));
    expect(text).not.toMatch(/My note|note:b|rt-03/);
  });
  test('of a full record, in a script of three octets a character, is smaller than the limit', () => {
    let large = nothing;
    for (let n = 0; n < 190; n++) large = keep(large, `note:l${n}`, '根'.repeat(room.text), now + n);
    expect(new TextEncoder().encode(file(large).text).length).toBeLessThan(fileLimit);
  });
  test('of the first version of the stored form is read too', () => {
    const first = '{"v":1,"updatedAt":5,"erasedAt":0,"questions":{"rt-03":[{"at":5,"verdict":"right"}]}}';
    expect(contentsOf(brought(first)).answered).toBe(1);
  });
});

describe('taking a file in', () => {
  test('brings everything that is in it to an empty record', () => {
    expect(contentsOf(after(nothing, brought(file(full).text)))).toEqual(contentsOf(full));
  });
  test('loses nothing of the own record: two notes on one lesson stand one below the other', () => {
    const own = keep(nothing, 'note:a-lesson', 'Own words', now);
    expect(keptText(after(own, full), 'note:a-lesson')).toBe('Own words\n\nMy note');
  });
  test('puts a note that does not fit beside the own one', () => {
    const own = keep(nothing, 'note:a-lesson', 'x'.repeat(room.text), now);
    const united = after(own, full);
    expect(keptText(united, 'note:a-lesson')).toHaveLength(room.text);
    expect(keptText(united, 'note:a-lesson.brought1')).toBe('My note');
  });
  test('keeps the newer of two dates or contacts, and says how many differed', () => {
    const own = keep(nothing, 'meeting:m1', '2027-05-01', now);
    const adoption = adopt(own, full);
    expect(adoption.kind === 'adopted' && adoption.differed).toBe(1);
    expect(keptText(after(own, full), 'meeting:m1')).toBe('2027-05-01');
    expect(keptText(after(keep(nothing, 'meeting:m1', '2027-05-01', 1), full), 'meeting:m1')).toBe(
      '2027-03-22',
    );
  });
  test('twice changes nothing more', () => {
    const own = keep(erase(nothing, now), 'note:a-lesson', 'Own words', now + 1);
    const once = after(own, full);
    expect(serialise(after(once, full))).toBe(serialise(once));
  });
  test('works after everything was erased here: who takes a file in wants what is in it', () => {
    const own = erase(full, now);
    expect(contentsOf(after(own, brought(file(full).text)))).toEqual(contentsOf(full));
  });
  test('brings back a note that was taken back here', () => {
    const own = keep(full, 'note:a-lesson', '', now);
    expect(keptText(after(own, full), 'note:a-lesson')).toBe('My note');
  });
  test('does not erase here what was erased there', () => {
    const there = keep(erase(nothing, now + 5000), 'note:b', 'Theirs', now + 6000);
    const united = after(full, there);
    expect(keptText(united, 'note:a-lesson')).toBe('My note');
    expect(keptText(united, 'note:b')).toBe('Theirs');
    expect(united.questions.has('rt-03')).toBe(true);
  });
  test('is refused when the record would grow beyond what can be stored and read again', () => {
    let own = nothing;
    let other = nothing;
    for (let n = 0; n < 150; n++) {
      own = keep(own, `note:own${n}`, 'x'.repeat(room.text), now + n);
      other = keep(other, `note:other${n}`, 'x'.repeat(room.text), now + n);
    }
    expect(adopt(own, other).kind).toBe('no-room');
  });
});

test('the contact grids of a dossier are those in which something is written, by economy', () => {
  let progress = keep(nothing, 'grid:ke.gac-name', 'A name', now);
  progress = keep(progress, 'grid:ke.gac-spoke', '', now);
  progress = keep(progress, 'grid:fj.met-last', 'Yes', now);
  expect(gridsOf(progress)).toEqual([
    { code: 'fj', entries: new Map([['met-last', 'Yes']]) },
    { code: 'ke', entries: new Map([['gac-name', 'A name']]) },
  ]);
});

describe('three hundred damaged and hostile files', () => {
  const files = hostileFiles(300);

  test('are all different from the good one, which is read', () => {
    expect(files).toHaveLength(300);
    expect(files.filter(({ text }) => text === goodFile)).toEqual([]);
    expect(readHandover(goodFile, now).kind).toBe('read');
  });
  test('are refused, or bring a record that can be stored and takes nothing away', () => {
    const kinds = new Map<string, number>();
    for (const { name, text } of files) {
      const reading = readHandover(text, now);
      kinds.set(reading.kind, (kinds.get(reading.kind) ?? 0) + 1);
      if (reading.kind !== 'read') continue;
      const adoption = adopt(full, reading.progress);
      if (adoption.kind !== 'adopted') continue;
      const united = merge(full, adoption.progress);
      for (const [id, attempts] of full.questions)
        expect(united.questions.get(id), name).toEqual(expect.arrayContaining([...attempts]));
      for (const [key, { text: mine }] of full.kept)
        if (/^(note|open):/.test(key)) expect(keptText(united, key), name).toContain(mine);
        else expect(keptText(united, key), name).not.toBe('');
      expect(parse(serialise(united), now).kind, name).toBe('read');
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    // Most are refused; some changes leave a file as good as it was.
    expect(kinds.get('refused')).toBeGreaterThan(150);
    expect(kinds.get('newer')).toBeGreaterThan(0);
    expect(kinds.get('read')).toBeGreaterThan(10);
  });
});
