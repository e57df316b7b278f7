import { defineConfig } from '@playwright/test';

const executablePath = process.env['CHROMIUM'];
export default defineConfig({
  testDir: '../browser',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['line'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    baseURL: 'http://localhost:4399',
    browserName: 'chromium',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-dev-shm-usage',
      ],
    },
  },
  webServer: {
    command: 'npm run -s serve',
    cwd: '../..',
    env: { PORT: '4399' },
    url: 'http://localhost:4399/',
    reuseExistingServer: false,
  },
});
