import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
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
import { fixedClock } from '../../support/fixed-clock.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { createApplication } from '../../../src/main/application.ts';
import { checkContent } from '../../../src/main/backup/content.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { newestVersion } from '../../../src/main/platform/storage/migrate.ts';
import { sealedKindsAt } from '../../../src/main/sealed-kinds.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

function copiesIn(target: string): string[] {
  return readdirSync(target).sort();
}

/** A centre with one case and one verified copy; answers the folder of the copy. */
async function withCopy(): Promise<{ centre: TestCentre; target: string; copy: string; caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const target = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: target });
  await coordinator.makeCopy({});
  return { centre, target, copy: join(target, copiesIn(target)[0] ?? ''), caseId };
}

const copyMade = madeOnce(async (place) => {
  const { copy, caseId } = await withCopy();
  putInto(place, 'copia', copy);
  return { caseId };
});

/** A verified copy of a centre with one case, whose record is not asked for any more. */
async function aCopy(): Promise<{ copy: string; caseId: string }> {
  const { place, caseId } = await copyMade();
  return { copy: join(place, 'copia'), caseId };
}

/** Whether the proof of a copy takes the closed centre's file as it stands. */
function provedContent(folder: string): Promise<string> {
  return insideFile(folder, async (db) => {
    // A copy leaves without it.
    db.exec('update audit_state set audit_key = null');
    return refusal(() => checkContent(db, sealedKindsAt));
  });
}

async function restore(folder: string, copy: string, password = passphrase, login = 'coordina'): Promise<string> {
  const application = await createApplication({
    dataFolder: folder,
    host: 'direct',
    ports: testPorts(fixedClock()),
    kdfPolicy: cheapKdfPolicy,
  });
  try {
    return await refusal(() =>
      clientOf(application, () => null).restoreCopy({
        folder: copy,
        by: { kind: 'password', login, password },
        second: null,
      }),
    );
  } finally {
    await application.close();
  }
}

const harmless = ['login-state.json', 'logs', 'owner.lock', 'owner.json'];
function made(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !harmless.includes(name))
    .sort();
}

describe('folder of the copies', () => {
  it('is never the data folder, one inside it, one that is not there or one that leaves the computer', async () => {
    const network = newFolder();
    const drives = { isNetwork: (path: string) => path.startsWith(network), syncFolders: () => [] };
    const centre = await startCentre({ ports: { drives } });
    const coordinator = await centre.as('coordina');
    const choose = (folder: string | null) => refusal(() => coordinator.chooseCopyFolder({ folder }));
    mkdirSync(join(centre.folder, 'logs', 'copias'), { recursive: true });
    expect(await choose(centre.folder)).toBe('rule-broken/copy-inside-data');
    expect(await choose(join(centre.folder, 'logs', 'copias'))).toBe('rule-broken/copy-inside-data');
    expect(await choose(join(network, 'no'))).toBe('storage/copy-folder-missing');
    expect(await choose(network)).toBe('storage/copy-network');
    const sync = join(newFolder(), 'OneDrive');
    mkdirSync(sync);
    expect(await choose(sync)).toBe('storage/copy-sync-folder');
    expect(await choose(null)).toBe('rule-broken/no-copy-folder');
    expect(await refusal(() => coordinator.makeCopy({}))).toBe('rule-broken/no-copy-folder');
  });

  it('can be asked for with the dialog of the system', async () => {
    let answer: string | null = null;
    const dialogs = { saveFile: () => Promise.resolve(null), chooseFolder: () => Promise.resolve(answer) };
    const centre = await startCentre({ ports: { dialogs } });
    const coordinator = await centre.as('coordina');
    expect(await refusal(() => coordinator.chooseCopyFolder({ folder: null }))).toBe('cancelled/');
    answer = newFolder();
    expect((await coordinator.chooseCopyFolder({ folder: null })).folder).toBe(answer);
  });
});

describe('verified copy', () => {
  it('is known by its age and late after a day', async () => {
    const { centre } = await withCopy();
    const state = async (of: TestCentre) => (await of.as('admision')).getCopyState({});
    expect(await state(centre)).toMatchObject({ lastVerifiedAt: '2026-06-10T14:00:00.000Z', isLate: false });
    const next = await centre.restart();
    next.clock.set('2026-06-11T14:00:00.000Z');
    expect((await state(next)).isLate).toBe(false);
    next.clock.advance(1);
    expect((await state(next)).isLate).toBe(true);
  });

  it('holds the whole set, no audit key and no name of anybody in clear', async () => {
    const { copy } = await aCopy();
    expect(readdirSync(copy).sort()).toEqual([
      'data.db',
      'keyring.json',
      'manifest.json',
      'recovery-slot.json',
      'verified.json',
    ]);
    const found = await insideFile(copy, (db) => db.prepare('select audit_key from audit_state').get(), 'data.db');
    expect(found).toEqual({ audit_key: null });
    for (const name of readdirSync(copy)) {
      const text = readFileSync(join(copy, name)).toString('latin1');
      for (const word of ['Quispe', 'Condori', 'Inventada', 'Imaginario', '00112233'])
        expect(text.includes(word)).toBe(false);
    }
  });

  it('is made at closing, and a missing disk does not keep the record open', async () => {
    const { centre, target } = await withCopy();
    const next = await centre.restart();
    expect(copiesIn(target)).toHaveLength(1);
    await (await next.as('coordina')).listStaff({});
    rmSync(target, { recursive: true });
    const last = await next.restart();
    const { lines } = await (await last.as('visita')).listAudit({ before: null });
    expect(lines.find((line) => line.action === 'backup.made')).toMatchObject({ outcome: 'failed', staffName: null });
  });
});

