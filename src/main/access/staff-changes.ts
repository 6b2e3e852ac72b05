/** Who works here: let in and given back by two people, put out by one at once. */
import {
  disableProblem,
  passwordProblem,
  passwordProblemWords,
  roleLabels,
  type accessContract,
  type Role,
  type StaffChange,
  type StaffDetails,
  type StaffMember,
  sideOf,
  type CounterpartSide,
} from '../../shared/access/index.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { generatePhrase, phraseWords } from '../platform/crypto/passphrase.ts';
import { inside, newId, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { StaffSlot } from '../platform/storage/keyring.ts';
import { changeRows, insertRow } from '../platform/storage/rows.ts';
import type { NoteKeys } from './note-keys.ts';
import { keyStandsIn } from './recovery-stand-in.ts';
import {
  countOtherCoordinators,
  decideProposal,
  findProposal,
  getStaff,
  insertProposal,
  insertStaff,
  isLoginTaken,
  listStaff,
  updateStaff,
  type ProposalRow,
} from './repository.ts';
import { dropSlot, storeNewSlot, type Keys } from './slots.ts';
import { endStandInsOf, isOnlyInCharge } from './stand-ins.ts';
import { type Trx, tablesIn, type AccessTables } from './tables.ts';

// Which counterparts of other institutions this centre has (decision 0092): off until Coordinación switches one on.

export type PostRow = AccessTables['counterpart_post'];

export async function listCounterpartPosts(trx: Trx): Promise<PostRow[]> {
  return tablesIn(trx).selectFrom('counterpart_post').selectAll().execute();
}

/** Whom she agrees to; null where the centre has none. */
export async function counterpartPost(trx: Trx, side: CounterpartSide): Promise<PostRow | null> {
  return (await listCounterpartPosts(trx)).find((post) => post.side === side && post.is_on === 1) ?? null;
}

/** The first version of a side has none before it. @throws conflict when somebody changed it since */
export async function keepCounterpartPost(trx: Trx, row: PostRow): Promise<void> {
  const before = (await listCounterpartPosts(trx)).find(({ side }) => side === row.side);
  if ((before?.version ?? 0) !== row.version - 1) throw fail('conflict');
  if (before === undefined) await insertRow(tablesIn(trx), 'counterpart_post', row);
  else await changeRows(tablesIn(trx), 'counterpart_post', { id: before.id }, row);
}

/** @throws rule-broken `counterpart-off`: nobody gets a function that the centre does not have */
export async function refuseCounterpartsOff(trx: Trx, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    const side = sideOf(role);
    if (side !== null && (await counterpartPost(trx, side)) === null) throw fail('rule-broken', 'counterpart-off');
  }
}

type Contract = typeof accessContract;
type Handled = 'addFirstStaff' | 'proposeStaffChange' | 'approveStaffChange' | 'disableStaff';

export type StaffChangeParts = {
  readonly keys: Keys;
  readonly noteKeys: NoteKeys;
  /** What a passphrase must not contain: centre, district, logins. */
  forbiddenWords(trx: Trx): Promise<string[]>;
  /** Ends the sessions of somebody who lost the access. */
  readonly accessChanged: (staff: Pick<StaffMember, 'id' | 'login'>) => Promise<void>;
};

export function checkPassphrase(passphrase: string, forbidden: readonly string[], path: string): void {
  const problem = passwordProblem(passphrase, forbidden);
  if (problem !== null) throw failAt(path, passwordProblemWords[problem], 'password-refused');
}

async function addMember(
  unit: Unit<Trx>,
  member: { id: string; details: StaffDetails; mustChangePassword: boolean },
): Promise<void> {
  if (await isLoginTaken(unit.trx, member.details.login)) throw fail('duplicate', 'login-taken');
  await refuseCounterpartsOff(unit.trx, member.details.roles);
  await insertStaff(unit.trx, { ...member, createdAt: unit.now });
  unit.touch('staff_member', member.id);
}

type Approval = {
  change: StaffChange;
  id: StaffId;
  passphrase: string | null;
  /** Null when no key changes. */
  slot: StaffSlot | null;
};

function changeOf(row: ProposalRow | null): StaffChange {
  if (row === null) throw fail('not-found');
  return (row.payload as { staffChange: StaffChange }).staffChange;
}

async function keepACoordinator(unit: Unit<Trx>, staffId: string, staysCoordinator: boolean): Promise<void> {
  const staff = await getStaff(unit.trx, staffId);
  if (!staff.roles.includes('coordinator') || staysCoordinator) return;
  if ((await countOtherCoordinators(unit.trx, staffId)) === 0) throw fail('rule-broken', 'last-coordinator');
}

function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => roleLabels[role]).join(' y ');
}

/** One sentence for the approver, who must see who it is and which functions are given. */
async function summaryOf(unit: Unit<Trx>, change: StaffChange): Promise<string> {
  if (change.change === 'create') {
    if (await isLoginTaken(unit.trx, change.details.login)) throw fail('duplicate', 'login-taken');
    const { fullName, login, roles, profession, college, collegeNumber } = change.details;
    const title = [profession, college, collegeNumber].filter((part) => part !== null && part !== '').join(', ');
    const named = title === '' ? fullName : `${fullName} (${title})`;
    return `Nuevo personal: ${named}, usuario ${login}, ${roleWords(roles)}`;
  }
  const staff = await getStaff(unit.trx, change.staffId);
  if (staff.version !== change.version) throw fail('conflict');
  if (change.change === 'reactivate') {
    if (staff.state !== 'disabled') throw fail('rule-broken', 'not-disabled');
    return `Devolver el acceso: ${staff.fullName}, usuario ${staff.login}, ${roleWords(staff.roles)}`;
  }
  await refuseOwnPromotion(unit, change);
  return `Cambio de funciones: ${staff.fullName}, usuario ${staff.login}, de ${roleWords(staff.roles)} a ${roleWords(change.roles)}`;
}

