import { defineConfig } from '@playwright/test';

/** Another port lets two copies of the project be tested at the same time. */
const port = process.env['TEST_PORT'] ?? '4399';
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
    baseURL: `http://localhost:${port}`,
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
    env: { PORT: port },
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
