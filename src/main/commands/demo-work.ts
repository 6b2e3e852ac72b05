/** The work of the demonstration, each step by the person whose task it is, through the same gate as the window. */
import { join } from 'node:path';
import { blankConsent } from '../../shared/care/index.ts';
import type { Contract } from '../../shared/contract.ts';
import { inventLaterSections, type InventedCase, type LaterSections } from '../../shared/demo/index.ts';
import type { PlainForm } from '../../shared/intake/index.ts';
import type { FilingOptions } from '../../shared/filings/index.ts';
import type { InputGivenOf } from '../../shared/platform/contract.ts';
import { addDays, type Month } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ArrivalId, CaseId } from '../../shared/platform/ids.ts';
import type { ReferralOptions } from '../../shared/referrals/index.ts';
import { contradicted } from '../../shared/risk/index.ts';
import { blankLines } from '../../shared/safety/index.ts';
import type { DemoPerson, DemoTeam } from './demo-centre.ts';
import { fetchFile, fetchToSave, writeNew } from './out-file.ts';

type Link = InputGivenOf<Contract['openCase']>['userLink'];

/** Whoever the desk finds under the name as it hears it; she may be the same, the psychologist settles it. */
async function linkTo(
  desk: DemoPerson,
  arrivalId: ArrivalId,
  of: { query: string; role: 'user' | 'aggressor' },
): Promise<Link> {
  const { candidates } = await desk.client.findPersons({ arrivalId, ...of });
  const [best] = candidates;
  return best === undefined ? { kind: 'new' } : { kind: 'maybe', personId: best.personId };
}

function saidName(person: InventedCase['sectionA']['user']): string {
  return [person.givenNames, person.firstSurname, person.secondSurname].filter((part) => part !== null).join(' ');
}

/** Admission: arrival, opening, Section A, hand-over to psychology. */
async function admit(desk: DemoPerson, invented: InventedCase): Promise<CaseId> {
  const { client } = desk;
  const { sectionA: form, repeats } = invented;
  const { arrivalId } = await client.openArrival({});
  const isKnown = repeats !== null;
  const unknown: Link = { kind: 'new' };
  const { caseId } = await client.openCase({
    arrivalId,
    admission: form.admission,
    user: form.user,
    userLink: isKnown ? await linkTo(desk, arrivalId, { query: saidName(form.user), role: 'user' }) : unknown,
    aggressor: form.aggressor,
    aggressorLink: isKnown
      ? await linkTo(desk, arrivalId, { query: saidName(form.aggressor), role: 'aggressor' })
      : unknown,
  });
  const { version } = await client.getSectionA({ caseId });
  await client.saveSectionA({ caseId, version, form });
  await client.handOverCase({ caseId, service: 'psychology' });
  return caseId;
}

function hasLegalWork({ wantsFiling, sectionA }: InventedCase): boolean {
  return wantsFiling || sectionA.answers.complaintFiled === 1;
}

/** What could not wait was done on the same day. */
export async function answerToday(client: DemoPerson['client'], caseId: CaseId): Promise<void> {
  const facts = (await client.getSameDay({ caseId })).facts.filter(({ closedAt }) => closedAt === null);
  if (facts.length === 0) return;
  const { admittedOn } = await client.getCase({ caseId });
  await client.answerSameDay({
    caseId,
    facts: facts.map(({ fact }) => fact),
    answer: {
      kind: 'safetyStep',
      words: 'Se hizo con ella el plan de seguridad y se avisó a su familia.',
      who: 'Psicología',
      on: admittedOn,
      time: '09:00',
      documentId: null,
    },
  });
  await doAtOnce(client, caseId);
  await readAgain(client, caseId);
}

/** What the facts ask of the plan was done on the same day too; the safety plan itself is made after it. */
async function doAtOnce(client: DemoPerson['client'], caseId: CaseId): Promise<void> {
  const { steps, today } = await client.getPlan({ caseId });
  for (const { id: stepId, action, state, version, staffId, dueOn } of steps)
    if (state === 'planned' && action !== 'safetyPlan')
      await client.changePlanStep({
        ...{ caseId, stepId, version, staffId, dueOn },
        ...{ state: 'done', doneOn: today, note: 'El mismo día.' },
      });
}

/** With the plan in hand. */
async function readAgain(client: DemoPerson['client'], caseId: CaseId): Promise<void> {
  const [plan] = (await client.getSafetyPlan({ caseId })).versions;
  if (plan !== undefined) await client.rereadSafetyPlan({ caseId, planId: plan.id });
}

export async function valueRisk(client: DemoPerson['client'], caseId: CaseId, risk: NonNullable<InventedCase['risk']>) {
  const { known } = await client.getRisk({ caseId });
  // Who answered another time: what differs is asked once more.
  const why = 'Preguntada otra vez, así lo precisó hoy.';
  const explained = contradicted(risk, known).map((about) => ({ about, why }));
  const answers = { ...risk, explained };
  await client.assessRisk({ caseId, answers, hasConsent: true, confirmedLevel: null, overrideReason: null });
  await readAgain(client, caseId);
}

