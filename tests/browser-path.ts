import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const attempt = (command: string, args: readonly string[]): boolean => {
  try {
    console.log(`No Chromium found; trying: ${command} ${args.join(' ')}`);
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout: 480_000 });
    return true;
  } catch {
    return false;
  }
};

/**
 * A Chromium for the browser tests: the one named in CHROMIUM, Playwright's own, the system's; else one is installed, from
 * Playwright's store or, for root on Debian and Ubuntu, from the distribution.
 *
 * @throws when none can be had, with the ways to help.
 */
export async function browserPath(): Promise<string> {
  const find = async () => (await playwrightBrowser()) ?? systemPaths.find((path) => existsSync(path));
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
    return named;
  }
  let found = await find();
  if (!found && attempt('npx', ['playwright', 'install', '--with-deps', 'chromium'])) found = await find();
  if (!found && process.getuid?.() === 0) {
    const install = () => attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    if (install() || (attempt('apt-get', ['update']) && install())) found = await find();
  }
  if (!found)
    throw new Error(
      'The browser tests need Chromium. Install it, or set CHROMIUM to the path of one, and run npm test again.',
    );
  return found;
}
