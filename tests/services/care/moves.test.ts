/** Records typed into the wrong ficha: moved whole, with a trace on both sides and nothing readable left. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankLocation } from '../../../src/shared/risk/index.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { riskAnswers } from '../../support/risk-answers.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const marker = 'palabrazorzal';
const noDocument = { kind: null, state: 'notAsked', number: null } as const;
const note = `Nota inventada con ${marker}.`;
const consented = { hasConsent: true, confirmedLevel: null, overrideReason: null };

/** A whole FVR with the marker in what is written beside the answers. */
const signedAnswers = () => riskAnswers('yes', { observations: note });

const why = { reason: 'otherFichaOpen' as const, words: null };

async function twoCases(options: { isValidated?: boolean; rightB?: boolean } = {}) {
  const centre = await startCentre();
  const wrong = await centre.aCase({ isValidated: options.isValidated ?? true });
  const right = await centre.aCase({
    isValidated: options.isValidated ?? true,
    user: { givenNames: 'Marisol Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } },
  });
  return { centre, wrong, right };
}

async function move(
  centre: TestCentre,
  ends: { from: string; to: string },
  record:
    | { kind: 'attention' | 'interview' | 'supplement' | 'riskForm'; id: string }
    | { kind: 'section'; section: 'b' | 'c' },
  login: 'psico' | 'social' | 'legal' | 'coordina' = 'psico',
) {
  return (await centre.as(login)).moveRecord({ caseId: ends.from, toCaseId: ends.to, record, ...why });
}

/** Every table of the file and the ids that belong to one case: itself, what names it, and what those own. */
async function rowsWithMarker(centre: TestCentre, caseId: string): Promise<{ found: number; ofCase: string[] }> {
  await centre.close();
  return insideFile(centre.folder, (db) => {
    const tables = (
      db.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'").all() as {
        name: string;
      }[]
    ).map(({ name }) => name);
    const rows = tables.flatMap((table) =>
      (db.prepare(`select * from ${table}`).all() as Record<string, unknown>[]).map((row) => ({ table, row })),
    );
    const text = (value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
    const linked = new Set<unknown>([caseId]);
    const file = rows.find(({ table, row }) => table === 'case_file' && row['id'] === caseId)?.row ?? {};
    linked.add(file['incident_id']);
    const owners = [
      'case_id',
      'incident_id',
      'section_id',
      'attention_id',
      'interview_id',
      'part_id',
      'set_id',
      'owner_id',
      'form_id',
    ];
    for (let size = 0; size < linked.size;) {
      size = linked.size;
      for (const { row } of rows) {
        const isOfCase = owners.some((column) => row[column] !== undefined && linked.has(row[column]));
        if (isOfCase && row['id'] !== undefined) linked.add(row['id']);
      }
    }
    const marked = rows.filter(({ row }) => Object.values(row).some((value) => text(value).includes(marker)));
    // An answer kept for a call repeated belongs to nobody: it must not hold them either.
    const isLeft = ({ table, row }: (typeof marked)[number]) =>
      table === 'idempotency_key' || ['id', ...owners].some((column) => linked.has(row[column]));
    const ofCase = marked.filter(isLeft).map(({ table }) => table);
    return { found: marked.length, ofCase };
  });
}

/** What every screen of a case reads, as text. */
async function everythingRead(centre: TestCentre, caseId: string): Promise<string> {
  const read: unknown[] = [];
  for (const login of ['psico', 'social', 'legal', 'coordina'] as const) {
    const client = await centre.as(login);
    const calls = [
      () => client.getCase({ caseId }),
      () => client.getSectionA({ caseId }),
      () => client.getSectionB({ caseId }),
      () => client.getFormSection({ caseId, section: 'c' }),
      () => client.listFormChanges({ caseId, section: null }),
      () => client.getAccount({ caseId }),
      () => client.listAttentions({ caseId }),
      () => client.listInterviews({ caseId }),
      () => client.listMovable({ caseId }),
      () => client.getRisk({ caseId }),
      () => client.listDocuments({ caseId }),
    ];
    for (const call of calls) {
      read.push(await call().catch(() => null));
      centre.clock.advance(500);
    }
  }
  return JSON.stringify(read);
}

async function expectGone(centre: TestCentre, wrong: string, right: string): Promise<void> {
  expect(await everythingRead(centre, right)).toContain(marker);
  const drafts = [];
  for (const login of ['psico', 'social'] as const)
    drafts.push(await (await centre.as(login)).openDraft({ form: 'section-b', caseId: wrong }));
  const left = (await everythingRead(centre, wrong)) + JSON.stringify(drafts);
  expect(left).not.toContain(marker);
  expect(left).not.toContain(right);
  const coordinator = await centre.as('coordina');
  expect(await coordinator.verifyRecord({})).toMatchObject({ isSound: true });
  const { found, ofCase } = await rowsWithMarker(centre, wrong);
  expect(found).toBeGreaterThan(0);
  expect(ofCase).toEqual([]);
}

/** A ficha of somebody else that was only opened. */
async function emptyCase(centre: TestCentre, likeId: string) {
  const desk = await centre.as('admision');
  const { form } = await (await centre.as('psico')).getSectionA({ caseId: likeId });
  const opened = await desk.openCase({
    arrivalId: null,
    admission: form.admission,
    user: {
      ...form.user,
      givenNames: 'Otra Inventada',
      document: { kind: 'dni', state: 'notAsked', number: null },
    },
    userLink: { kind: 'new' },
    aggressor: form.aggressor,
    aggressorLink: { kind: 'new' },
  });
  for (const service of ['psychology', 'social', 'legal'] as const)
    await desk.handOverCase({ caseId: opened.caseId, service });
  return opened;
}

describe('moving a record', () => {
  it('takes an attention with its history, and says on each side only what it may', async () => {
    const { centre, wrong, right } = await twoCases();
    const psychologist = await centre.as('psico');
    const attention = {
      action: 'action-32',
      on: '2026-06-09',
      time: null,
      withWhom: 'user' as const,
      outcome: 'done' as const,
      note,
    };
    const { attentionId } = await psychologist.recordAttention({ caseId: wrong.caseId, attention });
    const change = { caseId: wrong.caseId, attentionId, version: 1, isWithdrawn: false };
    await psychologist.correctAttention({ ...change, attention, reason: 'other', words: `Motivo ${marker}` });
    await move(centre, { from: wrong.caseId, to: right.caseId }, { kind: 'attention', id: attentionId });
    const there = await psychologist.listAttentions({ caseId: right.caseId });
    expect(there.attentions).toMatchObject([{ note, changes: [{ words: `Motivo ${marker}` }] }]);
    expect((await psychologist.listMovable({ caseId: wrong.caseId })).moves).toMatchObject([
      { way: 'out', kind: 'attention', reason: 'otherFichaOpen', words: null },
    ]);
    expect((await psychologist.listMovable({ caseId: right.caseId })).moves).toMatchObject([{ way: 'in' }]);
    await expectGone(centre, wrong.caseId, right.caseId);
  });

  it('takes an interview with every part, signed or not', async () => {
    const { centre, wrong, right } = await twoCases();
    const psychologist = await centre.as('psico');
    const social = await centre.as('social');
    const { professionals } = await psychologist.listInterviews({ caseId: wrong.caseId });
    const present = professionals
      .filter((one) => one.services.some((service) => service !== 'legal'))
      .map((one) => ({ staffId: one.staffId, service: one.services[0] ?? ('social' as const) }));
    const interview = {
      ...{ on: '2026-06-10', started: '08:10', ended: null, modality: 'centre' as const },
      ...{ place: `sala ${marker}`, toldStory: true, present },
    };
    const { interviewId } = await psychologist.recordInterview({ caseId: wrong.caseId, interview });
    for (const client of [psychologist, social]) {
      const { interviews } = await client.listInterviews({ caseId: wrong.caseId });
      const own = interviews[0]?.parts.find((part) => part.isOwn);
      const part = { caseId: wrong.caseId, partId: own?.id ?? '', version: 1, body: note };
      await client.writeInterviewPart({ ...part, sign: client === psychologist });
    }
    await move(centre, { from: wrong.caseId, to: right.caseId }, { kind: 'interview', id: interviewId });
    // Each ficha has an account of its own: in the wrong one it is the interview again, in the right one it was told with it.
    const told = async (caseId: string) => (await psychologist.listInterviews({ caseId })).retellings.here;
    expect([await told(wrong.caseId), await told(right.caseId)]).toEqual([1, 1]);
    await expectGone(centre, wrong.caseId, right.caseId);
  });

  it('takes a signed FVR, which still says what was signed', async () => {
    const { centre, wrong, right } = await twoCases();
    const psychologist = await centre.as('psico');
    const record = await psychologist.assessRisk({ caseId: wrong.caseId, answers: signedAnswers(), ...consented });
    const location = blankLocation();
    const answered = { ...location.answers, sharedHome: note, hisHome: note };
    const annex = { ...location, answers: answered, blank: 'notKnown' as const };
    await psychologist.recordLocation({ caseId: wrong.caseId, form: annex });
    const ends = { from: wrong.caseId, to: right.caseId };
    const form = { kind: 'riskForm' as const, id: record.id };
    expect(await refusal(() => move(centre, ends, form, 'social'))).toBe('rule-broken/move-not-own');
    await move(centre, ends, form);
    expect((await psychologist.getRisk({ caseId: right.caseId })).records).toEqual([record]);
    expect((await psychologist.getRisk({ caseId: wrong.caseId })).records).toEqual([]);
    // What it told goes along; the other ficha says nothing of it any more.
    expect((await psychologist.getSameDay({ caseId: wrong.caseId })).facts).toEqual([]);
    expect((await psychologist.getSameDay({ caseId: right.caseId })).facts).toHaveLength(4);
    expect((await psychologist.getLocation({ caseId: wrong.caseId })).records).toEqual([]);
    expect((await psychologist.getLocation({ caseId: right.caseId })).records).toHaveLength(1);
    await expectGone(centre, wrong.caseId, right.caseId);
    await insideFile(centre.folder, (db) => {
      const rewrite = db.prepare("update partner_risk_form set confirmed_level = 'mild'");
      expect(() => rewrite.run()).toThrow('signed form is final');
    });
  });

  it('takes no FVR to a ficha where the form does not apply', async () => {
    const centre = await startCentre();
    const wrong = await centre.aCase();
    const right = await centre.aCase({
      a: { answers: { bondGroup: 3, partnerBond: null, otherBond: 1 } },
      user: { givenNames: 'Marisol Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } },
      isValidated: false,
    });
    const psychologist = await centre.as('psico');
    const { id } = await psychologist.assessRisk({ caseId: wrong.caseId, answers: signedAnswers(), ...consented });
    const ends = { from: wrong.caseId, to: right.caseId };
    expect(await refusal(() => move(centre, ends, { kind: 'riskForm', id }))).toBe('rule-broken/not-partner');
  });

  it('takes a supplement of the account', async () => {
    const { centre, wrong, right } = await twoCases();
    const psychologist = await centre.as('psico');
    await psychologist.addAccountSupplement({ caseId: wrong.caseId, body: note });
    const { supplements } = await psychologist.getAccount({ caseId: wrong.caseId });
    const id = supplements[0]?.id ?? '';
    expect(
      await refusal(() => move(centre, { from: wrong.caseId, to: right.caseId }, { kind: 'supplement', id }, 'social')),
    ).toBe('rule-broken/move-not-own');
    await move(centre, { from: wrong.caseId, to: right.caseId }, { kind: 'supplement', id });
    await expectGone(centre, wrong.caseId, right.caseId);
  });

  it('takes Section B with event, account, appraisal, history and drafts', async () => {
    const centre = await startCentre();
    const wrong = await centre.aCase({ isValidated: false, b: { account: note } });
    const psychologist = await centre.as('psico');
    const { version, form } = await psychologist.getSectionB({ caseId: wrong.caseId });
    const place = `patio ${marker}`;
    const appraisal = { text: `Apreciación ${marker}`, isHandedOver: true };
    const written = { ...form, incident: { ...form.incident, place }, appraisal };
    await psychologist.saveSectionB({ caseId: wrong.caseId, version, form: written });
    const again = { ...written, incident: { ...written.incident, place: `corral ${marker}` } };
    await psychologist.saveSectionB({ caseId: wrong.caseId, version: version + 1, form: again });
    const { draftId } = await psychologist.openDraft({ form: 'section-b', caseId: wrong.caseId });
    await psychologist.saveDraft({ draftId, body: JSON.stringify({ typed: marker }) });
    await psychologist.openDraft({ form: 'section-b', caseId: wrong.caseId });
    const opened = await emptyCase(centre, wrong.caseId);
    const ends = { from: wrong.caseId, to: opened.caseId };
    await move(centre, ends, { kind: 'section', section: 'b' });
    const there = await psychologist.getSectionB({ caseId: opened.caseId });
    expect(there.form).toMatchObject({ account: note, incident: { place: `corral ${marker}` }, appraisal });
    const here = await psychologist.getCase({ caseId: wrong.caseId });
    expect(here.sections.find((one) => one.id === 'b')?.state).toBe('notStarted');
    expect(here.riskLevel).toBeNull();
    expect(await refusal(() => move(centre, ends, { kind: 'section', section: 'b' }))).toBe(
      'rule-broken/nothing-to-move',
    );
    await expectGone(centre, wrong.caseId, opened.caseId);
  });

  it('leaves Section B where the case was counted by it', async () => {
    const centre = await startCentre();
    const wrong = await centre.aCase();
    const { caseId: to } = await emptyCase(centre, wrong.caseId);
    const section = { kind: 'section' as const, section: 'b' as const };
    expect(await refusal(() => move(centre, { from: wrong.caseId, to }, section))).toBe('rule-broken/move-validated');
    const psychologist = await centre.as('psico');
    expect((await psychologist.getSectionB({ caseId: wrong.caseId })).form.account).toContain('Relato inventado');
    expect((await psychologist.getSectionB({ caseId: to })).form.account).toBeNull();
  });

  it('leaves Section B where another ficha quotes its account, and takes none to such a ficha', async () => {
    const centre = await startCentre();
    const told = await centre.aCase({ isValidated: false });
    const other = await centre.aCase({
      isValidated: false,
      user: { givenNames: 'Marisol Inventada', document: { kind: 'dni', state: 'known', number: '00445566' } },
    });
    const empty = await emptyCase(centre, told.caseId);
    const psychologist = await centre.as('psico');
    const { form } = await psychologist.getSectionA({ caseId: told.caseId });
    const child = { ...form.user, givenNames: 'Nina Inventada', document: noDocument };
    const link = (caseId: string) =>
      psychologist.openLinkedCase({ caseId, admission: form.admission, user: child, userLink: { kind: 'new' } });
    await link(told.caseId);
    const section = { kind: 'section' as const, section: 'b' as const };
    const attempt = (from: string, to: string) => refusal(() => move(centre, { from, to }, section));
    expect(await attempt(told.caseId, empty.caseId)).toBe('rule-broken/event-shared');
    await link(empty.caseId);
    expect(await attempt(other.caseId, empty.caseId)).toBe('rule-broken/event-shared');
    expect((await psychologist.getSectionB({ caseId: other.caseId })).form.account).toContain('Relato inventado');
    expect((await psychologist.getSectionB({ caseId: empty.caseId })).form.account).toBeNull();
  });

  it('refuses what cannot be taken back, mixed or counted twice', async () => {
    const { centre, wrong, right } = await twoCases();
    const ends = { from: wrong.caseId, to: right.caseId };
    const section = { kind: 'section' as const, section: 'b' as const };
    expect(await refusal(() => move(centre, ends, section))).toBe('rule-broken/section-filled');
    expect(await refusal(() => move(centre, { ...ends, to: wrong.caseId }, section))).toBe('rule-broken/same-ficha');
    expect(await refusal(() => move(centre, ends, { kind: 'section', section: 'c' }))).toBe(
      'rule-broken/nothing-to-move',
    );
    const psychologist = await centre.as('psico');
    await psychologist.addAccountSupplement({ caseId: wrong.caseId, body: note });
    const lawyer = await centre.as('legal');
    const { options } = await lawyer.startFiling({ caseId: wrong.caseId, kind: 3 });
    const decided = {
      addressee: { treatment: 'Señora jueza del', office: 'Juzgado de Familia de turno' },
      measures: [{ code: 'removal-from-home' as const, reason: 'Él volvió a la vivienda.', detail: null }],
      articles: ['l-22' as const],
    };
    const { document } = await lawyer.issueFiling({
      caseId: wrong.caseId,
      kind: 3,
      options: { ...options, ...decided },
      missingReason: 'urgency',
    });
    const { file } = await lawyer.viewDocument({ caseId: wrong.caseId, documentId: document.id });
    expect(textOf(await bytesOf(lawyer, file))).toContain(marker);
    const { supplements } = await psychologist.getAccount({ caseId: wrong.caseId });
    expect(await refusal(() => move(centre, ends, { kind: 'supplement', id: supplements[0]?.id ?? '' }))).toBe(
      'rule-broken/move-in-paper',
    );
  });

  it('names the other ficha only to who may move to it, and reads the same for none', async () => {
    const { centre, wrong, right } = await twoCases();
    const psychologist = await centre.as('psico');
    const look = (number: string) => psychologist.findMoveTarget({ caseId: wrong.caseId, number });
    expect(await look(right.number)).toMatchObject({ toCaseId: right.caseId, userName: 'Marisol Quispe' });
    const coordinator = await centre.as('coordina');
    const other = await coordinator.openCase({
      arrivalId: null,
      admission: (await psychologist.getSectionA({ caseId: wrong.caseId })).form.admission,
      user: {
        ...(await psychologist.getSectionA({ caseId: wrong.caseId })).form.user,
        givenNames: 'Ajena Inventada',
        document: { kind: 'dni', state: 'notAsked', number: null },
      },
      userLink: { kind: 'new' },
      aggressor: (await psychologist.getSectionA({ caseId: wrong.caseId })).form.aggressor,
      aggressorLink: { kind: 'new' },
    });
    expect(await refusal(() => look(other.number))).toBe('rule-broken/ficha-out-of-reach');
    expect(await refusal(() => look('2026-9999'))).toBe('rule-broken/ficha-out-of-reach');
    const record = { kind: 'section' as const, section: 'b' as const };
    expect(await refusal(() => move(centre, { from: wrong.caseId, to: other.caseId }, record))).toBe('not-found/');
  });
});
