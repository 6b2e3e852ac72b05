/** The safety plan on a real record: who reads it, what it refuses, its versions, its card. */
import { blankValues } from '../../../src/shared/record/index.ts';
import { placementFields } from '../../../src/shared/reintegration/index.ts';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { blankLines, type SafetyPlanForm } from '../../../src/shared/safety/index.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { blankRecord } from '../../../src/shared/people/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { aUser, anAggressor } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { riskAnswers, signing } from '../../support/risk-answers.ts';
import { closeCentres, startCentre, testPrinters, type TestCentre } from '../../support/start-application.ts';
import { changeSealed, insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

function plan(change: Partial<SafetyPlanForm> = {}): SafetyPlanForm {
  const lines = {
    ...blankLines(),
    places: { words: 'Casa de su hermana, en mototaxi', card: 'Recoger la tela, paradero 2' },
    bag: { words: 'Donde Elena: ropa y llaves', card: 'Encargo donde Elena' },
  };
  const phones = [{ name: 'Rita', number: '986 111 222' }];
  const rereadOn = civilDateSchema.parse('2026-06-25');
  return { lines, phones, carriesCard: true, rereadOn, present: 'alone', ...change };
}

async function withCase(): Promise<{ centre: TestCentre; caseId: CaseId }> {
  const centre = await startCentre();
  const contact = { ...aUser().contact, phone: '987654321', whose: 'ella', mayCall: 'yes' as const };
  return { centre, caseId: (await centre.aCase({ user: aUser({ contact }) })).caseId };
}

const booking = { saidName: null, service: 'psychology', staffId: null, note: null, mustCall: false } as const;

const card = (words: string) => plan({ lines: { ...blankLines(), bag: { words: 'Lista', card: words } } });

describe('keepSafetyPlan', () => {
  it('keeps every version, newest first, as it was said', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    expect((await psychologist.getSafetyPlan({ caseId })).versions).toEqual([]);
    expect(await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null })).toEqual({ number: 1 });
    const [first] = (await psychologist.getSafetyPlan({ caseId })).versions;
    const second = plan({ carriesCard: false, present: 'trusted' });
    const social = await centre.as('social');
    expect(await social.keepSafetyPlan({ caseId, plan: second, over: first?.id ?? null })).toEqual({ number: 2 });
    const { versions } = await (await centre.as('legal')).getSafetyPlan({ caseId });
    expect(versions.map(({ number, plan: made }) => [number, made])).toEqual([
      [2, second],
      [1, plan()],
    ]);
    await centre.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.exec("update safety_plan set reread_on = '2026-07-01'")).toThrow(/is final/);
      // Her words stand in no table but the compartment of her whereabouts.
      const bodies = db.prepare(
        "select compartment, cast(body as text) as body from sealed_field where owner_kind = 'safety'",
      );
      expect(bodies.all()).toContainEqual({ compartment: 'safe_address', body: 'Casa de su hermana, en mototaxi' });
    });
    expect((await (await (await centre.restart()).as('visita')).verifyRecord({})).problems).toEqual([]);
  });

  it('never writes over a version that was not read', async () => {
    const { centre, caseId } = await withCase();
    const [psychologist, lawyer] = [await centre.as('psico'), await centre.as('legal')];
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    expect(await refusal(() => lawyer.keepSafetyPlan({ caseId, plan: plan(), over: null }))).toBe(
      'conflict/safety-plan-newer',
    );
    expect((await lawyer.getSafetyPlan({ caseId })).versions).toHaveLength(1);
  });

  it('is read and written by the three services that attend her, and by nobody else', async () => {
    const { centre, caseId } = await withCase();
    for (const login of ['admision', 'soporte', 'visita', 'coordina'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.getSafetyPlan({ caseId }))).toMatch(/^forbidden/);
      expect(await refusal(() => other.keepSafetyPlan({ caseId, plan: plan(), over: null }))).toMatch(/^forbidden/);
      expect(await refusal(() => other.safetyCard({ caseId }))).toMatch(/^forbidden/);
    }
  });

  it('refuses a card that tells, at its line, and keeps nothing', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const user = aUser();
    for (const words of [user.givenNames ?? '', user.firstSurname ?? '', 'Llamar al 987 654 321', 'Cita en el CEM']) {
      const kept = psychologist.keepSafetyPlan({ caseId, plan: card(words), over: null });
      await expect(kept).rejects.toMatchObject({
        failure: { reason: 'safety-card-tells', issues: [{ path: 'plan.lines.bag.card' }] },
      });
    }
    expect((await psychologist.getSafetyPlan({ caseId })).versions).toEqual([]);
  });

  it('knows everybody of the case, every number and the centre', async () => {
    const centre = await startCentre();
    const address = { ...aUser().address, text: 'Los Sauces 145' };
    const { caseId, number } = await centre.aCase({
      user: aUser({ preferredName: 'Chispa', aliases: 'La Inti', address }),
      aggressor: anAggressor({ aliases: 'Puma' }),
    });
    const psychologist = await centre.as('psico');
    const { nameState, documents, birth, toldAge } = blankRecord();
    const names = { nameState, givenNames: 'Zoila Testimonia', firstSurname: 'Paredes', secondSurname: null };
    const document = { ...documents[0], kind: null, state: 'none' as const, number: null };
    await psychologist.addParticipant({
      caseId,
      who: { kind: 'new', person: { ...names, birth, toldAge, document } },
      part: { role: 'witness', bond: null, livesWithUser: null },
    });
    const house = { way: 'shelter' as const, house: 'Hogar Amancay', since: '2026-06-10' };
    const values = { ...blankValues(placementFields), ...house } as never;
    await psychologist.noteReintegration({ caseId, ownerId: null, record: { kind: 'placement', values } });
    const telling = [
      ...['Hogar Amancay', 'Chispa', 'Inti', 'Puma', 'Zoila', 'Jirón Los Sauces 145', 'Los Ejemplos 123'],
      ...['00112233', number, 'Villa Inventada', 'Paula Inventada'],
    ];
    for (const words of telling) {
      expect(await refusal(() => psychologist.keepSafetyPlan({ caseId, plan: card(words), over: null })), words).toBe(
        'rule-broken/safety-card-tells',
      );
    }
    await psychologist.keepSafetyPlan({ caseId, plan: card('Encargo donde Elena'), over: null });
  });

  it('asks for something written, an answer on the card and a day to come', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const keep = (made: SafetyPlanForm) =>
      refusal(() => psychologist.keepSafetyPlan({ caseId, plan: made, over: null }));
    expect(await keep(plan({ lines: blankLines() }))).toBe('invalid/');
    expect(await keep(plan({ carriesCard: null as unknown as boolean }))).toBe('invalid/');
    expect(await keep(plan({ rereadOn: civilDateSchema.parse('2026-06-01') }))).toBe('rule-broken/safety-reread-past');
    const phones = Array.from({ length: 5 }, () => ({ name: 'Rita', number: '986111222' }));
    expect(await keep(plan({ phones }))).toBe('invalid/');
  });
});

