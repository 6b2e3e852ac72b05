/** What somebody with a grudge does around a ficha reservada: each was once seen to read, to lose or to break its words. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, aUser } from '../../support/case-builder.ts';
import { blankUser } from '../../../src/shared/people/index.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { again, enter, idOf } from '../access/people.ts';
import { propose, supervise } from '../closing/closing.ts';
import { aLine, bringIn, check, csvOf, everybodyNew, headers, send } from '../imports/a-list.ts';
import { insideFile } from '../inside-file.ts';
import { anEvent } from '../proceedings/a-proceeding.ts';
import { refusal } from '../refusal.ts';
import { plantedCase } from '../subject/planted.ts';
import { codeFor, opening, proposal, seal } from './sealing.ts';

afterEach(closeCentres);

const marker = 'ZORZALINDO';
const told = (note: string) =>
  ({ action: 'action-32', on: '2026-06-10', time: null, withWhom: 'user', outcome: 'done', note }) as const;
const other = { user: { document: { kind: 'dni' as const, state: 'known' as const, number: '00112299' } } };
const why = { reason: 'otherFichaOpen', words: null } as const;

type Person = Awaited<ReturnType<TestCentre['as']>>;

/** Tables and columns of a closed centre in which a text stands. */
const where = (centre: TestCentre, text: string) =>
  insideFile(centre.folder, (db) => {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const cells = tables.flatMap((table) =>
      (db.prepare(`select * from "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
        Object.entries(row).map(([column, value]) => ({ at: `${table}.${column}`, value })),
      ),
    );
    const words = (value: unknown) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value));
    return [...new Set(cells.filter(({ value }) => words(value).includes(text)).map(({ at }) => at))];
  });

async function membersAre(centre: TestCentre, caseId: string, logins: readonly Login[], approver: Login) {
  const members = await Promise.all(logins.map((login) => idOf(centre, login)));
  const { proposalId } = await (await centre.as('legal')).proposeSealMembers({ caseId, members });
  await (await centre.as(approver)).approveSealMembers({ proposalId }, again);
}

const notesOf = async (person: Person, caseId: string) =>
  (await person.listAttentions({ caseId })).attentions.map(({ note }) => note);

describe('a cell of the file', () => {
  async function withCell() {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const open = await centre.aCase(other);
    await (await centre.as('psico')).recordAttention({ caseId, attention: told(`${marker} en Jr. Sol 12`) });
    await seal(centre, caseId);
    await centre.application.close();
    const cell = await insideFile(centre.folder, (db) =>
      String(db.prepare("select note from attention where note like 'cem-closed:%'").pluck().get()),
    );
    return { centre: await centre.restart(), caseId, open: open.caseId, number: open.number, cell };
  }

  it('pasted into an open ficha is never written in clear by a member who touches that record', async () => {
    const { centre, open, number, cell } = await withCell();
    const [desk, psychologist] = [await centre.as('admision'), await centre.as('psico')];
    await desk.askCorrection({ number, part: 'user', words: cell });
    const [asked] = (await psychologist.listCorrections({})).corrections;
    if (asked === undefined) throw new Error('nothing was asked');
    const decision = { state: 'declined', reason: 'other', words: 'No corresponde' } as const;
    await psychologist.decideCorrection({ caseId: open, correctionId: asked.id, version: asked.version, decision });
    expect(JSON.stringify(await desk.listCorrections({}))).not.toContain(marker);
    await centre.application.close();
    expect(await where(centre, marker)).toEqual([]);
  });

  it('that is none, typed as one, breaks nobody’s lists', async () => {
    const { centre, caseId, open, number } = await withCell();
    const psychologist = await centre.as('psico');
    const typed = `cem-closed:${caseId}:1:${'A'.repeat(22)}:AAAA`;
    await (await centre.as('admision')).askCorrection({ number, part: 'user', words: typed });
    const step = { action: 'other', words: typed, service: 'psychology', staffId: null, dueOn: '2026-06-12' } as const;
    await (await centre.as('legal')).putPlanStep({ caseId: open, step });
    expect(await refusal(() => psychologist.listCorrections({}))).toBe('none');
    expect(await refusal(() => psychologist.getPlan({ caseId: open }))).toBe('none');
    expect(await refusal(() => psychologist.recordAttention({ caseId, attention: told(typed) }))).toBe('none');
    expect(await refusal(() => psychologist.listAttentions({ caseId }))).toBe('none');
  });
});

describe('a record that goes elsewhere', () => {
  it('takes all its parts out of the key, before the reserve is lifted', async () => {
    const centre = await startCentre();
    const { caseId: from } = await centre.aCase();
    const { caseId: to } = await centre.aCase(other);
    const psychologist = await centre.as('psico');
    const present = [{ staffId: await idOf(centre, 'psico'), service: 'psychology' as const }];
    const interview = {
      on: '2026-06-10',
      started: '08:10',
      ended: null,
      modality: 'centre',
      place: 'sala',
      toldStory: true,
    };
    const { interviewId } = await psychologist.recordInterview({
      caseId: from,
      interview: { ...interview, present },
    } as never);
    const partId = (await psychologist.listInterviews({ caseId: from })).interviews[0]?.parts[0]?.id ?? '';
    await psychologist.writeInterviewPart({ caseId: from, partId, version: 1, body: marker, sign: true });
    await seal(centre, from);
    const record = { kind: 'interview', id: interviewId } as never;
    await psychologist.moveRecord({ caseId: from, toCaseId: to, record, ...why });
    await (await centre.as('coordina')).openCaseSeal(opening(from), again);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    expect(JSON.stringify(await (await centre.as('psico')).listInterviews({ caseId: to }))).toContain(marker);
    await centre.application.close();
    expect(await where(centre, 'cem-closed:')).toEqual([]);
  });

  it('does not go to a ficha reservada whose key its mover waits for', async () => {
    const centre = await startCentre();
    const { caseId: from } = await centre.aCase();
    const { caseId: to } = await centre.aCase(other);
    const psychologist = await centre.as('psico');
    const { attentionId } = await psychologist.recordAttention({ caseId: from, attention: told(marker) });
    await seal(centre, from);
    await seal(centre, to, { members: ['legal', 'social'], approver: 'social' });
    await membersAre(centre, to, ['legal', 'social', 'psico'], 'coordina');
    const record = { kind: 'attention', id: attentionId } as const;
    expect(await refusal(() => psychologist.moveRecord({ caseId: from, toCaseId: to, record, ...why }))).toBe(
      'rule-broken/seal-key-waits',
    );
    expect(await notesOf(psychologist, from)).toEqual([marker]);
  });
});

describe('the key', () => {
  it('is another one with the next act of who stays, after somebody left', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await seal(centre, caseId, { members: ['psico', 'legal'] });
    const psychologist = await centre.as('psico');
    await membersAre(centre, caseId, ['psico'], 'coordina');
    await psychologist.recordAttention({ caseId, attention: told(marker) });
    expect(await notesOf(psychologist, caseId)).toEqual([marker]);
    expect(await (await centre.as('coordina')).verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    await centre.application.close();
    const keys = await insideFile(centre.folder, (db) =>
      db.prepare('select key_version, renewal_due from case_key').all(),
    );
    expect(keys).toEqual([{ key_version: 2, renewal_due: 0 }]);
  });

  it('is not made where nobody could hold it yet', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const proposalId = await proposal(centre, caseId);
    await codeFor(centre, 'psico');
    const approve = async () => (await centre.as('legal')).approveCaseSeal({ proposalId }, again);
    expect(await refusal(approve)).toBe('rule-broken/seal-nobody-ready');
    expect(await refusal(async () => (await centre.as('legal')).getCase({ caseId }))).toBe('none');
  });

  it('closes the event of two linked fichas that are reserved for the same people, and opens it with the first', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ b: { account: `Me empujó esa noche ${marker}` } });
    const daughter = aUser({ givenNames: 'Nélida Supuesta', firstSurname: 'Rojas', document: blankUser().document });
    const form = { caseId, admission, user: daughter, userLink: { kind: 'new' } } as const;
    const { caseId: child } = await (await centre.as('psico')).openLinkedCase(form);
    await seal(centre, caseId);
    await seal(centre, child);
    await (await centre.as('psico')).lock({ why: 'asked' });
    await enter(centre, 'psico');
    await centre.application.close();
    expect(await where(centre, marker)).toEqual([]);
    const later = await centre.restart();
    await later.as('psico');
    await (await later.as('coordina')).openCaseSeal(opening(child), again);
    await later.application.close();
    expect(await where(later, marker)).toEqual(['incident_account.body']);
  });
});

describe('the sentence that stands for words', () => {
  it('is kept by no act of a member who waits for the key', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await seal(centre, caseId, { members: ['psico', 'social', 'legal'], approver: 'legal' });
    await supervise(centre, caseId);
    const { lines } = await (await centre.as('psico')).getClosing({ caseId });
    const asked = (demand: string) =>
      lines
        .filter((one) => one.isAsked && one.demand === demand && one.found.length > 0)
        .map(({ line }) => ({ line, words: `Motivo ${marker}.` }));
    const proposalId = await propose(centre, caseId, { whys: asked('reason') });
    const { seen } = await (await centre.as('legal')).getClosing({ caseId });
    const code = await codeFor(centre, 'legal');
    const lawyer = await enter(centre, 'legal', code);
    await lawyer.changeOwnPassphrase({ newPassphrase: `${passphrase}-x` }, { password: code });
    const approve = () =>
      lawyer.approveCaseClosing(
        { proposalId, seen, whys: asked('approver') },
        {
          password: `${passphrase}-x`,
        },
      );
    expect(await refusal(approve)).toBe('rule-broken/seal-key-waits');
    const { closings } = await (await centre.as('psico')).getClosing({ caseId });
    expect(JSON.stringify(closings)).toContain(marker);
  });
});

describe('around a ficha reservada', () => {
  it('passages of her own copy are decided before and after', async () => {
    const centre = await startCentre();
    const { caseId } = await plantedCase(centre);
    const lawyer = await centre.as('legal');
    const asks = {
      on: '2026-06-10',
      asker: 'herself',
      representedBy: null,
      identity: 'document',
      identityWords: null,
    } as const;
    const request = { ...asks, right: 'access', words: 'Quiere su copia' } as const;
    const target = { caseId, requestId: (await lawyer.recordDataRequest({ caseId, request })).requestId };
    await lawyer.showOwnCopy(target);
    const choose = async () => {
      const passage = (await lawyer.getOwnCopy(target)).passages.find(({ isToDecide }) => isToDecide)?.key ?? '';
      return refusal(() => lawyer.choosePassage({ ...target, passage, reason: null }));
    };
    expect(await choose()).toBe('none');
    expect(await refusal(() => seal(centre, caseId, { members: ['psico', 'legal'] }))).toBe('none');
    expect(await choose()).toBe('none');
  });

  it('the row of the list it came in by is closed with it, and the list is still proven', async () => {
    const centre = await startCentre();
    const [office, second] = [await centre.as('coordina'), await centre.as('legal')];
    const rows = [[...aLine(1), `El relato: ${marker}`]];
    const importId = await send(office, csvOf(rows, [...headers, 'Observaciones']));
    await check(office, importId);
    await everybodyNew(office, importId);
    await bringIn(office, second, importId);
    const [first] = (await office.listImportedCases({ importId, after: 0 })).cases;
    const caseId = first?.caseId ?? '';
    for (const service of ['psychology', 'social'] as const) await office.handOverCase({ caseId, service });
    await seal(centre, caseId);
    expect((await office.listImportedCases({ importId, after: 0 })).cases).toEqual([]);
    expect(await office.verifyRecord({})).toMatchObject({ isSound: true, problems: [] });
    await centre.application.close();
    expect(await where(centre, marker)).toEqual([]);
  });

  it('a term near its end is told once', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({ caseId, event: anEvent('supervisionOrdered', '2026-06-08', { fixedOn: '2026-06-12' }) });
    await seal(centre, caseId, { members: ['legal', 'psico'] });
    for (let looks = 0; looks < 3; looks += 1) await lawyer.remindDeadlines({});
    const near = (await lawyer.listCaseAlerts({ caseId })).alerts.filter(({ kind }) => kind === 'deadlineNear');
    expect(near).toHaveLength(1);
  });

  it('an answer kept under its key is not told as ciphertext once the key is gone', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    await seal(centre, caseId);
    const { token } = await centre.sessionOf('psico');
    const step = { action: 'other', words: marker, service: 'social', staffId: null, dueOn: '2026-06-12' };
    const call = {
      procedure: 'putPlanStep',
      session: token,
      key: crypto.randomUUID(),
      password: null,
      input: { caseId, step },
    };
    expect(await centre.application.invoke(call)).toMatchObject({ ok: true });
    await (await centre.as('coordina')).openCaseSeal(opening(caseId), again);
    const told = await centre.application.invoke(call);
    expect(told).toMatchObject({ ok: false, failure: { reason: 'stored-before' } });
    await centre.application.close();
    expect(await where(centre, 'cem-closed:')).toEqual([]);
  });
});
