/** Another ficha of the same event: of a child or relative who is also a victim (D10), or against a second aggressor. */
import { blankSectionA, sectionA, type mendingContract } from '../../shared/intake/index.ts';
import { shareDocument } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { askedQuestions, type Answers } from '../../shared/record/index.ts';
import { getPerson } from '../people/index.ts';
import { casesOfIncident } from './account-repository.ts';
import { lookAtDoor } from './at-door.ts';
import { getCaseRow, getPair, nextCaseNumber, updateCase, type CaseRow, placePair } from './case-repository.ts';
import { checkAdmission, grant, newCase, placePerson, sameDocumentWords, typedPaperNumber } from './cases.ts';
import { keepDoorAnswers } from './door-answers.ts';
import { askInReserve } from './doubts.ts';
import { requireFreeFichaNumber } from './ficha-number.ts';
import { placePaperNumber } from './paper-numbers.ts';
import { nameIn } from './person-sight.ts';
import { allowed } from './rights.ts';
import { getSectionA, openSections } from './section-repository.ts';
import { insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

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

/** Items of Section A that are of the aggressor, of the pair or of the ficha itself: asked again of another aggressor. */
const againItems: readonly string[] = ['A.1.2', 'A.1.4', 'A.5', 'A.6'];

/**
 * Answers of Section A that stay when it is the same woman against another aggressor: hers, those of the event and of
 * who informs. Of a ficha reservada hers stay there: who may read it is offered them as of any earlier one.
 */
export function answersOfHers(answers: Answers, isSealed: boolean): Answers {
  const ofAll = [...ofTheEvent, ...ofTheInformant, 'informantIsUser', 'informantBond'];
  const stays = (name: string, item: string) => (isSealed ? ofAll.includes(name) : !againItems.includes(item));
  const kept: Record<string, unknown> = { ...blankSectionA() };
  for (const [name, { item }] of Object.entries(sectionA.questions))
    if (stays(name, item)) kept[name] = answers[name] ?? null;
  return kept;
}

/** The informant of the first ficha; where she spoke for herself, she is who informs of the others. */
async function informantOf(unit: Use, origin: { informant_id: string | null; pair_id: string }): Promise<string> {
  return origin.informant_id ?? (await getPair(unit.trx, origin.pair_id)).user_id;
}

type Linked = Pick<CaseRow, 'pair_id' | 'informant_id' | 'maybe_user_id' | 'maybe_aggressor_id'> & {
  readonly id: CaseId;
  readonly answers: Answers;
};

/** The new ficha beside the one it comes from. */
async function insertLinked(
  unit: Use,
  { origin, admission }: { origin: CaseRow; admission: InputOf<Contract['openLinkedCase']>['admission'] },
  { answers, ...own }: Linked,
): Promise<OutputOf<Contract['openLinkedCase']>> {
  const { trx } = unit;
  const number = await nextCaseNumber(trx, Number(admission.admittedOn.slice(0, 4)));
  await insertRecord(unit, tablesIn, 'case_file', {
    ...newCase(unit, admission),
    ...own,
    number,
    incident_id: origin.incident_id,
  });
  // Its event is no longer its own alone.
  await updateCase(unit, origin);
  await placePaperNumber(unit, own.id, { number: typedPaperNumber(admission), path: 'admission.paperNumber' });
  await openSections(unit, own.id, answers);
  if (unit.session.roles.some((role) => role !== 'admission')) {
    await grant(unit, own.id, { staff_id: unit.session.staffId, service: null, reason: 'opened' });
  }
  return { caseId: own.id, number };
}

export async function openLinkedCase(unit: Use, input: InputOf<Contract['openLinkedCase']>) {
  const { trx } = unit;
  const { admission } = input;
  await unit.require('registerForm.readA', input.caseId);
  const origin = await getCaseRow(trx, input.caseId);
  const pair = await getPair(trx, origin.pair_id);
  checkAdmission(unit, admission);
  const aggressor = await getPerson(trx, pair.aggressor_id);
  if (shareDocument(input.user, aggressor)) throw failAt('user.document.number', sameDocumentWords, 'same-person');
  await requireFreeFichaNumber(unit, admission.fichaNumber, { caseId: null, path: 'admission.fichaNumber' });
  const caseId = unit.newId<'CaseId'>();
  const user = await placePerson(unit, caseId, { link: input.userLink, person: input.user });
  if (user.personId === pair.user_id) {
    throw failAt('userLink', 'Es la persona usuaria de esta ficha. Busque a la otra víctima.', 'same-victim');
  }
  const opened = await insertLinked(
    unit,
    { origin, admission },
    {
      id: caseId,
      pair_id: await placePair(unit, user.personId, pair.aggressor_id),
      informant_id: await informantOf(unit, origin),
      maybe_user_id: user.maybeId,
      maybe_aggressor_id: origin.maybe_aggressor_id,
      answers: sharedAnswers((await getSectionA(trx, input.caseId)).answers),
    },
  );
  await keepDoorAnswers(unit, await getCaseRow(trx, caseId), input.userLink);
  if (user.maybeId !== null) await askInReserve(unit, { id: caseId, number: opened.number }, user.maybeId);
  return opened;
}

const sameAggressorWords =
  'Esa persona ya figura como presunta agresora en una ficha de este hecho. Busque a la otra persona agresora.';

/** Whom she already accuses of this event, in a ficha that stands. */
async function accusedOf(trx: Trx, incidentId: string, userId: string): Promise<string[]> {
  const accused: string[] = [];
  for (const { id } of (await casesOfIncident(trx, incidentId)).filter(({ isStanding }) => isStanding)) {
    const pair = await getPair(trx, (await getCaseRow(trx, id)).pair_id);
    if (pair.user_id === userId) accused.push(pair.aggressor_id);
  }
  return accused;
}

/** The same woman, the same event, another aggressor: two pairs are two fichas (U22). */
export async function openCaseAgainstAnother(unit: Use, input: InputOf<Contract['openCaseAgainstAnother']>) {
  const { trx } = unit;
  const { admission, aggressorLink: link } = input;
  await unit.require('registerForm.readA', input.caseId);
  const origin = await getCaseRow(trx, input.caseId);
  const pair = await getPair(trx, origin.pair_id);
  checkAdmission(unit, admission);
  if (shareDocument(await getPerson(trx, pair.user_id), input.aggressor))
    throw failAt('aggressor.document.number', sameDocumentWords, 'same-person');
  if (shareDocument(await getPerson(trx, pair.aggressor_id), input.aggressor))
    throw failAt('aggressor.document.number', sameAggressorWords, 'same-aggressor');
  await requireFreeFichaNumber(unit, admission.fichaNumber, { caseId: null, path: 'admission.fichaNumber' });
  const caseId = unit.newId<'CaseId'>();
  const aggressor = await placePerson(unit, caseId, { link, person: input.aggressor });
  const isAccused = (await accusedOf(trx, origin.incident_id, pair.user_id)).includes(aggressor.personId);
  // «Quizá sea» the one of this ficha is no second person either.
  if (isAccused || aggressor.maybeId === pair.aggressor_id)
    throw failAt('aggressorLink', sameAggressorWords, 'same-aggressor');
  const opened = await insertLinked(
    unit,
    { origin, admission },
    {
      id: caseId,
      pair_id: await placePair(unit, pair.user_id, aggressor.personId),
      // Who told it of one tells it of the other; she herself where she came by herself.
      informant_id: origin.informant_id,
      maybe_user_id: origin.maybe_user_id,
      maybe_aggressor_id: aggressor.maybeId,
      answers: answersOfHers((await getSectionA(trx, input.caseId)).answers, origin.is_sealed === 1),
    },
  );
  // Whoever registered before this ficha named him was matched with nobody.
  await lookAtDoor(unit, caseId);
  if (aggressor.maybeId !== null) await askInReserve(unit, { id: caseId, number: opened.number }, aggressor.maybeId);
  return opened;
}

export async function listLinkedCases(unit: Use, { caseId }: { caseId: CaseId }) {
  const row = await getCaseRow(unit.trx, caseId);
  const cases: OutputOf<Contract['listLinkedCases']>['cases'] = [];
  const all = (await casesOfIncident(unit.trx, row.incident_id)).filter((one) => one.isStanding);
  for (const [index, { id, number }] of all.entries()) {
    if (id === caseId || (await allowed(unit, 'registerForm.readA', id)) === null) continue;
    const pair = await getPair(unit.trx, (await getCaseRow(unit.trx, id)).pair_id);
    const name = (personId: string) => nameIn(unit.trx, unit, { caseId: id, personId });
    // Whom the desk is not told of in the heading of a ficha it is not told of here.
    const seesAll = (await allowed(unit, 'person.readIdentity', id))?.view === null;
    const [userName, aggressorName] = [await name(pair.user_id), seesAll ? await name(pair.aggressor_id) : null];
    cases.push({ caseId: id, number, userName, aggressorName, isFirst: index === 0 });
  }
  unit.note({ cases: cases.length });
  return { cases };
}
