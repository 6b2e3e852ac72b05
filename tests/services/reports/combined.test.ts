/** What the program exports is what the ministry's script adds up: the same names, signature and fingerprint. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { combine } from '../../../scripts/many/combine/command.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { bytesOf, close, july, june, makeCases, published } from './months.ts';

const home = mkdtempSync(join(tmpdir(), 'registro-combined-'));
afterEach(async () => {
  await closeCentres();
  rmSync(home, { recursive: true, force: true });
});

it('adds up a month as it was exported, under the fingerprint that «Centro» shows', async () => {
  const centre = await startCentre({ clock: fixedClock(july) });
  await makeCases(centre, 0, 22);
  await close(centre, june);
  const coordinator = await centre.as('coordina');
  const from = join(home, 'recibidos', 'uno');
  mkdirSync(from, { recursive: true });
  for (const file of (await coordinator.exportMonth({ month: june })).files) {
    writeFileSync(join(from, file.name), await bytesOf(centre, file));
  }
  const { fingerprint } = await coordinator.getCentre({});
  const keys = join(home, 'claves.csv');
  writeFileSync(keys, `centro,huella\n${(await published(centre, june)).centre},${fingerprint.toLowerCase()}\n`);
  const out = join(home, 'sumas');
  const { code, lines } = await combine({ from: join(home, 'recibidos'), keys, out });
  expect(code).toBe(0);
  const { total } = await published(centre, june);
  expect(total).toBeGreaterThanOrEqual(21);
  expect(lines.at(-1)).toMatch(new RegExp(`^1 centro · ${total} casos · `));
  expect(readFileSync(join(out, 'nacional-2026.csv'), 'utf8')).toMatch(
    /;periods;2026-06;junio de 2026;cases;Casos;\d+;/,
  );
});
