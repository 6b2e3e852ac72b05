/**
 * Everything CI runs; the very last line is `N passed, N failed`, with `, N skipped` when there are any. What failed is
 * named above it once more: whoever reads a long output reads its end.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { browserOf, findProgram } from './programs.ts';
import { run, runQueue, runStep, shipsStep, staticSteps, type Step } from './tools.ts';

const tools = {
  sqlcipher: 'sqlcipher',
  'poppler-utils': 'pdftotext',
  qpdf: 'qpdf',
  'chromium-headless-shell': 'chromium',
  gcc: 'gcc',
  wine: 'wine',
};
/** Not for Windows; what asks them is skipped there. The others come with Git for Windows, `winget` or `scoop`. */
const onLinuxOnly = ['sqlcipher', 'gcc', 'wine'];
/** What a package needs beside it: a compiler without the headers of the system compiles nothing. */
const companions: Readonly<Record<string, readonly string[]>> = { gcc: ['libc6-dev'], wine: ['wine64'] };
const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function missingPackages(): string[] {
  const has = (program: string) => (program === 'chromium' ? existsSync(browserOf()) : findProgram(program) !== null);
  const wanted = Object.entries(tools).filter(([name]) => process.platform !== 'win32' || !onLinuxOnly.includes(name));
  return wanted.flatMap(([name, program]) => (has(program) ? [] : [name]));
}

/** As root installs what the tests need; in CI a tool that is still missing fails, so that no test hides behind a skip. */
async function prepareTools(): Promise<void> {
  if (missingPackages().length > 0 && process.getuid?.() === 0) {
    await run('apt-get', ['update', '-qq']);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = missingPackages().flatMap((name) => [name, ...(companions[name] ?? [])]);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  for (const name of missingPackages()) {
    console.log(`missing: ${name} (the tests that need it are skipped)`);
    if (process.env['CI'] !== 'true') continue;
    total.failed += 1;
    failures.push(`missing: ${name}`);
  }
}

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };
type Report = Counts & { readonly failures: readonly string[] };

/** What a runner reported; null when it ended before. */
function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

type UnitReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

function readUnit(file: string): Report | null {
  const report = readJson(file) as UnitReport | null;
  if (report === null) return null;
  const failed = report.testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}\n${message}`]),
    ...assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `${name} › ${fullName}\n${failureMessages.join('\n')}`),
  ]);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: failed,
  };
}

type Suite = {
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly ok: boolean;
    readonly file: string;
    readonly line: number;
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message: string }[] }[];
    }[];
  }[];
};
type BrowserReport = {
  readonly stats: Record<'expected' | 'unexpected' | 'skipped' | 'flaky', number>;
  readonly suites: readonly Suite[];
};

function failedSpecs({ suites, specs }: Suite): string[] {
  const here = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((one) => one.errors));
      // In colours, as they are drawn on a terminal.
      const words = errors.map(({ message }) => stripVTControlCharacters(message));
      return [`tests/e2e/${file}:${line} › ${title}`, ...words].join('\n');
    });
  return [...here, ...(suites ?? []).flatMap(failedSpecs)];
}

function readBrowser(file: string): Report | null {
  const report = readJson(file) as BrowserReport | null;
  if (report === null) return null;
  const { expected, unexpected, skipped, flaky } = report.stats;
  return {
    passed: expected,
    failed: unexpected,
    skipped: skipped + flaky,
    failures: report.suites.flatMap(failedSpecs),
  };
}

/** A runner that ends badly without a failed test (crash, unhandled error) counts as one failure, under its own name. */
function add(report: Report | null, ok: boolean, name: string): void {
  total.passed += report?.passed ?? 0;
  total.skipped += report?.skipped ?? 0;
  const failed = report?.failed ?? 0;
  const unexplained = !ok && failed === 0;
  total.failed += unexplained ? 1 : failed;
  failures.push(...(report?.failures ?? []), ...(unexplained ? [`${name} ended badly, with no failed test`] : []));
}

/** A script of ours that counts by itself: its `FAIL` lines say what, its last line how many. */
async function runCounting(name: string): Promise<void> {
  const { ok, output } = await run('node', [`scripts/${name}.ts`]);
  console.log(output.trimEnd());
  const figures = /(\d+) (?:checks )?passed, (\d+) failed(?:, (\d+) skipped)?\s*$/.exec(output);
  const lines = output.split(/\r?\n/).filter((line) => line.startsWith('FAIL '));
  const figure = (at: number) => Number(figures?.[at] ?? 0);
  const counts = { passed: figure(1), failed: figure(2), skipped: figure(3) };
  add(figures === null ? null : { ...counts, failures: lines.map((line) => `${name}: ${line}`) }, ok, name);
}

async function runStatic(step: Step): Promise<void> {
  const ok = await runStep(step);
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(step.name);
}

/** Stand-ins for a Windows computer: there the tests themselves run on it, and `npm run package` makes the installer. */
async function standInForWindows(): Promise<void> {
  if (process.platform === 'win32') {
    total.skipped += 2;
    return;
  }
  await runCounting('package');
  await runCounting('windows');
}

async function runUnit(): Promise<void> {
  const file = join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const unit = await run('vitest', args, { show: true });
  add(readUnit(file), unit.ok, 'vitest');
}

async function runJourneys(): Promise<void> {
  if (missingPackages().includes('chromium-headless-shell')) {
    total.skipped += 1;
    return;
  }
  const file = join(folder, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const e2e = await run('playwright', ['test', '--reporter=list,json'], { show: true, env });
  add(readBrowser(file), e2e.ok, 'playwright');
}

// First and alone: what follows looks at the program as it is built.
await runStatic({ name: 'build', command: 'electron-vite', args: ['build'] });
// The tests keep the cores busy but for their starts, ends and waits: what looks at the sources fills those, one after the
// other. Only what needs the tools of the system waits for them.
const prepared = prepareTools();
const statics = staticSteps.map((step) => () => runStatic(step));
await Promise.all([
  prepared.then(runUnit).then(runJourneys),
  runQueue([...statics, () => prepared.then(standInForWindows), () => runStatic(shipsStep)], 1),
]);

for (const one of failures) console.log(`FAILED ${one}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
