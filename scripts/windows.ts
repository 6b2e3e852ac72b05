/**
 * The program on Windows by Wine: the journey of tests/windows, and tests of the storage and of the window's edge on Node
 * for Windows. `npm run windows -- --all` runs every test of those two folders; without it those that `npm test` has time
 * for. The last line is `N passed, N failed`, with `, N skipped` when there are any.
 */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { buildIfStale, root, run } from './tools.ts';
import { endWine, prepareWine, runWindows, takeProgram, windowsApp, windowsModules, windowsPath } from './wine.ts';

const folder = mkdtempSync(join(tmpdir(), 'registro-windows-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

const noRights = 'Wine has no icacls: a place whose rights are not read back counts as open to others';

/** Cannot hold here, each with its reason: skipped where it fails. */
const beyondWine: Readonly<Record<string, string>> = {
  'refuses a file that is a link': 'Wine makes no symbolic link',
  'writes files that the sqlcipher tool reads with the raw key and not without (trap F20)':
    'the tool is not for Windows',
  'opens in another program with the key, and with nothing else': 'the tool is not for Windows',
  'has no word of the record in any file while people work, write-ahead log and copies included':
    'Windows lets nobody read a file that is held locked',
  'is refused on a network, in a folder that is copied elsewhere, on a stick, through a link':
    'Wine makes no symbolic link',
  'is made for the staff alone, and free for a new register': noRights,
  'that an ordinary account owns takes no new register, and warns where there is one': noRights,
  'of practice false comes to the place of its mark, whole, and only there': noRights,
  'of practice true comes to the place of its mark, whole, and only there': noRights,
  'is left alone where the place has a register, and told': noRights,
};

type Result = {
  readonly status: string;
  readonly title: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[];
};
type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly Result[];
  }[];
};

/** One test: counted, and when it failed its name and what was expected; null when nothing is to be told. */
function count({ status, title, fullName, failureMessages }: Result): string | null {
  const excuse = beyondWine[title];
  const outcome = status === 'passed' ? 'passed' : status === 'failed' && excuse === undefined ? 'failed' : 'skipped';
  total[outcome] += 1;
  if (outcome === 'skipped') console.log(`skipped: ${fullName}${excuse === undefined ? '' : `: ${excuse}`}`);
  return outcome === 'failed' ? `${fullName}\n${failureMessages.join('\n')}` : null;
}

/** Counts what a runner wrote; one that was cut off, or a file that did not load, is a failure of its own. */
function add(file: string, ended: { readonly isWhole: boolean; readonly output: string }): void {
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : { testResults: [] };
  const { testResults } = report;
  failures.push(...testResults.flatMap((one) => one.assertionResults.map(count)).filter((one) => one !== null));
  const unloaded = testResults.filter((one) => one.assertionResults.length === 0);
  const whole = [
    ...unloaded.map(({ name, message }) => `${name}\n${message}`),
    ...(ended.isWhole && testResults.length > 0 ? [] : [`a runner was cut off\n${ended.output.slice(-4000)}`]),
  ];
  total.failed += whole.length;
  failures.push(...whole);
}

async function journey(): Promise<void> {
  const file = join(folder, 'journey.json');
  const args = ['run', '--config', 'tests/windows/vitest.config.ts', '--reporter=default', '--reporter=json'];
  const ended = await run('vitest', [...args, `--outputFile.json=${file}`]);
  // With a failed test a runner answers 1: what failed stands in the file.
  add(file, { isWhole: true, output: ended.output });
}

const quick = ['tests/shell', 'tests/storage/open-traps.test.ts', 'tests/storage/keyring.test.ts'];

async function testsOnWindows(): Promise<void> {
  const file = join(folder, 'windows.json');
  const which = process.argv.includes('--all') ? ['tests/shell', 'tests/storage'] : quick;
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${windowsPath(file)}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--pool=threads', ...report, ...which];
  const env = { NODE_PATH: windowsModules.map(windowsPath).join(';'), NO_COLOR: '1' };
  const ended = await runWindows(args, { cwd: root, env, timeout: 1_200_000 });
  add(file, { isWhole: ended.code === 0 || ended.code === 1, output: ended.stdout + ended.stderr });
}

function fail(words: string): void {
  total.failed += 1;
  failures.push(words);
}

const why = await prepareWine();
if (why === null && (await buildIfStale())) {
  takeProgram();
  // The loopback host beside the built program.
  await bundle(['tests/windows/serve-page.ts'], join(windowsApp, 'out/main'));
  await Promise.all([journey(), testsOnWindows()]);
  await endWine();
} else if (why === null) fail('the program could not be built');
else if (process.env['CI'] === 'true') fail(why);
else {
  total.skipped += 1;
  console.log(`skipped: ${why}`);
}

for (const one of failures) console.log(`FAIL ${one}`);
process.exitCode = total.failed === 0 ? 0 : 1;
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
