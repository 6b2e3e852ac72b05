import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import type { CopyKey } from '../../../src/shared/backup/index.ts';
import { previewWords } from '../../../src/shared/backup/index.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  centreDetails,
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
  testPorts,
} from '../../support/start-application.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

type Client = ReturnType<typeof clientOf>;
const later = '2026-06-12T14:00:00.000Z';
const by: CopyKey = { kind: 'password', login: 'coordina', password: passphrase };
const second = { login: 'psico', password: passphrase };

/** Work on a folder with nobody signed in. */
async function closed<Value>(folder: string, work: (client: Client) => Promise<Value>, at = later): Promise<Value> {
  const ports = testPorts(fixedClock(at));
  const application = await createApplication({ dataFolder: folder, host: 'direct', ports, kdfPolicy: cheapKdfPolicy });
  try {
    return await work(clientOf(application, () => null));
  } finally {
    await application.close();
  }
}

const restore = (folder: string, copy: string, asked: Partial<{ by: CopyKey; second: typeof second | null }> = {}) =>
  closed(folder, (client) => refusal(() => client.restoreCopy({ folder: copy, by, second, ...asked })));

const usedMade = madeOnce(async (place) => {
  const centre = await startCentre();
  const first = await centre.aCase();
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  putInto(place, 'copia', join(target, readdirSync(target)[0] ?? ''));
  centre.clock.advance(60_000);
  const newer = await centre.aCase();
  await centre.application.close();
  putInto(place, 'registro', centre.folder);
  putInto(place, 'copias', target);
  return { first, newer };
});

/** A record with a copy of its first case, and a second case that the copy has not. Its own folder of copies is away. */
async function aUsedFolder() {
  const { place, ...cases } = await usedMade();
  const [folder, copy, target] = [join(place, 'registro'), join(place, 'copia'), join(place, 'copias')];
  return { folder, copy, target, ...cases };
}

const asideIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('anterior-'));

async function canRead(folder: string, caseId: string): Promise<boolean> {
  const centre = await openCentre(folder, fixedClock('2026-06-12T15:00:00.000Z'));
  const lawyer = await centre.as('legal');
  const told = await refusal(() => lawyer.getCase({ caseId }));
  await centre.application.close();
  return told === 'none';
}

describe('before a restore', () => {
  it('says from when the copy is and what would be missing, in both records', async () => {
    const { folder, copy } = await aUsedFolder();
    const preview = await closed(folder, (client) => client.previewRestore({ folder: copy, by }));
    expect(preview.madeAt).toBe('2026-06-10T14:00:00.000Z');
    expect(preview.present).toMatchObject({ kind: 'record', lastEntryAt: '2026-06-10T14:01:00.000Z' });
    if (preview.present.kind !== 'record') throw new Error('a record was expected');
    expect(preview.present.entries).toBeGreaterThan(5);
    expect(preview.present.missing).toContainEqual({ kind: 'case_file', count: 1, last: expect.any(String) as string });
    expect(preview.present.missing.map(({ kind }) => kind)).not.toContain('issued_document');
    const words = previewWords(preview);
    expect(words[0]).toContain('10/06/2026 09:00');
    expect(words.join(' ')).toMatch(/Faltarían: .*1 ficha/);
    const few = (entries: number) =>
      previewWords({ ...preview, present: { kind: 'record', lastEntryAt: preview.madeAt, entries, missing: [] } }).join(
        ' ',
      );
    expect(few(1)).toContain('Faltaría 1 anotación de la bitácora');
    expect(few(2)).toContain('Faltarían 2 anotaciones de la bitácora');
  });

  it('changes nothing, and says so of an empty folder and of a record that cannot be read', async () => {
    const { folder, copy } = await aUsedFolder();
    const before = readdirSync(folder).sort();
    await closed(folder, (client) => client.previewRestore({ folder: copy, by }));
    expect(readdirSync(folder).sort()).toEqual(before);
    expect((await closed(newFolder(), (client) => client.previewRestore({ folder: copy, by }))).present).toEqual({
      kind: 'empty',
    });
    writeFileSync(join(folder, 'registro.e1.db'), 'no es una base');
    const unreadable = await closed(folder, (client) => client.previewRestore({ folder: copy, by }));
    expect(unreadable.present).toEqual({ kind: 'unreadable' });
    for (const name of readdirSync(folder).filter((one) => one.startsWith('keyring'))) rmSync(join(folder, name));
    const keyless = await closed(folder, (client) => client.previewRestore({ folder: copy, by }));
    expect(previewWords(keyless).join(' ')).toContain('no se puede leer');
  });

  it('finds the newest readable copy where they stand, and says which', async () => {
    const { folder, target } = await aUsedFolder();
    const [newest = '', ...more] = readdirSync(target);
    expect(more).toEqual([]);
    const older = join(target, 'backup-20260609t140000z-9');
    cpSync(join(target, newest), older, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(older, 'manifest.json'), 'utf8')) as object;
    writeFileSync(join(older, 'manifest.json'), JSON.stringify({ ...manifest, utc: '2026-06-09T14:00:00.000Z' }));
    const unfinished = join(target, 'backup-20260611t140000z-999');
    cpSync(join(target, newest), unfinished, { recursive: true });
    rmSync(join(unfinished, 'verified.json'));
    const preview = await closed(folder, (client) => client.previewRestore({ folder: target, by }));
    expect(preview.copy).toEqual({ folder: join(target, newest), among: 2 });
    expect(previewWords(preview)[0]).toBe(
      `De las 2 copias de esa carpeta se toma la más nueva que se puede leer, «${newest}». La copia es del 10/06/2026 09:01; lo último que tiene es del 10/06/2026 09:01.`,
    );
    rmSync(older, { recursive: true });
    const alone = await closed(folder, (client) => client.previewRestore({ folder: target, by }));
    expect(previewWords(alone)[0]).toMatch(
      `En esa carpeta está la copia «${newest}». La copia es del 10/06/2026 09:01;`,
    );
    const named = await closed(folder, (client) => client.previewRestore({ folder: join(target, newest), by }));
    expect(named.copy).toEqual({ folder: join(target, newest), among: null });
    expect(previewWords(named)[0]).toMatch(/^La copia es del/);
    cpSync(unfinished, join(target, newest, 'backup-20260612t140000z-1'), { recursive: true });
    cpSync(join(target, newest, 'verified.json'), join(target, newest, 'backup-20260612t140000z-1', 'verified.json'));
    const holding = await closed(folder, (client) => client.previewRestore({ folder: join(target, newest), by }));
    expect(holding.copy.among, 'a copy that holds another is meant itself').toBeNull();
    expect(await restore(newFolder(), target, { second: null })).toBe('none');
    expect(await restore(newFolder(), unfinished, { second: null }), 'never another than the one named').toBe(
      'damaged/copy-incomplete',
    );
    const none = await refusal(() => closed(folder, (client) => client.previewRestore({ folder: newFolder(), by })));
    expect(none).toBe('damaged/copy-incomplete');
  });

  it('asks for the key of the copy', async () => {
    const { folder, copy } = await aUsedFolder();
    const wrong: CopyKey = { kind: 'password', login: 'coordina', password: 'otra-frase-distinta' };
    expect(await refusal(() => closed(folder, (client) => client.previewRestore({ folder: copy, by: wrong })))).toBe(
      'wrong-secret/',
    );
  });
});