/** Some weeks on: the month of the demonstration shows cases whose plan stands. */
const rereadAfter = 60;

/** Made after the valuation, as with a woman who leaves with her plan. */
async function makeSafetyPlan(client: DemoPerson['client'], caseId: CaseId): Promise<void> {
  const lines = {
    ...blankLines(),
    places: { words: 'Donde su hermana, en mototaxi; de noche, la comisaría.', card: 'Recoger la tela' },
    bag: { words: 'Donde una vecina: ropa, llaves y documentos.', card: 'Encargo donde la vecina' },
  };
  const { rereadOn } = await client.getSafetyPlan({ caseId });
  const present = 'alone' as const;
  const plan = { lines, phones: [], carriesCard: true, rereadOn: addDays(rereadOn, rereadAfter), present };
  await client.keepSafetyPlan({ caseId, plan, over: null });
}

/** Psychology: who is who, Section B, partner form, hand-over, validation. */
async function attend({ client }: DemoPerson, caseId: CaseId, invented: InventedCase): Promise<void> {
  const { unsettled } = await client.getCase({ caseId });
  for (const { role } of unsettled) {
    const { version } = await client.getCase({ caseId });
    await client.settlePerson({ caseId, version, role, isSame: true, isSure: true });
  }
  const { version } = await client.getSectionB({ caseId });
  await client.saveSectionB({ caseId, version, form: invented.sectionB });
  if (invented.staysDraft) return;
  if (invented.risk !== null) {
    await valueRisk(client, caseId, invented.risk);
  }
  await answerToday(client, caseId);
  await makeSafetyPlan(client, caseId);
  await client.handOverCase({ caseId, service: 'social' });
  if (hasLegalWork(invented)) await client.handOverCase({ caseId, service: 'legal' });
  const { proposed } = await client.proposeCondition({ caseId, answers: invented.condition });
  if (typeof proposed !== 'number') throw fail('rule-broken', 'condition-undecidable');
  const current = await client.getCase({ caseId });
  await client.validateCase({
    caseId,
    version: current.version,
    answers: invented.condition,
    condition: proposed,
    overrideReason: null,
  });
}

/** What was answered today is ticked there already. */
async function savePlan({ client }: DemoPerson, caseId: CaseId, form: LaterSections['e']): Promise<void> {
  const { version, form: kept } = await client.getFormSection({ caseId, section: 'e' });
  const ticked = kept.section === 'e' ? kept.answers.planActions : null;
  const planActions = [...new Set([...(ticked ?? []), ...(form.answers.planActions ?? [])])];
  await client.saveFormSection({
    ...{ caseId, version, form: { ...form, answers: { ...form.answers, planActions } } },
    reason: version === 0 ? null : { code: 'nowDifferent', text: null },
  });
}

/** Social work and legal fill Sections C to F of a case that counts. */
async function fillLaterSections(team: DemoTeam, caseId: CaseId, invented: InventedCase): Promise<void> {
  const { c, d, e, f } = inventLaterSections('demo', invented);
  const save = async (by: DemoPerson, form: PlainForm) => {
    await by.client.saveFormSection({ caseId, version: 0, form });
  };
  await save(team.social, c);
  if (hasLegalWork(invented)) await save(team.legal, d);
  await savePlan(team.social, caseId, e);
  await save(team.social, f);
}

async function saveCopy(
  { client }: DemoPerson,
  copy: { caseId: CaseId; documentId: string; recipient: string; purpose: string; out: string },
): Promise<void> {
  const { out, ...asked } = copy;
  const { file } = await client.releaseCopy({ ...asked, way: 'save' });
  if (file === null) throw fail('storage', 'copy-not-delivered');
  writeNew(out, await fetchFile({ client }, file));
}

const receiver = {
  post: 'Jefatura del servicio de salud mental',
  establishment: 'Centro de Salud Los Jazmines',
  authorityId: null,
} as const;

function referralOptions(start: ReferralOptions, invented: InventedCase): ReferralOptions {
  const isSexual = invented.profile.violenceType === 3;
  return {
    ...start,
    receiver,
    services: isSexual ? ['sexual-health', 'mental-health'] : ['mental-health'],
    urgency: invented.profile.level === 3 ? 'urgent' : 'preferential',
    reason: 'Requiere evaluación y seguimiento por los hechos de violencia atendidos en el centro.',
    consent: start.consent ?? { kind: 'spoken', on: start.signedOn },
  };
}

const inventedGuardian = {
  ...{ guardianNames: 'Abuela Inventada de la Práctica', guardianBond: 'abuela', assent: 'given' },
} as const;

