/** «Cambiar la llave del archivo»: somebody left or a password was seen (security design §2.4; D4). */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as DurableFile from '../../../src/main/platform/storage/durable-file.ts';
import { parseKeyring } from '../../../src/main/platform/storage/keyring-format.ts';
import { readKeyring, unlockAny, unlockSlot } from '../../../src/main/platform/storage/keyring.ts';
import { openDatabase } from '../../../src/main/platform/storage/open-database.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  recoveryKeyOnPaper,
  staff,
  startCentre,
  type TestCentre,
} from '../../support/start-application.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { actionsOf, enter, idOf, leaveAlone, memberOf, noticesOf } from '../access/people.ts';
import { refusal } from '../refusal.ts';

/** What happens right before the staged file gets its name. */
const disk = vi.hoisted(() => ({ beforeNaming: (_from: string): void => undefined }));
vi.mock('../../../src/main/platform/storage/durable-file.ts', async (original) => {
  const real = await original<typeof DurableFile>();
  return {
    ...real,
    renameWithRetry: (from: string, to: string) => {
      if (from.endsWith('rotating.db')) disk.beforeNaming(from);
      return real.renameWithRetry(from, to);
    },
  };
});

beforeEach(() => {
  disk.beforeNaming = () => undefined;
});
afterEach(async () => {
  await closeCentres();
  removeFolders();
});

type Client = Awaited<ReturnType<TestCentre['as']>>;
type Form = Parameters<Client['beginRotation']>[0]['form'];
type Second = Parameters<Client['beginRotation']>[0]['second'];
type Begun = Awaited<ReturnType<Client['beginRotation']>>;

const again = { password: passphrase };
const yearly: Form = { reason: 'yearly', exposedId: null };
const beside = (login: string, password: string = passphrase): Second => ({ kind: 'person', login, password });

const begin = (person: Client, second = beside('legal'), form: Form = yearly) =>
  person.beginRotation({ form, second }, again);
const typed = ({ asked, recoveryKey }: Begun) =>
  asked.map((position) => ({ position, text: recoveryKey[position - 1] ?? '' }));
const finish = (person: Client, begun: Begun, { withoutCopy = true, key = crypto.randomUUID() } = {}) =>
  person.finishRotation({ groups: typed(begun), withoutCopy }, { key });

async function rotate(centre: TestCentre, second = beside('legal'), form = yearly) {
  const coordinator = await centre.as('coordina');
  const begun = await begin(coordinator, second, form);
  return { ...(await finish(coordinator, begun)), paper: begun.recoveryKey.join('-'), begun };
}

const epochIn = (folder: string) => readKeyring(folder, cheapKdfPolicy).keyring.epoch;
const databases = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.db'));
const recovering = (centre: TestCentre, paper: string) =>
  refusal(() =>
    clientOf(centre.application, () => null).beginRecovery({
      ...{ recoveryKey: paper, login: 'coordina', newPassphrase: 'lumera-tocino-bavelo-rugita-monedo' },
    }),
  );

async function withCopies(): Promise<{ centre: TestCentre; copies: string }> {
  const centre = await startCentre();
  const copies = newFolder();
  const coordinator = await centre.as('coordina');
  await coordinator.chooseCopyFolder({ folder: copies });
  return { centre, copies };
}

