/** Whose the key of session notes is, through everything that happens to people and keys (D36, security design §2.8). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { compartmentIn, holdersIn, openCompartment } from '../../../src/main/platform/storage/compartments.ts';
import {
  readKeyring,
  unlockSlot,
  unlockWithRecovery,
  writeKeyring,
} from '../../../src/main/platform/storage/keyring.ts';
import { keyringText, withMac, type KeyringSlot } from '../../../src/main/platform/storage/keyring-format.ts';
import { decodeRecoveryKey } from '../../../src/main/platform/crypto/recovery-key.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  openCentre,
  passphrase,
  recoveryKeyOnPaper,
  staff,
  startCentre,
  testPorts,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { again, actionsOf, enter, idOf, letIn, memberOf, noticesOf } from '../access/people.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const marker = 'ZORZALINDO';
const note = (body = marker) => ({ body, attentionId: null, replaces: null });
const beside = { login: 'legal', password: passphrase };
const own = 'lumera-tocino-bavelo-rugita';

async function withNote(): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await (await centre.as('psico')).writeNote({ caseId, note: note() });
  return { centre, caseId };
}

type Client = Awaited<ReturnType<TestCentre['as']>>;

/** How a person finds the notes: as words, or what is missing. */
async function finds(person: Client, caseId: string): Promise<string> {
  const { access, notes, holders, isSignInEnough } = await person.listNotes({ caseId });
  if (access === 'open') return notes.map(({ body }) => body).join();
  return isSignInEnough ? 'sign in' : `${access}: ${holders.join()}`;
}

const keyringOf = ({ folder }: TestCentre) => readKeyring(folder, cheapKdfPolicy).keyring;

/** The secret of a person, as somebody with the file and the password would have it. */
async function secretOf(centre: TestCentre, login: string, password = passphrase) {
  const keyring = keyringOf(centre);
  const { slotId, secretKey } = await unlockSlot(keyring, login, password, cheapKdfPolicy);
  return { keyring, slotId, secretKey };
}

/** A colleague who waits gets the key from a holder, from the notes of a case. */
const gives = async (holder: Client, caseId: string, staffId: string) =>
  refusal(() => holder.giveNotesKey({ caseId, staffId }));

const leaves = (person: Client) => person.lock({ why: 'asked' });

async function rotate(centre: TestCentre, paper: string | null = null): Promise<string> {
  const coordinator = await centre.as('coordina');
  const form = { reason: 'left', exposedId: null } as const;
  const second = { kind: 'person', ...beside } as const;
  const begun = await coordinator.beginRotation({ form, second, paper }, again);
  const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
  await coordinator.finishRotation({ groups, withoutCopy: true });
  return begun.recoveryKey.join('-');
}

/** The archive of a closed centre as somebody with its key could have written it. */
async function change(centre: TestCentre, slotOf: (slot: KeyringSlot) => KeyringSlot): Promise<void> {
  const keyring = keyringOf(centre);
  const dek = unlockWithRecovery(keyring, decodeRecoveryKey(await recoveryKeyOnPaper()));
  const { mac: _mac, ...rest } = keyring;
  const changed = withMac({ ...rest, slots: keyring.slots.map(slotOf) }, dek);
  await insideFile(centre.folder, (db) =>
    db.prepare("update meta set value = ? where key = 'keyring'").run(keyringText(changed)),
  );
  await writeKeyring(centre.folder, changed);
}

