/** Opening a case, handing it over, settling who is who, and the overview. */
import { serviceLabels, type Service } from '../../shared/access/index.ts';
import {
  blankSectionA,
  formVersion,
  oldListVersion,
  type CaseOverview,
  type intakeContract,
} from '../../shared/intake/index.ts';
import { shareDocument, type UserPerson } from '../../shared/people/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, PersonId } from '../../shared/platform/ids.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { staffNames } from '../access/index.ts';
import { openAlerts, raiseAlert } from '../alerts/index.ts';
import { findPerson, getPerson, insertPerson } from '../people/index.ts';
import { among } from '../platform/storage/among.ts';
import { cellsOf, insertRecord } from '../platform/storage/rows.ts';
import { closeArrival, findOpenArrival, passOn } from '../reception/index.ts';
import { lookAtDoor } from './at-door.ts';
import {
  blankCase,
  blankIncident,
  getCaseRow,
  getPair,
  insertGrant,
  listGrants,
  nextCaseNumber,
  updateCase,
  type CaseRow,
  placePair,
} from './case-repository.ts';
import { keepDoorAnswers } from './door-answers.ts';
import { contactSeen } from './earlier-visit.ts';
import { askInReserve, openDoubt } from './doubts.ts';
import { fichaNumberOf, requireFreeFichaNumber } from './ficha-number.ts';
import { maySettle } from './person-reach.ts';
import { nameIn, namesIn, type Reader } from './person-sight.ts';
import { placePaperNumber } from './paper-numbers.ts';
import { sectionStates } from './progress.ts';
import { reviewersOf } from './reviewers.ts';
import { tellNew } from './section-a-persons.ts';
import { getSectionA, getSectionB, openSections } from './section-repository.ts';
import { tellSameDocument } from './same-document.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Open = InputOf<(typeof intakeContract)['openCase']>;

export async function placePerson(
  unit: Use,
  caseId: CaseId,
  { link, person }: { link: Open['userLink']; person: UserPerson },
): Promise<{ readonly personId: string; readonly maybeId: string | null }> {
  if (link.kind !== 'new' && (await findPerson(unit.trx, link.personId)) === null) throw fail('not-found');
  // Nobody is sure of somebody whose name stays hidden: the one typed stays herself, and the question stands.
  if (link.kind === 'known' && (await maySettle(unit, link.personId)))
    return { personId: link.personId, maybeId: null };
  const personId = unit.newId();
  await insertPerson(unit.trx, personId, person, unit.now);
  unit.touch('person', personId);
  await tellNew(unit, caseId, personId);
  return { personId, maybeId: link.kind === 'new' ? null : link.personId };
}

export async function grant(
  unit: Use,
  caseId: CaseId,
  to: Pick<Parameters<typeof insertGrant>[1], 'staff_id' | 'service' | 'reason'>,
) {
  const id = unit.newId();
  const week = 7 * 24 * 60 * 60 * 1000;
  await insertGrant(unit.trx, {
    id,
    case_id: caseId,
    ...to,
    granted_by: unit.session.staffId,
    from_at: unit.now,
    // A hand-over to a service is its assignment; a grant to one person ends after 7 days (D3).
    until_at: to.reason === 'handOver' && to.staff_id !== null ? instantOf(Date.parse(unit.now) + week) : null,
    version: 1,
  });
  unit.touch('case_grant', id);
}

/** Columns of the header of a ficha. */
export function admissionColumns(admission: Open['admission']) {
  return {
    ficha_numeric: admission.fichaNumber?.numeric ?? null,
    ficha_alphabetic: admission.fichaNumber?.alphabetic ?? null,
    ficha_year: admission.fichaNumber?.year ?? null,
    admitted_on: admission.admittedOn,
    admitted_time: admission.admittedTime,
    shift: admission.shift,
    is_from_paper: admission.isFromPaper ? 1 : 0,
  } as const;
}

export function newCase(unit: Use, admission: Open['admission']) {
  return {
    ...admissionColumns(admission),
    ...blankCase(unit.session.staffId, unit.now),
    form_version: formVersion.id,
    state: 'draft',
  } as const;
}

