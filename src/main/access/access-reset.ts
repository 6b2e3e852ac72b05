/** A forgotten password: two people give a one-time code of one day, its owner sets a password of her own with it. */
import { accessSheet, type standInContract, type StaffMember } from '../../shared/access/index.ts';
import { civilDateOf, timeOf, instantOf } from '../../shared/platform/clock.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import { generatePhrase, phraseWords } from '../platform/crypto/passphrase.ts';
import { twoPhase, type CallFrame } from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import type { StaffSlot } from '../platform/storage/keyring.ts';
import { tellStaff } from './notices.ts';
import {
  countOtherCoordinators,
  decideProposal,
  findPendingProposal,
  findProposal,
  getStaff,
  insertProposal,
  staffNames,
  updateStaff,
} from './repository.ts';
import { storeReplacedSlot, type Keys } from './slots.ts';
import type { Trx, Use } from './tables.ts';

type Approve = (typeof standInContract)['approveAccessReset'];

const kind = 'staff-access-reset';
const codeHours = 24;

export type ResetParts = {
  readonly keys: Keys;
  readonly printPaper: PaperPrinter;
  centreHead(trx: Trx): Promise<Parameters<typeof accessSheet>[0]>;
  /** Ends the sessions of somebody whose password counts no more, and forgets the failed tries. */
  readonly accessChanged: (staff: Pick<StaffMember, 'id' | 'login'>) => Promise<void>;
};

/** @param key `second` where the recovery key is the only second person. */
async function propose(unit: Use, staff: StaffMember, key: 'second' | null): Promise<{ proposalId: ProposalId }> {
  if (staff.id === unit.session.staffId) throw fail('rule-broken', 'reset-self');
  if (staff.state !== 'active') throw fail('rule-broken', 'reset-disabled');
  if ((await findPendingProposal(unit.trx, kind, staff.id)) !== null) throw fail('rule-broken', 'reset-pending');
  const summary = `Contraseña olvidada de ${staff.fullName}, usuario ${staff.login}`;
  const id = await insertProposal(unit, {
    ...{ kind, subjectKind: 'staff_member', subjectId: staff.id },
    payload: { summary, ...(key === null ? {} : { key }) },
  });
  return { proposalId: id };
}

export async function proposeAccessReset(unit: Use, { staffId }: { staffId: string }) {
  return propose(unit, await getStaff(unit.trx, staffId), null);
}

/** For the only coordinator: with another one, that one resets the password. */
export async function proposeCoordinatorReset(unit: Use, { staffId }: { staffId: string }) {
  const staff = await getStaff(unit.trx, staffId);
  if (!staff.roles.includes('coordinator')) throw fail('rule-broken', 'reset-not-coordinator');
  if ((await countOtherCoordinators(unit.trx, staffId)) > 0) throw fail('rule-broken', 'coordinator-can-reset');
  return propose(unit, staff, 'second');
}

type Prepared = {
  readonly staff: StaffMember;
  readonly code: string;
  readonly sheet: Uint8Array;
  readonly slot: StaffSlot;
};

const validUntil = ({ clock }: Pick<CallFrame, 'clock'>): number => clock.now() + codeHours * 3_600_000;

async function subjectOf(trx: Trx, proposalId: ProposalId): Promise<StaffMember> {
  const proposal = await findProposal(trx, proposalId);
  const staff = await getStaff(trx, proposal?.subjectId ?? '');
  if (staff.state !== 'active') throw fail('rule-broken', 'reset-disabled');
  return staff;
}

export function approveAccessReset(parts: ResetParts) {
  return twoPhase<Approve, Trx, Prepared>({
    prepare: async (call, { proposalId }) => {
      const { staff, head } = await call.read(async (trx) => ({
        staff: await subjectOf(trx, proposalId),
        head: await parts.centreHead(trx),
      }));
      const code = generatePhrase(phraseWords.oneTimeCode);
      const until = validUntil(call);
      const end = { on: civilDateOf(until), time: timeOf(until) };
      const sheet = await parts.printPaper(
        accessSheet(head, { fullName: staff.fullName, login: staff.login, code }, end),
      );
      const slot = await parts.keys.deriveSlot({ staffId: staff.id, login: staff.login, passphrase: code });
      return { staff, code, sheet: sheet.bytes, slot };
    },
    commit: async (unit, { proposalId }, prepared): Promise<OutputOf<Approve>> => {
      const by = unit.session.staffId;
      const proposal = await findProposal(unit.trx, proposalId);
      await decideProposal(unit, proposalId, 'approved');
      const staff = await subjectOf(unit.trx, proposalId);
      await storeReplacedSlot(parts.keys, unit.trx, prepared.slot);
      const until = instantOf(validUntil(unit));
      const { id, version } = staff;
      await updateStaff(unit, { id, version, must_change_password: 1, code_until: until });
      unit.about('staff_member', staff.id);
      const names = await staffNames(unit.trx);
      const who = [...new Set([proposal?.proposedBy ?? '', by])].map((id) => names.get(id) ?? '').join(' y ');
      await tellStaff(unit, [staff.id], `Su contraseña se restableció con un código de un solo uso: ${who}.`);
      const name = leavingName(['código de acceso'], 'pdf');
      const sheet = unit.session.files.add(name, 'application/pdf', prepared.sheet, { kind: 'access-sheet' });
      return { staffId: staff.id, oneTimeCode: prepared.code, validUntil: until, sheet };
    },
    deliver: (_call, _input, _output, { staff }) => parts.accessChanged(staff),
    abandon: (_input, { sheet }) => void sheet.fill(0),
  });
}
