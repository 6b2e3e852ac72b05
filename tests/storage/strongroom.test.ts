/** The open record under faults of the disk and changes at once (decisions D33, D34). */
import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { append } from '../../src/main/platform/storage/audit-chain.ts';
import { addSlot, replaceSlot } from '../../src/main/platform/storage/keyring.ts';
import { openDatabase } from '../../src/main/platform/storage/open-database.ts';
import { platformOf } from '../../src/main/platform/storage/platform-tables.ts';
import { Strongroom } from '../../src/main/platform/storage/strongroom.ts';
import { translateSqliteError } from '../../src/main/platform/storage/translate-sqlite-error.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { base, cheapPolicy, entry, localDrives, login, passphrase, refusal } from './fixture.ts';

type Room = Strongroom;

const staffId = randomUUID();
const colleague = { staffId: randomUUID(), login: 'jramos', passphrase: 'otra-frase-larga-y-buena' };
const folders: string[] = [];
const rooms: Room[] = [];

function roomIn(folder: string): Room {
  const fixed = {
    policy: cheapPolicy,
    calibrates: false,
    drives: localDrives,
    clock: fixedClock(),
    migrations: [base],
  };
  const room: Room = new Strongroom({ ...fixed, folder });
  rooms.push(room);
  return room;
}

/** A founded record with two people, open. */
async function founded(): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-room-'));
  folders.push(folder);
  const room = roomIn(folder);
  const centre = { isPractice: true, login, staffId, passphrase };
  const { recoveryKey, auditStartKey } = await room.found(centre, entry('register.created'));
  recoveryKey.fill(0);
  auditStartKey.fill(0);
  await change(room, await room.deriveSlot(colleague), addSlot);
  return room;
}

async function change(room: Room, slot: Awaited<ReturnType<Room['deriveSlot']>>, how = replaceSlot): Promise<void> {
  await room.transaction(async (trx) => {
    await room.changeKeyring(trx, (keyring, dek) => how(keyring, dek, slot));
    await append(platformOf(trx), entry('keyring.changed'));
  });
}

const newPassword = (room: Room, secret: string, as = { staffId, login }) =>
  room.deriveSlot({ ...as, passphrase: secret });
const work = (room: Room) => room.transaction((trx) => append(platformOf(trx), entry('work.done')));
const entries = (room: Room) =>
  room.read(async (trx) => {
    const rows = await platformOf(trx).selectFrom('audit_entry').select('action').execute();
    return rows.filter(({ action }) => action === 'work.done').length;
  });
const enters = (room: Room, secret: string, as = login) => refusal(() => room.unlock(as, secret));

async function restarted(room: Room): Promise<Room> {
  await room.release();
  return roomIn(room.folder);
}

