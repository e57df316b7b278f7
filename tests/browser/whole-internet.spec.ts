import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const address = '/en/simulations/whole-internet/';
const small = `${address}?networks=1000`;

async function ready(page: Page): Promise<void> {
  await expect(page.locator('sim-frame [data-part="predict"]:enabled')).toHaveCount(1, { timeout: 60_000 });
  await expect(page.locator('sim-frame[aria-busy]')).toHaveCount(0, { timeout: 60_000 });
}

/** How many pixels of the canvas that is shown are drawn on, and how many different ones there are. */
const drawn = (page: Page) =>
  page.evaluate(async () => {
    // What is new is painted in the frame that comes.
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>('canvas.ground')].find(
      (one) => one.clientWidth > 0,
    )!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let hash = 0;
    let some = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! === 0) continue;
      some++;
      hash = (Math.imul(hash, 31) + data[i]! + i) | 0;
    }
    return { some, hash };
  });

const steps = async (page: Page, count: number) => {
  await page.locator('input[name="whole-internet-predict"]').first().check();
  for (let i = 0; i < count; i++) await page.locator('[data-part="step"]').click();
};

test('whole-internet: 80,000 networks come from the worker, stand on the canvas, and change with each step', async ({
  page,
  faults,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await ready(page);
  await expect(page.locator('[data-part="sentence"]')).toContainText('80,000');
  const start = await drawn(page);
  expect(start.some).toBeGreaterThan(50_000);
  await steps(page, 6);
  const later = await drawn(page);
  expect(later.hash).not.toBe(start.hash);
  // Stepped back, the picture is what it was.
  for (let i = 0; i < 6; i++) await page.locator('[data-part="back"]').click();
  expect(await drawn(page)).toEqual(start);
  // The coarse dots of the page as it was built are gone from the plate that is shown.
  await expect(page.locator('sim-frame > figure .plate:visible [data-id^="dots-"]')).toHaveCount(0);
  // That this test reads pixels again and again is remarked by the browser.
  expect(faults.every((fault) => fault.includes('willReadFrequently'))).toBe(true);
  faults.length = 0;
});

test('whole-internet: a network is pressed by key and by hand, and given back', async ({ page }) => {
  await page.goto(`${small}&scenario=by-hand`);
  await ready(page);
  await steps(page, 1);
  const sign = page.locator('[data-action="press:0"]').and(page.locator(':visible'));
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-part="sentence"]')).toContainText('You remove');
  await expect(sign).toBeFocused();
  await sign.click();
  await expect(page.locator('[data-part="sentence"]')).toContainText('You give back');
  const link = await page.locator('[data-part="link"]').getAttribute('href');
  expect(link).toContain('do=1.press:0~1.press:0');
  await page.goto(new URL(link!, page.url()).href);
  await ready(page);
  await expect(page.locator('[data-part="sentence"]')).toContainText('You give back');
});

test('whole-internet: a file of one’s own is read in the browser and shown, and the synthetic world comes back', async ({
  page,
}) => {
  await page.goto(small);
  await ready(page);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.locator('.own-file summary').click();
  await page.locator('[data-part="file"]').setInputFiles('tests/fixtures/routing/diamond.as-rel.txt');
  await expect(page.locator('[data-part="file-said"]')).toContainText('6 networks with 7 agreements');
  await expect(page.locator('[data-part="sentence"]')).toContainText('Your file: 6 networks');
  await steps(page, 1);
  await expect(page.locator('[data-part="sentence"]')).toContainText('at the top are removed');
  await expect(page.locator('[data-part="rows"] tr').first()).toContainText('All networks');
  // The worker is fetched at most; what is in the file is sent nowhere.
  expect(requests.filter((request) => !/^GET .*\/_astro\/worker-[\w-]+\.js$/.test(request))).toEqual([]);
  await page.locator('[data-part="file-back"]').click();
  await expect(page.locator('[data-part="sentence"]')).toContainText(
    'A synthetic Internet of 1,000 networks',
  );
});