describe('a new key for the file', () => {
  it('leaves every password and the work at hand as they were; the paper of before opens nothing', async () => {
    const centre = await startCentre();
    const lawyer = await centre.as('legal');
    const coordinator = await centre.as('coordina');
    const begun = await begin(coordinator);
    expect(epochIn(centre.folder), 'nothing yet').toBe(1);
    expect(await recovering(centre, await recoveryKeyOnPaper())).toBe('none');
    await finish(coordinator, begun);
    expect(databases(centre.folder)).toEqual(['registro.e2.db']);
    await lawyer.listMyCases({});
    expect((await coordinator.verifyRecord({})).isSound).toBe(true);
    expect((await actionsOf(await centre.as('visita'))).slice(0, 8)).toEqual(
      expect.arrayContaining(['keys.rotationFinished', 'keys.rotated', 'keys.rotationBegun']),
    );
    const later = await centre.restart();
    for (const login of Object.keys(staff)) expect(await refusal(() => enter(later, login)), login).toBe('none');
    expect(await recovering(later, await recoveryKeyOnPaper())).toBe('wrong-secret/recovery-key-other');
    expect(await recovering(later, begun.recoveryKey.join('-').toLowerCase())).toBe('none');
  });

  it('is closed to whoever kept the old key, the old folder and the password of somebody who left', async () => {
    const centre = await startCentre();
    const before = newFolder();
    cpSync(centre.folder, before, { recursive: true });
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    await coordinator.disableStaff({ staffId, version });
    await rotate(centre, beside('psico'), { reason: 'left', exposedId: null });
    const { keyring: now } = readKeyring(centre.folder, cheapKdfPolicy);
    const { keyring: then } = readKeyring(before, cheapKdfPolicy);
    const { dek } = await unlockSlot(then, 'legal', passphrase, cheapKdfPolicy);
    const opens = (file: string, epoch: number) => {
      const expected = { dbId: now.dbId, epoch, practice: true, newestVersion: 9999, mark: null };
      const drives = { isNetwork: () => false, syncFolders: () => [] };
      openDatabase({ file, key: dek, mode: 'verify', expected, drives }).close();
    };
    // The folder of before is as open as ever: that is why its copies have to be destroyed.
    opens(join(before, then.dbFile), then.epoch);
    expect(() => {
      opens(join(centre.folder, now.dbFile), now.epoch);
    }).toThrow();
    // No generation of the archive of keys lets the person in, and none is of before.
    const archives = readdirSync(centre.folder).filter((name) => name.startsWith('keyring.json'));
    expect(archives.sort()).toEqual(['keyring.json', 'keyring.json.1', 'keyring.json.2']);
    for (const name of archives) {
      const archive = parseKeyring(readFileSync(join(centre.folder, name), 'utf8'), cheapKdfPolicy);
      expect(archive?.epoch, name).toBe(2);
      expect(await unlockAny(archive === null ? [] : [archive], 'legal', passphrase, cheapKdfPolicy), name).toEqual([]);
    }
    expect(await refusal(() => enter(centre, 'legal'))).toBe('wrong-secret/');
  });
});

describe('who may', () => {
  it('is Coordinación with the own password, and another professional with hers', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const with_ = (second: Second) => refusal(() => begin(coordinator, second));
    expect(await refusal(() => coordinator.beginRotation({ form: yearly, second: beside('legal') }))).toBe(
      'wrong-secret/password-again',
    );
    expect(await with_(beside('coordina')), 'the same person twice').toBe('rule-broken/second-person');
    for (const login of ['admision', 'soporte', 'visita'] as const)
      expect(await with_(beside(login)), login).toBe('rule-broken/second-person');
    expect(await with_(beside('legal', 'no es la suya'))).toBe('wrong-secret/second-wrong');
    expect(await with_(beside('nadie.aqui'))).toBe('wrong-secret/second-wrong');
    for (const login of ['psico', 'soporte', 'admision', 'visita'] as const) {
      const person = await centre.as(login);
      expect(await refusal(() => begin(person)), login).toBe('forbidden/');
      const groups = [1, 2, 3, 4].map((position) => ({ position, text: 'AAAA' }));
      expect(await refusal(() => person.finishRotation({ groups, withoutCopy: true })), login).toBe('forbidden/');
    }
    expect(epochIn(centre.folder)).toBe(1);
  });

  it('is one with the recovery key where nobody else is there; it is listed, and gives way to the new paper', async () => {
    const centre = await startCentre();
    const paper = await recoveryKeyOnPaper();
    const key = (text = paper): Second => ({ kind: 'recoveryKey', key: text });
    const early = await centre.as('coordina');
    expect(await refusal(() => begin(early, key()))).toBe('rule-broken/recovery-key-not-needed');
    const coordinator = await leaveAlone(centre);
    const other = '0400-20G3-0G2G-C1R8-1450-P30D-1R7H-048J-2CA1-A5GQ-30CH-M6RW-3MF1-ZV0X';
    expect(await refusal(() => begin(coordinator, key(other)))).toBe('wrong-secret/recovery-key-other');
    expect(await refusal(() => begin(coordinator, key(other.slice(1))))).toBe('wrong-secret/recovery-key-mistyped');
    const begun = await begin(coordinator, key());
    await finish(coordinator, begun);
    const { keyUses } = await coordinator.listStandIns({});
    expect(keyUses[0]).toMatchObject({ act: 'rotation', summary: 'Cambio de la llave del archivo' });
    expect(await refusal(() => begin(coordinator, key()))).toBe('wrong-secret/recovery-key-other');
    expect(await refusal(() => begin(coordinator, key(begun.recoveryKey.join('-'))))).toBe('none');
    expect(await noticesOf(coordinator)).toEqual([]);
  });

  it('waits until an exposed password was changed, or its access taken away', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const form: Form = { reason: 'password-exposed', exposedId: await idOf(centre, 'legal') };
    const asked = (person: Client) => refusal(() => begin(person, beside('psico'), form));
    expect(await asked(coordinator)).toBe('rule-broken/rotation-password-standing');
    const own = 'pelado-famiro-tesuca-golina';
    await (await centre.as('legal')).changeOwnPassphrase({ newPassphrase: own }, again);
    expect(await asked(coordinator)).toBe('none');
    for (let hour = 0; hour < 25; hour += 1) centre.clock.advance(3_600_000);
    const tomorrow = await enter(centre, 'coordina');
    expect(await asked(tomorrow), 'the change was before the leak, for all that is known').toBe(
      'rule-broken/rotation-password-standing',
    );
    const social = await memberOf(tomorrow, 'social');
    await tomorrow.disableStaff({ staffId: social.id, version: social.version });
    const left: Form = { reason: 'password-exposed', exposedId: social.id };
    expect(await refusal(() => begin(tomorrow, beside('psico'), left))).toBe('none');
    const nobody = { reason: 'password-exposed', exposedId: null } as const;
    expect(await refusal(() => begin(tomorrow, beside('psico'), nobody))).toBe('invalid/');
    const somebody = { reason: 'yearly', exposedId: social.id } as const;
    expect(await refusal(() => begin(tomorrow, beside('psico'), somebody))).toBe('invalid/');
  });
});

