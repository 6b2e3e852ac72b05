/** After an older copy: what was published meanwhile is asked for before any month is closed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { manifestFile } from '../../../src/main/reports/files/index.ts';
import { reportFileSchema } from '../../../src/shared/reports/index.ts';
import { createApplication } from '../../../src/main/application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { again, bytesOf, centreWithCases, close, exported, makeCases, published } from './months.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const june = '2026-06';
const july = '2026-07-03T14:00:00.000Z';

type Files = { name: string; base64: string }[];

/** What every test of it begins with: it costs seconds, and is the same each time. */
type Begun = { readonly place: string; readonly files: Files };
let begun: Begun | null = null;
afterAll(() => {
  if (begun !== null) rmSync(begun.place, { recursive: true, force: true });
});

/** June is closed after a copy was made, and the copy is put back: its June is open, its files are outside. */
async function closedAfterTheCopy(): Promise<{ centre: TestCentre; files: Files }> {
  begun ??= await putBack();
  const folder = newFolder();
  cpSync(join(begun.place, 'registro'), folder, { recursive: true });
  return { centre: await openCentre(folder, fixedClock('2026-07-04T15:00:00.000Z')), files: begun.files };
}

/** The record, which nobody has open, beside the folder of its copies, and what was published before it went back. */
async function putBack(): Promise<Begun> {
  // Not of `newFolder`: it outlives the test that makes it.
  const place = mkdtempSync(join(tmpdir(), 'registro-put-back-'));
  const [folder, target] = [join(place, 'registro'), join(place, 'copias')];
  for (const one of [folder, target]) mkdirSync(one, { mode: 0o700 });
  const first = await centreWithCases(21);
  first.clock.set(july);
  const centre = await first.restart();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  const copy = join(newFolder(), 'copia');
  cpSync(join(target, readdirSync(target)[0] ?? ''), copy, { recursive: true });
  await close(centre, june);
  const files: Files = [];
  for (const file of (await coordinator.exportMonth({ month: june })).files)
    files.push({ name: file.name, base64: (await bytesOf(centre, file)).toString('base64') });
  await centre.close();
  const clock = fixedClock('2026-07-04T14:00:00.000Z');
  const application = await createApplication({
    ...{ dataFolder: folder, host: 'direct', ports: testPorts(clock), kdfPolicy: cheapKdfPolicy },
  });
  const by = { kind: 'password' as const, login: 'coordina', password: passphrase };
  await clientOf(application, () => null).restoreCopy({ folder: copy, by, second: null });
  await application.close();
  return { place, files };
}

const propose = (centre: TestCentre) =>
  refusal(async () => (await centre.as('coordina')).proposeMonthClosing({ month: june }, again));

const bring = (centre: TestCentre, files: Files) =>
  refusal(async () => (await centre.as('coordina')).bringBackReport({ files }, again));