test('whole-internet: hostile files are refused with line and reason, and the page stays as it was', async ({
  page,
}) => {
  await page.goto(small);
  await ready(page);
  await page.locator('.own-file summary').click();
  const said = page.locator('[data-part="file-said"]');
  const field = page.locator('[data-part="file"]');
  const give = async (name: string, content: string | Buffer) => {
    await field.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  };
  const before = await page.locator('[data-part="sentence"]').textContent();
  await give('a.txt', '1|2|0\n<img src=x onerror=alert(1)>|3|-1\n');
  await expect(said).toHaveText(/Line 2: not understood at column 1\./);
  await give('b.txt', '1|2|-1\n2|3|-1\n3|1|-1\n');
  await expect(said).toContainText('is the provider of the next');
  await give('c.txt', '4294967296|1|0\n');
  await expect(said).toContainText('above 4294967295');
  await give('d.bz2', 'BZh91AY&SY');
  await expect(said).toContainText('bunzip2');
  await give('e.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]));
  await expect(said).toContainText('damaged or incomplete gzip');
  await give('f.txt', '');
  await expect(said).toContainText('names no link');
  expect(await page.locator('[data-part="sentence"]').textContent()).toBe(before);
  await steps(page, 2);
  await expect(page.locator('[data-part="place"]')).toHaveText('Step 2');
});

test('whole-internet: a file above the limit is refused before it is read', async ({ page }) => {
  await page.goto(small);
  await ready(page);
  await page.locator('.own-file summary').click();
  await page.evaluate(() => {
    const read: string[] = [];
    (window as unknown as { read: string[] }).read = read;
    for (const name of ['stream', 'slice', 'text', 'arrayBuffer'] as const) {
      const whole = Blob.prototype[name] as (...given: unknown[]) => unknown;
      Blob.prototype[name] = function (this: Blob, ...given: unknown[]) {
        read.push(name);
        return whole.apply(this, given);
      } as never;
    }
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(65 * 1024 * 1024)], 'large.txt'));
    const input = document.querySelector<HTMLInputElement>('[data-part="file"]')!;
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.locator('[data-part="file-said"]')).toHaveText(
    'The file was not read: it has 65 MB, and the limit is 64 MB.',
  );
  expect(await page.evaluate(() => (window as unknown as { read: string[] }).read)).toEqual([]);
});

test('whole-internet: reading can be stopped, and the page goes on', async ({ page }) => {
  await page.goto(small);
  await ready(page);
  await page.locator('.own-file summary').click();
  // A chain of 190,000 networks: legal, and the worker is busy with it for a while.
  const lines = Array.from({ length: 190_000 }, (_, i) => `${i + 1}|${i + 2}|-1\n`).join('');
  await page
    .locator('[data-part="file"]')
    .setInputFiles({ name: 'chain.txt', mimeType: 'text/plain', buffer: Buffer.from(lines) });
  const stop = page.locator('[data-part="file-stop"]');
  await stop.click({ timeout: 10_000 });
  await expect(page.locator('[data-part="file-said"]')).toContainText('Reading was stopped');
  await expect(stop).toBeHidden();
  await page.locator('select[name="scenario"]').selectOption('hijack');
  await ready(page);
  await expect(page.locator('[data-part="sentence"]')).toContainText('A synthetic Internet of');
});

test('whole-internet: no script but its own worker passes the content policy, in a page or as a worker', async ({
  page,
  faults,
}) => {
  await page.goto(small);
  await ready(page);
  const results = await page.evaluate(() => {
    const attempt = (action: () => unknown): string => {
      try {
        action();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
    };
    const pass = { createScriptURL: (url: string) => url };
    return {
      plain: attempt(() => new Worker('/_astro/any.js')),
      other: attempt(() => trustedTypes.createPolicy('other', pass)),
      again: attempt(() => trustedTypes.createPolicy('whole-internet', pass)),
      html: attempt(() => document.createElement('iframe').setAttribute('srcdoc', '<b>x</b>')),
    };
  });
  // The browser tells of each attempt that it has blocked.
  expect(faults.every((fault) => /TrustedScriptURL|TrustedTypePolicy|TrustedHTML/.test(fault))).toBe(true);
  faults.length = 0;
  expect(results).toEqual({ plain: 'TypeError', other: 'TypeError', again: 'TypeError', html: 'TypeError' });
});

test('whole-internet: when the worker cannot be fetched the page says so and the worked run stays', async ({
  page,
  faults,
}) => {
  await page.route('**/_astro/worker-*', (route) => route.abort());
  await page.goto(address);
  await expect(page.locator('[data-part="sentence"]')).toContainText('could not be loaded', {
    timeout: 30_000,
  });
  await page.locator('details.worked summary').click();
  await expect(page.locator('details.worked ol li').first()).toBeVisible();
  await expect(page.locator('sim-frame > figure [data-id^="dots-"]').first()).toBeAttached();
  faults.length = 0;
});
