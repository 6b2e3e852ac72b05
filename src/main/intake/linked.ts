/** A ficha for a child or relative who is also a victim of the same event (D10). */
import { blankSectionA, blankSectionB, sectionA, type mendingContract } from '../../shared/intake/index.ts';
import { shareDocument } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { askedQuestions, type Answers } from '../../shared/platform/questions.ts';
import type { Trx } from '../database.ts';
import { getPerson } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { casesOfIncident } from './account-repository.ts';
import { getCaseRow, getPair, insertCase, nextCaseNumber, updateCase } from './case-repository.ts';
import {
  checkAdmission,
  grant,
  newCase,
  placePair,
  placePerson,
  sameDocumentWords,
  typedPaperNumber,
} from './cases.ts';
import { keepDoorAnswers } from './door-answers.ts';
import { askInReserve } from './doubts.ts';
import { requireFreeFichaNumber } from './ficha-number.ts';
import { placePaperNumber } from './paper-numbers.ts';
import { nameIn } from './person-sight.ts';
import { allowed } from './rights.ts';
import { getSectionA, insertSection } from './section-repository.ts';

type Use = Unit<Trx>;
type Contract = typeof mendingContract;

/** What speaks of the aggressor as the user's: the bond, and whether they live together. */
const ofThePair = ['userRemembersAggressorDni', 'aggressorLivesWithUser'];
const ofTheEvent = ['incidentDistrict', 'incidentSettlement', 'intakeChannel', 'complaintFiled', 'awarenessSource'];
const ofTheInformant = ['informantSex', 'informantAge', 'informantArea'];

/** Answers of Section A that are the same for everybody of the event: aggressor, place, channel, informant. */
export function sharedAnswers(answers: Answers): Answers {
  const isShared = (name: string) =>
    (name.startsWith('aggressor') && !ofThePair.includes(name)) || [...ofTheEvent, ...ofTheInformant].includes(name);
  // A child does not speak for itself: whoever told the event informs here as well.
  const kept: Record<string, unknown> = { ...blankSectionA(), informantIsUser: 0 };
  for (const name of Object.keys(kept)) if (isShared(name)) kept[name] = answers[name] ?? null;
  // What rests on an answer that is not shared (where he lives) is asked again.
  const asked = askedQuestions(sectionA.questions, kept, {});
  return Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, asked.includes(name) ? value : null]));
}

async function insertSections(unit: Use, caseId: string, answers: Answers): Promise<void> {
  const by = unit.session.staffId;
  for (const [section, start] of [
    ['a', answers],
    ['b', blankSectionB()],
  ] as const) {
    const id = unit.newId();
    await insertSection(unit.trx, section, { id, caseId, by, answers: start, started: 0 });
    unit.touch(`section_${section}`, id);
  }
}

/** The informant of the first ficha; where she spoke for herself, she is who informs of the others. */
async function informantOf(unit: Use, origin: { informant_id: string | null; pair_id: string }): Promise<string> {
  return origin.informant_id ?? (await getPair(unit.trx, origin.pair_id)).user_id;
}

export async function openLinkedCase(
  unit: Use,
  input: InputOf<Contract['openLinkedCase']>,
): Promise<OutputOf<Contract['openLinkedCase']>> {
  const { trx } = unit;
  const { admission } = input;
  await unit.require('registerForm.readA', input.caseId);
  const origin = await getCaseRow(trx, input.caseId);
  const pair = await getPair(trx, origin.pair_id);
  checkAdmission(unit, admission);
  const aggressor = await getPerson(trx, pair.aggressor_id);
  if (shareDocument(input.user, aggressor)) throw failAt('user.document.number', sameDocumentWords, 'same-person');
  await requireFreeFichaNumber(unit, admission.fichaNumber, { caseId: null, path: 'admission.fichaNumber' });
  const caseId = unit.newId() as CaseId;
  const user = await placePerson(unit, caseId, { link: input.userLink, person: input.user });
  if (user.personId === pair.user_id) {
    throw failAt('userLink', 'Es la persona usuaria de esta ficha. Busque a la otra víctima.', 'same-victim');
  }
  const pairId = await placePair(unit, user.personId, pair.aggressor_id);
  const number = await nextCaseNumber(trx, Number(admission.admittedOn.slice(0, 4)));
  await insertCase(trx, {
    ...newCase(unit, admission),
    id: caseId,
    number,
    pair_id: pairId,
    incident_id: origin.incident_id,
    informant_id: await informantOf(unit, origin),
    maybe_user_id: user.maybeId,
    maybe_aggressor_id: origin.maybe_aggressor_id,
  });
  unit.touch('case_file', caseId);
  // Its event is no longer its own alone.
  await updateCase(trx, origin, { updated_at: unit.now });
  unit.touch('case_file', origin.id);
  await placePaperNumber(unit, caseId, { number: typedPaperNumber(admission), path: 'admission.paperNumber' });
  await keepDoorAnswers(unit, await getCaseRow(trx, caseId), input.userLink);
  if (user.maybeId !== null) await askInReserve(unit, { id: caseId, number }, user.maybeId);
  await insertSections(unit, caseId, sharedAnswers((await getSectionA(trx, input.caseId)).answers));
  if (unit.session.roles.some((role) => role !== 'admission')) {
    await grant(unit, caseId, { staff_id: unit.session.staffId, service: null, reason: 'opened' });
  }
  return { caseId, number };
}

export async function listLinkedCases(
  unit: Use,
  { caseId }: { caseId: CaseId },
): Promise<OutputOf<Contract['listLinkedCases']>> {
  const row = await getCaseRow(unit.trx, caseId);
  const cases: OutputOf<Contract['listLinkedCases']>['cases'] = [];
  const all = (await casesOfIncident(unit.trx, row.incident_id)).filter((one) => one.isStanding);
  for (const [index, { id, number }] of all.entries()) {
    if (id === caseId || (await allowed(unit, 'registerForm.readA', id as CaseId)) === null) continue;
    const pair = await getPair(unit.trx, (await getCaseRow(unit.trx, id)).pair_id);
    const userName = await nameIn(unit.trx, unit, { caseId: id, personId: pair.user_id });
    cases.push({ caseId: id as CaseId, number, userName, isFirst: index === 0 });
  }
  unit.note({ cases: cases.length });
  return { cases };
}
