import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { browserOf } from './scripts/programs.ts';
import { keepTemplates } from './tests/support/run-templates.ts';

keepTemplates();

/** Chromium refuses its sandbox to root; anywhere else the sandbox stays on. */
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/bundle-served.ts',
  fullyParallel: true,
  // One more than there are cores: a journey waits for its page a third of the time.
  workers: availableParallelism() + 1,
  forbidOnly: process.env['CI'] === 'true',
  retries: 0,
  timeout: 300_000,
  // A busy computer of an office is slow, not wrong: what is waited for may take its time.
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    locale: 'es-PE',
    timezoneId: 'America/Lima',
    viewport: { width: 1366, height: 768 },
    // No trace, video or picture: even invented people stay out of files nobody looks after.
    actionTimeout: 30_000,
    trace: 'off',
    video: 'off',
    screenshot: 'off',
    launchOptions: {
      executablePath: browserOf(),
      // The browser's own errands (updates, field trials) have no business in a test.
      args: [
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Drawn by the processor anyway, which a stand-in for a graphics card only makes slower.
        '--disable-gpu',
        '--disable-software-rasterizer',
        // A page lives for seconds: what is compiled beside it to run faster is never paid back.
        '--js-flags=--single-threaded --no-opt',
        // Letters as wide as on the screen of an office: whole pixels make lines break elsewhere.
        '--font-render-hinting=none',
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    },
  },
});
