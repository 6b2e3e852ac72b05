/** Staff and the approval queue. Signing in and out stands in `sign-in.ts`. */
import {
  proposalLabels,
  type accessContract,
  type pauseContract,
  type Proposal,
  type standInContract,
} from '../../shared/access/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { caseIdSchema } from '../../shared/platform/ids.ts';
import { inside, twoPhase, type Handlers, type Unit } from '../platform/gate/handler.ts';
import type { Session } from '../platform/gate/session.ts';
import type { StaffSlot } from '../platform/storage/keyring.ts';
import { approveAccessReset, proposeAccessReset, proposeCoordinatorReset, type ResetParts } from './access-reset.ts';
import type { NoteKeys } from './note-keys.ts';
import { acknowledgeNotice, listMyNotices } from './notices.ts';
import { standInWithRecoveryKey, toDecide, wayOf } from './recovery-stand-in.ts';
import {
  decideProposal,
  findProposal,
  getStaff,
  listProposals,
  listStaff,
  staffNames,
  updateStaff,
  type ProposalRow,
} from './repository.ts';
import { pauseHandlers, type PauseParts } from './pause.ts';
import type { SignIn } from './sign-in.ts';
import { storeReplacedSlot } from './slots.ts';
import { checkPassphrase, staffChangeHandlers, type StaffChangeParts } from './staff-changes.ts';
import {
  approveActing,
  endActing,
  endCover,
  listStaffNames,
  listStandIns,
  proposeActing,
  startCover,
} from './stand-ins.ts';
import type { Trx } from './tables.ts';

type Contract = typeof accessContract & typeof pauseContract & typeof standInContract;

export type AccessParts = PauseParts &
  StaffChangeParts &
  ResetParts & {
    readonly signIn: SignIn;
    readonly noteKeys: NoteKeys;
    /** Keys of fichas reservadas go over to a new pair; answers what changed. */
    readonly sealedKeys: {
      passwordChanged(trx: Trx, session: Session, slot: StaffSlot): Promise<{ kind: string; id: string }[]>;
    };
    /** Whether the proposal speaks of a case closed to this reader by a conflict of interest or a reserve. */
    readonly isProposalHidden: (unit: Unit<Trx>, proposal: ProposalRow) => Promise<boolean>;
  };

export async function toProposalView(
  row: ProposalRow,
  names: ReadonlyMap<string, string>,
  reader: Unit<Trx>,
): Promise<Proposal> {
  const summary = (row.payload as { summary?: string }).summary ?? proposalLabels[row.kind];
  const way = row.state === 'pending' ? await wayOf(reader, toDecide(row)) : null;
  return {
    id: row.id,
    kind: row.kind,
    summary,
    proposedBy: names.get(row.proposedBy) ?? '',
    proposedAt: row.proposedAt,
    state: row.state,
    decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
    decidedAt: row.decidedAt,
    reason: row.reason,
    caseId: row.kind === 'case-closing' ? caseIdSchema.parse(row.subjectId) : null,
    canDecide: way === 'freely' || way === 'with-key',
    needsRecoveryKey: way === 'with-key',
  };
}

/** A new pair; what was sealed to the former one is sealed to it, and the session goes on with it. */
function changeOwnPassphrase(parts: AccessParts) {
  return twoPhase<Contract['changeOwnPassphrase'], Trx, { readonly slot: StaffSlot; readonly secretKey: Buffer }>({
    prepare: async (call, { newPassphrase }) => {
      const forbidden = await call.read((trx) => parts.forbiddenWords(trx));
      checkPassphrase(newPassphrase, [...forbidden, call.session.login], 'newPassphrase');
      const { staffId, login } = call.session;
      return parts.keys.deriveOwnSlot({ staffId, login, passphrase: newPassphrase });
    },
    commit: async (unit, _input, { slot }) => {
      const { id: staffId, version } = await getStaff(unit.trx, unit.session.staffId);
      await updateStaff(unit, { id: staffId, version, must_change_password: 0, code_until: null });
      for (const { kind, id } of await parts.sealedKeys.passwordChanged(unit.trx, unit.session, slot))
        unit.touch(kind, id);
      await storeReplacedSlot({ changeKeyring: (trx, change) => parts.noteKeys.changing(trx, change) }, unit.trx, slot);
      unit.session.mustChangePassword = false;
    },
    deliver: ({ session }, _input, _output, { slot, secretKey }) => {
      session.own?.secretKey.fill(0);
      if (session.own === null) secretKey.fill(0);
      else session.own = { slotId: slot.slotId, secretKey };
      return Promise.resolve();
    },
    abandon: (_input, { secretKey }) => void secretKey.fill(0),
  });
}

export function accessHandlers(parts: AccessParts): Handlers<Contract, Trx> {
  return {
    ...parts.signIn.handlers,
    ...pauseHandlers(parts),
    ...staffChangeHandlers(parts),

    changeOwnPassphrase: changeOwnPassphrase(parts),

    listStaff: inside(async (unit) => ({ staff: await listStaff(unit.trx) })),
    listStaffNames: inside(listStaffNames),
    listStandIns: inside(listStandIns),
    startCover: inside(startCover),
    endCover: inside(endCover),
    proposeActing: inside(proposeActing),
    approveActing: inside(approveActing),
    endActing: inside(endActing),
    proposeAccessReset: inside(proposeAccessReset),
    proposeCoordinatorReset: inside(proposeCoordinatorReset),
    approveAccessReset: approveAccessReset(parts),
    standInWithRecoveryKey: inside((unit, input) =>
      standInWithRecoveryKey(unit, input, { keyring: parts.keys.keyring, isHidden: parts.isProposalHidden }),
    ),
    listMyNotices: inside(listMyNotices),
    acknowledgeNotice: inside(acknowledgeNotice),

    listProposals: inside(async (unit) => {
      const names = await staffNames(unit.trx);
      const proposals: Proposal[] = [];
      for (const row of await listProposals(unit.trx)) {
        if (!(await parts.isProposalHidden(unit, row))) proposals.push(await toProposalView(row, names, unit));
      }
      return { proposals };
    }),

    declineProposal: inside(async (unit, { proposalId, reason }) => {
      const row = await findProposal(unit.trx, proposalId);
      if (row === null || (await parts.isProposalHidden(unit, row))) throw fail('not-found');
      await decideProposal(unit, proposalId, 'declined', reason);
      const declined = (await findProposal(unit.trx, proposalId)) ?? row;
      return toProposalView(declined, await staffNames(unit.trx), unit);
    }),
  };
}
