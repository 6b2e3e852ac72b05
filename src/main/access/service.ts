/** Staff and the approval queue. Signing in and out stands in `sign-in.ts`. */
import { randomUUID } from 'node:crypto';
import {
  maySecond,
  passwordProblem,
  passwordProblemWords,
  proposalLabels,
  roleLabels,
  type accessContract,
  type Proposal,
  type Role,
  type StaffChange,
  type StaffDetails,
} from '../../shared/access/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { ProposalId, StaffId } from '../../shared/platform/ids.ts';
import type { Trx } from '../database.ts';
import { generatePhrase, phraseWords } from '../platform/crypto/passphrase.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import { addSlot, replaceSlot, type Keyring, type StaffSlot } from '../platform/storage/keyring.ts';
import {
  countOtherCoordinators,
  decideProposal,
  findProposal,
  getStaff,
  insertProposal,
  insertStaff,
  isLoginTaken,
  listProposals,
  listStaff,
  staffNames,
  updateStaff,
  type ProposalRow,
} from './repository.ts';
import { pauseHandlers, type PauseParts } from './pause.ts';
import type { SignIn } from './sign-in.ts';

type Contract = typeof accessContract;

/** The archive of keys as staff needs it. */
export type Keys = {
  /** The slot of a person under a password: takes a second, so it comes before the transaction. */
  deriveSlot(person: {
    readonly staffId: string;
    readonly login: string;
    readonly passphrase: string;
  }): Promise<StaffSlot>;
  /** Changes the archive together with the caller's transaction. */
  changeKeyring(trx: Trx, change: (keyring: Keyring, dek: Buffer) => Keyring): Promise<void>;
};

export type AccessParts = PauseParts & {
  readonly signIn: SignIn;
  readonly keys: Keys;
  /** What a passphrase must not contain: centre, district, logins. */
  forbiddenWords(trx: Trx): Promise<string[]>;
  /** Whether the proposal speaks of a case closed to this reader by a conflict of interest or a reserve. */
  isProposalHidden(unit: Unit<Trx>, proposal: ProposalRow): Promise<boolean>;
};

function checkPassphrase(passphrase: string, forbidden: readonly string[], path: string): void {
  const problem = passwordProblem(passphrase, forbidden);
  if (problem !== null) throw failAt(path, passwordProblemWords[problem], 'password-refused');
}

export function toProposalView(row: ProposalRow, names: ReadonlyMap<string, string>, reader: Unit<Trx>): Proposal {
  const summary = (row.payload as { summary?: string }).summary ?? proposalLabels[row.kind];
  return {
    id: row.id as ProposalId,
    kind: row.kind,
    summary,
    proposedBy: names.get(row.proposedBy) ?? '',
    proposedAt: row.proposedAt as Instant,
    state: row.state,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    decidedAt: row.decidedAt as Instant | null,
    canDecide:
      row.state === 'pending' && maySecond({ id: reader.session.staffId, roles: reader.session.roles }, row.proposedBy),
  };
}

async function addMember(
  unit: Unit<Trx>,
  member: { id: string; details: StaffDetails; mustChangePassword: boolean },
): Promise<void> {
  if (await isLoginTaken(unit.trx, member.details.login)) throw fail('duplicate', 'login-taken');
  await insertStaff(unit.trx, { ...member, createdAt: unit.now });
  unit.touch('staff_member', member.id);
}