describe('the second step', () => {
  it('takes the four groups of the new paper, of whoever began, within half an hour', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const groups = [1, 2, 3, 4].map((position) => ({ position, text: 'AAAA' }));
    const early = () => coordinator.finishRotation({ groups, withoutCopy: true });
    expect(await refusal(early)).toBe('rule-broken/rotation-not-begun');
    const begun = await begin(coordinator);
    const wrong = typed(begun).map((one, at) => (at === 1 ? { ...one, text: 'ZZZZ' } : one));
    const press = (with_: typeof wrong) =>
      refusal(() => coordinator.finishRotation({ groups: with_, withoutCopy: true }));
    expect(await press(wrong)).toBe('rule-broken/rotation-mismatch');
    expect(
      await press(
        typed(begun)
          .slice(0, 3)
          .concat(typed(begun)[0] ?? []),
      ),
    ).toBe('rule-broken/rotation-mismatch');
    const second = await begin(coordinator);
    expect(await press(typed(begun)), 'of the paper of the first try').toBe('rule-broken/rotation-mismatch');
    for (const minutes of [4, 4, 4, 4, 4, 4, 4, 4]) {
      centre.clock.advance(minutes * 60_000);
      await coordinator.keepSession({});
    }
    expect(await refusal(() => finish(coordinator, second)), 'too late').toBe('rule-broken/rotation-not-begun');
    expect(epochIn(centre.folder)).toBe(1);
    expect(await recovering(centre, await recoveryKeyOnPaper()), 'the paper of before stays good').toBe('none');
  });

  it('is nobody else’s, and not after another new paper', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const lawyer = await memberOf(coordinator, 'legal');
    const change = { change: 'roles' as const, staffId: lawyer.id, version: lawyer.version };
    const roles = ['lawyer' as const, 'coordinator' as const];
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange: { ...change, roles } });
    await (await centre.as('psico')).approveStaffChange({ proposalId }, again);
    const begun = await begin(coordinator, beside('psico'));
    const other = await enter(centre, 'legal');
    expect(await refusal(() => finish(other, begun))).toBe('rule-broken/rotation-not-begun');
    const nobody = clientOf(centre.application, () => null);
    const newPassphrase = 'lumera-tocino-bavelo-rugita-monedo';
    const given = { recoveryKey: await recoveryKeyOnPaper(), login: 'legal', newPassphrase };
    const recovered = await nobody.beginRecovery(given);
    const groups = recovered.asked.map((position) => ({ position, text: recovered.recoveryKey[position - 1] ?? '' }));
    await nobody.finishRecovery({ groups });
    expect(await refusal(() => finish(coordinator, begun))).toBe('rule-broken/rotation-not-begun');
    expect(await recovering(centre, recovered.recoveryKey.join('-'))).toBe('none');
    expect(epochIn(centre.folder)).toBe(2);
  });

  it('goes on without a copy of before only when that was said', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const none = await begin(coordinator);
    expect(none.copy).toBe('none');
    expect(await refusal(() => finish(coordinator, none, { withoutCopy: false }))).toBe('rule-broken/rotation-no-copy');
    const copies = newFolder();
    await coordinator.chooseCopyFolder({ folder: copies });
    rmSync(copies, { recursive: true });
    const failed = await begin(coordinator);
    expect(failed.copy).toBe('failed');
    expect(await refusal(() => finish(coordinator, failed, { withoutCopy: false }))).toBe(
      'rule-broken/rotation-no-copy',
    );
    mkdirSync(copies);
    const made = await begin(coordinator);
    expect(made.copy).toBe('made');
    expect((await finish(coordinator, made, { withoutCopy: false })).copy).toBe('made');
  });

  it('gives one new key for two presses, a lost answer and another key', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const begun = await begin(coordinator);
    const key = crypto.randomUUID();
    const both = await Promise.all([finish(coordinator, begun, { key }), finish(coordinator, begun)]);
    expect(both[0]).toEqual(both[1]);
    expect(await finish(coordinator, begun, { key })).toEqual(both[0]);
    expect(await finish(coordinator, begun)).toEqual(both[0]);
    expect(epochIn(centre.folder)).toBe(2);
    const { lines } = await (await centre.as('visita')).listAudit({ before: null });
    expect(lines.filter(({ action }) => action === 'keys.rotated')).toHaveLength(1);
  });
});

