/** Whose the key of a ficha reservada is, through everything that happens to people and keys (D36). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApplication } from '../../../src/main/application.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import {
  cheapKdfPolicy,
  clientOf,
  closeCentres,
  passphrase,
  recoveryKeyOnPaper,
  startCentre,
  testPorts,
  type Login,
  type TestCentre,
} from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { actionsOf, again, enter, idOf, memberOf } from '../access/people.ts';
import { changeSealed, insertSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { codeFor, opening, seal } from './sealing.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const marker = 'ZORZALINDO';
const own = 'lumera-tocino-bavelo-rugita';
type Person = Awaited<ReturnType<TestCentre['as']>>;

const told = (note: string) =>
  ({ action: 'action-32', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done', note }) as const;

async function reserved(
  members: readonly Login[] = ['psico', 'legal'],
): Promise<{ centre: TestCentre; caseId: string }> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  await (await centre.as('psico')).recordAttention({ caseId, attention: told(marker) });
  await seal(centre, caseId, { members });
  return { centre, caseId };
}

/** How a person finds the words: as they were written, or what is missing. */
async function finds(person: Person, caseId: string): Promise<string> {
  const failed = await refusal(() => person.listAttentions({ caseId }));
  if (failed !== 'none') return failed;
  return JSON.stringify(await person.listAttentions({ caseId })).includes(marker) ? marker : 'something else';
}

const keyOf = async (person: Person, caseId: string) => (await person.getCaseSeal({ caseId })).key;
const waitingFor = async (person: Person, caseId: string) =>
  (await keyOf(person, caseId))?.waiting.map(({ name }) => name) ?? [];
const leaves = (person: Person) => person.lock({ why: 'asked' });
/** The only key of a closed centre, with how many people hold it. */
const inKeys = (folder: string) =>
  insideFile(folder, (db) =>
    db
      .prepare(
        `select key_version, renewal_due, (select count(*) from case_key_box where staff_id is not null) as boxes
         from case_key`,
      )
      .get(),
  );

async function membersAre(
  centre: TestCentre,
  caseId: string,
  members: readonly string[],
  { by = 'psico', approver = 'legal' }: { by?: Login; approver?: Login } = {},
): Promise<string> {
  const ids: string[] = [];
  for (const login of members) ids.push(await idOf(centre, login));
  const { proposalId } = await (await centre.as(by)).proposeSealMembers({ caseId, members: ids });
  return refusal(async () => (await centre.as(approver)).approveSealMembers({ proposalId }, again));
}

async function renewed(centre: TestCentre, login: Login, code: string): Promise<Person> {
  const person = await enter(centre, login, code);
  await person.changeOwnPassphrase({ newPassphrase: own }, { password: code });
  return person;
}

async function resetOf(centre: TestCentre, login: Login): Promise<Person> {
  return renewed(centre, login, await codeFor(centre, login));
}

async function rotate(centre: TestCentre, paper: string | null): Promise<string> {
  const coordinator = await centre.as('coordina');
  const form = { reason: 'left', exposedId: null } as const;
  const second = { kind: 'person', login: 'social', password: passphrase } as const;
  const begun = await coordinator.beginRotation({ form, second, paper }, again);
  const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
  await coordinator.finishRotation({ groups, withoutCopy: true });
  return begun.recoveryKey.join('-');
}

