/**
 * Everything CI runs; the very last line is `N passed, N failed`, with `, N skipped` when there are any. What failed is
 * named above it once more: whoever reads a long output reads its end.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runSteps, shipsStep, staticSteps } from './tools.ts';

const tools = { sqlcipher: 'sqlcipher', 'poppler-utils': 'pdftotext', qpdf: 'qpdf', chromium: 'chromium', gcc: 'gcc' };
/** What a package needs beside it: a compiler without the headers of the system compiles nothing. */
const companions: Readonly<Record<string, readonly string[]>> = { gcc: ['libc6-dev'] };
const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function missingPackages(): string[] {
  const has = (program: string) => (process.env['PATH'] ?? '').split(':').some((one) => existsSync(join(one, program)));
  return Object.entries(tools).flatMap(([name, program]) => (has(program) ? [] : [name]));
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
  }[];
};
type BrowserReport = {
  readonly stats: Record<'expected' | 'unexpected' | 'skipped' | 'flaky', number>;
  readonly suites: readonly Suite[];
};

function failedSpecs({ suites, specs }: Suite): string[] {
  const here = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `tests/e2e/${file}:${line} › ${title}`);
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

await prepareTools();
const steps = await runSteps([...staticSteps, { name: 'build', command: 'electron-vite', args: ['build'] }]);
add({ ...steps, skipped: 0 }, steps.failed === 0, 'static');
const ships = await runSteps([shipsStep]);
add({ ...ships, skipped: 0 }, ships.failed === 0, 'what ships');

const unitFile = join(folder, 'vitest.json');
const unit = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`], {
  show: true,
});
add(readUnit(unitFile), unit.ok, 'vitest');

if (!missingPackages().includes('chromium')) {
  const file = join(folder, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const e2e = await run('playwright', ['test', '--reporter=list,json'], { show: true, env });
  add(readBrowser(file), e2e.ok, 'playwright');
} else total.skipped += 1;

for (const one of failures) console.log(`FAILED ${one}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
