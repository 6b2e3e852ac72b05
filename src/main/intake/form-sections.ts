/** Reading and saving the sections that are questions alone (C to F), one procedure for all of them. */
import {
  askedAnswers,
  contextOf,
  formSectionIds,
  formSections,
  knownFactsOf,
  sectionOf,
  sectionsBehind,
  type AnswersBySection,
  type Appraisal,
  type AppraisalService,
  type formContract,
  type FormSectionId,
  type KnownFact,
  type PlainForm,
  type PlainSectionId,
} from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, type FieldIssue } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { hiddenAnswers, missingQuestions, type Answers } from '../../shared/record/index.ts';
import { aboveIntake } from './above.ts';
import { readAppraisal, saveAppraisal, type AppraisalRead } from './appraisals.ts';
import { getCaseRow, updateCase } from './case-repository.ts';
import { changedIn, keepChanges } from './changes.ts';
import { forgetTyped } from './draft-repository.ts';
import { refuseClosed } from './drafts.ts';
import { allowed } from './rights.ts';
import { getFormSection, saveSection } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof formContract;

export async function answersOfSections(trx: Trx, caseId: CaseId, sections: readonly FormSectionId[]) {
  const answers: AnswersBySection = {};
  for (const id of sections) answers[id] = (await getFormSection(trx, id, caseId)).answers;
  return answers;
}

/**
 * Says at the changed answers of Section A that they hide answers saved in later sections: those are not asked any more
 * and count nowhere. Nothing is said of a section that was hidden before.
 */
export async function hiddenByA(trx: Trx, caseId: CaseId, before: Answers, after: Answers): Promise<FieldIssue[]> {
  const others = formSectionIds.filter((id) => id !== 'a');
  const saved = await answersOfSections(trx, caseId, others);
  const hiddenWith = (a: Answers) => {
    const { a: _own, ...later } = askedAnswers({ ...saved, a }).hidden;
    return new Set(Object.values(later).flat());
  };
  const hiddenBefore = hiddenWith(before);
  const count = [...hiddenWith(after)].filter((name) => !hiddenBefore.has(name)).length;
  if (count === 0) return [];
  const behind = new Set(formSectionIds.flatMap((id) => Object.keys(contextOf(id, {}))));
  const at = [...behind].find((name) => name in after && before[name] !== after[name]);
  const stored = count === 1 ? '1 respuesta guardada' : `${count} respuestas guardadas`;
  const message = `Por este cambio quedan fuera ${stored} de las secciones B a F: ya no corresponde preguntarlas. Revíselas.`;
  return [{ path: `form.answers.${at ?? 'complaintFiled'}`, message }];
}

export async function factsFor(unit: Use, section: 'b' | PlainSectionId, caseId: CaseId): Promise<KnownFact[]> {
  const readable: FormSectionId[] = [];
  for (const id of formSectionIds.slice(0, formSectionIds.indexOf(section)))
    if ((await allowed(unit, formSections[id].read, caseId)) !== null) readable.push(id);
  return knownFactsOf(section, await answersOfSections(unit.trx, caseId, readable));
}

function formOf(section: PlainSectionId, answers: Answers, appraisal: Appraisal | undefined): PlainForm {
  // The answers are those of this section's own columns.
  return { section, answers, ...(appraisal === undefined ? {} : { appraisal }) } as PlainForm;
}

export async function readFormSection(unit: Use, { caseId, section }: InputOf<Contract['getFormSection']>) {
  await unit.require(formSections[section].read, caseId);
  await getCaseRow(unit.trx, caseId);
  const saved = await getFormSection(unit.trx, section, caseId);
  const service: AppraisalService | null = formSections[section].appraisal;
  const appraisal: AppraisalRead = service === null ? { handedOver: null } : await readAppraisal(unit, caseId, service);
  unit.note({ section });
  return {
    version: saved.version,
    form: formOf(section, saved.answers, appraisal.own),
    handedOver: appraisal.handedOver,
    context: contextOf(section, await answersOfSections(unit.trx, caseId, sectionsBehind(section))),
    facts: await factsFor(unit, section, caseId),
    work: await aboveIntake.ask.workOf(unit, caseId, section),
    changed: await changedIn(unit.trx, caseId, section),
  };
}

/** What another section hides must not be stored, also when it changed since the page was opened. */
export function refuseHidden(section: FormSectionId, answers: Answers, context: Answers): void {
  const hidden = hiddenAnswers(sectionOf(section).questions, answers, context);
  const issues = hidden.map(({ path, message }) => ({ path: `form.answers.${path}`, message }));
  if (issues.length > 0) throw fail('invalid', null, issues);
}

export async function saveFormSection(unit: Use, input: InputOf<Contract['saveFormSection']>) {
  const { trx } = unit;
  const { form, caseId, version } = input;
  await unit.require(formSections[form.section].write, caseId);
  const row = await getCaseRow(trx, caseId);
  refuseClosed(row.state);
  const context = contextOf(form.section, await answersOfSections(trx, caseId, sectionsBehind(form.section)));
  refuseHidden(form.section, form.answers, context);
  const saved = await getFormSection(trx, form.section, caseId);
  const id = await saveSection(unit, form.section, { caseId, id: saved.id, version }, form.answers);
  const before = saved.isStarted ? saved.answers : null;
  const record = { kind: `section_${form.section}`, id };
  await keepChanges(unit, row, [{ part: form.section, record, before, after: form.answers }], input.reason);
  const service: AppraisalService | null = formSections[form.section].appraisal;
  if (service !== null && 'appraisal' in form) await saveAppraisal(unit, { caseId, service }, form.appraisal);
  await updateCase(unit, row);
  await forgetTyped(unit, `section-${form.section}`, caseId);
  const { questions } = sectionOf(form.section);
  const missing = missingQuestions(questions, form.answers, context);
  unit.note({ section: form.section, missing: missing.length, questions: Object.keys(questions).length });
  return { version: version + 1, missing, warnings: [], changed: await changedIn(trx, caseId, form.section) };
}