describe('the key of a ficha reservada', () => {
  it('goes to who becomes a member by an act of one who holds it; another key follows who leaves', async () => {
    const { centre, caseId } = await reserved(['psico']);
    expect(await membersAre(centre, caseId, ['psico', 'legal'], { by: 'coordina', approver: 'psico' })).toBe('none');
    const lawyer = await centre.as('legal');
    expect(await finds(lawyer, caseId)).toBe(marker);
    expect(await keyOf(lawyer, caseId)).toEqual({
      isHeld: true,
      holders: expect.arrayContaining(['Paula Inventada Psicóloga', 'Luz Inventada Legal']) as unknown,
      waiting: [],
    });
    expect(await membersAre(centre, caseId, ['legal'], { by: 'coordina', approver: 'legal' })).toBe('none');
    expect(await finds(await centre.as('psico'), caseId)).toBe('not-found/');
    expect(await finds(lawyer, caseId)).toBe(marker);
    await centre.application.close();
    expect(await inKeys(centre.folder)).toEqual({ key_version: 2, renewal_due: 0, boxes: 1 });
  });

  it('is taken from who leaves at once, and renewed as soon as one who holds it comes', async () => {
    const { centre, caseId } = await reserved(['psico', 'legal']);
    expect(await membersAre(centre, caseId, ['psico'], { by: 'legal', approver: 'coordina' })).toBe('none');
    await centre.application.close();
    expect(await inKeys(centre.folder)).toEqual({ key_version: 1, renewal_due: 1, boxes: 1 });
    const later = await centre.restart();
    expect(await finds(await later.as('psico'), caseId)).toBe(marker);
    expect(await actionsOf(await later.as('visita'))).toContain('seal.keySettled');
    await later.application.close();
    expect(await inKeys(centre.folder)).toEqual({ key_version: 2, renewal_due: 0, boxes: 1 });
  });

  it('is waited for where Coordinación approved who comes, and given by a member alone', async () => {
    const { centre, caseId } = await reserved(['psico', 'legal']);
    const all = ['psico', 'legal', 'social'];
    expect(await membersAre(centre, caseId, all, { by: 'legal', approver: 'coordina' })).toBe('none');
    const social = await centre.as('social');
    expect(await finds(social, caseId)).toBe('rule-broken/seal-key-waits');
    expect(await refusal(() => social.recordAttention({ caseId, attention: told('encima') }))).toBe(
      'rule-broken/seal-key-waits',
    );
    // Nothing is given by signing in.
    await leaves(await centre.as('psico'));
    const holder = await enter(centre, 'psico');
    expect(await waitingFor(holder, caseId)).toEqual(['Sonia Inventada Social']);
    const staffId = await idOf(centre, 'social');
    const gives = (person: Person, to: string) => refusal(() => person.giveSealKey({ caseId, staffId: to }));
    expect(await gives(social, staffId)).toBe('rule-broken/seal-key-waits');
    expect(await gives(await centre.as('coordina'), staffId)).toBe('not-found/');
    expect(await gives(await centre.as('admision'), staffId)).toBe('forbidden/');
    expect(await gives(holder, await idOf(centre, 'coordina'))).toBe('not-found/');
    expect(await gives(holder, staffId)).toBe('none');
    expect(await finds(social, caseId)).toBe(marker);
    expect(await gives(holder, staffId)).toBe('not-found/');
    expect(await actionsOf(await centre.as('visita'))).toContain('seal.keyGiven');
  });

  it('follows a member through a new password of her own, and waits for who was given a code', async () => {
    const { centre, caseId } = await reserved();
    const lawyer = await centre.as('legal');
    await lawyer.changeOwnPassphrase({ newPassphrase: own }, again);
    expect(await finds(lawyer, caseId)).toBe(marker);
    await leaves(lawyer);
    const back = await enter(centre, 'legal', own);
    expect(await finds(back, caseId)).toBe(marker);
    const staffId = await idOf(centre, 'psico');
    const gives = () => refusal(() => back.giveSealKey({ caseId, staffId }));
    // Whoever handed the code out could use it.
    const code = await codeFor(centre, 'psico');
    expect(await waitingFor(back, caseId)).toEqual([]);
    expect(await gives()).toBe('not-found/');
    const psychologist = await renewed(centre, 'psico', code);
    expect(await finds(psychologist, caseId)).toBe('rule-broken/seal-key-waits');
    expect(await gives()).toBe('none');
    expect(await finds(psychologist, caseId)).toBe(marker);
  });

  it('is another one once a member works here no more', async () => {
    const { centre, caseId } = await reserved();
    const coordinator = await centre.as('coordina');
    const { id: staffId, version } = await memberOf(coordinator, 'legal');
    await coordinator.disableStaff({ staffId, version });
    await leaves(await centre.as('psico'));
    expect(await finds(await enter(centre, 'psico'), caseId)).toBe(marker);
    await centre.application.close();
    expect(await inKeys(centre.folder)).toEqual({ key_version: 2, renewal_due: 0, boxes: 1 });
  });

  it('closes the answer that is told again to the same key', async () => {
    const { centre, caseId } = await reserved(['psico']);
    const psychologist = await centre.as('psico');
    const { token } = await centre.sessionOf('psico');
    const call = {
      ...{ procedure: 'putPlanStep', session: token, key: crypto.randomUUID(), password: null },
      input: {
        caseId,
        step: { action: 'other', words: marker, service: 'social', staffId: null, dueOn: '2026-06-12' },
      },
    };
    const [first, again] = [await centre.application.invoke(call), await centre.application.invoke(call)];
    expect(first).toMatchObject({ ok: true });
    expect(again).toEqual(first);
    expect(JSON.stringify(await psychologist.getPlan({ caseId }))).toContain(marker);
    await centre.application.close();
    const kept = await insideFile(centre.folder, (db) =>
      db.prepare('select output from idempotency_key where key = ?').pluck().get(call.key),
    );
    expect(String(kept)).toMatch(/^"cem-closed:/);
  });

  it('comes from the paper where no member has it, and not from another paper', async () => {
    const { centre, caseId } = await reserved(['psico']);
    const psychologist = await resetOf(centre, 'psico');
    expect(await finds(psychologist, caseId)).toBe('rule-broken/seal-key-waits');
    const coordinator = await centre.as('coordina');
    const second = { login: 'social', password: passphrase };
    const open = (recoveryKey: string | null) =>
      refusal(() => coordinator.openCaseSeal(opening(caseId, { recoveryKey, second }), again));
    const paper = await recoveryKeyOnPaper();
    expect(await open(null)).toBe('rule-broken/seal-key-not-held');
    expect(await open(paper.slice(0, -1))).toBe('wrong-secret/recovery-key-mistyped');
    expect(await finds(await centre.as('legal'), caseId)).toBe('not-found/');
    expect(await open(paper)).toBe('none');
    expect(await finds(await centre.as('legal'), caseId)).toBe(marker);
  });

  it('goes over to a new paper; without a member here, a new key of the file asks for the one of before', async () => {
    const { centre, caseId } = await reserved(['psico']);
    await leaves(await centre.as('psico'));
    expect(await refusal(() => rotate(centre, null))).toBe('rule-broken/rotation-notes-paper');
    const paper = await rotate(centre, await recoveryKeyOnPaper());
    expect(await finds(await enter(centre, 'psico'), caseId)).toBe(marker);
    const coordinator = await centre.as('coordina');
    const second = { login: 'social', password: passphrase };
    const open = (recoveryKey: string) =>
      refusal(() => coordinator.openCaseSeal(opening(caseId, { recoveryKey, second }), again));
    expect(await open(await recoveryKeyOnPaper())).toBe('wrong-secret/recovery-key-other');
    expect(await open(paper)).toBe('none');
    expect(await finds(await centre.as('legal'), caseId)).toBe(marker);
  });

  it('goes over to the new paper when the passwords were forgotten', async () => {
    const { centre, caseId } = await reserved(['psico']);
    await centre.application.close();
    const later = await centre.restart();
    const nobody = clientOf(later.application, () => null);
    const recoveryKey = await recoveryKeyOnPaper();
    const begun = await nobody.beginRecovery({ recoveryKey, login: 'coordina', newPassphrase: `${own}-monedo` });
    const groups = begun.asked.map((position) => ({ position, text: begun.recoveryKey[position - 1] ?? '' }));
    const { session } = await nobody.finishRecovery({ groups });
    const coordinator = clientOf(later.application, () => session.token);
    const second = { login: 'social', password: passphrase };
    const typed = begun.recoveryKey.join('-');
    await coordinator.openCaseSeal(opening(caseId, { recoveryKey: typed, second }), { password: `${own}-monedo` });
    expect(await finds(await later.as('legal'), caseId)).toBe(marker);
  });

  it('is given to a paper that lacks it, where the program stopped before it could be', async () => {
    const { centre, caseId } = await reserved(['psico']);
    await centre.application.close();
    await insideFile(centre.folder, async (db) => {
      const id = String(db.prepare('select id from case_key').pluck().get());
      await changeSealed(db, { kind: 'case_key', id }, () =>
        db.prepare('delete from case_key_box where staff_id is null').run(),
      );
    });
    const later = await centre.restart();
    const coordinator = await later.as('coordina');
    const second = { login: 'social', password: passphrase };
    const recoveryKey = await recoveryKeyOnPaper();
    const open = () => refusal(() => coordinator.openCaseSeal(opening(caseId, { recoveryKey, second }), again));
    expect(await open()).toBe('rule-broken/seal-key-not-held');
    await later.as('psico');
    expect(await open()).toBe('none');
  });

  it('comes back with a copy', async () => {
    const { centre, caseId } = await reserved(['psico']);
    const copies = newFolder();
    const coordinator = await centre.as('coordina');
    await coordinator.chooseCopyFolder({ folder: copies });
    await coordinator.makeCopy({});
    const [copy = ''] = readdirSync(copies).filter((name) => name.startsWith('backup-'));
    const application = await createApplication({
      ...{ dataFolder: newFolder(), host: 'direct', ports: testPorts(fixedClock()), kdfPolicy: cheapKdfPolicy },
    });
    const by = { kind: 'password', login: 'coordina', password: passphrase } as const;
    await clientOf(application, () => null).restoreCopy({ folder: join(copies, copy), by, second: null });
    const { token } = await clientOf(application, () => null).signIn({ login: 'psico', password: passphrase });
    expect(
      await finds(
        clientOf(application, () => token),
        caseId,
      ),
    ).toBe(marker);
    await application.close();
  });

  it('is made for a ficha that was reserved before there were keys, when the first of its members comes', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await (await centre.as('psico')).recordAttention({ caseId, attention: told(marker) });
    const psico = await idOf(centre, 'psico');
    await centre.application.close();
    await insertSealed(
      centre.folder,
      (db) => {
        db.pragma('foreign_keys = off');
        db.prepare(
          `insert into case_seal (id, case_id, reason, proposal_id, sealed_at, version)
           values ('seal', ?, 'threat', 'none', '2026-06-10T14:00:00.000Z', 1)`,
        ).run(caseId);
        db.prepare("insert into case_seal_member values ('seal', ?)").run(psico);
        db.prepare('update case_file set is_sealed = 1 where id = ?').run(caseId);
      },
      [
        { kind: 'case_seal', id: 'seal' },
        { kind: 'case_file', id: caseId },
      ],
    );
    const later = await centre.restart();
    await later.as('coordina');
    await later.application.close();
    expect(await inKeys(centre.folder)).toBeUndefined();
    const then = await centre.restart();
    expect(await finds(await then.as('psico'), caseId)).toBe(marker);
    expect(await then.as('coordina').then((one) => one.verifyRecord({}))).toMatchObject({ isSound: true });
    await then.application.close();
    expect(await inKeys(centre.folder)).toEqual({ key_version: 1, renewal_due: 0, boxes: 1 });
    const notes = await insideFile(centre.folder, (db) => db.prepare('select note from attention').pluck().all());
    expect(JSON.stringify(notes)).not.toContain(marker);
  });

  it('leaves the words of a record that goes to another ficha, and reaches those that come', async () => {
    const { centre, caseId } = await reserved(['psico']);
    const right = await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '00112233' } } });
    const psychologist = await centre.as('psico');
    const moved = async (from: string, to: string) => {
      const { attentions } = await psychologist.listAttentions({ caseId: from });
      await psychologist.moveRecord({
        ...{ caseId: from, toCaseId: to, record: { kind: 'attention', id: attentions[0]?.id ?? '' } },
        ...{ reason: 'otherFichaOpen', words: null },
      } as never);
    };
    await moved(caseId, right.caseId);
    expect(await finds(await centre.as('legal'), right.caseId)).toBe(marker);
    await moved(right.caseId, caseId);
    expect(await finds(psychologist, caseId)).toBe(marker);
    await centre.application.close();
    const notes = await insideFile(centre.folder, (db) => db.prepare('select note from attention').pluck().all());
    expect(JSON.stringify(notes)).not.toContain(marker);
  });
});