describe('what may happen on the way', () => {
  it('a full disk refuses in words, leaves everything as it was, and the same paper does later', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const begun = await begin(coordinator);
    disk.beforeNaming = () => {
      throw Object.assign(new Error('no space'), { code: 'ENOSPC', syscall: 'rename' });
    };
    expect(await refusal(() => finish(coordinator, begun))).toBe('storage/disk-full');
    expect(databases(centre.folder)).toEqual(['registro.e1.db']);
    expect(epochIn(centre.folder)).toBe(1);
    expect((await coordinator.verifyRecord({})).isSound).toBe(true);
    expect(await recovering(centre, await recoveryKeyOnPaper())).toBe('none');
    expect((await coordinator.listCopies({})).former, 'no key of before').toEqual([]);
    disk.beforeNaming = () => undefined;
    await finish(coordinator, begun);
    expect(epochIn(centre.folder)).toBe(2);
  });

  it('an old file that cannot be removed now keeps nobody out, and goes at a later start', async () => {
    const centre = await startCentre();
    await centre.as('coordina');
    // No file can be removed in this way: as one that a virus scanner holds.
    const held = join(centre.folder, 'registro.e9.db');
    mkdirSync(held);
    await rotate(centre);
    expect(epochIn(centre.folder)).toBe(2);
    const later = await centre.restart();
    expect(await refusal(() => enter(later, 'legal'))).toBe('none');
    expect(existsSync(held)).toBe(true);
  });

  it('a cut before the new file has its name leaves every password and the old paper working', async () => {
    const centre = await startCentre();
    const cut = newFolder();
    disk.beforeNaming = () => {
      cpSync(centre.folder, cut, { recursive: true });
    };
    await rotate(centre);
    disk.beforeNaming = () => undefined;
    expect(existsSync(join(cut, 'rotating.db'))).toBe(true);
    rmSync(join(cut, 'lock'), { recursive: true, force: true });
    const found = await openCentre(cut, fixedClock());
    for (const login of Object.keys(staff)) expect(await refusal(() => enter(found, login)), login).toBe('none');
    expect(databases(cut)).toEqual(['registro.e1.db']);
    expect(await recovering(found, await recoveryKeyOnPaper())).toBe('none');
  });
});

