/**
 * A centre for the browser tests: the loopback host over a temporary folder, with a cheap key derivation and a clock
 * of its own. Both are arguments of the composition; the product's own entry takes neither.
 *
 * `node tests/support/serve-centre.ts empty|staffed|busy|door|papers|urgent|cargos` prints one line of JSON:
 * `{ addresses, folder, recoveryKey }`, each address good for one page. Standard input takes one JSON command a line (`{"set":"2026-07-01T14:00:00.000Z"}`,
 * `{"lock":true}`) and answers one line each; the end of standard input stops it. What a centre starts with is made once
 * in a folder of the run (`REGISTRO_TEMPLATES`) and copied from there the next time.
 */
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createApplication } from '../../src/main/application.ts';
import { startLoopback } from '../../src/main/platform/loopback-host.ts';
import { runningClock } from './fixed-clock.ts';
import { buildCases } from './busy-centre.ts';
import { buildDoor } from './busy-door.ts';
import { buildPapers } from './busy-papers.ts';
import { buildUrgent } from './busy-urgent.ts';
import { cheapKdfPolicy, recoveryKeyOnPaper, templateFolder, testPorts } from './start-application.ts';

const [mode = 'staffed'] = process.argv.slice(2);
const kept = process.env['REGISTRO_TEMPLATES'];
const folder = mkdtempSync(join(tmpdir(), 'registro-e2e-'));
const start = kept === undefined ? null : join(kept, mode);

async function build(): Promise<void> {
  cpSync(await templateFolder(), folder, { recursive: true });
  if (mode === 'busy') await buildCases(folder);
  if (mode === 'urgent') await buildUrgent(folder);
  if (mode === 'door') await buildDoor(folder);
  if (mode === 'papers') await buildPapers(folder);
  if (mode === 'cargos') await buildPapers(folder, 3);
}

if (start !== null && existsSync(start)) cpSync(start, folder, { recursive: true });
else if (mode !== 'empty') {
  await build();
  if (start !== null) {
    // Under another name until it is whole: a journey may be cut off while it is copied, another process be first.
    const part = mkdtempSync(`${start}.part-`);
    cpSync(folder, part, { recursive: true });
    if (!existsSync(start)) renameSync(part, start);
  }
}

const clock = runningClock('2026-06-10T14:00:00.000Z');
const application = await createApplication({
  dataFolder: folder,
  host: 'loopback',
  ports: testPorts(clock),
  kdfPolicy: cheapKdfPolicy,
});
const host = await startLoopback(application, { port: 0, pageOrigin: null });
// The invented paper of an invented centre: a journey types it.
const recoveryKey = mode === 'empty' ? '' : await recoveryKeyOnPaper();
/** What this program says of itself, in one line. */
export type ServedLine = {
  readonly addresses: readonly string[];
  readonly folder: string;
  readonly recoveryKey: string;
};
const addresses = [host.address, ...Array.from({ length: 7 }, () => host.newAddress())];
process.stdout.write(`${JSON.stringify({ addresses, folder, recoveryKey } satisfies ServedLine)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as { set?: string; lock?: boolean };
  if (command.set !== undefined) clock.set(command.set);
  if (command.lock === true) await application.lockAll('system');
  process.stdout.write('{"done":true}\n');
}
await host.close();
await application.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