describe('reading it again', () => {
  it('is asked for by a valuation after it, and said once by who read it', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    const before = await psychologist.getSafetyPlan({ caseId });
    expect(before.reread).toBeNull();
    centre.clock.advance(60_000);
    await psychologist.assessRisk({ caseId, answers: riskAnswers('no'), ...signing });
    expect((await psychologist.getSafetyPlan({ caseId })).reread).toBe('valued');
    const planId = before.versions[0]?.id;
    if (planId === undefined) throw new Error('no plan');
    centre.clock.advance(60_000);
    await psychologist.rereadSafetyPlan({ caseId, planId });
    const after = await psychologist.getSafetyPlan({ caseId });
    expect([after.reread, after.versions[0]?.readings.map(({ by }) => by)]).toEqual([
      null,
      ['Paula Inventada Psicóloga'],
    ]);
  });

  it('is asked for on its day, and of the version that stands', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const { rereadOn } = await psychologist.getSafetyPlan({ caseId });
    await psychologist.keepSafetyPlan({ caseId, plan: plan({ rereadOn }), over: null });
    const [first] = (await psychologist.getSafetyPlan({ caseId })).versions;
    if (first === undefined) throw new Error('no plan');
    await psychologist.keepSafetyPlan({ caseId, plan: plan({ rereadOn }), over: first.id });
    expect(await refusal(() => psychologist.rereadSafetyPlan({ caseId, planId: first.id }))).toBe(
      'conflict/safety-plan-newer',
    );
    centre.clock.set(`${rereadOn}T15:00:00.000Z`);
    const later = await (await centre.restart()).as('psico');
    expect((await later.getSafetyPlan({ caseId })).reread).toBe('dueDay');
  });

  it('needs a plan', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const planId = '00000000-0000-4000-8000-000000000001' as never;
    expect(await refusal(() => psychologist.rereadSafetyPlan({ caseId, planId }))).toBe('rule-broken/safety-plan-none');
    expect(await refusal(() => psychologist.safetyCard({ caseId }))).toBe('rule-broken/safety-plan-none');
  });
});

