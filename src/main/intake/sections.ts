/** Reading and saving Sections A and B. A section can be saved at any point; what is missing is told, not refused. */
import {
  sectionA,
  sectionAIssues,
  sectionB,
  sectionBIssues,
  type RuleIssue,
  type intakeContract,
  type SectionAForm,
  type SectionBForm,
} from '../../shared/intake/index.ts';
import { reviewWords } from '../../shared/conflicts/index.ts';
import { changesBetween } from '../../shared/history/index.ts';
import { mostYears, nothingTold, personWarnings, shareDocument, withToldAge } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, type FieldIssue } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isDeclared } from '../conflicts/index.ts';
import { asInformant, getPerson, keepTold, keepToldAge, toldOf } from '../people/index.ts';
import { aboveIntake } from './above.ts';
import { lookAtDoor } from './at-door.ts';
import { readableAccount, refuseOtherEvent, saveAccount } from './account.ts';
import {
  eventOf,
  getCaseRow,
  getIncident,
  getPair,
  updateCase,
  updateIncident,
  type CaseRow,
  type PairRow,
} from './case-repository.ts';
import { admissionColumns, sameDocumentWords, typedPaperNumber } from './cases.ts';
import { readAppraisal, saveAppraisal } from './appraisals.ts';
import { changedIn, fieldsOf, keepChanges, type PartChange } from './changes.ts';
import { factsFor, hiddenByA, refuseHidden } from './form-sections.ts';
import { forgetTyped } from './draft-repository.ts';
import { fichaNumberOf, requireFreeFichaNumber, requireUnchangedOnceSet } from './ficha-number.ts';
import { paperNumberOf, placePaperNumber } from './paper-numbers.ts';
import { contextOfB, missingInB, missingOfA } from './progress.ts';
import { askAgain } from './door-answers.ts';
import { readEarlierVisit } from './earlier-visit.ts';
import { personSeen } from './person-sight.ts';
import { reopenCorrected } from './reopen.ts';
import { tellSameDocument } from './same-document.ts';
import { renewSectionsOf } from './section-renewal.ts';
import {
  formKept,
  informantSeen,
  keptPersons,
  type Kept,
  type KeptPersons,
  refuseUnreasoned,
  saveInformant,
  savePair,
} from './section-a-persons.ts';
import { getSectionA, getSectionB, updateSection, type SavedSection } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof intakeContract;

async function admissionOf(trx: Trx, row: CaseRow): Promise<SectionAForm['admission']> {
  return {
    admittedOn: row.admitted_on,
    admittedTime: row.admitted_time,
    shift: row.shift,
    fichaNumber: fichaNumberOf(row),
    isFromPaper: row.is_from_paper === 1,
    paperNumber: await paperNumberOf(trx, row.id),
  };
}

export async function readSectionA(unit: Use, { caseId }: { caseId: CaseId }) {
  const row = await getCaseRow(unit.trx, caseId);
  const pair = await getPair(unit.trx, row.pair_id);
  const saved = await getSectionA(unit.trx, caseId);
  const of = { userId: pair.user_id, answers: saved.answers };
  const { user, ...before } = await readEarlierVisit(unit, row, of);
  return {
    version: saved.version,
    form: {
      admission: await admissionOf(unit.trx, row),
      user,
      aggressor: await personSeen(unit.trx, unit, { caseId, personId: pair.aggressor_id }),
      informant: await informantSeen(unit, row),
      answers: saved.answers,
    },
    changed: await changedIn(unit.trx, caseId, 'a'),
    ...before,
  };
}

