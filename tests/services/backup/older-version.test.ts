/** A record and its copies across a change of program: what the one before made, this one takes. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeVerifiedCopy } from '../../../src/main/backup/copy-job.ts';
import { drillCopies } from '../../../src/main/backup/drill-job.ts';
import { listStoredFiles } from '../../../src/main/attachments/stored-files.ts';
import { migrations } from '../../../src/main/migrations/index.ts';
import { vaultFolderName } from '../../../src/main/platform/storage/file-vault.ts';
import { readKeyring, unlockSlot } from '../../../src/main/platform/storage/keyring.ts';
import { createDatabase } from '../../../src/main/platform/storage/create-database.ts';
import {
  kindsAt,
  newestVersion,
  queriesOf,
  versionOf,
  type Migration,
} from '../../../src/main/platform/storage/migrate.ts';
import { Strongroom } from '../../../src/main/platform/storage/strongroom.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { handedOn } from '../../../src/main/platform/storage/rows.ts';
import type { PlatformTables } from '../../../src/main/platform/storage/platform-tables.ts';
import { verifyAllSeals } from '../../../src/main/platform/storage/record-seals.ts';
import { sealedKinds, sealedKindsAt } from '../../../src/main/sealed-kinds.ts';
import { localDrives } from '../../crash/opening.ts';
import { age } from '../../crash/older-centre.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  startCentre,
} from '../../support/start-application.ts';
import { addFile, seen } from '../../support/send-file.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { insertSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const before = newestVersion(migrations) - 1;
const station = '8e5f7cf0-2a4e-4f44-9b4c-5d3a2b0c1d02';
const asides = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('anterior-'));
const left = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('unfinished-'));
const versionIn = (folder: string, file: string | null = null) =>
  insideFile(folder, (db) => Number(db.pragma('user_version', { simple: true })), file);

const note = { name: 'nota.txt', bytes: Buffer.from('Una nota inventada.') };

/** A closed centre of the version before: a case with a file, and a station that may be called back. */
async function ofBefore(): Promise<{ folder: string; caseId: string; attachmentId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const { attachment } = await addFile(await centre.as('legal'), caseId, note);
  await centre.application.close();
  await age(centre.folder);
  await insertSealed(
    centre.folder,
    (db) =>
      db.exec(`insert into office (id, kind, name, phone, phone_source, phone_verified_on, takes_one_file,
          is_complementary, is_active, changed_on, version)
        values ('${station}', 'policeStation', 'Comisaría Inventada', '014440000', 'Guía', '2026-06-02', 0, 0, 1, '2026-06-02', 1)`),
    [{ kind: 'office', id: station }],
  );
  return { folder: centre.folder, caseId, attachmentId: attachment.id };
}

async function keyOf(folder: string) {
  const { keyring } = readKeyring(folder, cheapKdfPolicy);
  const { dek } = await unlockSlot(keyring, 'coordina', passphrase, cheapKdfPolicy);
  return { keyring, dek };
}

const knowledge = {
  kindsAt: sealedKindsAt,
  filesOf: (db: Parameters<typeof handedOn>[0]) => listStoredFiles(handedOn(db)),
};

/** As the program of before made it. */
async function copyOfBefore(folder: string, target: string, known = knowledge): Promise<string> {
  const held = await keyOf(folder);
  const about = { at: '2026-06-10T14:00:00.000Z' as never, line: randomUUID(), parent: null, newestVersion: before };
  const job = { kind: 'copy' as const, folder, target, policy: cheapKdfPolicy, ...held, ...about };
  return (await makeVerifiedCopy(job, known)).name;
}

/** What restoring this folder into an empty one is answered with, and the centre that came of it. */
async function restored(copy: string): Promise<{ answer: string; folder: string }> {
  const folder = newFolder();
  const later = await openCentre(folder, fixedClock());
  const answer = await refusal(() =>
    clientOf(later.application, () => null).restoreCopy({
      ...{ folder: copy, by: { kind: 'password', login: 'coordina', password: passphrase }, second: null },
    }),
  );
  await later.close();
  return { answer, folder };
}

