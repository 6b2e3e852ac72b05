/** Reemplazo of «casos a cargo» and Encargatura of Coordinación (D3): read by the day, so that each ends by itself. */
import {
  accessReasons,
  actingFormSchema,
  actingProblem,
  coverProblem,
  coverReasonLabels,
  isCounterpart,
  roles,
  servicesOf,
  sharedService,
  standInState,
  type ActingForm,
  type ActingLine,
  type CoverForm,
  type CoverLine,
  type RecoveryKeyUse,
  type Role,
  type StaffMember,
  type StandInProblem,
  type standInContract,
} from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { tellStaff } from './notices.ts';
import { decideProposal, findProposal, getStaff, insertProposal, listStaff, staffNames } from './repository.ts';
import {
  absentOf,
  activeWith,
  endStandIn,
  isInCharge,
  listActing,
  listCovers,
  listKeyUses,
  standingActing,
  standingCovers,
  type ActingRow,
  type CoverRow,
} from './stand-in-repository.ts';
import { cellsOf, insertRecord, rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof standInContract;
type Answer<Name extends keyof Contract> = Promise<OutputOf<Contract[Name]>>;

/** Everybody who works here, whatever the function. */
const everybody = roles.filter((role) => role !== 'auditor' && !isCounterpart(role));

/** What a person may do on a day, with what is stood in for. Never stored: read again at each call. */
export async function standingOn(
  trx: Trx,
  staff: StaffMember,
  today: CivilDate,
): Promise<{ roles: readonly Role[]; standsInFor: readonly StaffId[] }> {
  const isActing = !staff.roles.includes('coordinator') && (await isInCharge(trx, staff.id, today));
  const standsInFor = await absentOf(trx, staff.id, { services: servicesOf(staff.roles), today });
  return { roles: isActing ? [...staff.roles, 'coordinator'] : staff.roles, standsInFor };
}

/** Who decides as Coordinación on a day to come, by an Encargatura that was approved and has not ended. */
export async function preparedDeciders(trx: Trx, today: CivilDate): Promise<string[]> {
  return (await standingActing(trx, today)).map(({ staff_id }) => staff_id);
}

/** Whether the function of Coordinación is held by an Encargatura alone. */
export async function isOnlyInCharge(trx: Trx, staffId: string, today: CivilDate): Promise<boolean> {
  const { roles } = await getStaff(trx, staffId);
  return !roles.includes('coordinator') && (await isInCharge(trx, staffId, today));
}

function refuseAt(problem: StandInProblem<keyof typeof accessReasons>): void {
  if (problem !== null) throw failAt(`form.${problem.path}`, accessReasons[problem.reason], problem.reason);
}

const daysOf = ({ from_on, until_on }: CoverRow | ActingRow) => ({
  fromOn: from_on,
  untilOn: until_on,
});

const periodWords = ({ fromOn, untilOn }: { fromOn: CivilDate; untilOn: CivilDate }) =>
  `del ${formatCivilDate(fromOn)} al ${formatCivilDate(untilOn)}`;

export async function startCover(unit: Use, { form }: { form: CoverForm }): Answer<'startCover'> {
  const absent = await getStaff(unit.trx, form.absentId);
  const substitute = await getStaff(unit.trx, form.substituteId);
  const standing = (await standingCovers(unit.trx, unit.today))
    .filter((row) => row.absent_id === absent.id)
    .map(daysOf);
  refuseAt(coverProblem(form, { absent, substitute, standing }, unit.today));
  const service = sharedService(absent.roles, substitute.roles);
  if (service === null) throw fail('rule-broken', 'cover-other-service');
  const id = unit.newId<'CoverId'>();
  await insertRecord(unit, tablesIn, 'caseload_cover', {
    ...{ id, absent_id: absent.id, substitute_id: substitute.id, service },
    ...{ from_on: form.fromOn, until_on: form.untilOn, reason: form.reason.code, words: form.reason.words },
    ...{ granted_by: unit.session.staffId, granted_at: unit.now, ended_at: null, ended_by: null, version: 1 },
  });
  unit.note({ reason: form.reason.code, service });
  const words = `${substitute.fullName} reemplaza a ${absent.fullName} ${periodWords(form)}: puede ver y escribir en sus casos a cargo.`;
  await tellStaff(unit, [absent.id, substitute.id], words);
  return { coverId: id };
}

export async function endCover(unit: Use, { coverId, version }: InputOf<Contract['endCover']>): Promise<void> {
  const row = await rowOf(tablesIn(unit.trx), 'caseload_cover', { id: coverId });
  await endStandIn(unit, 'caseload_cover', row, version);
  const names = await staffNames(unit.trx);
  const nameOf = (id: string) => names.get(id) ?? '';
  const words = `Terminó el reemplazo de ${nameOf(row.absent_id)} por ${nameOf(row.substitute_id)}.`;
  await tellStaff(unit, [row.absent_id, row.substitute_id], words);
}

async function checkActing(unit: Use, form: ActingForm, askedBy: string): Promise<StaffMember> {
  const person = await getStaff(unit.trx, form.staffId);
  const rows = await standingActing(unit.trx, unit.today);
  const standing = rows.map((row) => ({ staffId: row.staff_id, ...daysOf(row) }));
  refuseAt(actingProblem(form, { person, standing, askedBy }, unit.today));
  return person;
}

export async function proposeActing(unit: Use, { form }: { form: ActingForm }): Answer<'proposeActing'> {
  const by = unit.session.staffId;
  const person = await checkActing(unit, form, by);
  // Who is in charge may propose a colleague, as Coordinación does; the key is asked of who is neither.
  const isAway = !unit.session.roles.includes('coordinator');
  const summary = `Encargatura de Coordinación: ${person.fullName}, ${periodWords(form)}, memorando ${form.memorandum}`;
  const id = await insertProposal(unit, {
    ...{ kind: 'acting-coordinator', subjectKind: 'staff_member', subjectId: person.id },
    payload: { summary, form, ...(isAway ? { key: 'coordinator' } : {}) },
  });
  unit.note({ withRecoveryKey: isAway });
  return { proposalId: id };
}

export async function approveActing(unit: Use, { proposalId }: InputOf<Contract['approveActing']>) {
  const proposal = await findProposal(unit.trx, proposalId);
  if (proposal === null) throw fail('not-found');
  const { form: stored, key } = proposal.payload as { form: unknown; key?: string };
  const form = actingFormSchema.parse(stored);
  const by = unit.session.staffId;
  await decideProposal(unit, proposalId, 'approved');
  // A proposal that waited past its first day begins today.
  const days = { ...form, fromOn: form.fromOn < unit.today ? unit.today : form.fromOn };
  const person = await checkActing(unit, days, proposal.proposedBy);
  const id = unit.newId<'ActingId'>();
  await insertRecord(unit, tablesIn, 'acting_coordinator', {
    ...{ id, staff_id: person.id, from_on: days.fromOn, until_on: days.untilOn, memorandum: form.memorandum },
    with_recovery_key: key === 'coordinator' || proposal.proposedBy === by ? 1 : 0,
    ...{ proposed_by: proposal.proposedBy, approved_by: by, approved_at: unit.now },
    ...{ ended_at: null, ended_by: null, version: 1 },
  });
  unit.about('acting_coordinator', id);
  const opened = key === 'coordinator' ? ' Se abrió con la clave de recuperación.' : '';
  const words = `${person.fullName} está a cargo de Coordinación ${periodWords(days)}, memorando ${form.memorandum}.${opened}`;
  await tellStaff(unit, await activeWith(unit.trx, everybody), words);
  return { actingId: id };
}

export async function endActing(unit: Use, { actingId, version }: InputOf<Contract['endActing']>): Promise<void> {
  const row = await rowOf(tablesIn(unit.trx), 'acting_coordinator', { id: actingId });
  await endStandIn(unit, 'acting_coordinator', row, version);
  const name = (await staffNames(unit.trx)).get(row.staff_id) ?? '';
  await tellStaff(unit, await activeWith(unit.trx, everybody), `Terminó la encargatura de Coordinación de ${name}.`);
}

/** Nobody stands in without access; whoever is replaced stays so. */
export async function endStandInsOf(unit: Use, staffId: string): Promise<void> {
  for (const row of await standingCovers(unit.trx, unit.today)) {
    if (row.substitute_id === staffId) await endStandIn(unit, 'caseload_cover', row);
  }
  for (const row of await standingActing(unit.trx, unit.today)) {
    if (row.staff_id === staffId) await endStandIn(unit, 'acting_coordinator', row);
  }
}

type Known = { readonly names: ReadonlyMap<string, string>; readonly today: CivilDate };

function lineOf(row: CoverRow | ActingRow, today: CivilDate, mayEnd: boolean) {
  const days = daysOf(row);
  const state = standInState({ ...days, endedAt: row.ended_at }, today);
  const endedAt = row.ended_at;
  return { ...days, state, endedAt, mayEnd: mayEnd && state !== 'ended', version: row.version };
}

function coverLine(row: CoverRow, { names, today }: Known, mayEnd: boolean): CoverLine {
  return {
    ...cellsOf(row, 'id', 'service'),
    absentName: names.get(row.absent_id) ?? '',
    substituteName: names.get(row.substitute_id) ?? '',
    reason: row.words ?? coverReasonLabels[row.reason],
    ...lineOf(row, today, mayEnd),
  };
}

function actingLine(row: ActingRow, { names, today }: Known, mayEnd: boolean): ActingLine {
  return {
    ...cellsOf(row, 'id', 'memorandum'),
    name: names.get(row.staff_id) ?? '',
    proposedBy: names.get(row.proposed_by) ?? '',
    approvedBy: names.get(row.approved_by) ?? '',
    withRecoveryKey: row.with_recovery_key === 1,
    ...lineOf(row, today, mayEnd),
  };
}

export async function listStandIns(unit: Use): Answer<'listStandIns'> {
  const known = { names: await staffNames(unit.trx), today: unit.today };
  const mayEnd = unit.session.roles.includes('coordinator');
  const covers = (await listCovers(unit.trx)).map((row) => coverLine(row, known, mayEnd));
  const acting = (await listActing(unit.trx)).map((row) => actingLine(row, known, mayEnd));
  const keyUses = (await listKeyUses(unit.trx)).map(({ used_at, used_by, act, summary }): RecoveryKeyUse => ({
    usedAt: used_at,
    usedBy: known.names.get(used_by) ?? '',
    ...{ act, summary },
  }));
  unit.note({ covers: covers.length, acting: acting.length, keyUses: keyUses.length });
  return { covers, acting, keyUses };
}

export async function listStaffNames(unit: Use): Answer<'listStaffNames'> {
  const active = (await listStaff(unit.trx)).filter(({ state }) => state === 'active');
  return { staff: active.map(({ id, fullName, roles }) => ({ id, fullName, roles })) };
}