export async function saveSectionA(unit: Use, input: InputOf<Contract['saveSectionA']>) {
  const { trx } = unit;
  const row = await getCaseRow(trx, input.caseId);
  const issues = issuesOfA(input.form, unit.today);
  refuseErrors(issues);
  const saved = await getSectionA(trx, input.caseId);
  const pair = await getPair(trx, row.pair_id);
  const all = await keptPersons(unit, row, pair, input.form);
  const form = formKept(input.form, all);
  const changes = await changesOfA(trx, { row, pair, saved, all }, form);
  if (input.reason === null) await refuseUnreasoned(unit, row, all, changes);
  await placeNumbers(unit, row, form.admission);
  await updateSection(unit, 'a', { id: saved.id, version: input.version }, { answers: form.answers });
  await keepChanges(unit, row, changes, input.reason);
  const altered = personsChanged(changes);
  const otherwise = await savePair(unit, row, { all, altered });
  await keepToldAges(unit, input.caseId, pair, { before: saved.answers, form });
  const informantId = await saveInformant(unit, row, { form, all, altered });
  await renewSectionsOf(unit, altered, row.id);
  await updateCase(unit, row, {
    ...admissionColumns(form.admission),
    informant_id: informantId,
    contact_asked_on: all.askedOn,
  });
  for (const role of otherwise) await askAgain(unit, row, role);
  if (otherwise.length > 0) await lookAtDoor(unit, row.id);
  if (altered.includes(pair.user_id)) await tellSameDocument(unit, row, pair.user_id);
  await reopenCorrected(unit, row, changes);
  await forgetTyped(unit, 'section-a', row.id);
  const missing = await missingOfA(trx, unit, { caseId: row.id, answers: form.answers });
  unit.note({ missing: missing.length, questions: Object.keys(sectionA.questions).length });
  return {
    version: input.version + 1,
    missing,
    warnings: [
      ...warningsOf(issues),
      ...(await conflictWarnings(trx, input.form)),
      ...(await hiddenByA(trx, row.id, saved.answers, form.answers)),
      ...personWarnings(input.form.user, { admittedOn: form.admission.admittedOn, age: form.answers.userAge }).map(
        ({ path, message }) => ({ path: `form.user.${path}`, message }),
      ),
    ],
    changed: await changedIn(trx, row.id, 'a'),
  };
}

/** An age told is a dated fact of the person where her birth date is not known: by it she is known again. */
async function keepToldAges(
  unit: Use,
  caseId: CaseId,
  pair: PairRow,
  { before: saved, form }: { before: SectionAForm['answers']; form: SectionAForm },
): Promise<void> {
  const told = [
    { id: pair.user_id, person: form.user, was: saved.userAge, years: form.answers.userAge },
    { id: pair.aggressor_id, person: form.aggressor, was: saved.aggressorAge, years: form.answers.aggressorAge },
  ];
  for (const { id, person, was, years } of told) {
    if (years === null || years > mostYears || years === was || person.birth !== null) continue;
    const age = { years, on: form.admission.admittedOn };
    if (!(await keepToldAge(unit.trx, id, age))) continue;
    unit.touch('person', id);
    const before = (await toldOf(unit.trx, id)).get(caseId) ?? nothingTold;
    await keepTold(unit, { caseId, personId: id }, { before, told: withToldAge(before, age) });
  }
}

/** Neutral, whoever it concerns: the person typing learns that somebody must look, not who or why. */
async function conflictWarnings(trx: Trx, form: InputOf<Contract['saveSectionA']>['form']) {
  const warnings = [];
  for (const role of ['user', 'aggressor'] as const) {
    if (await isDeclared(trx, form[role])) {
      warnings.push({ path: `form.${role}.document.number`, message: reviewWords });
    }
  }
  return warnings;
}

/** The official number and that of the paper, each of one ficha alone. */
async function placeNumbers(
  unit: Use,
  row: CaseRow,
  admission: InputOf<Contract['saveSectionA']>['form']['admission'],
): Promise<void> {
  const path = 'form.admission.fichaNumber';
  requireUnchangedOnceSet(row, admission.fichaNumber, path);
  await requireFreeFichaNumber(unit, admission.fichaNumber, { caseId: row.id, path });
  const number = typedPaperNumber(admission);
  await placePaperNumber(unit, row.id, { number, path: 'form.admission.paperNumber' });
}