/** A number counts only while the ficha is said to come from paper; undefined leaves it as it was. */
export function typedPaperNumber(admission: Open['admission']): string | null | undefined {
  return admission.isFromPaper ? admission.paperNumber : null;
}

export function checkAdmission(unit: Use, admission: Open['admission']): void {
  if (admission.admittedOn > unit.today) {
    throw failAt('admission.admittedOn', 'La fecha de ingreso no puede ser futura.', 'date-order');
  }
}

export const sameDocumentWords = 'Es el documento de la persona usuaria. Revise cuál corresponde.';

export async function openCase(unit: Use, input: Open): Promise<OutputOf<(typeof intakeContract)['openCase']>> {
  checkAdmission(unit, input.admission);
  if (shareDocument(input.user, input.aggressor))
    throw failAt('aggressor.document.number', sameDocumentWords, 'same-person');
  if (input.arrivalId !== null && (await findOpenArrival(unit.trx, input.arrivalId)) === undefined) {
    throw fail('not-found', 'arrival-closed');
  }
  await requireFreeFichaNumber(unit, input.admission.fichaNumber, { caseId: null, path: 'admission.fichaNumber' });
  const caseId = unit.newId<'CaseId'>();
  const user = await placePerson(unit, caseId, { link: input.userLink, person: input.user });
  const aggressor = await placePerson(unit, caseId, { link: input.aggressorLink, person: input.aggressor });
  const pairId = await placePair(unit, user.personId, aggressor.personId);
  const incidentId = unit.newId();
  await insertRecord(unit, tablesIn, 'incident', blankIncident(incidentId));
  const { admission } = input;
  const number = await nextCaseNumber(unit.trx, Number(admission.admittedOn.slice(0, 4)));
  const links = {
    pair_id: pairId,
    incident_id: incidentId,
    maybe_user_id: user.maybeId,
    maybe_aggressor_id: aggressor.maybeId,
  };
  await insertRecord(unit, tablesIn, 'case_file', { ...newCase(unit, admission), ...links, id: caseId, number });
  const paper = typedPaperNumber(admission) ?? null;
  if (paper !== null) await placePaperNumber(unit, caseId, { number: paper, path: 'admission.paperNumber' });
  await openSections(unit, caseId, blankSectionA());
  // Opening a case assigns it for coordination and professionals, never for admission alone.
  if (unit.session.roles.some((role) => role !== 'admission')) {
    await grant(unit, caseId, { staff_id: unit.session.staffId, service: null, reason: 'opened' });
  }
  if (input.arrivalId !== null) {
    const end = { case_id: caseId, outcome: 'case', matter: null, referred_to: null } as const;
    await closeArrival(unit, input.arrivalId, end);
  }
  await lookAtDoor(unit, caseId);
  const row = await getCaseRow(unit.trx, caseId);
  await tellSameDocument(unit, row, user.personId);
  await keepDoorAnswers(unit, row, input.userLink);
  for (const { maybeId } of [user, aggressor])
    if (maybeId !== null) await askInReserve(unit, { id: caseId, number }, maybeId);
  unit.about('case_file', caseId);
  return { caseId, number };
}

/** The grant of a hand-over (D3): a service keeps the case, one person has it for seven days. Its team is told. */
export async function handOverTo(
  unit: Use,
  caseId: CaseId,
  { service, staffId }: { service: Service | null; staffId: string | null },
): Promise<void> {
  await grant(unit, caseId, { staff_id: staffId, service, reason: 'handOver' });
  const to =
    service === null
      ? `Para: ${(await staffNames(unit.trx)).get(staffId ?? '') ?? ''}`
      : `Servicio: ${serviceLabels[service]}`;
  await raiseAlert(unit, { caseId, kind: 'handedOver', note: to });
}

export async function handOverCase(unit: Use, { caseId, service }: InputOf<(typeof intakeContract)['handOverCase']>) {
  await handOverTo(unit, caseId, { service, staffId: null });
  await passOn(unit, caseId, { service });
  const row = await getCaseRow(unit.trx, caseId);
  await updateCase(unit, row);
  unit.note({ service });
  return {};
}