afterEach(async () => {
  for (const room of rooms.splice(0)) await room.release();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('the mark', () => {
  it('never turns what is stored into an error, nor the next call, and follows when it can', async () => {
    const room = await founded();
    await room.release();
    const again = roomIn(room.folder);
    await again.unlock(login, passphrase);
    for (const name of ['mark.a', 'mark.b']) {
      rmSync(join(room.folder, name));
      mkdirSync(join(room.folder, name));
    }
    for (let count = 0; count < 6; count += 1) await work(again);
    expect(await entries(again)).toBe(6);
    for (const name of ['mark.a', 'mark.b']) rmSync(join(room.folder, name), { recursive: true });
    const after = await restarted(again);
    await after.unlock(login, passphrase);
    expect(after.troubles).toEqual([]);
    expect(await entries(after)).toBe(6);
  });

  it('that is gone, or of another record, is told', async () => {
    const room = await founded();
    await room.release();
    for (const name of ['mark.a', 'mark.b']) rmSync(join(room.folder, name));
    const again = roomIn(room.folder);
    await again.unlock(login, passphrase);
    expect(again.troubles).toEqual([{ kind: 'marks-missing' }]);
    await again.release();
    for (const name of ['mark.a', 'mark.b']) writeFileSync(join(room.folder, name), '{}');
    const foreign = roomIn(room.folder);
    await foreign.unlock(login, passphrase);
    expect(foreign.troubles).toEqual([{ kind: 'marks-foreign' }]);
    expect(foreign.isReadOnly).toBe(false);
  });
});

describe('the archive of keys', () => {
  it('stays as it was through a hundred changes that were taken back', async () => {
    const room = await founded();
    const slot = await newPassword(room, 'frase-que-no-queda-nunca');
    for (let count = 0; count < 100; count += 1) {
      const refused = room.transaction(async (trx) => {
        await room.changeKeyring(trx, (keyring, dek) => replaceSlot(keyring, dek, slot));
        throw new Error('declined meanwhile');
      });
      await expect(refused).rejects.toThrow('declined meanwhile');
    }
    expect(existsSync(join(room.folder, 'keyring.json.next'))).toBe(false);
    const again = await restarted(room);
    expect(await enters(again, passphrase)).toBe('none');
    expect(again.troubles).toEqual([]);
    expect(await enters(again, colleague.passphrase, colleague.login)).toBe('none');
    expect(await enters(again, 'frase-que-no-queda-nunca')).toBe('wrong-secret/');
  });

  it('takes two changes at once, one after the other', async () => {
    const room = await founded();
    const [hers, his] = await Promise.all([
      newPassword(room, 'frase-nueva-de-una-persona'),
      newPassword(room, 'frase-nueva-de-la-otra', colleague),
    ]);
    await Promise.all([change(room, hers), change(room, his)]);
    const again = await restarted(room);
    expect(await enters(again, 'frase-nueva-de-una-persona')).toBe('none');
    expect(await enters(again, 'frase-nueva-de-la-otra', colleague.login)).toBe('none');
    expect(await enters(again, passphrase)).toBe('wrong-secret/');
    expect(again.troubles).toEqual([]);
  });

  it('is changed although its file is held, and the old password opens nothing once it is in place', async () => {
    const room = await founded();
    const slot = await newPassword(room, 'frase-nueva-de-una-persona');
    const held = join(room.folder, 'keyring.json');
    rmSync(held);
    mkdirSync(held);
    writeFileSync(join(held, 'inside'), '');
    await change(room, slot);
    expect(await room.verify(login, 'frase-nueva-de-una-persona')).toBe(true);
    expect(await room.verify(login, passphrase)).toBe(false);
    rmSync(held, { recursive: true });
    await work(room);
    for (const name of ['keyring.json', 'keyring.json.1', 'keyring.json.2']) {
      expect(JSON.parse(readFileSync(join(room.folder, name), 'utf8'))).toEqual(room.keyring);
    }
    const again = await restarted(room);
    expect(await enters(again, passphrase)).toBe('wrong-secret/');
    expect(await enters(again, 'frase-nueva-de-una-persona')).toBe('none');
  });

  /** The folder as a cut leaves it: `staged` beside the archive, the database before or after its commit. */
  async function cutOff(isCommitted: boolean): Promise<Room> {
    const room = await founded();
    const names = ['keyring.json', 'keyring.json.1', 'keyring.json.2', 'recovery-slot.json'];
    const kept = mkdtempSync(join(tmpdir(), 'registro-kept-'));
    folders.push(kept);
    for (const name of names) copyFileSync(join(room.folder, name), join(kept, name));
    const slot = await newPassword(room, 'frase-nueva-de-una-persona');
    if (isCommitted) await change(room, slot);
    const changed = isCommitted ? room.keyring : replaceSlot(room.keyring, room.dek, slot);
    await room.release();
    for (const name of names) copyFileSync(join(kept, name), join(room.folder, name));
    writeFileSync(join(room.folder, 'keyring.json.next'), JSON.stringify(changed, null, 1));
    return roomIn(room.folder);
  }

  it.each([
    ['before its commit', false],
    ['after its commit', true],
  ])('cut off %s: old and new password both enter, and what entered decides', async (_when, isCommitted) => {
    for (const secret of [passphrase, 'frase-nueva-de-una-persona']) {
      const room = await cutOff(isCommitted);
      expect(await enters(room, secret)).toBe('none');
      expect(room.troubles).toEqual([{ kind: 'keyring-repaired' }]);
      const again = await restarted(room);
      const stays = isCommitted ? 'frase-nueva-de-una-persona' : secret;
      const goes = stays === passphrase ? 'frase-nueva-de-una-persona' : passphrase;
      expect(await enters(again, goes)).toBe('wrong-secret/');
      expect(await enters(again, stays)).toBe('none');
      expect(again.troubles).toEqual([]);
    }
  });

  it('cut off while somebody new came: the new person does not enter, everybody else does', async () => {
    const room = await founded();
    const stranger = { staffId: randomUUID(), login: 'nueva', passphrase: 'frase-de-quien-no-fue-aprobada' };
    const staged = addSlot(room.keyring, room.dek, await room.deriveSlot(stranger));
    await room.release();
    writeFileSync(join(room.folder, 'keyring.json.next'), JSON.stringify(staged, null, 1));
    const again = roomIn(room.folder);
    expect(await enters(again, stranger.passphrase, stranger.login)).toBe('wrong-secret/');
    expect(again.isOpen).toBe(false);
    expect(await enters(again, passphrase)).toBe('none');
    expect(existsSync(join(room.folder, 'keyring.json.next'))).toBe(false);
  });

  it.each(['keyring.json', 'keyring.json.1', 'keyring.json.2', 'recovery-slot.json'])(
    'damaged in %s is mended by whoever signs in, and said',
    async (name) => {
      const room = await founded();
      await room.release();
      const whole = readFileSync(join(room.folder, name), 'utf8');
      for (const damaged of [whole.replace('"sealedDek": "', '"sealedDek": "A'), whole.slice(0, 90), '']) {
        writeFileSync(join(room.folder, name), damaged);
        const again = roomIn(room.folder);
        expect(await enters(again, colleague.passphrase, colleague.login)).toBe('none');
        expect(again.troubles).toEqual([{ kind: 'keyring-repaired' }]);
        expect(again.isReadOnly).toBe(false);
        await again.release();
        expect(readFileSync(join(room.folder, name), 'utf8')).toBe(whole);
      }
    },
  );

  it('with a damaged slot opens from the next file, and does not blame the password for the damage', async () => {
    const room = await founded();
    await room.release();
    const file = join(room.folder, 'keyring.json');
    const whole = readFileSync(file, 'utf8');
    const stored = JSON.parse(whole) as { slots: { login: string | null; wrappedSecretKey: { ct: string } | null }[] };
    for (const slot of stored.slots) {
      if (slot.wrappedSecretKey !== null) slot.wrappedSecretKey.ct = Buffer.alloc(32, 7).toString('base64');
    }
    writeFileSync(file, JSON.stringify(stored, null, 1));
    const again = roomIn(room.folder);
    expect(await enters(again, 'no es esta frase de paso')).toBe('wrong-secret/keyring-uneven');
    expect(await enters(again, passphrase)).toBe('none');
    await again.release();
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it('put back as it was before a change opens nothing for the old password and is mended for all', async () => {
    const room = await founded();
    const names = ['keyring.json', 'keyring.json.1', 'keyring.json.2'];
    const older = names.map((name) => readFileSync(join(room.folder, name)));
    await change(room, await newPassword(room, 'frase-nueva-de-una-persona'));
    await room.release();
    names.forEach((name, at) => {
      writeFileSync(join(room.folder, name), older[at] ?? '');
    });
    const again = roomIn(room.folder);
    expect(await enters(again, passphrase)).toBe('wrong-secret/');
    expect(await enters(again, colleague.passphrase, colleague.login)).toBe('none');
    expect(again.troubles).toEqual([{ kind: 'keyring-repaired' }]);
    expect(await enters(again, 'frase-nueva-de-una-persona')).toBe('none');
  });
});

describe('a record that was put back', () => {
  /** An older database under a newer archive of keys and, unless gone, newer marks. */
  async function putBack(areMarksGone: boolean): Promise<Room> {
    const room = await founded();
    await room.release();
    const file = join(room.folder, 'registro.e1.db');
    const older = readFileSync(file);
    const newer = roomIn(room.folder);
    await newer.unlock(login, passphrase);
    await change(newer, await newPassword(newer, 'frase-nueva-de-una-persona'));
    await work(newer);
    await newer.release();
    for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
    writeFileSync(file, older);
    if (areMarksGone) for (const name of ['mark.a', 'mark.b']) rmSync(join(room.folder, name));
    return roomIn(room.folder);
  }

  it('is read only, says how far it goes and what is missing, and lets the newest password in', async () => {
    const room = await putBack(false);
    expect(await enters(room, 'frase-nueva-de-una-persona')).toBe('none');
    expect(room.isReadOnly).toBe(true);
    // The mark carries the clock of the commit.
    const lastKeptAt = '2026-06-10T14:00:00.000Z';
    expect(room.troubles).toEqual([
      { kind: 'rolled-back', reachesTo: '2026-03-01T12:00:00.000Z', missing: 2, keptTo: 2, lastKeptAt },
    ]);
  });

  it('is noticed by the archive of keys when the marks are gone', async () => {
    const room = await putBack(true);
    expect(await enters(room, 'frase-nueva-de-una-persona')).toBe('none');
    expect(room.troubles).toEqual([
      {
        ...{ kind: 'rolled-back', reachesTo: '2026-03-01T12:00:00.000Z', missing: null },
        ...{ keptTo: 2, lastKeptAt: null },
      },
      { kind: 'marks-missing' },
    ]);
  });

  it('stays read only after a decision that was taken back, and is sound after one that was kept', async () => {
    const room = await putBack(false);
    await room.unlock(login, 'frase-nueva-de-una-persona');
    const refused = room.transaction(async (trx) => {
      await room.acceptAsIs(trx);
      throw new Error('not both agree');
    });
    await expect(refused).rejects.toThrow('not both agree');
    expect(room.isReadOnly).toBe(true);
    const pages = Number(room.database.pragma('page_count', { simple: true }));
    room.database.pragma(`max_page_count=${pages}`);
    const onFullDisk = room.transaction(async (trx) => {
      await room.acceptAsIs(trx);
      await sql`insert into meta (key, value) values ('big', ${'x'.repeat(400_000)})`.execute(trx);
    });
    await expect(onFullDisk).rejects.toThrow('full');
    room.database.pragma('max_page_count=1000000');
    // What is read meanwhile leaves its entry, and that ends nothing either.
    await work(room);
    expect(room.isReadOnly).toBe(true);
    expect(room.troubles).toHaveLength(1);
    await room.transaction(async (trx) => {
      await room.acceptAsIs(trx);
      await append(platformOf(trx), entry('readonly.ended'));
    });
    expect({ isReadOnly: room.isReadOnly, troubles: room.troubles }).toEqual({ isReadOnly: false, troubles: [] });
    const again = await restarted(room);
    expect(await enters(again, 'frase-nueva-de-una-persona')).toBe('none');
    expect(again.troubles).toEqual([]);
  });
});

describe('a new database key', () => {
  it('locks nobody out whose slot was derived before it and kept after it', async () => {
    const room = await founded();
    const renewed = await newPassword(room, 'otra-frase-inventada-y-larga');
    const newcomer = await room.deriveSlot({ staffId: randomUUID(), login: 'nueva', passphrase });
    await room.rotate(entry('keys.rotated'));
    await change(room, renewed);
    await change(room, newcomer, addSlot);
    await room.close();
    await room.unlock(login, 'otra-frase-inventada-y-larga');
    await room.close();
    await room.unlock('nueva', passphrase);
    expect(room.keyring.epoch).toBe(2);
    await room.release();
  });
});

describe('the disk', () => {
  const codeOf = async (run: Promise<unknown>) =>
    run.then(
      () => 'none',
      (error: unknown) => {
        const told = translateSqliteError(error);
        return told instanceof ExpectedFailure ? `${told.failure.code}/${told.failure.reason ?? ''}` : String(told);
      },
    );

  it('that is full says so, gives its reserve back, and the next act is stored', async () => {
    const room = await founded();
    const reserve = join(room.folder, 'reserve.bin');
    expect(existsSync(reserve)).toBe(true);
    const pages = Number(room.database.pragma('page_count', { simple: true }));
    room.database.pragma(`max_page_count=${pages}`);
    const fill = room.transaction(async (trx) => {
      await sql`insert into meta (key, value) values ('big', ${'x'.repeat(400_000)})`.execute(trx);
    });
    expect(await codeOf(fill)).toBe('storage/disk-full');
    expect(existsSync(reserve)).toBe(false);
    room.database.pragma('max_page_count=1000000');
    await work(room);
    expect(await entries(room)).toBe(1);
  });

  it('of another program that holds the file is told as busy, and nothing is stored', async () => {
    const room = await founded();
    room.database.pragma('busy_timeout=50');
    const { dbId, epoch, practice } = room.keyring;
    const expected = { dbId, epoch, practice, newestVersion: 1, mark: null };
    const file = join(room.folder, room.keyring.dbFile);
    const other = openDatabase({ file, key: room.dek, mode: 'reader', expected, drives: localDrives });
    other.exec('begin immediate');
    expect(await codeOf(work(room))).toBe('storage/busy');
    other.exec('rollback');
    other.close();
    await work(room);
    expect(await entries(room)).toBe(1);
  });

  it('is low below 500 MB', () => {
    const folder = mkdtempSync(join(tmpdir(), 'registro-low-'));
    folders.push(folder);
    const fixed = {
      policy: cheapPolicy,
      calibrates: false,
      drives: localDrives,
      clock: fixedClock(),
      migrations: [base],
    };
    const megabyte = 1024 * 1024;
    const low = (bytes: number | null) => new Strongroom({ ...fixed, folder, freeBytes: () => bytes }).isDiskLow;
    expect([low(499 * megabyte), low(500 * megabyte), low(null)]).toEqual([true, false, false]);
  });
});

describe('reading', () => {
  it('cannot write', async () => {
    const room = await founded();
    const wrong = room.read((trx) => sql`update meta set value = '2' where key = 'epoch'`.execute(trx));
    await expect(wrong).rejects.toThrow(/readonly/);
    await work(room);
  });

  it('cannot write with a statement kept from a save, which the next save uses again', async () => {
    const room = await founded();
    const change = (trx: Parameters<Parameters<Room['read']>[0]>[0]) =>
      sql`update meta set value = value where key = 'epoch'`.execute(trx);
    await room.transaction(change);
    await expect(room.read(change)).rejects.toThrow(/readonly/);
    await room.transaction(change);
  });
});