/** Social work: consent first, then the referral and its copy. */
async function refer(social: DemoPerson, of: { caseId: CaseId; invented: InventedCase; out: string }): Promise<void> {
  const { client } = social;
  const { caseId, invented, out } = of;
  const receivers = [receiver.establishment];
  const { userAge } = await client.getCase({ caseId });
  const isChild = userAge !== null && userAge < 18;
  const guardian = isChild ? inventedGuardian : {};
  const consent = { ...blankConsent, scope: 'healthReferral', form: 'spoken', receivers, ...guardian } as const;
  await client.recordConsent({ caseId, consent });
  const { options } = await client.startReferral({ caseId, kind: 'health' });
  const { document } = await client.issueReferral({
    caseId,
    kind: 'health',
    options: referralOptions(options, invented),
  });
  const recipient = receiver.establishment;
  await saveCopy(social, { caseId, documentId: document.id, recipient, purpose: 'Atención de salud', out });
}

const court = 'Juzgado de Familia de turno';

function filingOptions(start: FilingOptions, invented: InventedCase): FilingOptions {
  const { aggressorLivesWithUser } = invented.sectionA.answers;
  const reason = 'Por los hechos narrados y el nivel de riesgo valorado por el centro.';
  const always: FilingOptions['measures'] = [
    { code: 'no-approach', reason, detail: '200 metros alrededor de ella y de los lugares que frecuenta' },
    { code: 'no-contact', reason, detail: null },
    { code: 'victim-treatment', reason: 'Por la afectación emocional que refiere.', detail: null },
  ];
  return {
    ...start,
    addressee: { treatment: 'Señor Juez', office: `del ${court}` },
    measures:
      aggressorLivesWithUser === 1
        ? [
            { code: 'removal-from-home', reason: 'Comparten la vivienda en la que ocurrió el hecho.', detail: null },
            ...always,
          ]
        : always,
    articles: ['l-16', 'l-22', 'l-22-a'],
    evidence: [{ text: 'Ficha de valoración de riesgo', purpose: 'Acreditar el nivel de riesgo' }],
    annexes: ['Copia de la ficha de valoración de riesgo'],
    urgency:
      invented.profile.level === 3 ? { asked: true, reason: 'El riesgo fue valorado como severo.' } : start.urgency,
  };
}

/** Legal: the request for measures and the copy for the court. */
async function file(lawyer: DemoPerson, of: { caseId: CaseId; invented: InventedCase; out: string }): Promise<void> {
  const { client } = lawyer;
  const { caseId, invented, out } = of;
  const { options } = await client.startFiling({ caseId, kind: 3 });
  const { document } = await client.issueFiling({
    caseId,
    kind: 3,
    options: filingOptions(options, invented),
    missingReason: null,
  });
  await saveCopy(lawyer, { caseId, documentId: document.id, recipient: court, purpose: 'Presentación', out });
}

export type WorkDone = {
  cases: number;
  drafts: number;
  filings: string[];
  referrals: string[];
  /** What was invented of each case. */
  worked: Map<CaseId, InventedCase>;
};

export const nothingDone = (): WorkDone => ({ cases: 0, drafts: 0, filings: [], referrals: [], worked: new Map() });

/** Every case from the door to its papers, in the order of admission. */
export async function workCases(
  team: DemoTeam,
  cases: readonly InventedCase[],
  folder: string,
  done: WorkDone = nothingDone(),
): Promise<WorkDone> {
  const numbered = (names: readonly string[]) => `${String(names.length + 1).padStart(2, '0')}.pdf`;
  for (const invented of cases) {
    const caseId = await admit(team.admision, invented);
    await attend(team.psicologia, caseId, invented);
    done.cases += 1;
    done.worked.set(caseId, invented);
    if (invented.staysDraft) done.drafts += 1;
    else await fillLaterSections(team, caseId, invented);
    if (invented.wantsReferral) {
      const name = join('derivaciones', `derivacion-${numbered(done.referrals)}`);
      await refer(team.social, { caseId, invented, out: join(folder, name) });
      done.referrals.push(name);
    }
    if (invented.wantsFiling) {
      const name = join('escritos', `escrito-${numbered(done.filings)}`);
      await file(team.legal, { caseId, invented, out: join(folder, name) });
      done.filings.push(name);
    }
  }
  return done;
}

/** Coordination proposes the closing, psychology approves, the frozen files go out. */
export async function closeMonth(team: DemoTeam, month: Month, folder: string): Promise<string[]> {
  const { coordinacion, psicologia } = team;
  const proposal = await coordinacion.client.proposeMonthClosing({ month }, { password: coordinacion.password });
  await psicologia.client.approveMonthClosing({ proposalId: proposal.id }, { password: psicologia.password });
  const { files } = await coordinacion.client.exportMonth({ month });
  const names: string[] = [];
  for (const one of files) {
    const name = join('reporte', one.name);
    writeNew(join(folder, name), await fetchToSave(coordinacion, one));
    names.push(name);
  }
  return names;
}