describe('the card', () => {
  it('says what she chose and nothing of her, the centre or a number of paper', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    const { file } = await psychologist.safetyCard({ caseId });
    const text = textOf(await bytesOf(psychologist, file));
    expect(text).toContain('Pendientes');
    expect(text).toContain('Encargo donde Elena');
    expect(text).toContain('986 111 222');
    expect(text).not.toMatch(/hermana|mototaxi|Emergencia|CEM|\d{4}-\d{4}|2026/);
    const released = await psychologist.releaseSafetyCard({ caseId, way: 'save', printer: null });
    expect(released.number).toMatch(/^CEM-/);
  });

  it('is none where she carries none, and none once a name it says was registered', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan({ carriesCard: false }), over: null });
    expect(await refusal(() => psychologist.safetyCard({ caseId }))).toBe('rule-broken/safety-card-none');
    const [first] = (await psychologist.getSafetyPlan({ caseId })).versions;
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: first?.id ?? null });
    await centre.close();
    await insideFile(centre.folder, (db) => {
      const id = String(db.prepare('select user_id from case_pair limit 1').pluck().get());
      const rename = db.prepare("update person set given_names = 'Elena' where id = ?");
      return changeSealed(db, { kind: 'person', id }, () => rename.run(id));
    });
    const later = await (await centre.restart()).as('psico');
    expect(await refusal(() => later.safetyCard({ caseId }))).toBe('rule-broken/safety-card-tells');
  });

  it('is seen again only by who reads the plan, and no copy of it is ever made', async () => {
    const { centre, caseId } = await withCase();
    const [psychologist, coordinator] = [await centre.as('psico'), await centre.as('coordina')];
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    await psychologist.releaseSafetyCard({ caseId, way: 'save', printer: null });
    const [document] = (await coordinator.listDocuments({ caseId })).documents;
    if (document === undefined) throw new Error('no card');
    expect(document.isMadeAnew).toBe(true);
    const documentId = document.id;
    const same = { caseId, way: 'save', recipient: null, purpose: null, reprintOf: null } as const;
    const counts = { courtCopies: 1, cargoCopies: 0, officeCopies: 0, bothSides: false };
    const batch = () => ({ ...same, ...counts, documentIds: [documentId], batchId: randomUUID(), printer: null });
    const one = { caseId, documentId, way: 'save', edition: 'court', format: 'pdf' } as const;
    const to = { recipient: 'Persona usuaria', purpose: 'Llevarla consigo' };
    for (const login of ['coordina', 'admision'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.viewDocument({ caseId, documentId }))).toMatch(/^(forbidden|not-found)/);
      expect(await refusal(() => other.releaseCopy({ ...one, ...to }))).toMatch(/^(forbidden|not-found)/);
      expect(await refusal(() => other.releaseCopies(batch()))).toMatch(/^(forbidden|not-found)/);
    }
    const { file } = await psychologist.viewDocument({ caseId, documentId });
    expect(textOf(await bytesOf(psychologist, file))).toContain('Encargo donde Elena');
    expect(await refusal(() => psychologist.releaseCopy({ ...one, ...to }))).toBe('rule-broken/card-made-anew');
    expect(await refusal(() => psychologist.releaseCopies(batch()))).toBe('rule-broken/card-made-anew');
    const [after] = (await coordinator.listDocuments({ caseId })).documents;
    expect(after?.copies.map(({ recipient, purpose }) => [recipient, purpose])).toEqual([
      ['Persona usuaria', 'Llevarla consigo'],
    ]);
  });

  it('prints none again of a card that did not come out', async () => {
    const printer = { list: () => Promise.resolve(testPrinters), print: () => Promise.reject(new Error('no paper')) };
    const centre = await startCentre({ ports: { printer } });
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    await refusal(() => psychologist.releaseSafetyCard({ caseId, way: 'print', printer: null }));
    await centre.close();
    const batchId = await insideFile(centre.folder, (db) => {
      return String(db.prepare("select batch_id from document_copy where state = 'failed'").pluck().get());
    });
    const later = await (await centre.restart()).as('psico');
    const again = { caseId, failedBatchId: batchId, batchId: randomUUID(), printer: null, bothSides: false };
    expect(await refusal(() => later.repeatCopies(again))).toBe('rule-broken/card-made-anew');
  });

  it('says nothing of the program in the properties of its file', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    const { file } = await psychologist.safetyCard({ caseId });
    const bytes = await bytesOf(psychologist, file);
    const told = ['-', '-meta'].map((how) =>
      execFileSync('pdfinfo', how === '-' ? ['-'] : [how, '-'], { input: bytes }).toString('utf8'),
    );
    expect(told.join('')).toContain('Pendientes');
    expect(`${told.join('')}${bytes.toString('latin1')}`).not.toMatch(/Registro|CEM/);
  });

  it('has the month on its back, and a ring at the day of her next visit without a word of it', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    const without = await psychologist.safetyCard({ caseId });
    expect([without.circled, without.pages]).toEqual([null, 2]);
    await psychologist.bookVisit({ ...booking, caseId, day: '2026-07-09', time: '11:00' });
    const { file, circled, pages } = await psychologist.safetyCard({ caseId });
    expect([circled, pages]).toEqual(['2026-07-09', 2]);
    const bytes = await bytesOf(psychologist, file);
    expect(textOf(bytes)).toContain('Julio L M M J V S D 1 2 3 4 5');
    expect(textOf(bytes)).not.toMatch(/11:00|cita|visita|2026|p[áa]gina/i);
    expect(bytes.equals(await bytesOf(psychologist, without.file))).toBe(false);
    expect(execFileSync('pdfinfo', ['-'], { input: bytes }).toString('utf8')).toMatch(/297\.64 x 419\.53/);
  });

  it('stays two small pages however much she wrote', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const lines = Object.fromEntries(
      Object.keys(blankLines()).map((topic) => [
        topic,
        { words: 'Algo', card: 'Comprar hilo azul y botones para la blusa de la feria' },
      ]),
    ) as SafetyPlanForm['lines'];
    const phones = ['Rita', 'Botica', 'Gas', 'Tela'].map((name) => ({ name, number: '986 111 222' }));
    await psychologist.keepSafetyPlan({ caseId, plan: plan({ lines, phones }), over: null });
    for (const seems of ['errands', 'recipe', 'calendar'] as const) {
      const look = { seems, hotline: 'consult', size: 'a6' } as const;
      expect((await psychologist.safetyCard({ caseId, look })).pages, seems).toBe(2);
    }
  });

  it('is one sheet with marks to cut where no small paper is at hand, and leaves on the sheet that was chosen', async () => {
    const sizes: (string | undefined)[] = [];
    const print = (_bytes: Uint8Array, _printer: string, bothSides?: boolean, size?: string) => {
      sizes.push(`${size ?? 'A4'} ${bothSides === true ? 'both' : 'one'}`);
      return Promise.resolve();
    };
    const centre = await startCentre({ ports: { printer: { list: () => Promise.resolve(testPrinters), print } } });
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    await psychologist.keepSafetyPlan({ caseId, plan: plan(), over: null });
    const look = { seems: 'errands', hotline: 'none', size: 'a4' } as const;
    expect((await psychologist.safetyCard({ caseId, look })).pages).toBe(1);
    await psychologist.releaseSafetyCard({ caseId, look, way: 'print', printer: null });
    await psychologist.releaseSafetyCard({ caseId, way: 'print', printer: null });
    expect(sizes).toEqual(['A4 one', 'A6 both']);
  });

  it('tells which of its words she is called with', async () => {
    const centre = await startCentre();
    const contact = { ...aUser().contact, phone: '987654321', whose: 'ella', mayCall: 'yes' as const };
    const { caseId } = await centre.aCase({ user: aUser({ contact: { ...contact, whatToSay: 'De la botica' } }) });
    const psychologist = await centre.as('psico');
    const phones = [{ name: 'Botica', number: '986 111 640' }];
    await psychologist.keepSafetyPlan({ caseId, plan: plan({ phones }), over: null });
    expect((await psychologist.safetyCard({ caseId })).doubts).toEqual(['Botica']);
  });
});