describe('the key of session notes', () => {
  it('is not made before the first note, and then sealed to psychology and the paper alone', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    expect(await finds(await centre.as('psico'), caseId)).toBe('none: ');
    expect(compartmentIn(keyringOf(centre), 'psychology')).toBeNull();
    await (await centre.as('psico')).writeNote({ caseId, note: note() });
    const keyring = keyringOf(centre);
    expect(holdersIn(keyring, 'psychology')).toEqual([await idOf(centre, 'psico')]);
    const sealed = keyring.slots.filter(({ sealedCompartments }) => sealedCompartments.psychology !== undefined);
    expect(sealed.map(({ kind, login }) => `${kind} ${login ?? ''}`).sort()).toEqual(['recovery ', 'staff psico']);
  });

  it('is opened by no other password than hers, whoever has the whole file', async () => {
    const { centre } = await withNote();
    await centre.application.close();
    for (const login of Object.keys(staff) as Login[]) {
      const { keyring, ...secret } = await secretOf(centre, login);
      expect(openCompartment(keyring, 'psychology', secret) !== null, login).toBe(login === 'psico');
    }
  });

  it('is refused to every other function, Coordinación included', async () => {
    const { centre, caseId } = await withNote();
    for (const login of (Object.keys(staff) as Login[]).filter((one) => one !== 'psico')) {
      const person = await centre.as(login);
      expect(await refusal(() => person.listNotes({ caseId })), login).toBe('forbidden/');
      expect(await refusal(() => person.writeNote({ caseId, note: note() })), login).toBe('forbidden/');
      expect(await refusal(() => person.keepNoteDraft({ caseId, draft: note() })), login).toBe('forbidden/');
    }
  });

  it('goes to nobody by itself: a colleague waits until somebody who holds it gives it by an act of her own', async () => {
    const { centre, caseId } = await withNote();
    const psychologist = await centre.as('psico');
    const colleague = await letIn(centre, 'nora', 'psychologist');
    const waits = 'waits: Paula Inventada Psicóloga';
    expect(await finds(colleague, caseId)).toBe(waits);
    expect(await refusal(() => colleague.writeNote({ caseId, note: note() }))).toBe('rule-broken/notes-key-waits');
    // Signing in gives nothing, neither hers nor that of who holds it.
    await leaves(psychologist);
    await leaves(colleague);
    const holder = await enter(centre, 'psico');
    const newcomer = await enter(centre, 'nora');
    expect(await finds(newcomer, caseId)).toBe(waits);
    const staffId = await idOf(centre, 'nora');
    expect((await holder.listNotes({ caseId })).waiting).toEqual([{ staffId, name: 'Nora Inventada nora' }]);
    expect(await gives(newcomer, caseId, staffId)).toBe('rule-broken/notes-key-waits');
    expect(await gives(holder, caseId, await idOf(centre, 'coordina'))).toBe('not-found/');
    expect(await gives(await centre.as('coordina'), caseId, staffId)).toBe('forbidden/');
    expect(await gives(holder, caseId, staffId)).toBe('none');
    expect(await finds(newcomer, caseId)).toBe(marker);
    expect((await holder.listNotes({ caseId })).waiting).toEqual([]);
    expect(await gives(holder, caseId, staffId)).toBe('not-found/');
    expect(await actionsOf(await centre.as('visita'))).toContain('note.keyGiven');
  });

  it('is not got by Coordinación that makes herself psychologist with somebody of another service', async () => {
    const { centre, caseId } = await withNote();
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'coordina');
    const roles = ['coordinator' as const, 'psychologist' as const];
    const { proposalId } = await coordinator.proposeStaffChange({
      staffChange: { change: 'roles', staffId, version, roles },
    });
    await (await centre.as('legal')).approveStaffChange({ proposalId }, again);
    const holder = await idOf(centre, 'psico');
    await leaves(coordinator);
    const back = await enter(centre, 'coordina');
    await leaves(await centre.as('psico'));
    await enter(centre, 'psico');
    expect(holdersIn(keyringOf(centre), 'psychology')).toEqual([holder]);
    expect(await refusal(() => back.writeNote({ caseId, note: note() }))).toBe('rule-broken/notes-key-waits');
  });

  it('tells every other holder by name who got it, from a colleague and from the paper', async () => {
    const { centre, caseId } = await withNote();
    const psychologist = await centre.as('psico');
    const nora = await letIn(centre, 'nora', 'psychologist');
    await gives(psychologist, caseId, await idOf(centre, 'nora'));
    await letIn(centre, 'vilma', 'psychologist');
    await gives(nora, caseId, await idOf(centre, 'vilma'));
    const told = (who: string, by: string) =>
      `Nora Inventada ${who} tiene desde hoy la llave de las notas de sesión y las lee todas. La dio ${by}.`;
    expect(await noticesOf(psychologist)).toEqual([told('vilma', 'Nora Inventada nora')]);
    expect(await noticesOf(nora)).toEqual([]);
    await letIn(centre, 'tania', 'psychologist');
    const coordinator = await centre.as('coordina');
    await coordinator.openNotesWithPaper({ recoveryKey: await recoveryKeyOnPaper(), second: beside }, again);
    const by = (await centre.sessionOf('coordina')).staff.fullName;
    expect(await noticesOf(psychologist)).toContain(told('tania', by));
    expect(await noticesOf(nora)).toEqual([told('tania', by)]);
  });

  it('follows her through a new password of her own', async () => {
    const { centre, caseId } = await withNote();
    const psychologist = await centre.as('psico');
    await psychologist.changeOwnPassphrase({ newPassphrase: own }, again);
    expect(await finds(psychologist, caseId)).toBe(marker);
    await leaves(psychologist);
    expect(await finds(await enter(centre, 'psico', own), caseId)).toBe(marker);
  });

  it('is not sealed to a one-time code, whoever hands it out; a colleague gives it once the password is her own', async () => {
    const { centre, caseId } = await withNote();
    const colleague = await letIn(centre, 'nora', 'psychologist');
    const staffId = await idOf(centre, 'psico');
    await gives(await centre.as('psico'), caseId, await idOf(centre, 'nora'));
    const coordinator = await centre.as('coordina');
    const { proposalId } = await coordinator.proposeAccessReset({ staffId });
    const { oneTimeCode: code } = await (await centre.as('legal')).approveAccessReset({ proposalId }, again);
    // She comes in while the code waits, and cannot give to it.
    await leaves(colleague);
    const holder = await enter(centre, 'nora');
    expect(await gives(holder, caseId, staffId)).toBe('not-found/');
    const withCode = await secretOf(centre, 'psico', code);
    expect(openCompartment(withCode.keyring, 'psychology', withCode)).toBeNull();
    const psychologist = await enter(centre, 'psico', code);
    await psychologist.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    expect(await finds(psychologist, caseId)).toBe('waits: Nora Inventada nora');
    expect(await gives(holder, caseId, staffId)).toBe('none');
    expect(await finds(psychologist, caseId)).toBe(marker);
  });

  it('comes from the paper, by two people, where nobody of psychology holds it any more', async () => {
    const { centre, caseId } = await withNote();
    const coordinator = await centre.as('coordina');
    const { proposalId } = await coordinator.proposeAccessReset({ staffId: await idOf(centre, 'psico') });
    const { oneTimeCode: code } = await (await centre.as('legal')).approveAccessReset({ proposalId }, again);
    const psychologist = await enter(centre, 'psico', code);
    await psychologist.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    expect(await finds(psychologist, caseId)).toBe('waits: ');
    const recoveryKey = await recoveryKeyOnPaper();
    const open = (typed: string, second = beside) =>
      refusal(() => coordinator.openNotesWithPaper({ recoveryKey: typed, second }, again));
    expect(await open(recoveryKey.slice(0, -1))).toBe('wrong-secret/recovery-key-mistyped');
    expect(await open(recoveryKey, { login: 'coordina', password: passphrase })).toBe('rule-broken/second-person');
    expect(
      await refusal(() => psychologist.openNotesWithPaper({ recoveryKey, second: beside }, { password: own })),
    ).toBe('forbidden/');
    expect(await open(recoveryKey)).toBe('none');
    expect(await finds(psychologist, caseId)).toBe(marker);
    expect(await actionsOf(await centre.as('visita'))).toContain('note.keyFromPaper');
  });

  it('is another one after a new key of the file: who left with the old one reads nothing that comes', async () => {
    const { centre, caseId } = await withNote();
    const leaving = await letIn(centre, 'nora', 'psychologist');
    await gives(await centre.as('psico'), caseId, await idOf(centre, 'nora'));
    const stolen = await secretOf(centre, 'nora');
    const oldKey = openCompartment(stolen.keyring, 'psychology', stolen);
    expect(oldKey?.version).toBe(1);
    await leaves(leaving);
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'nora');
    await coordinator.disableStaff({ staffId, version });
    const psychologist = await centre.as('psico');
    await psychologist.keepNoteDraft({ caseId, draft: note('a medias') });
    const paper = await rotate(centre);
    expect(await finds(psychologist, caseId)).toBe(marker);
    expect((await psychologist.listNotes({ caseId })).draft).toMatchObject({ body: 'a medias' });
    const keyring = keyringOf(centre);
    expect(compartmentIn(keyring, 'psychology')).toMatchObject({ version: 2, epoch: 2 });
    expect(openCompartment(keyring, 'psychology', stolen)).toBeNull();
    await centre.application.close();
    const versions = await insideFile(centre.folder, (db) =>
      db.prepare("select distinct key_version from sealed_field where enc <> 'none'").pluck().all(),
    );
    expect(versions).toEqual([2]);
    const later = await centre.restart();
    expect(await finds(await later.as('psico'), caseId)).toBe(marker);
    // The new paper opens them.
    const { proposalId } = await (
      await later.as('coordina')
    ).proposeAccessReset({ staffId: await idOf(later, 'psico') });
    const { oneTimeCode: code } = await (await later.as('legal')).approveAccessReset({ proposalId }, again);
    const renewed = await enter(later, 'psico', code);
    await renewed.changeOwnPassphrase({ newPassphrase: own }, { password: code });
    await (await later.as('coordina')).openNotesWithPaper({ recoveryKey: paper, second: beside }, again);
    expect(await finds(renewed, caseId)).toBe(marker);
  });

  it('is not lost with the old paper: without psychology here, a new key of the file asks for it', async () => {
    const { centre, caseId } = await withNote();
    await leaves(await centre.as('psico'));
    expect(await refusal(() => rotate(centre))).toBe('rule-broken/rotation-notes-paper');
    await rotate(centre, await recoveryKeyOnPaper());
    expect(compartmentIn(keyringOf(centre), 'psychology')).toMatchObject({ version: 2, epoch: 2 });
    expect(await finds(await enter(centre, 'psico'), caseId)).toBe(marker);
  });

  it('goes over to the new paper when the passwords were forgotten', async () => {
    const { centre, caseId } = await withNote();
    await centre.application.close();
    const later = await centre.restart();
    const nobody = clientOf(later.application, () => null);
    const recoveryKey = await recoveryKeyOnPaper();
    const begun = await nobody.beginRecovery({ recoveryKey, login: 'coordina', newPassphrase: `${own}-monedo` });
    const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
    await nobody.finishRecovery({ groups });
    const keyring = keyringOf(later);
    expect(keyring.slots.find(({ kind }) => kind === 'recovery')?.sealedCompartments.psychology?.version).toBe(2);
    expect(await finds(await enter(later, 'psico'), caseId)).toBe(marker);
  });

  it('is not said to come from a paper that does not hold it', async () => {
    const { centre } = await withNote();
    await centre.application.close();
    await change(centre, (slot) => (slot.kind === 'recovery' ? { ...slot, sealedCompartments: {} } : slot));
    const later = await centre.restart();
    const recoveryKey = await recoveryKeyOnPaper();
    const coordinator = await later.as('coordina');
    expect(await refusal(() => coordinator.openNotesWithPaper({ recoveryKey, second: beside }, again))).toBe(
      'rule-broken/notes-key-not-on-paper',
    );
  });

  it('comes back with the archive of a copy', async () => {
    const { centre, caseId } = await withNote();
    const copies = newFolder();
    const coordinator = await centre.as('coordina');
    await coordinator.chooseCopyFolder({ folder: copies });
    await coordinator.makeCopy({});
    const [copy = ''] = readdirSync(copies).filter((name) => name.startsWith('backup-'));
    const folder = newFolder();
    const ports = testPorts(fixedClock());
    const application = await createApplication({
      dataFolder: folder,
      host: 'direct',
      ports,
      kdfPolicy: cheapKdfPolicy,
    });
    const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
    await clientOf(application, () => null).restoreCopy({ folder: join(copies, copy), by, second: null });
    await application.close();
    const restored = await openCentre(folder, fixedClock());
    expect(await finds(await restored.as('psico'), caseId)).toBe(marker);
  });

  it('is taken from whoever works in psychology no more', async () => {
    const { centre, caseId } = await withNote();
    await letIn(centre, 'nora', 'psychologist');
    await gives(await centre.as('psico'), caseId, await idOf(centre, 'nora'));
    expect(holdersIn(keyringOf(centre), 'psychology')).toHaveLength(2);
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'nora');
    const staffChange = { change: 'roles', staffId, version, roles: ['socialWorker'] } as never;
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange });
    await (await centre.as('legal')).approveStaffChange({ proposalId }, again);
    expect(holdersIn(keyringOf(centre), 'psychology')).toEqual([await idOf(centre, 'psico')]);
    expect(await finds(await centre.as('psico'), caseId)).toBe(marker);
  });

  it('is never made anew over notes whose key the archive lost', async () => {
    const { centre, caseId } = await withNote();
    await centre.application.close();
    await change(centre, (slot) => ({ ...slot, sealedCompartments: {} }));
    const later = await centre.restart();
    const psychologist = await later.as('psico');
    expect(await refusal(() => psychologist.writeNote({ caseId, note: note() }))).toBe('damaged/notes-key-lost');
  });

  it('refuses the paper before there is any note', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const recoveryKey = await recoveryKeyOnPaper();
    expect(await refusal(() => coordinator.openNotesWithPaper({ recoveryKey, second: beside }, again))).toBe(
      'rule-broken/notes-key-none',
    );
  });
});