describe('a copy that the program of before made', () => {
  it('is restored into an empty folder, opens in the version of today, and every seal holds', async () => {
    const { folder } = await ofBefore();
    const target = newFolder();
    const { answer, folder: anew } = await restored(join(target, await copyOfBefore(folder, target)));
    expect(answer).toBe('none');
    expect(await versionIn(anew)).toBe(before);
    const later = await openCentre(anew, fixedClock('2026-06-11T14:00:00.000Z'));
    const { records } = await (await later.as('legal')).listOffices({});
    expect(records).toMatchObject([{ id: station, name: 'Comisaría Inventada', phone: '014440000' }]);
    expect(await (await later.as('visita')).verifyRecord({})).toMatchObject({ problems: [] });
  });

  it('is refused when a record in it is not as its audit says', async () => {
    const { folder } = await ofBefore();
    await insideFile(folder, (db) => db.exec("update office set phone = '014449999'"));
    const target = newFolder();
    expect(await refusal(() => copyOfBefore(folder, target))).toBe('damaged/copy-damaged');
    expect(readdirSync(target)).toEqual([]);
  });

  it('passes the monthly drill', async () => {
    const { folder } = await ofBefore();
    const target = newFolder();
    const name = await copyOfBefore(folder, target);
    const job = { kind: 'drill' as const, folder: newFolder(), target, newestVersion: newestVersion(migrations) };
    expect(await drillCopies({ ...job, sets: [name], ...(await keyOf(folder)) }, knowledge)).toEqual([
      { name, problem: null },
    ]);
  });
});

describe('a copy of a version in which a kind was sealed under another name', () => {
  const station = { kind: 'station', table: 'station', children: [] };
  const office = { kind: 'office', table: 'office', children: [] };
  const renaming: Migration = {
    id: `${String(newestVersion(migrations) + 1).padStart(4, '0')}-directory-stations`,
    up: () => Promise.resolve(),
    sealedBefore: { station: null, office },
  };
  /** Of the program that has renamed it. */
  const later = {
    ...knowledge,
    kindsAt: (version: number) =>
      kindsAt(version, {
        kinds: [...sealedKinds.filter(({ kind }) => kind !== 'office'), station],
        migrations: [...migrations, renaming],
      }),
  };

  it('is proved by the name of that version, when it is made and at the monthly drill', async () => {
    const { folder } = await ofBefore();
    const target = newFolder();
    const name = await copyOfBefore(folder, target, later);
    const job = { kind: 'drill' as const, folder: newFolder(), target, newestVersion: newestVersion(migrations) + 1 };
    expect(await drillCopies({ ...job, sets: [name], ...(await keyOf(folder)) }, later)).toEqual([
      { name, problem: null },
    ]);
  });

  it('is refused when a record of that kind is not as its audit says', async () => {
    const { folder } = await ofBefore();
    await insideFile(folder, (db) => db.exec("update office set phone = '014449999'"));
    expect(await refusal(() => copyOfBefore(folder, newFolder(), later))).toBe('damaged/copy-damaged');
  });
});