type SavedA = {
  row: CaseRow;
  pair: PairRow;
  saved: SavedSection<SectionAForm['answers']>;
  all: Pick<KeptPersons, 'user' | 'aggressor' | 'informant'>;
};

async function informantGone(trx: Trx, id: string): Promise<PartChange> {
  const before = fieldsOf(asInformant(await getPerson(trx, id)));
  return { part: 'informant', record: { kind: 'person', id }, before, after: {} };
}

/** As this ficha had her: a document typed beside that of another ficha takes the place of none. */
const personBefore = ({ stored, shown, isDocumentBeside }: Kept) =>
  isDocumentBeside ? { ...stored, document: shown.document } : stored;

/** Header, persons and answers as they were and as this save leaves them. */
async function changesOfA(trx: Trx, { row, saved, all }: SavedA, form: SectionAForm): Promise<PartChange[]> {
  const isFirst = !saved.isStarted;
  const header = { record: { kind: 'case_file', id: row.id }, part: 'header' } as const;
  const now = await admissionOf(trx, row);
  const person = (part: 'user' | 'aggressor' | 'informant', one: Kept, given: object | null) => ({
    part,
    record: { kind: 'person', id: one.personId },
    before: fieldsOf(part === 'informant' ? asInformant(personBefore(one)) : personBefore(one)),
    after: fieldsOf(given) ?? {},
    onlyAltered: isFirst,
  });
  return [
    {
      ...header,
      before: fieldsOf(now),
      // A paper number left out stays as it is.
      after: fieldsOf({ ...form.admission, paperNumber: form.admission.paperNumber ?? now.paperNumber }) ?? {},
      onlyAltered: isFirst,
    },
    person('user', all.user, form.user),
    person('aggressor', all.aggressor, form.aggressor),
    ...(all.informant === null ? [] : [person('informant', all.informant, form.informant)]),
    ...(form.informant === null && row.informant_id !== null ? [await informantGone(trx, row.informant_id)] : []),
    {
      part: 'a',
      record: { kind: 'section_a', id: saved.id },
      before: isFirst ? null : saved.answers,
      after: form.answers,
    },
  ];
}

/** Persons of whom this save leaves something else in the record. */
function personsChanged(changes: readonly PartChange[]): string[] {
  const persons = changes.filter(({ record }) => record.kind === 'person');
  return persons
    .filter(({ before, after }) => before !== null && changesBetween(before, after).length > 0)
    .map(({ record }) => record.id);
}

/** Rules of the section with paths as the form of the caller has them. */
function issuesOfA(form: InputOf<Contract['saveSectionA']>['form'], today: CivilDate): RuleIssue[] {
  const { admittedOn } = form.admission;
  const issues = sectionAIssues(form.answers, { birth: form.user.birth, admittedOn }).map((issue) => ({
    ...issue,
    path: issue.path === 'birth' ? 'form.user.birth' : `form.answers.${issue.path}`,
  }));
  if (admittedOn > today) {
    const message = 'La fecha de ingreso no puede ser futura.';
    issues.push({ path: 'form.admission.admittedOn', message, severity: 'error' });
  }
  if (shareDocument(form.user, form.aggressor)) {
    issues.push({ path: 'form.aggressor.document.number', message: sameDocumentWords, severity: 'error' });
  }
  return issues;
}

function issuesOfB(form: SectionBForm, admittedOn: CivilDate): RuleIssue[] {
  return sectionBIssues(form.answers, { occurredOn: form.incident.occurredOn, admittedOn }).map((issue) => ({
    ...issue,
    path: issue.path === 'occurredOn' ? 'form.incident.occurredOn' : `form.answers.${issue.path}`,
    // A section can be saved half filled: what only an answer still missing would mend waits for the validation.
    severity: issue.path === 'occurredOn' || issue.path === 'disappearedOn' ? issue.severity : 'warning',
  }));
}