describe('a record that went back to an older copy', () => {
  it('closes nothing until it is said what was published, and puts back what is brought as it went out', async () => {
    const { centre, files } = await closedAfterTheCopy();
    const coordinator = await centre.as('coordina');
    expect(await coordinator.readRestoredReports({})).toMatchObject({ asked: { next: june } });
    expect(await propose(centre)).toBe('rule-broken/restore-unsettled');
    const small = files.filter(({ name }) => name.endsWith('.json'));
    expect(await bring(centre, small)).toBe('none');
    expect((await coordinator.getMonth({ month: june })).state).toBe('closed');
    expect(Object.keys(await exported(centre, june))).toHaveLength(2);
    expect((await published(centre, june)).imprint.publication).toBe(1);
    // Another one may follow, until somebody says that all is here.
    expect(await bring(centre, small)).toBe('rule-broken/report-not-next');
    await coordinator.settleRestoredReports({ answer: 'none' }, again);
    expect(await coordinator.readRestoredReports({})).toEqual({ asked: null });
    expect(await bring(centre, small)).toBe('rule-broken/restore-settled');
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
    const number = `Publicación 1 · ${(await published(centre, june)).imprint.seal}`;
    expect((await coordinator.verifyDocument({ number, contentHash: null })).verdict).toBe('genuine');
    // Its cases are counted: the year's rest takes none of them.
    await centre.aCase();
    expect((await coordinator.getMonth({ month: '2026-07' })).validated).toBe(1);
  });

  it('counts what is validated meanwhile in the month of its validation: its files do not know it', async () => {
    const { centre, files } = await closedAfterTheCopy();
    await makeCases(centre, 40, 2);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.getMonth({ month: june })).validated).toBe(21);
    expect((await coordinator.getMonth({ month: '2026-07' })).validated).toBe(2);
    expect(await bring(centre, files)).toBe('none');
    await centre.close();
    await insideFile(centre.folder, (db) => {
      expect(db.prepare('select count(*) as count from counted_case').get()).toEqual({ count: 21 });
    });
  });

  it('is asked too where an older file was put in its place by hand', async () => {
    const first = await startCentre();
    await makeCases(first, 0, 3);
    first.clock.set(july);
    const before = await first.restart();
    await before.as('coordina');
    await before.close();
    const isRecord = (name: string) => /^registro.*\.db/.test(name);
    const old = newFolder();
    cpSync(before.folder, old, { recursive: true });
    const closing = await before.restart();
    await close(closing, june);
    await closing.close();
    for (const name of readdirSync(closing.folder).filter(isRecord)) rmSync(join(closing.folder, name));
    for (const name of readdirSync(old).filter(isRecord)) cpSync(join(old, name), join(closing.folder, name));
    const back = await openCentre(closing.folder, fixedClock('2026-07-03T15:00:00.000Z'));
    const coordinator = await back.as('coordina');
    await coordinator.endReadOnly({ second: { login: 'social', password: passphrase } }, again);
    expect(await coordinator.readRestoredReports({})).toMatchObject({ asked: { next: june } });
    expect(await propose(back)).toBe('rule-broken/restore-unsettled');
  });

  it('takes no file that was changed, is of another centre, is not signed, or is not the next one', async () => {
    const { centre, files } = await closedAfterTheCopy();
    const [json, list] = ['reporte-c-0001-2026-06-v2.json', 'lista-firmada-2026-06.json'].map((name) => {
      const found = files.find((file) => file.name === name);
      if (found === undefined) throw new Error('no such file');
      return found;
    });
    if (json === undefined || list === undefined) throw new Error('no files');
    const changed = Buffer.from(json.base64, 'base64').toString('utf8').replace('"publication": 1', '"publication": 2');
    const csv = files.find(({ name }) => name.endsWith('.csv'));
    expect(await bring(centre, [{ ...json, base64: Buffer.from(changed).toString('base64') }, list])).toBe(
      'invalid/report-not-ours',
    );
    expect(await bring(centre, [list, { ...list, name: 'lista-firmada-otra.json' }])).toBe('invalid/report-incomplete');
    expect(await bring(centre, [json, csv ?? json])).toBe('invalid/report-incomplete');
    expect(await propose(centre)).toBe('rule-broken/restore-unsettled');
    // Anybody can sign with a key of their own.
    const { privateKey } = generateKeyPairSync('ed25519');
    const entry = { name: json.name, bytes: Buffer.from(json.base64, 'base64') };
    const unit = { centre: 'C-0001', period: june, schemaVersion: 2 };
    const base64 = Buffer.from(manifestFile(unit, [entry], privateKey)).toString('base64');
    expect(await bring(centre, [json, { ...list, base64 }])).toBe('invalid/report-not-ours');
  });

  it('takes a file of before too, which has no number of publication, and once', async () => {
    const { centre, files } = await closedAfterTheCopy();
    const json = files.find(({ name }) => name === 'reporte-c-0001-2026-06-v2.json');
    const { imprint: _imprint, ...unit } = reportFileSchema.parse(
      JSON.parse(Buffer.from(json?.base64 ?? '', 'base64').toString('utf8')),
    );
    const before = { ...unit, schemaVersion: 1, auditSeq: 733, auditSeal: 'ABCDEFGHJK' };
    await centre.close();
    const key = await insideFile(centre.folder, (db) =>
      db.prepare("select value from secret where name = 'centreSigningKey'").pluck().get(),
    );
    const signing = createPrivateKey({ key: key as Buffer, format: 'der', type: 'pkcs8' });
    const signed = (period: string) => {
      const bytes = Buffer.from(JSON.stringify({ ...before, period }));
      const entry = { name: `reporte-c-0001-${period.toLowerCase()}-v1.json`, bytes };
      const list = manifestFile({ centre: 'C-0001', period, schemaVersion: 1 }, [entry], signing);
      return [
        { name: entry.name, base64: bytes.toString('base64') },
        { name: `manifest-${period.toLowerCase()}.json`, base64: Buffer.from(list).toString('base64') },
      ];
    };
    const given = signed(june);
    const open = await centre.restart();
    expect(await bring(open, given)).toBe('none');
    expect(await bring(open, given)).toBe('rule-broken/report-not-next');
    expect(await bring(open, signed('2026-Q2-residual'))).toBe('none');
    expect(await bring(open, signed('2026-Q2-residual'))).toBe('rule-broken/report-not-next');
    const coordinator = await open.as('coordina');
    expect((await coordinator.getMonth({ month: june })).state).toBe('closed');
    expect(await coordinator.previewMonth({ month: june })).toMatchObject({ published: { total: unit.total } });
    expect((await coordinator.verifyRecord({})).problems).toEqual([]);
    await open.close();
    await insideFile(centre.folder, (db) => {
      const row = db.prepare('select publication, schema_version, seal from frozen_report').all();
      expect(row).toEqual([1, 2].map((publication) => ({ publication, schema_version: 1, seal: 'ABCDEFGHJK' })));
      expect(db.prepare('select count(*) as count from counted_case').get()).toEqual({ count: 21 });
    });
  });

  it('takes units back in their order, each once', async () => {
    const { centre, files } = await closedAfterTheCopy();
    const small = files.filter(({ name }) => name.endsWith('.json'));
    await centre.close();
    await insideFile(centre.folder, (db) => {
      db.exec('drop trigger frozen_report_is_final');
      db.exec(`insert into frozen_report (id, period, publication, revision, schema_version, view, seal, cut_off,
        closed_by, approved_by, closed_at, version)
        select 'x', '2026-05', 1, 1, 2, 'band', '', '2026-06-01', id, id, '2026-06-01T14:00:00.000Z', 1
        from staff_member limit 1`);
    });
    const again2 = await centre.restart();
    expect(await bring(again2, small)).toBe('rule-broken/report-not-next');
  });

  it('publishes with revision 2 what may have been published before, and with 1 where nothing was', async () => {
    for (const [answer, revision] of [
      ['lost', 2],
      ['none', 1],
    ] as const) {
      const { centre } = await closedAfterTheCopy();
      const coordinator = await centre.as('coordina');
      expect(await refusal(async () => (await centre.as('psico')).settleRestoredReports({ answer }, again))).toMatch(
        /^forbidden/,
      );
      await coordinator.settleRestoredReports({ answer }, again);
      expect(await refusal(() => coordinator.settleRestoredReports({ answer }, again))).toBe(
        'rule-broken/restore-settled',
      );
      const { id } = await coordinator.proposeMonthClosing({ month: june }, again);
      const lawyer = await centre.as('legal');
      const seen = await lawyer.readProposedClosing({ proposalId: id });
      expect([seen.units[0]?.revision, seen.restored]).toEqual([revision, answer]);
      await lawyer.approveMonthClosing({ proposalId: id }, again);
      expect((await published(centre, june)).revision).toBe(revision);
    }
  });
});
