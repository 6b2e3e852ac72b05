/** Refusals that guard something and were named in no test: each is met by the real way to it. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { decideProposal } from '../../../src/main/access/repository.ts';
import { inTransaction, type Database, type Trx } from '../../support/tables.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { makePlaceIndex } from '../../../src/shared/people/index.ts';
import { commitClosing, prepareClosing } from '../../../src/main/reports/closing.ts';
import { translateSqliteError } from '../../../src/main/platform/storage/translate-sqlite-error.ts';
import type { Client, InputOf } from '../../../src/shared/platform/contract.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Instant } from '../../../src/shared/platform/dates.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { addFile, someFacts } from '../../support/send-file.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  passphrase,
  openCentre,
  startCentre,
  testPorts,
  type TestCentre,
} from '../../support/start-application.ts';
import { aLine, bringIn, check, csvOf, send, takeOut } from '../imports/a-list.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const again = { password: passphrase };
const note = { name: 'nota.txt', bytes: Buffer.from('Una nota inventada.') };

async function memberOf(coordinator: Client<Contract>, login: string) {
  const { staff } = await coordinator.listStaff({});
  const member = staff.find((one) => one.login === login);
  if (member === undefined) throw new Error('no such member');
  return { staffId: member.id, version: member.version };
}

describe('the last coordinator', () => {
  it('is not disabled by anybody, herself included', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const self = await memberOf(coordinator, 'coordina');
    expect(await refusal(() => coordinator.disableStaff(self))).toBe('rule-broken/disable-self');
    expect((await coordinator.listStaff({})).staff.find((one) => one.id === self.staffId)?.state).toBe('active');
  });
});

describe('an idempotency key', () => {
  it('is good for one procedure of one person', async () => {
    const centre = await startCentre();
    const { token } = await centre.sessionOf('admision');
    const key = crypto.randomUUID();
    const call = { procedure: 'openArrival', input: {}, session: token, key, password: null };
    expect(await centre.application.invoke(call)).toMatchObject({ ok: true });
    const other = await centre.application.invoke({ ...call, session: (await centre.sessionOf('coordina')).token });
    expect(other).toMatchObject({ ok: false, failure: { code: 'conflict', reason: 'key-used-otherwise' } });
  });
});

describe('founding', () => {
  const emptyFolder = () =>
    createApplication({
      dataFolder: newFolder(),
      host: 'direct',
      ports: testPorts(fixedClock()),
      kdfPolicy: cheapKdfPolicy,
    });
  const coordinator: InputOf<Contract['foundCentre']>['coordinator'] = {
    login: 'coordina',
    fullName: 'Carmen Inventada Coordina',
    roles: ['coordinator'],
    profession: null,
    college: null,
    collegeNumber: null,
  };
  const founding = { centre: centreDetails, isPractice: true, coordinator, passphrase };

  async function founded() {
    const application = await emptyFolder();
    let token: string | null = null;
    const client = clientOf(application, () => token);
    const answer = await client.foundCentre(founding);
    token = answer.session.token;
    const groups = answer.asked.map((position) => ({ position, text: answer.recoveryKey[position - 1] ?? '' }));
    return { application, client, groups };
  }

  it('comes first, and by somebody of Coordinación', async () => {
    const application = await emptyFolder();
    const client = clientOf(application, () => null);
    expect(await refusal(() => client.listStaff({}))).toBe('rule-broken/not-founded');
    const other = { ...founding, coordinator: { ...coordinator, roles: ['lawyer' as const] } };
    expect(await refusal(() => client.foundCentre(other))).toBe('rule-broken/needs-coordinator');
    expect((await client.getStatus({})).phase).toBe('empty');
    await application.close();
  });

  it('waits until the groups that were asked come back from paper, and forgets the key then', async () => {
    const { application, client, groups } = await founded();
    const wrong = groups.map((group) => ({ ...group, text: group.text === '0000' ? '1111' : '0000' }));
    expect(await refusal(() => client.confirmRecoveryKey({ groups: wrong }))).toBe('rule-broken/recovery-mismatch');
    expect(await refusal(() => client.printRecoverySheet({}))).toBe('none');
    expect(await refusal(() => client.confirmRecoveryKey({ groups }))).toBe('none');
    // What was held in memory is gone.
    expect(await refusal(() => client.printRecoverySheet({}))).not.toBe('none');
    await application.close();
  });
});

describe('a file of a case', () => {
  async function withFile() {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    return { centre, caseId, lawyer, attachment };
  }

  it('that was annulled is neither described nor asked for', async () => {
    const { caseId, lawyer, attachment } = await withFile();
    const about = { caseId, attachmentId: attachment.id };
    const { version } = attachment;
    await lawyer.annulAttachment({ ...about, version, reason: 'wrongFile', words: null });
    const described = () => lawyer.describeAttachment({ ...about, version: version + 1, facts: someFacts });
    expect(await refusal(described)).toBe('rule-broken/file-is-annulled');
    const asked = () => lawyer.proposeAttachmentExport({ ...about, reason: 'court', words: null }, again);
    expect(await refusal(asked)).toBe('rule-broken/file-is-annulled');
  });

  it('is not put into an area that has it', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    // Neither sees the other's area: the same bytes stand in both.
    const { attachment } = await addFile(lawyer, caseId, { ...note, facts: { area: 'legal' } });
    await addFile(await centre.as('psico'), caseId, note);
    const described = () =>
      lawyer.describeAttachment({
        caseId,
        attachmentId: attachment.id,
        version: attachment.version,
        facts: someFacts,
      });
    expect(await refusal(described)).toBe('duplicate/file-known');
  });
});

describe('a list', () => {
  const twoRows = () => csvOf([aLine(1), aLine(2)]);

  it('is not taken out before it is in', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    const importId = await send(office, twoRows());
    const { version } = await check(office, importId);
    const undo = () => office.proposeImportUndo({ importId, version, reason: 'wrongList', keepsTouched: false }, again);
    expect(await refusal(undo)).toBe('rule-broken/list-not-done');
  });

  it('is taken out once', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('psico')];
    const importId = await send(office, twoRows());
    await check(office, importId);
    await bringIn(office, second, importId);
    await takeOut(office, second, importId);
    const { version } = await office.getImport({ importId });
    const undo = () => office.proposeImportUndo({ importId, version, reason: 'wrongList', keepsTouched: false }, again);
    expect(await refusal(undo)).toBe('rule-broken/list-not-done');
  });
});

describe('a month that changes while its files are made', () => {
  it('is not closed, and nothing is published', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const restartAt = fixedClock('2026-07-03T14:00:00.000Z');
    await centre.close();
    const july = await openCentre(centre.folder, restartAt);
    const { id } = await (await july.as('coordina')).proposeMonthClosing({ month: '2026-06' }, again);
    await july.close();
    await insideFile(centre.folder, async (db) => {
      const queries = queriesOf<Database>(db);
      const read = <Value>(work: (trx: Trx) => Promise<Value>) => inTransaction(queries, work);
      const call = { today: '2026-07-03', now: restartAt.now(), read } as never;
      const { privateKey } = generateKeyPairSync('ed25519');
      const centreSigningKey = privateKey.export({ format: 'der', type: 'pkcs8' });
      const secrets = () => ({ sdcKey: randomBytes(32), centreSigningKey }) as never;
      const nothing = () => Promise.resolve({ bytes: new Uint8Array(), pages: 1 }) as never;
      const places = makePlaceIndex([]);
      const parts = { printPaper: nothing, secrets, places, evaluationOf: () => Promise.resolve([]) };
      const prepared = await prepareClosing(call, id, parts);
      const unit = (trx: Trx) => ({ trx, today: '2026-07-03', now: '2026-07-03T14:00:00.000Z' }) as never;
      await queries.updateTable('section_a').set({ user_age: 61 }).where('case_id', '=', caseId).execute();
      const commit = () => read((trx) => commitClosing(unit(trx), prepared, parts));
      expect(await refusal(commit)).toBe('conflict/month-changed');
      // The months that waited for the quarter no longer give the unit that was made of them.
      const now = await prepareClosing(call, id, parts);
      const withUnit = { ...now, counted: [...now.counted, ...now.counted] };
      const commitNow = (closing: typeof now) => () => read((trx) => commitClosing(unit(trx), closing, parts));
      expect(await refusal(commitNow(withUnit))).toBe('conflict/month-changed');
      // Another unit got its number meanwhile.
      const numbered = { ...now, units: now.units.map((one) => ({ ...one, publication: one.publication + 1 })) };
      expect(await refusal(commitNow(numbered))).toBe('conflict/month-changed');
      expect(await queries.selectFrom('frozen_report').selectAll().execute()).toEqual([]);
    });
  });
});

describe('a proposal', () => {
  it('is decided once, whoever asks', async () => {
    const centre = await startCentre({ clock: fixedClock('2026-07-03T14:00:00.000Z') });
    const { id } = await (await centre.as('coordina')).proposeMonthClosing({ month: '2026-06' }, again);
    await centre.close();
    const now = '2026-07-03T14:00:00.000Z' as Instant;
    await insideFile(centre.folder, async (db) => {
      const queries = queriesOf<Database>(db);
      const by = (await queries.selectFrom('staff_member').select('id').executeTakeFirstOrThrow()).id;
      const use = { session: { staffId: by }, now, touch: () => undefined };
      const decide = (trx: Trx) => decideProposal({ ...use, trx }, id, 'approved');
      await inTransaction(queries, decide);
      expect(await refusal(() => inTransaction(queries, decide))).toBe('rule-broken/proposal-decided');
    });
  });
});

describe('numbers of blank papers', () => {
  it('taken by another pile meanwhile make both start again', async () => {
    const centre = await startCentre();
    const [desk, office] = [await centre.as('admision'), await centre.as('coordina')];
    const print = (client: typeof desk) =>
      client.printBlankPapers({ kind: 'consent', copies: 2, way: 'save' }).then(
        ({ numbers }) => numbers,
        (error: unknown) => (error as { failure: { reason: string } }).failure.reason,
      );
    const piles = await Promise.all([print(desk), print(office)]);
    expect(piles).toContain('number-taken');
    expect(piles).toContainEqual(['C-2026-0001', 'C-2026-0002']);
    expect(await print(desk)).toEqual(['C-2026-0003', 'C-2026-0004']);
  });
});

describe('a month to come', () => {
  it('has no preview', async () => {
    const centre = await startCentre();
    const office = await centre.as('coordina');
    expect(await refusal(() => office.previewMonth({ month: '2026-09' }))).toBe('rule-broken/month-future');
  });
});

describe('a person nobody left open', () => {
  it('is not settled', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const psychologist = await centre.as('psico');
    const { version } = await psychologist.getCase({ caseId });
    const settle = () => psychologist.settlePerson({ caseId, version, role: 'user', isSame: true });
    expect(await refusal(settle)).toBe('rule-broken/nothing-to-settle');
  });
});

describe('an address sealed by a later program', () => {
  it('is not shown as if it could be read, and stays for the program that can', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    expect((await (await centre.as('psico')).getSectionA({ caseId })).form.user.address.districtCode).toBe('150132');
    await centre.close();
    type Stored = { id: string; body: Buffer };
    const sql = "select owner_id as id, body from sealed_field where field = 'safe-address' order by owner_id";
    const before = await insideFile(centre.folder, async (db) => {
      const stored = db.prepare(sql).all() as Stored[];
      const seal = db.prepare("update sealed_field set enc = 'aes-256-gcm', key_version = 1 where owner_id = ?");
      for (const { id } of stored) await changeSealed(db, { kind: 'person', id }, () => seal.run(id));
      return stored;
    });
    expect(before).not.toEqual([]);
    const again = await openCentre(centre.folder, centre.clock);
    const psychologist = await again.as('psico');
    expect(await refusal(() => psychologist.getSectionA({ caseId }))).toBe('damaged/sealed-field');
    await again.close();
    expect(await insideFile(centre.folder, (db) => db.prepare(sql).all())).toEqual(before);
  });
});

describe('a file of the record that is held or damaged', () => {
  const error = (code: string) =>
    Object.assign(new Error('x'), { code, ...(code.startsWith('E') ? { syscall: 'write' } : {}) });

  it.each([
    ['SQLITE_CORRUPT', 'damaged/database-damaged'],
    ['SQLITE_NOTADB', 'damaged/database-damaged'],
    ['SQLITE_IOERR_READ', 'storage/disk-error'],
    ['SQLITE_CANTOPEN', 'storage/cannot-open'],
    ['SQLITE_FULL', 'storage/disk-full'],
    ['EIO', 'storage/disk-error'],
    ['EBUSY', 'storage/file-held'],
    ['EPERM', 'storage/file-held'],
    ['EACCES', 'storage/file-held'],
    ['ENOSPC', 'storage/disk-full'],
  ])('%s is said as %s', async (code, words) => {
    const translated = translateSqliteError(error(code));
    expect(await refusal(() => Promise.reject(translated as Error))).toBe(words);
  });

  it('that does not match its hash is not handed over', async () => {
    const centre: TestCentre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const { attachment } = await addFile(lawyer, caseId, note);
    const about = { caseId, attachmentId: attachment.id };
    const { proposalId } = await lawyer.proposeAttachmentExport({ ...about, reason: 'court', words: null }, again);
    await (await centre.as('psico')).approveAttachmentExport({ proposalId }, again);
    const [name] = readdirSync(join(centre.folder, 'files'));
    writeFileSync(join(centre.folder, 'files', name ?? ''), Buffer.alloc(60, 1));
    const exported = await refusal(() => lawyer.takeAttachmentOriginal(about));
    expect(exported).toBe('damaged/file-changed');
    rmSync(join(centre.folder, 'files', name ?? ''));
  });
});