describe('a restore over a record that is there', () => {
  it('takes two people, and puts what was there aside, whole', async () => {
    const { folder, copy, first, newer } = await aUsedFolder();
    const old = readFileSync(join(folder, 'registro.e1.db'));
    expect(await restore(folder, copy)).toBe('none');
    const [aside = ''] = asideIn(folder);
    expect(aside).toBe('anterior-20260612t140000z');
    expect(readFileSync(join(folder, aside, 'registro.e1.db')).equals(old)).toBe(true);
    expect([await canRead(folder, first.caseId), await canRead(folder, newer.caseId)]).toEqual([true, false]);
    // The old files, brought back by hand, are the record that was there.
    const back = newFolder();
    cpSync(join(folder, aside), back, { recursive: true });
    expect(await canRead(back, newer.caseId)).toBe(true);
    const detail = await insideFile(folder, (db) =>
      db.prepare("select detail from audit_entry where action = 'backup.restored'").pluck().get(),
    );
    expect(JSON.parse(String(detail))).toMatchObject({ overUsedFolder: true, byRecoveryKey: false });
  });

  it('is refused to one person, to the same twice, and to who may not', async () => {
    const { folder, copy, newer } = await aUsedFolder();
    const asWho = (login: string): CopyKey => ({ kind: 'password', login, password: passphrase });
    expect(await restore(folder, copy, { second: null })).toBe('rule-broken/restore-needs-two');
    expect(await restore(folder, copy, { second: { login: 'coordina', password: passphrase } })).toBe(
      'rule-broken/restore-same-person',
    );
    expect(await restore(folder, copy, { second: { login: 'psico', password: 'otra-frase-distinta' } })).toBe(
      'wrong-secret/restore-second-wrong',
    );
    expect(await restore(folder, copy, { second: { login: 'nadie', password: passphrase } })).toBe(
      'wrong-secret/restore-second-wrong',
    );
    expect(await restore(folder, copy, { second: { login: 'admision', password: passphrase } })).toBe(
      'forbidden/restore-not-allowed',
    );
    expect(await restore(folder, copy, { by: asWho('legal') })).toBe('forbidden/restore-not-allowed');
    expect(asideIn(folder)).toEqual([]);
    expect(await canRead(folder, newer.caseId)).toBe(true);
  });

  it('is refused to somebody whose account was disabled since the copy', async () => {
    const { folder, copy } = await aUsedFolder();
    await insideFile(folder, (db) =>
      db.prepare("update staff_member set state = 'disabled' where login = 'psico'").run(),
    );
    expect(await restore(folder, copy)).toBe('forbidden/restore-not-allowed');
    expect(await restore(folder, copy, { second: { login: 'social', password: passphrase } })).toBe('none');
  });

  it('is refused while somebody is signed in, and two at once are one', async () => {
    const { folder, copy } = await aUsedFolder();
    const centre = await openCentre(folder, fixedClock(later));
    await centre.as('coordina');
    const nobody = clientOf(centre.application, () => null);
    expect(await refusal(() => nobody.restoreCopy({ folder: copy, by, second }))).toBe(
      'rule-broken/restore-while-open',
    );
    expect(await refusal(() => nobody.previewRestore({ folder: copy, by }))).toBe('rule-broken/restore-while-open');
    await centre.application.close();
    const told = await closed(folder, (client) =>
      Promise.all([1, 2].map(() => refusal(() => client.restoreCopy({ folder: copy, by, second })))),
    );
    expect(told.sort()).toEqual(['none', 'rule-broken/restore-running']);
    expect(asideIn(folder)).toHaveLength(1);
  });

  it('lets nobody sign in meanwhile', async () => {
    const { folder, copy } = await aUsedFolder();
    const told = await closed(folder, (client) =>
      Promise.all([
        refusal(() => client.restoreCopy({ folder: copy, by, second })),
        refusal(() => client.signIn({ login: 'coordina', password: passphrase })),
      ]),
    );
    expect([
      ['none', 'rule-broken/restore-running'],
      ['rule-broken/restore-while-open', 'none'],
    ]).toContainEqual(told);
  });

  it('refuses the copy of another register, and a folder with foreign files', async () => {
    const { copy } = await aUsedFolder();
    const other = newFolder();
    await closed(other, async (client) => {
      const coordinator = { login: 'coordina', fullName: 'Carmen Inventada', roles: ['coordinator' as const] };
      const nobody = { profession: null, college: null, collegeNumber: null };
      await client.foundCentre({
        centre: centreDetails,
        isPractice: true,
        coordinator: { ...coordinator, ...nobody },
        passphrase,
      });
    });
    expect(await restore(other, copy)).toBe('rule-broken/copy-of-another-register');
    const foreign = newFolder();
    mkdirSync(join(foreign, 'fotos'));
    expect(await restore(foreign, copy)).toBe('storage/folder-not-empty');
    expect(readdirSync(foreign)).toContain('fotos');
  });

  it('repairs a folder whose archive of keys is gone, by the people of the copy', async () => {
    const { folder, copy, first } = await aUsedFolder();
    for (const name of readdirSync(folder).filter((one) => one.startsWith('keyring'))) rmSync(join(folder, name));
    expect(await restore(folder, copy, { second: null })).toBe('rule-broken/restore-needs-two');
    expect(await restore(folder, copy)).toBe('none');
    expect(await canRead(folder, first.caseId)).toBe(true);
  });
});

