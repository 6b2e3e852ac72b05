/** Everything CI runs; the very last line is `N passed, N failed`, with `, N skipped` when there are any. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runSteps, staticSteps } from './tools.ts';

const tools = { sqlcipher: 'sqlcipher', 'poppler-utils': 'pdftotext', qpdf: 'qpdf', chromium: 'chromium', gcc: 'gcc' };
/** What a package needs beside it: a compiler without the headers of the system compiles nothing. */
const companions: Readonly<Record<string, readonly string[]>> = { gcc: ['libc6-dev'] };
const folder = mkdtempSync(join(tmpdir(), 'registro-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

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
    if (process.env['CI'] === 'true') total.failed += 1;
  }
}

type Counts = { passed: number; failed: number; skipped: number };

function readCounts(file: string, names: { passed: string; failed: string; skipped: string[] }): Counts | null {
  if (!existsSync(file)) return null;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const source = (report['stats'] ?? report) as Record<string, number | undefined>;
  const at = (name: string) => source[name] ?? 0;
  const skipped = names.skipped.reduce((sum, name) => sum + at(name), 0);
  return { passed: at(names.passed), failed: at(names.failed), skipped };
}

/** A runner that ends badly without a failed test (crash, unhandled error) counts as one failure. */
function add(counts: Counts | null, ok: boolean): void {
  const found = counts ?? { passed: 0, failed: 0, skipped: 0 };
  total.passed += found.passed;
  total.skipped += found.skipped;
  total.failed += !ok && found.failed === 0 ? 1 : found.failed;
}

await prepareTools();
const steps = await runSteps([...staticSteps, { name: 'build', command: 'electron-vite', args: ['build'] }]);
total.passed += steps.passed;
total.failed += steps.failed;

const unitFile = join(folder, 'vitest.json');
const unit = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`], {
  show: true,
});
const unitNames = { passed: 'numPassedTests', failed: 'numFailedTests', skipped: ['numPendingTests', 'numTodoTests'] };
add(readCounts(unitFile, unitNames), unit.ok);

if (!missingPackages().includes('chromium')) {
  const file = join(folder, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const e2e = await run('playwright', ['test', '--reporter=list,json'], { show: true, env });
  add(readCounts(file, { passed: 'expected', failed: 'unexpected', skipped: ['skipped', 'flaky'] }), e2e.ok);
} else total.skipped += 1;

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