/** Whoever is in charge by an Encargatura does not make it a function of her own. */
async function refuseOwnPromotion(unit: Unit<Trx>, { staffId }: { staffId: string }): Promise<void> {
  if (staffId !== unit.session.staffId) return;
  if (await isOnlyInCharge(unit.trx, staffId, unit.today)) throw fail('rule-broken', 'acting-own');
}

async function refuseOffFor(unit: Unit<Trx>, change: StaffChange): Promise<void> {
  if (change.change === 'reactivate') return;
  await refuseCounterpartsOff(unit.trx, change.change === 'create' ? change.details.roles : change.roles);
}

async function proposeStaffChange(unit: Unit<Trx>, { staffChange }: { staffChange: StaffChange }) {
  await refuseOffFor(unit, staffChange);
  const summary = await summaryOf(unit, staffChange);
  const subjectId = staffChange.change === 'create' ? staffChange.details.login : staffChange.staffId;
  const id = await insertProposal(unit, {
    ...{ kind: 'staff-change', subjectKind: 'staff_member', subjectId },
    payload: { summary, staffChange },
  });
  return { proposalId: id };
}

/** Rules that keep the centre usable; the recovery key lifts the one about a second professional. */
async function refuseUnusable(unit: Unit<Trx>, staffId: string): Promise<void> {
  const problem = disableProblem(await listStaff(unit.trx), { staffId, by: unit.session.staffId });
  if (problem === null) return;
  if (problem === 'last-approver' && (await keyStandsIn(unit, 'staff-disable', staffId))) return;
  throw fail('rule-broken', problem);
}

function approveStaffChange({ keys, noteKeys }: StaffChangeParts) {
  return twoPhase<Contract['approveStaffChange'], Trx, Approval>({
    prepare: async (call, { proposalId }) => {
      const { change, login } = await call.read(async (trx) => {
        const found = changeOf(await findProposal(trx, proposalId));
        const known = found.change === 'reactivate' ? await getStaff(trx, found.staffId) : null;
        return { change: found, login: known?.login ?? '' };
      });
      if (change.change === 'roles') return { change, id: change.staffId, passphrase: null, slot: null };
      const passphrase = generatePhrase(phraseWords.oneTimeCode);
      const person =
        change.change === 'create'
          ? { staffId: newId<'StaffId'>(), login: change.details.login }
          : { staffId: change.staffId, login };
      return { change, id: person.staffId, passphrase, slot: await keys.deriveSlot({ ...person, passphrase }) };
    },
    commit: async (unit, { proposalId }, { change, id, passphrase, slot }) => {
      await decideProposal(unit, proposalId, 'approved');
      if (change.change === 'create') await addMember(unit, { id, details: change.details, mustChangePassword: true });
      else if (change.change === 'reactivate')
        await updateStaff(unit, { id, version: change.version, state: 'active', must_change_password: 1 });
      else {
        await keepACoordinator(unit, id, change.roles.includes('coordinator'));
        await refuseCounterpartsOff(unit.trx, change.roles);
        await updateStaff(unit, { id, version: change.version }, change.roles);
      }
      if (slot === null) await noteKeys.settle(unit.trx);
      else await storeNewSlot(keys, unit.trx, slot);
      return { staffId: id, oneTimePassphrase: passphrase };
    },
  });
}

/** At once: the next call of that person is refused, and no password of hers opens the archive of keys as it is now. */
function disableStaff({ keys, accessChanged }: StaffChangeParts) {
  return {
    ...inside<Contract['disableStaff'], Trx>(async (unit, { staffId, version }) => {
      await refuseUnusable(unit, staffId);
      await updateStaff(unit, { id: staffId, version, state: 'disabled', code_until: null });
      unit.about('staff_member', staffId);
      await endStandInsOf(unit, staffId);
      await dropSlot(keys, unit.trx, staffId);
      return getStaff(unit.trx, staffId);
    }),
    deliver: (_call: unknown, _input: unknown, staff: StaffMember) => accessChanged(staff),
  };
}

export function staffChangeHandlers(parts: StaffChangeParts): Pick<Handlers<Contract, Trx>, Handled> {
  return {
    addFirstStaff: twoPhase<Contract['addFirstStaff'], Trx, StaffSlot>({
      prepare: async (call, { details, passphrase }) => {
        const forbidden = await call.read((trx) => parts.forbiddenWords(trx));
        checkPassphrase(passphrase, [...forbidden, details.login], 'passphrase');
        return parts.keys.deriveSlot({ staffId: call.newId(), login: details.login, passphrase });
      },
      commit: async (unit, { details }, slot) => {
        const id = slot.staffId as StaffId;
        await addMember(unit, { id, details, mustChangePassword: false });
        await storeNewSlot(parts.keys, unit.trx, slot);
        unit.about('staff_member', id);
        return { staffId: id };
      },
    }),
    proposeStaffChange: inside(proposeStaffChange),
    approveStaffChange: approveStaffChange(parts),
    disableStaff: disableStaff(parts),
  };
}