export async function getCase(unit: Use, { caseId }: { caseId: CaseId }): Promise<CaseOverview> {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const pair = await getPair(trx, row.pair_id);
  const user = await getPerson(trx, pair.user_id);
  const a = await getSectionA(trx, caseId);
  const b = await getSectionB(trx, caseId);
  return {
    caseId,
    ...cellsOf(row, 'number', 'state', 'version', 'admitted_on', 'reporting_month'),
    fichaNumber: fichaNumberOf(row),
    isFromOldList: row.form_version === oldListVersion,
    userName: await nameIn(trx, unit, { caseId, personId: pair.user_id }),
    userAge: a.answers.userAge,
    aggressorName:
      unit.decision.view === 'today' ? '' : await nameIn(trx, unit, { caseId, personId: pair.aggressor_id }),
    riskLevel: b.answers.valuationLevel,
    isAddressReserved: user.address.isReserved,
    contact: await contactSeen(unit, row, pair.user_id),
    isSealed: row.is_sealed === 1,
    confirmedCondition: row.condition_confirmed,
    reopened: await reopenedBecause(unit, row),
    unsettled: await unsettledPersons(unit, row),
    team: await teamOf(trx, row),
    sections: await sectionStates(unit, row, { a, b }),
    sameDay: [],
  };
}

/** How a case is named to its team: its number, and the name she is called by. */
export async function caseHeading(trx: Trx, reader: Reader, caseId: CaseId): Promise<CaseHeading> {
  const heading = (await caseHeadings(trx, reader, [caseId])).get(caseId);
  if (heading === undefined) throw fail('not-found');
  return heading;
}

export type CaseHeading = { readonly number: string; readonly userName: string };

/** The headings of many cases, by their ids; one that does not exist is left out. */
export async function caseHeadings(
  trx: Trx,
  reader: Reader,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<string, CaseHeading>> {
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['case_file.id', 'case_file.number', 'case_pair.user_id'])
    .where('case_file.id', 'in', among(caseIds))
    .where('case_file.annulled_at', 'is', null)
    .execute();
  const places = rows.map(({ id, user_id }) => ({ caseId: id, personId: user_id }));
  const names = await namesIn(trx, reader, places);
  return new Map(rows.map(({ id, number }, at) => [id, { number, userName: names[at] ?? '' }]));
}

async function reopenedBecause(unit: Use, row: CaseRow): Promise<string[]> {
  if (unit.decision.view !== null) return [];
  const open = await openAlerts(unit.trx, { caseId: row.id, kind: 'conditionReopened' });
  return open.flatMap(({ note }) => (note === null ? [] : [note]));
}

async function unsettledPersons(unit: Use, row: CaseRow): Promise<CaseOverview['unsettled']> {
  // The desk only leaves the question; whoever settles it sees the other name (D2).
  if (unit.decision.view !== null) return [];
  const open = [
    { role: 'user', id: await openDoubt(unit.trx, row, 'user') },
    { role: 'aggressor', id: await openDoubt(unit.trx, row, 'aggressor') },
  ] as const;
  const found: CaseOverview['unsettled'] = [];
  for (const { role, id } of open) {
    if (id === null) continue;
    const needsReview = !(await maySettle(unit, id));
    const name = needsReview ? 'Requiere revisión' : await nameIn(unit.trx, unit, { caseId: row.id, personId: id });
    const reviewers = needsReview ? await reviewersOf(unit, id) : [];
    found.push({ role, personId: id as PersonId, name, needsReview, reviewers });
  }
  return found;
}

async function teamOf(trx: Trx, row: CaseRow): Promise<CaseOverview['team']> {
  const names = await staffNames(trx);
  const team = [{ name: names.get(row.opened_by) ?? '', role: 'Abrió la ficha' }];
  for (const entry of await listGrants(trx, row.id)) {
    if (entry.service !== null) team.push({ name: serviceLabels[entry.service], role: 'Servicio a cargo' });
  }
  return team;
}
