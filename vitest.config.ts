import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { builtThreads } from './scripts/built-threads.ts';
import { longTests } from './tests/long.ts';
import { keepTemplates } from './tests/support/run-templates.ts';

/** The real module starts a download when imported under Node, then throws. */
const alias = { electron: fileURLToPath(new URL('./tests/shell/fake-electron.ts', import.meta.url)) };
const plugins = [builtThreads()];
const mocked = 'tests/**/*-mocked.test.{ts,tsx}';
/** Told by `npm run check`. */
const leftOut = process.env['QUICK_TESTS'] === '1' ? longTests : [];
const common = {
  setupFiles: ['tests/support/setup.ts'],
  // Nothing is said by how long a test takes: only one that hangs ends here.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
  restoreMocks: true,
};

/** The people of a centre live five hours behind UTC: a date that ignores it must fail here. */
process.env['TZ'] = 'America/Lima';

keepTemplates();

export default defineConfig({
  test: {
    reporters: ['default'],
    // Left to itself it keeps one core for the terminal: on two cores, half of the time.
    maxWorkers: availableParallelism(),
    projects: [
      {
        plugins,
        resolve: { alias },
        test: {
          ...common,
          name: 'unit',
          environment: 'node',
          isolate: false,
          include: ['tests/{unit,architecture,shell}/**/*.test.ts'],
          exclude: [...leftOut],
        },
      },
      {
        plugins,
        resolve: { alias },
        test: {
          ...common,
          name: 'services',
          environment: 'node',
          // A centre of its own for each test, none of a module: loading the program once a worker saves a third.
          isolate: false,
          include: ['tests/{services,contract,storage}/**/*.test.ts'],
          exclude: [mocked, ...leftOut],
        },
      },
      {
        plugins,
        resolve: { alias },
        test: {
          ...common,
          // A module that is replaced for one file would be so for the next one of the same worker.
          name: 'mocked',
          setupFiles: [...common.setupFiles, 'tests/support/renderer-setup.ts'],
          environment: 'node',
          include: [mocked],
          exclude: [...leftOut],
        },
      },
      {
        plugins,
        resolve: { alias },
        test: {
          ...common,
          // Real processes at the real cost of a passphrase: a minute, so the quick gate leaves it to `npm test`.
          name: 'commands',
          environment: 'node',
          isolate: false,
          include: ['tests/commands/**/*.test.ts'],
        },
      },
      {
        plugins,
        resolve: { alias },
        test: {
          ...common,
          setupFiles: [...common.setupFiles, 'tests/support/renderer-setup.ts'],
          name: 'renderer',
          environment: 'happy-dom',
          // A paper that is kept is a click on a link: its address must not stay the window's for the files that follow.
          environmentOptions: { happyDOM: { settings: { navigation: { disableFallbackToSetURL: true } } } },
          isolate: false,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          exclude: [mocked],
        },
      },
    ],
  },
});