describe('a record that a newer program opens', () => {
  it('is put aside before it is changed, whole, with a second name for each file of its cases', async () => {
    const { folder, caseId, attachmentId } = await ofBefore();
    const opened = await openCentre(folder, fixedClock());
    await opened.as('coordina');
    await opened.close();
    expect(await versionIn(folder)).toBe(newestVersion(migrations));
    expect(left(folder)).toEqual([]);
    const [aside = '', ...others] = asides(folder);
    expect([aside, others]).toEqual(['anterior-20260610t140000z', []]);
    expect(await versionIn(folder, join(aside, 'data.db'))).toBe(before);
    const key = await insideFile(
      folder,
      (db) => db.prepare('select audit_key from audit_state').get(),
      join(aside, 'data.db'),
    );
    expect(key).toEqual({ audit_key: null });

    const [file = ''] = readdirSync(join(folder, aside, vaultFolderName));
    const [own, second] = [folder, join(folder, aside)].map((root) => statSync(join(root, vaultFolderName, file)).ino);
    expect(second).toBe(own);

    const { answer, folder: anew } = await restored(join(folder, aside));
    expect(answer).toBe('none');
    const later = await openCentre(anew, fixedClock('2026-06-11T14:00:00.000Z'));
    const lawyer = await later.as('legal');
    expect((await lawyer.listOffices({})).records).toMatchObject([{ id: station }]);
    expect((await seen(lawyer, caseId, attachmentId)).bytes).toEqual(note.bytes);
  });

  it('is listed with what was put aside, and until when it stays', async () => {
    const { folder } = await ofBefore();
    const clock = fixedClock();
    const opened = await openCentre(folder, clock);
    const { aside } = await (await opened.as('coordina')).listCopies({});
    expect(aside).toMatchObject([{ name: asides(folder)[0], since: '2026-06-10T14:00:00.000Z' }]);
    expect(aside[0]?.until).toBe('2026-07-10T14:00:00.000Z');
  });

  it('is not put aside again, nor when it is founded', async () => {
    const centre = await startCentre();
    await centre.as('coordina');
    expect(asides(centre.folder)).toEqual([]);
  });

  it('keeps its pages without a proof where a record of it is damaged, and opens', async () => {
    const { folder } = await ofBefore();
    await insideFile(folder, (db) => db.exec("update office set phone = '014449999'"));
    const opened = await openCentre(folder, fixedClock());
    const { problems } = await (await opened.as('visita')).verifyRecord({});
    expect(problems).toEqual(['Entrada del directorio: no coincide con su sello.']);
    await opened.close();
    const aside = join(folder, asides(folder)[0] ?? '');
    expect(readdirSync(aside).sort()).toEqual(['data.db', 'keyring.json', 'recovery-slot.json']);
    expect((await restored(aside)).answer).toBe('damaged/copy-incomplete');
  });

  it('stays as it was while no copy can be put aside, and takes the next chance', async () => {
    const { folder } = await ofBefore();
    const held = await keyOf(folder);
    const options = {
      folder,
      policy: cheapKdfPolicy,
      calibrates: false,
      drives: localDrives,
      clock: fixedClock(),
      migrations,
    };
    const full = new Strongroom({ ...options, putCopyAside: () => Promise.reject(fail('storage', 'copy-disk-full')) });
    expect(await refusal(() => full.unlock('coordina', passphrase))).toBe('storage/copy-disk-full');
    await full.release();
    held.dek.fill(0);
    expect(await versionIn(folder)).toBe(before);
    const opened = await openCentre(folder, fixedClock());
    await opened.as('coordina');
    await opened.close();
    expect(await versionIn(folder)).toBe(newestVersion(migrations));
  });

  it('leaves nothing half made of a copy that was cut off', async () => {
    const { folder } = await ofBefore();
    const { keyring } = await keyOf(folder);
    const cut = join(folder, `unfinished-20260610t135900z-${keyring.dbId.slice(0, 8)}-${process.pid}`);
    mkdirSync(cut);
    const opened = await openCentre(folder, fixedClock());
    await opened.as('coordina');
    expect(existsSync(cut)).toBe(false);
  });
});

describe('what is sealed in a version', () => {
  it('can be read in a file of every version that this program opens', async () => {
    for (const [at, migration] of migrations.entries()) {
      const list = migrations.slice(0, at + 1);
      const file = join(newFolder(), 'registro.e1.db');
      const key = randomBytes(32);
      const db = await createDatabase({
        file,
        key,
        dbId: randomUUID(),
        practice: true,
        migrations: list,
        drives: localDrives,
      });
      const { checked, wrong } = await verifyAllSeals(
        queriesOf<PlatformTables>(db),
        sealedKindsAt(versionOf(migration)),
        randomBytes(32),
      );
      expect({ checked, wrong }).toEqual({ checked: 0, wrong: [] });
      db.close();
    }
  });
});