describe('restore', () => {
  it('gives the centre back, with the same cases, and goes on in a new segment', async () => {
    const { copy, caseId } = await aCopy();
    const folder = newFolder();
    expect(await restore(folder, copy)).toBe('none');
    expect(made(folder)).toEqual([
      ...['keyring.json', 'keyring.json.1', 'keyring.json.2', 'mark.a', 'mark.b'],
      ...['recovery-slot.json', 'registro.e1.db'],
    ]);
    const restored = await openCentre(folder, fixedClock('2026-06-11T14:00:00.000Z'));
    const psychologist = await restored.as('psico');
    expect((await psychologist.getSectionB({ caseId })).form.answers.valuationLevel).toBe(2);
    const verdict = await (await restored.as('coordina')).verifyRecord({});
    expect(verdict.problems).toEqual([]);
    const { lines } = await (await restored.as('visita')).listAudit({ before: null });
    expect(
      lines.some((line) => line.action === 'backup.restored' && line.staffName === 'Carmen Inventada Coordina'),
    ).toBe(true);
    await restored.application.close();
    const segments = await insideFile(folder, (db) =>
      db.prepare("select segment from audit_entry where action = 'backup.restored'").all(),
    );
    expect(segments).toEqual([{ segment: 2 }]);
  });

  it('asks for a password of the copy', async () => {
    const { copy } = await aCopy();
    const folder = newFolder();
    expect(await restore(folder, copy, 'otra-frase-distinta')).toBe('wrong-secret/');
    expect(await restore(folder, copy, passphrase, 'nadie')).toBe('wrong-secret/');
    expect(made(folder)).toEqual([]);
  });

  it('does not touch a folder that holds anything', async () => {
    const { copy } = await aCopy();
    const folder = newFolder();
    writeFileSync(join(folder, 'otra-cosa.txt'), 'x');
    expect(await restore(folder, copy)).toMatch(/^(storage\/folder-not-empty|rule-broken\/wrong-phase)$/);
    expect(made(folder)).toEqual(['otra-cosa.txt']);
  });

  it.each(['data.db', 'keyring.json', 'recovery-slot.json', 'manifest.json', 'verified.json'])(
    'refuses a copy without %s as incomplete',
    async (name) => {
      const { copy } = await aCopy();
      rmSync(join(copy, name));
      const folder = newFolder();
      expect(await restore(folder, copy)).toBe('damaged/copy-incomplete');
      expect(made(folder)).toEqual([]);
    },
  );

  it.each(['data.db', 'recovery-slot.json', 'manifest.json'])(
    'refuses a copy with a changed %s as damaged',
    async (name) => {
      const { copy } = await aCopy();
      const bytes = readFileSync(join(copy, name));
      const at = name === 'manifest.json' ? bytes.indexOf('"seq": ') + 7 : bytes.length >> 1;
      bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
      writeFileSync(join(copy, name), bytes);
      const folder = newFolder();
      expect(await restore(folder, copy)).toBe('damaged/copy-damaged');
      expect(made(folder)).toEqual([]);
    },
  );

  it.each([
    'create trigger added after insert on arrival begin delete from arrival; end',
    'create view added as select * from person',
  ])('finds what no release of the program made: %s', async (added) => {
    const centre = await startCentre();
    await centre.close();
    expect(await provedContent(centre.folder)).toBe('none');
    await insideFile(centre.folder, (db) => db.exec(added));
    expect(await provedContent(centre.folder)).toBe('damaged/copy-damaged');
  });

  it('refuses a copy whose manifest was written without the key', async () => {
    const { copy } = await aCopy();
    await insideFile(copy, (db) => db.prepare("update meta set value = '0' where key = 'ready'").run(), 'data.db');
    const bytes = readFileSync(join(copy, 'data.db'));
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as {
      files: { name: string; size: number; sha256: string }[];
    };
    const entry = manifest.files.find((file) => file.name === 'data.db');
    if (entry !== undefined)
      Object.assign(entry, { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
    const folder = newFolder();
    expect(await restore(folder, copy)).toBe('damaged/copy-damaged');
    expect(made(folder)).toEqual([]);
  });

  it('refuses the parts of two registers put together', async () => {
    const { copy } = await aCopy();
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as { dbId: string };
    manifest.dbId = '00000000-0000-4000-8000-000000000000';
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest));
    const folder = newFolder();
    expect(await restore(folder, copy)).toBe('damaged/copy-foreign');
    expect(made(folder)).toEqual([]);
  });

  it.each([
    ['newer', newestVersion(migrations) + 1, 'from-the-future/database-newer'],
    ['older', 63, 'damaged/database-older'],
  ])(
    'refuses a copy of a version that is %s than those it reads, before anything is put in its place',
    async (_age, schema, refused) => {
      const { copy } = await aCopy();
      const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as object;
      writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, schema }));
      const folder = newFolder();
      expect(await restore(folder, copy)).toBe(refused);
      expect(made(folder)).toEqual([]);
    },
  );

  it('refuses a folder that is not there', async () => {
    const folder = newFolder();
    expect(await restore(folder, join(newFolder(), 'no'))).toBe('storage/copy-folder-missing');
    expect(made(folder)).toEqual([]);
  });

  it('does not need the data folder the copy came from', async () => {
    const { centre, target } = await withCopy();
    await centre.application.close();
    const ofClosing = copiesIn(target);
    expect(ofClosing).toHaveLength(1);
    const away = newFolder();
    cpSync(join(target, ofClosing[0] ?? ''), join(away, 'usb'), { recursive: true });
    rmSync(centre.folder, { recursive: true });
    const folder = newFolder();
    expect(await restore(folder, join(away, 'usb'))).toBe('none');
    expect(existsSync(join(folder, 'registro.e1.db'))).toBe(true);
  });
});
