/** Calling, attending, handing over; who is free. */
import { professionalRoles } from '../../shared/access/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, ArrivalId } from '../../shared/platform/ids.ts';
import { receptionReasons, type boardContract } from '../../shared/reception/index.ts';
import { findStaff } from '../access/index.ts';
import { endWait, openEntry, startWait } from './arrivals.ts';
import { putPresence } from './desk-repository.ts';
import type { DoorContext } from './door-context.ts';
import { mayReadEntry } from './reach.ts';
import { changeWait, findPresentOfCase, runningWait, updateEntry, type Entry, type WaitRow } from './repository.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof boardContract;
type OfArrival = { readonly arrivalId: ArrivalId; readonly version: number };

/** Who may take her over: whom she waits for, whoever registered her, the desk; `free`: anybody who attends, too. */
type Whose = 'hers' | 'orFree' | 'anybody';

function mayTake(unit: Use, whose: Whose, { entry, wait }: { entry: Entry; wait: WaitRow }): boolean {
  if (whose === 'anybody' || mayReadEntry(unit.session, { entry, wait })) return true;
  const isFree = wait.service === null && wait.staff_id === null && wait.attended_by === null;
  return whose === 'orFree' && isFree;
}

/**
 * The running wait of an arrival as that version left it; its entry gets the next version.
 *
 * @throws not-found for an arrival of others: taking it up would open its name
 */
async function takeUp(unit: Use, { arrivalId, version }: OfArrival, whose: Whose) {
  const { entry, arrival } = await openEntry(unit, arrivalId);
  const wait = await runningWait(unit.trx, entry.id);
  if (wait === undefined) throw fail('rule-broken', 'arrival-ended');
  if (!mayTake(unit, whose, { entry, wait })) throw fail('not-found');
  await updateEntry(unit, { id: entry.id, version }, {});
  unit.about('queue_entry', entry.id);
  return { entry, arrival, wait };
}

/** @throws rule-broken `arrival-on-hold` while Coordinación was not asked */
function checkHold(unit: Use, entry: Entry, isAsked: boolean): void {
  if (entry.must_call === 0) return;
  if (!isAsked) throw fail('rule-broken', 'arrival-on-hold');
  unit.note({ isAsked });
}

export async function callArrival(unit: Use, input: InputOf<Contract['callArrival']>) {
  // Calling out a number opens nothing: whoever stands at the door may do it.
  const { entry, wait } = await takeUp(unit, input, 'anybody');
  checkHold(unit, entry, input.isAsked);
  // The first call is the one that counts; calling again changes nothing of it.
  if (wait.called_at === null) await changeWait(unit, wait.id, { called_at: unit.now });
  return {};
}

/** @throws rule-broken `not-a-professional` at the field */
export async function checkProfessional(trx: Trx, staffId: string): Promise<string> {
  const staff = await findStaff(trx, staffId);
  const attends = staff?.roles.some((role) => (professionalRoles as readonly string[]).includes(role)) === true;
  if (staff?.state !== 'active' || !attends) {
    throw failAt('staffId', receptionReasons['not-a-professional'], 'not-a-professional');
  }
  return staff.id;
}

export async function attendArrival(unit: Use, input: InputOf<Contract['attendArrival']>) {
  const { entry, wait } = await takeUp(unit, input, 'orFree');
  checkHold(unit, entry, input.isAsked);
  const isProfessional = unit.session.roles.some((role) => (professionalRoles as readonly string[]).includes(role));
  const by = input.staffId ?? (isProfessional ? unit.session.staffId : wait.staff_id);
  if (by !== null) await checkProfessional(unit.trx, by);
  if (wait.attended_at === null) await changeWait(unit, wait.id, { attended_at: unit.now, attended_by: by });
  return {};
}

export async function handOverArrival(unit: Use, input: InputOf<Contract['handOverArrival']>, door: DoorContext) {
  const { service, staffId } = input;
  if (staffId !== null) await checkProfessional(unit.trx, staffId);
  const { entry, arrival } = await takeUp(unit, input, 'hers');
  await endWait(unit, entry.id);
  await startWait(unit, entry.id, { service, staffId, since: unit.now });
  const caseId = arrival.case_id ?? (await openCaseOf(unit, door, entry));
  const hasGrant = caseId !== null && (await door.grantHandOver(unit, caseId, { service, staffId }));
  unit.note({ service: service ?? 'person', hasGrant });
  return { hasGrant };
}

/** The newest open case of a woman the desk is sure of; null when there is none. */
async function openCaseOf(unit: Use, door: DoorContext, entry: Entry): Promise<CaseId | null> {
  if (entry.person_id === null || entry.is_maybe === 1) return null;
  const cases = await door.casesOfUser(unit.trx, entry.person_id);
  return cases.find((one) => !one.isClosed)?.caseId ?? null;
}

/** A ficha handed over from its own page takes its woman along on the board. */
export async function passOn(unit: Use, caseId: CaseId, to: { service: WaitRow['service'] }): Promise<void> {
  const entry = await findPresentOfCase(unit.trx, caseId);
  if (entry === undefined) return;
  await endWait(unit, entry.id);
  await startWait(unit, entry.id, { service: to.service, staffId: null, since: unit.now });
  await updateEntry(unit, entry, {});
}

export async function setArrivalHold(unit: Use, input: InputOf<Contract['setArrivalHold']>) {
  const { entry } = await openEntry(unit, input.arrivalId);
  await updateEntry(unit, { id: entry.id, version: input.version }, { must_call: input.mustCall ? 1 : 0 });
  unit.note({ mustCall: input.mustCall });
  return {};
}

export async function setMyPresence(unit: Use, { state }: InputOf<Contract['setMyPresence']>) {
  await putPresence(unit, state);
  unit.note({ state });
  return {};
}