function refuseErrors(issues: readonly RuleIssue[]): void {
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0) throw fail('rule-broken', 'section-rules', errors.map(asField));
}

function warningsOf(issues: readonly RuleIssue[]): FieldIssue[] {
  return issues.filter((issue) => issue.severity === 'warning').map(asField);
}

const asField = ({ path, message }: RuleIssue): FieldIssue => ({ path, message });

export async function readSectionB(unit: Use, { caseId }: { caseId: CaseId }) {
  const row = await getCaseRow(unit.trx, caseId);
  const a = await getSectionA(unit.trx, caseId);
  const saved = await getSectionB(unit.trx, caseId);
  const { own, handedOver } = await readAppraisal(unit, caseId, 'psychology');
  return {
    version: saved.version,
    form: {
      incident: await incidentOf(unit.trx, row),
      ...(await readableAccount(unit, row)),
      answers: saved.answers,
      ...(own === undefined ? {} : { appraisal: own }),
    },
    handedOver,
    facts: await factsFor(unit, 'b', caseId),
    work: await aboveIntake.ask.workOf(unit, caseId, 'b'),
    changed: await changedIn(unit.trx, caseId, 'b'),
    known: { userSex: a.answers.userSex, userAge: a.answers.userAge, complaintFiled: a.answers.complaintFiled },
  };
}

async function incidentOf(trx: Trx, row: CaseRow): Promise<SectionBForm['incident']> {
  return eventOf(await getIncident(trx, row.incident_id));
}

type SavedB = { readonly row: CaseRow; readonly saved: SavedSection<SectionBForm['answers']> };

/** Answers besides what the call does the row, and the answers that this save replaced. */
export async function saveSectionB(unit: Use, input: InputOf<Contract['saveSectionB']>) {
  const { trx } = unit;
  const { form } = input;
  const row = await getCaseRow(trx, input.caseId);
  const a = await getSectionA(trx, input.caseId);
  refuseHidden('b', form.answers, contextOfB(a.answers));
  const issues = issuesOfB(form, row.admitted_on);
  refuseErrors(issues);
  const saved = await getSectionB(trx, input.caseId);
  await updateSection(unit, 'b', { id: saved.id, version: input.version }, { answers: form.answers });
  await refuseOtherEvent(unit, row, form.incident);
  const changes = await changesOfB(trx, { row, saved }, form);
  await keepChanges(unit, row, changes, input.reason);
  await saveAppraisal(unit, { caseId: input.caseId, service: 'psychology' }, form.appraisal);
  await updateIncident(unit, row.incident_id, form.incident);
  await saveAccount(unit, row, form.account);
  await updateCase(unit, row);
  await reopenCorrected(unit, row, changes);
  await forgetTyped(unit, 'section-b', row.id);
  const missing = missingInB(a.answers, form.answers);
  unit.note({ missing: missing.length, questions: Object.keys(sectionB.questions).length });
  const changed = await changedIn(trx, row.id, 'b');
  const output = { version: input.version + 1, missing, warnings: warningsOf(issues), changed };
  return { row, before: saved.answers, output };
}
/** Event and answers as they were and as this save leaves them; the account has versions of its own. */
async function changesOfB(trx: Trx, { row, saved }: SavedB, form: SectionBForm): Promise<PartChange[]> {
  return [
    {
      part: 'event',
      record: { kind: 'incident', id: row.incident_id },
      before: fieldsOf(await incidentOf(trx, row)),
      after: fieldsOf(form.incident) ?? {},
      onlyAltered: !saved.isStarted,
    },
    {
      part: 'b',
      record: { kind: 'section_b', id: saved.id },
      before: saved.isStarted ? saved.answers : null,
      after: form.answers,
    },
  ];
}