describe('the recovery key', () => {
  it('opens a copy and stands in for two people; a mistyped one opens nothing', async () => {
    const folder = newFolder();
    const target = newFolder();
    const ports = testPorts(fixedClock());
    const application = await createApplication({
      dataFolder: folder,
      host: 'direct',
      ports,
      kdfPolicy: cheapKdfPolicy,
    });
    let token: string | null = null;
    const client = clientOf(application, () => token);
    const coordinator = { login: 'coordina', fullName: 'Carmen Inventada', roles: ['coordinator' as const] };
    const nobody = { profession: null, college: null, collegeNumber: null };
    const founded = await client.foundCentre({ centre: centreDetails, isPractice: true, coordinator: { ...coordinator, ...nobody }, passphrase }); // prettier-ignore
    token = founded.session.token;
    const groups = founded.asked.map((position) => ({ position, text: founded.recoveryKey[position - 1] ?? '' }));
    await client.confirmRecoveryKey({ groups });
    await client.chooseCopyFolder({ folder: target });
    await client.makeCopy({});
    await application.close();
    const copy = join(target, readdirSync(target).find((name) => name.startsWith('backup-')) ?? '');
    const key = founded.recoveryKey.join('-');
    const paper: CopyKey = { kind: 'recoveryKey', key };
    const mistyped: CopyKey = { kind: 'recoveryKey', key: `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}` };
    expect(await restore(folder, copy, { by: mistyped, second: null })).toBe('wrong-secret/recovery-key-mistyped');
    expect(await restore(folder, copy, { by: paper, second: null })).toBe('none');
    expect(asideIn(folder)).toHaveLength(1);
    const empty = newFolder();
    expect(await restore(empty, copy, { by: paper, second: null })).toBe('none');
    expect(existsSync(join(empty, 'registro.e1.db'))).toBe(true);
    const who = await insideFile(empty, (db) =>
      db.prepare("select staff_id from audit_entry where action = 'backup.restored'").pluck().get(),
    );
    expect(who).toBe(null);
  });
});