export function accessHandlers(parts: AccessParts): Handlers<Contract, Trx> {
  const { signIn, keys } = parts;
  return {
    ...signIn.handlers,
    ...pauseHandlers(parts),

    changeOwnPassphrase: twoPhase<Contract['changeOwnPassphrase'], Trx, StaffSlot>({
      prepare: async (call, { newPassphrase }) => {
        const forbidden = await call.read((trx) => parts.forbiddenWords(trx));
        checkPassphrase(newPassphrase, [...forbidden, call.session.login], 'newPassphrase');
        // A new pair: an old copy of the archive of keys with the old password must open nothing new.
        const { staffId, login } = call.session;
        return keys.deriveSlot({ staffId, login, passphrase: newPassphrase });
      },
      commit: async (unit, _input, slot) => {
        await keys.changeKeyring(unit.trx, (keyring, dek) => replaceSlot(keyring, dek, slot));
        const staff = await getStaff(unit.trx, unit.session.staffId);
        await updateStaff(unit.trx, staff, { mustChangePassword: false });
        unit.touch('staff_member', staff.id);
        unit.session.mustChangePassword = false;
        return {};
      },
    }),

    listStaff: inside(async (unit) => ({ staff: await listStaff(unit.trx) })),

    addFirstStaff: twoPhase<Contract['addFirstStaff'], Trx, StaffSlot>({
      prepare: async (call, { details, passphrase }) => {
        const forbidden = await call.read((trx) => parts.forbiddenWords(trx));
        checkPassphrase(passphrase, [...forbidden, details.login], 'passphrase');
        return keys.deriveSlot({ staffId: call.newId(), login: details.login, passphrase });
      },
      commit: async (unit, { details }, slot) => {
        const id = slot.staffId as StaffId;
        await addMember(unit, { id, details, mustChangePassword: false });
        await keys.changeKeyring(unit.trx, (keyring, dek) => addSlot(keyring, dek, slot));
        unit.about('staff_member', id);
        return { staffId: id };
      },
    }),

    proposeStaffChange: inside(async (unit, { staffChange }) => {
      const summary = await summaryOf(unit, staffChange);
      const id = unit.newId() as ProposalId;
      const subjectId = staffChange.change === 'create' ? staffChange.details.login : staffChange.staffId;
      await insertProposal(unit.trx, {
        id,
        kind: 'staff-change',
        subjectKind: 'staff_member',
        subjectId,
        payload: { summary, staffChange },
        by: unit.session.staffId,
        at: unit.now,
      });
      unit.touch('proposal', id);
      return { proposalId: id };
    }),

    approveStaffChange: twoPhase<Contract['approveStaffChange'], Trx, Approval>({
      prepare: async (call, { proposalId }) => {
        const change = await call.read(async (trx) => changeOf(await findProposal(trx, proposalId)));
        if (change.change === 'roles') return { change, passphrase: null, slot: null };
        const passphrase = generatePhrase(phraseWords.oneTimeCode);
        const slot = await keys.deriveSlot({ staffId: randomUUID(), login: change.details.login, passphrase });
        return { change, passphrase, slot };
      },
      commit: async (unit, { proposalId }, approval) => {
        await decideProposal(unit.trx, proposalId, { state: 'approved', by: unit.session.staffId, at: unit.now });
        unit.touch('proposal', proposalId);
        const { change, slot } = approval;
        const id = change.change === 'create' ? (slot?.staffId as StaffId) : change.staffId;
        if (change.change === 'create') {
          await addMember(unit, { id, details: change.details, mustChangePassword: true });
          await keys.changeKeyring(unit.trx, (keyring, dek) => addSlot(keyring, dek, slot as StaffSlot));
        } else {
          await keepACoordinator(unit, id, change.roles.includes('coordinator'));
          await updateStaff(unit.trx, { id, version: change.version }, { roles: change.roles });
          unit.touch('staff_member', id);
        }
        return { staffId: id, oneTimePassphrase: approval.passphrase };
      },
    }),

    disableStaff: inside(async (unit, { staffId, version }) => {
      await keepACoordinator(unit, staffId, false);
      await updateStaff(unit.trx, { id: staffId, version }, { state: 'disabled' });
      unit.touch('staff_member', staffId);
      return getStaff(unit.trx, staffId);
    }),

    listProposals: inside(async (unit) => {
      const names = await staffNames(unit.trx);
      const proposals: Proposal[] = [];
      for (const row of await listProposals(unit.trx)) {
        if (!(await parts.isProposalHidden(unit, row))) proposals.push(toProposalView(row, names, unit));
      }
      return { proposals };
    }),

    declineProposal: inside(async (unit, { proposalId }) => {
      const row = await findProposal(unit.trx, proposalId);
      if (row === null || (await parts.isProposalHidden(unit, row))) throw fail('not-found');
      await decideProposal(unit.trx, proposalId, { state: 'declined', by: unit.session.staffId, at: unit.now });
      unit.touch('proposal', proposalId);
      const declined = { ...row, state: 'declined' as const, decidedBy: unit.session.staffId, decidedAt: unit.now };
      return toProposalView(declined, await staffNames(unit.trx), unit);
    }),
  };
}

type Approval = {
  readonly change: StaffChange;
  readonly passphrase: string | null;
  /** Null when no key changes. */
  readonly slot: StaffSlot | null;
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
  return `Cambio de funciones: ${staff.fullName}, usuario ${staff.login}, de ${roleWords(staff.roles)} a ${roleWords(change.roles)}`;
}
