/** Who has file and password writes history anew. What stands outside tells. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, openCentre, passphrase, startCentre, type TestCentre } from '../../support/start-application.ts';
import { forge, type Forgery } from './forger.ts';

const folders: string[] = [];
afterEach(closeCentres);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'registro-outside-'));
  folders.push(folder);
  return folder;
}

const nothing = { startKeys: [], folder: null, choosesFolder: false };

type Kept = {
  /** The closed record; each test works on a copy of it. */
  readonly folder: string;
  readonly caseId: string;
  /** Of segment 2, as on its sheet. */
  readonly startKey: string;
  /** Copies outside. */
  readonly outside: string;
  readonly sheet: { readonly seq: number; readonly code: string };
  /** First entry of segment 2. */
  readonly first: number;
};

/** A segment whose key is on paper, a case in it, a copy outside, a signed sheet, and work after them. */
async function keptOutside(): Promise<Kept> {
  const centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const { first } = await coordinator.startSegment({}, { password: passphrase });
  const { key } = await coordinator.takeSegmentKey({});
  const { caseId } = await centre.aCase();
  const target = newFolder();
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  const { sheet } = await coordinator.printWitnessSheet({ way: 'save' });
  const code = await codeOf(coordinator, sheet.seq);
  await coordinator.signWitnessSheet({ sheetId: sheet.id, code });
  await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '10000007' } } });
  await centre.application.close();
  const [folder, outside] = [newFolder(), newFolder()];
  cpSync(centre.folder, folder, { recursive: true });
  // Carried away: what the record closes into later is not there.
  cpSync(target, outside, { recursive: true });
  rmSync(target, { recursive: true });
  return { folder, caseId, startKey: key, outside, sheet: { seq: sheet.seq, code }, first };
}

let kept: Kept;
beforeAll(async () => {
  kept = await keptOutside();
});

/** The record as it was kept, opened; after a forgery where one is given. */
async function opened(forgery: Forgery | null = null): Promise<TestCentre> {
  const folder = newFolder();
  cpSync(kept.folder, folder, { recursive: true });
  if (forgery !== null) await forge(folder, forgery);
  return openCentre(folder, fixedClock());
}

/** As somebody copies it from the paper: what the sheet of that entry says. */
async function codeOf(client: Client<Contract>, seq: number): Promise<string> {
  const proven = await client.proveRecord(nothing);
  const found = proven.witnesses.find((one) => one.source === 'sheet' && one.seq === seq);
  if (found === undefined) throw new Error('the newest witness is the sheet');
  return found.code;
}

async function afterForgery(forgery: Forgery): Promise<Client<Contract>> {
  return (await opened(forgery)).as('visita');
}

const rewrites: readonly [string, (kept: Kept) => Omit<Forgery, 'macs' | 'withKeptCodes'>][] = [
  ['a level of risk with its seal', ({ caseId }) => ({ caseId })],
  ['the author of an act', ({ first }) => ({ authorOf: first + 2 })],
  ['five entries taken out', ({ first }) => ({ erase: { from: first + 3, count: 5 } })],
];

