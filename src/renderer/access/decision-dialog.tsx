import { useState } from 'react';
import type { Proposal } from '../../shared/access/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { useClient, type Input, type Output } from '../platform/client.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { inLima } from '../platform/times.ts';
import { LongTextField, WorkBar } from '../platform/ui/index.ts';
import { PasswordAgainDialog } from './password-again-dialog.tsx';
import { useRefreshAccess } from './queries.ts';

/** `seen`: of the figures that were read, where what is approved are figures. */
export type Deciding = {
  readonly proposal: Proposal;
  readonly verb: 'approve' | 'decline';
  readonly seen?: string;
  /** Of a closing of a ficha: the reasons of whoever approves. */
  readonly whys?: Input<'approveCaseClosing'>['whys'];
};

/** A secret to hand over in person; `sheet` and `validUntil` where it is a one-time code of a day. */
export type Handed = {
  readonly passphrase: string;
  readonly sheet: FileHandle | null;
  readonly validUntil: Instant | null;
};

type Props = {
  readonly deciding: Deciding;
  readonly onDone: (text: string, handed: Handed | null) => void;
  readonly onClose: () => void;
};

const reasonId = 'decline-reason';

/** What approves each kind that hands nothing over. */
const approvals = {
  'reserved-export': 'approveReservedExport',
  'list-import': 'approveImport',
  'list-import-undo': 'approveImportUndo',
  'case-annulment': 'approveCaseAnnulment',
  'person-merge': 'approvePersonMerge',
  'person-unmerge': 'approvePersonUnmerge',
  'rule-change': 'approveRuleChange',
  'attachment-export': 'approveAttachmentExport',
  'own-copy': 'approveOwnCopy',
  'case-seal': 'approveCaseSeal',
  'seal-members': 'approveSealMembers',
  'acting-coordinator': 'approveActing',
} as const satisfies Partial<Record<Proposal['kind'], keyof ActClient>>;

const isPlain = (kind: Proposal['kind']): kind is keyof typeof approvals => Object.hasOwn(approvals, kind);

/** Approves by its kind; answers what has to be handed over. */
async function approve(
  client: ActClient,
  { proposal: { id: proposalId, kind }, seen, whys = [] }: Deciding,
  options: { readonly password: string },
): Promise<Handed | null> {
  const input = { proposalId };
  if (kind === 'month-closing') {
    await client.approveMonthClosing({ proposalId, ...(seen === undefined ? {} : { seen }) }, options);
    return null;
  }
  if (kind === 'case-closing') {
    await client.approveCaseClosing({ proposalId, seen: seen ?? '', whys }, options);
    return null;
  }
  if (isPlain(kind)) {
    await client[approvals[kind]](input, options);
    return null;
  }
  if (kind === 'staff-access-reset') {
    const { oneTimeCode: passphrase, sheet, validUntil } = await client.approveAccessReset(input, options);
    return { passphrase, sheet, validUntil };
  }
  const { oneTimePassphrase: passphrase } = await client.approveStaffChange(input, options);
  return passphrase === null ? null : { passphrase, sheet: null, validUntil: null };
}

/** Decides with the own password again, and with the recovery key where there is no second person (D4). */
export function DecisionDialog({ deciding, onDone, onClose }: Props) {
  const { proposal, verb } = deciding;
  const client = useClient();
  const refresh = useRefreshAccess();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | undefined>();
  const hasReason = () => {
    const lacks = reason.trim() === '';
    setMissing(lacks ? 'Escriba por qué la rechaza.' : undefined);
    if (lacks) document.getElementById(reasonId)?.focus();
    return !lacks;
  };
  const asksKey = verb === 'approve' && proposal.needsRecoveryKey;
  const decide = async (password: string, act: ActClient, recoveryKey: string) => {
    const options = { password };
    const { id: proposalId } = proposal;
    if (asksKey)
      await act.standInWithRecoveryKey({ recoveryKey, purpose: { act: 'approval', proposalId } }, { password });
    let handed: Handed | null = null;
    if (verb === 'decline') await act.declineProposal({ proposalId, reason: reason.trim() }, options);
    else handed = await approve(act, deciding, options);
    await refresh();
    onDone(`Propuesta ${verb === 'decline' ? 'rechazada' : 'aprobada'}. ${proposal.summary}.`, handed);
  };
  const isLong = verb === 'approve' && ['list-import', 'list-import-undo'].includes(proposal.kind);
  const work = {
    progress: <ListDecisionProgress proposalId={proposal.id} />,
    onStop: () => void client.cancelImportDecision({ proposalId: proposal.id }).catch(() => undefined),
  };
  return (
    <PasswordAgainDialog
      {...(isLong ? { work } : {})}
      asksRecoveryKey={asksKey}
      {...(verb === 'decline' ? { isReady: hasReason } : {})}
      title={verb === 'approve' ? '¿Aprobar esta propuesta?' : '¿Rechazar esta propuesta?'}
      verb={verb === 'approve' ? 'Aprobar' : 'Rechazar'}
      onConfirm={decide}
      onCancel={onClose}
    >
      <p>
        {proposal.summary}. La propuso {proposal.proposedBy}, {inLima(proposal.proposedAt)}.
      </p>
      {verb === 'decline' && (
        <LongTextField
          words={{
            label: 'Motivo',
            hint: 'Lo lee quien la propuso. Sin nombres de personas usuarias.',
            error: missing,
            id: reasonId,
          }}
          maxLength={300}
          rows={2}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {asksKey && (
        <p>
          La clave de recuperación vale en lugar de quien falta. Su uso queda anotado para la próxima inspección y se
          avisa a las demás personas profesionales.
        </p>
      )}
    </PasswordAgainDialog>
  );
}

type Progress = NonNullable<Output<'getImportDecisionProgress'>['progress']>;

const stageWords = {
  checking: 'Revisando filas',
  comparing: 'Comparando otra vez a las personas',
  writing: 'Guardando fichas',
  erasing: 'Retirando fichas',
} as const satisfies Record<Progress['stage'], string>;

/** How far the approval of a list is: it may take minutes. */
function ListDecisionProgress({ proposalId }: { readonly proposalId: string }) {
  const { data } = useRead(
    ['access', 'list-decision', proposalId],
    async (client) => (await client.getImportDecisionProgress({ proposalId })).progress,
    { refetchInterval: 500, gcTime: 0 },
  );
  if (data === undefined || data === null) return <WorkBar label="Un momento" done={0} total={0} />;
  return <WorkBar label={stageWords[data.stage]} done={data.done} total={data.total} />;
}