describe('copies that the old key opens', () => {
  it('are told not to be on paper where the list could not be saved', async () => {
    const save = () => Promise.reject(new Error('the stick is gone'));
    const support = await enter(await startCentre({ ports: { saver: { save } } }), 'soporte');
    const asked = () => support.printFormerCopies({ way: 'save' });
    expect(await refusal(asked)).toBe('storage/copy-not-delivered');
  });

  it('are listed with folder and date, told when they are gone, and noted as destroyed by name', async () => {
    const { centre, copies } = await withCopies();
    await (await centre.as('coordina')).makeCopy({});
    for (let hour = 0; hour < 24; hour += 1) centre.clock.advance(3_600_000);
    const coordinator = await enter(centre, 'coordina');
    const support = await enter(centre, 'soporte');
    // What a restore put aside is of the old key as well.
    const aside = join(centre.folder, 'anterior-20260611t120000z');
    mkdirSync(aside);
    cpSync(join(centre.folder, 'keyring.json'), join(aside, 'keyring.json'));
    const begun = await begin(coordinator);
    centre.clock.advance(60_000);
    const { former, copy } = await finish(coordinator, begun, { withoutCopy: false });
    expect(copy).toBe('made');
    expect(former.map(({ kind, madeAt }) => [kind, madeAt])).toEqual([
      ['copy', '2026-06-11T14:00:00.000Z'],
      ['aside', '2026-06-11T12:00:00.000Z'],
      ['copy', '2026-06-10T14:00:00.000Z'],
    ]);
    expect(former[0]).toMatchObject({ folder: copies, isThere: true, destroyed: null });
    rmSync(aside, { recursive: true });
    const list = await coordinator.listCopies({});
    const copiesOnly = former.filter(({ kind }) => kind === 'copy');
    const old = copiesOnly.map(({ name }) => name);
    expect(list.former, 'what the program took away is no task').toEqual(copiesOnly);
    expect(list.copies.map(({ name }) => name)).not.toContain(old[0]);
    const onPaper = async () => {
      const { file } = await support.printFormerCopies({ way: 'save' });
      const words = textOf(await bytesOf(support, file ?? { id: '' })).replaceAll(' ', '');
      return old.filter((name) => words.includes(name));
    };
    expect(await onPaper(), 'the list to take along names every copy').toEqual(old);
    const lawyer = await enter(centre, 'legal');
    expect(await refusal(() => lawyer.printFormerCopies({ way: 'save' }))).toBe('forbidden/');
    const ref = { folder: copies, name: old[0] ?? '' };
    expect(await refusal(() => support.noteCopyDestroyed(ref)), 'it stands there yet').toBe(
      'rule-broken/copy-still-there',
    );
    rmSync(join(copies, old[0] ?? ''), { recursive: true });
    await support.noteCopyDestroyed(ref);
    await coordinator.noteCopyDestroyed(ref);
    expect(await onPaper(), 'what is gone is no errand').toEqual(old.slice(1));
    rmSync(join(copies, old[1] ?? ''), { recursive: true });
    const after = (await coordinator.listCopies({})).former;
    expect(after[0]?.destroyed?.by, 'whoever said it first').toBe(staff.soporte.fullName);
    expect(after[1]).toMatchObject({ isThere: false, destroyed: null });
    rmSync(copies, { recursive: true });
    expect((await coordinator.listCopies({})).former[1]).toMatchObject({ isThere: null });
    const current = list.copies[0]?.name ?? '';
    for (const name of [current, 'backup-20200101t000000z-1']) {
      expect(await refusal(() => coordinator.noteCopyDestroyed({ folder: copies, name })), name).toBe('not-found/');
    }
    expect(await refusal(() => lawyer.noteCopyDestroyed(ref))).toBe('forbidden/');
  });

  it('are remembered from a stick that is elsewhere, and from a folder that was changed', async () => {
    const { centre, copies } = await withCopies();
    const coordinator = await centre.as('coordina');
    await coordinator.makeCopy({});
    const [name] = readdirSync(copies);
    rmSync(copies, { recursive: true });
    const { former } = await rotate(centre);
    expect(former).toMatchObject([{ folder: copies, name, isThere: null, destroyed: null }]);
    const other = newFolder();
    await coordinator.chooseCopyFolder({ folder: other });
    centre.clock.advance(60_000);
    await coordinator.makeCopy({});
    centre.clock.advance(60_000);
    await rotate(centre);
    const folders = (await coordinator.listCopies({})).former.map(({ folder }) => folder);
    expect(new Set(folders)).toEqual(new Set([copies, other]));
    expect(epochIn(centre.folder)).toBe(3);
  });
});