describe('history written anew with the right key', () => {
  it.each(rewrites.flatMap(([what, of]) => (['left', 'forged'] as const).map((macs) => [what, macs, of] as const)))(
    '%s, MACs %s: passes every check from inside and is found by what is outside',
    async (_what, macs, of) => {
      const auditor = await afterForgery({ ...of(kept), macs, withKeptCodes: true });
      expect((await auditor.verifyRecord({})).problems).toEqual([]);

      const byKey = await auditor.proveRecord({ ...nothing, startKeys: [{ segment: 2, key: kept.startKey }] });
      expect(byKey).toMatchObject({ isSound: false, brokenAt: null, newSegment: null });
      const segment = byKey.segments.find((one) => one.segment === 2);
      expect(segment?.proof).toBe('wrong');
      expect(segment?.wrongFrom).toBeGreaterThan(kept.first);
      expect(byKey.problems[0]).toMatch(/^Tramo 2: desde la entrada \d+ hasta la \d+ no se escribió/);

      const byCopies = await auditor.proveRecord({ ...nothing, folder: kept.outside });
      expect(byCopies.isSound).toBe(false);
      expect(byCopies.problems.some((words) => words.startsWith('La copia backup-'))).toBe(true);

      expect(await auditor.compareWitness(kept.sheet)).toMatchObject({ verdict: 'different' });
    },
  );

  it('is found by the plain check too where the codes of its own papers were forgotten', async () => {
    const auditor = await afterForgery({ authorOf: kept.first + 2, macs: 'forged', withKeptCodes: false });
    const verdict = await auditor.verifyRecord({});
    expect(verdict.isSound).toBe(false);
    expect(verdict.problems.join(' ')).toContain('La hoja semanal HS-2026-0001 vio otra entrada');
  });

  it('ends before the newest copy: entries cut off at the end', async () => {
    const erase = { from: kept.sheet.seq - 3, count: 500 };
    const auditor = await afterForgery({ erase, macs: 'left', withKeptCodes: true });
    const { problems } = await auditor.proveRecord({ ...nothing, folder: kept.outside });
    expect(problems.join(' ')).toContain('y la bitácora ya no llega a ella');
  });

  it('hides behind a segment of its own: entries without a key on paper, and copies that do not agree', async () => {
    const auditor = await afterForgery({ authorOf: 2, macs: 'left', withKeptCodes: true });
    // Segment 1 was founded by the template: its key is on no paper of this test.
    const stray = await auditor.proveRecord({ ...nothing, startKeys: [{ segment: null, key: 'AB'.repeat(32) }] });
    expect(stray.isSound).toBe(false);
    expect(stray.problems[0]).toContain('no inició ningún tramo');
    expect((await auditor.proveRecord({ ...nothing, folder: kept.outside })).isSound).toBe(false);
  });
});

describe('a record that nobody rewrote', () => {
  it('agrees with the paper, the copies and the sheet; the typed key is replaced by a new segment', async () => {
    const auditor = await (await opened()).as('visita');
    const asked = { startKeys: [{ segment: null, key: kept.startKey }], folder: kept.outside, choosesFolder: false };
    const proven = await auditor.proveRecord(asked);
    expect(proven).toMatchObject({ isSound: true, problems: [], newSegment: 3 });
    expect(proven.holdsUntil).toBeGreaterThanOrEqual(kept.sheet.seq);
    expect(proven.segments.map(({ proof }) => proof)).toEqual(['noKey', 'held']);
    expect(await auditor.getWitnessState({})).toMatchObject({
      segment: { segment: 3, paper: 'waiting', isHeld: true },
    });
    // The same paper again is of a segment that ended.
    expect((await auditor.proveRecord(asked)).newSegment).toBeNull();
    const { file } = await auditor.printSegmentSheet({ way: 'save' });
    expect(file?.name).toBe('clave-inicial-de-la-bitácora.pdf');
    expect(await auditor.getWitnessState({})).toMatchObject({ segment: { paper: 'onPaper' } });
    expect(await auditor.compareWitness({ ...kept.sheet, code: kept.sheet.code.toLowerCase() })).toMatchObject({
      verdict: 'held',
      sheet: 'HS-2026-0001',
    });
    expect(await auditor.compareWitness({ seq: 999_999, code: kept.sheet.code })).toMatchObject({ verdict: 'beyond' });
  });

  it('says which copies in the folder are damaged, and passes over those of others', async () => {
    const auditor = await (await opened()).as('visita');
    const outside = newFolder();
    cpSync(kept.outside, outside, { recursive: true });
    const strange = join(outside, 'otro-programa');
    mkdirSync(strange);
    writeFileSync(join(strange, 'manifest.json'), '{"name":"x"}');
    const broken = join(outside, 'backup-20260101t000000z-9');
    mkdirSync(broken);
    writeFileSync(join(broken, 'manifest.json'), '{"format":"registro-cem-copy|v1"');
    const { problems, isSound } = await auditor.proveRecord({ ...nothing, folder: outside });
    expect(isSound).toBe(false);
    expect(problems).toEqual([
      'backup-20260101t000000z-9/manifest.json: está dañada o fue cambiada, no sirve para comparar.',
    ]);
    const empty = await auditor.proveRecord({ ...nothing, folder: newFolder() });
    expect(empty.problems).toEqual(['En esa carpeta no hay copias ni reportes de este registro con que comparar.']);
  });
});
