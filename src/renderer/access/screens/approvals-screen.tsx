import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { proposalLabels, type Proposal } from '../../../shared/access/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { hrefOf, useGo } from '../../platform/routes.ts';
import {
  DataTable,
  EmptyState,
  Notice,
  PageTitle,
  Panel,
  QueryState,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import css from '../access.module.css';
import { ListDecisionProgress } from '../list-decision-progress.tsx';
import { PasswordAgainDialog } from '../password-again-dialog.tsx';
import { useProposals, useRefreshAccess } from '../queries.ts';
import { inLima } from '../../platform/times.ts';

type Deciding = { readonly proposal: Proposal; readonly verb: 'approve' | 'decline' };

const stateWords = {
  pending: 'Pendiente',
  approved: 'Aprobada',
  declined: 'Rechazada',
  withdrawn: 'Retirada',
} as const satisfies Record<Proposal['state'], string>;

/** «Aprobaciones»: what waits for a second person, decided from the approver's own session. */
export function ApprovalsScreen() {
  const proposals = useProposals();
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly passphrase: string | null } | null>(null);
  return (
    <>
      <PageTitle>Aprobaciones</PageTitle>
      {result !== null && (
        <Result
          {...result}
          onClose={() => {
            setResult(null);
          }}
        />
      )}
      <QueryState query={proposals}>{(all) => <Queue proposals={all} onDecide={setDeciding} />}</QueryState>
      {deciding !== null && (
        <Decision
          deciding={deciding}
          onDone={(text, passphrase) => {
            setDeciding(null);
            setResult({ text, passphrase });
            announce(text);
          }}
          onClose={() => {
            setDeciding(null);
          }}
        />
      )}
    </>
  );
}

type QueueProps = { readonly proposals: readonly Proposal[]; readonly onDecide: (deciding: Deciding) => void };

function Queue({ proposals, onDecide }: QueueProps) {
  const waiting = proposals.filter((proposal) => proposal.state === 'pending');
  const decided = proposals.filter((proposal) => proposal.state !== 'pending');
  const common: readonly Column<Proposal>[] = [
    { id: 'summary', title: 'Propuesta', cell: (proposal) => proposal.summary },
    { id: 'kind', title: 'Clase', cell: (proposal) => proposalLabels[proposal.kind] },
    { id: 'by', title: 'Propone', cell: (proposal) => proposal.proposedBy },
    { id: 'at', title: 'Fecha', cell: (proposal) => inLima(proposal.proposedAt) },
  ];
  const acts: Column<Proposal> = {
    id: 'acts',
    title: 'Decisión',
    cell: (proposal) => <Acts proposal={proposal} onDecide={onDecide} />,
  };
  const outcome: readonly Column<Proposal>[] = [
    {
      id: 'state',
      title: 'Decisión',
      cell: (proposal) => (
        <StateBadge tone={proposal.state === 'approved' ? 'done' : 'neutral'}>{stateWords[proposal.state]}</StateBadge>
      ),
    },
    {
      id: 'decided',
      title: 'Decide',
      cell: ({ decidedBy, decidedAt }) =>
        decidedBy === null || decidedAt === null ? '—' : `${decidedBy}, ${inLima(decidedAt)}`,
    },
  ];
  const keyOf = (proposal: Proposal) => proposal.id;
  return (
    <>
      {waiting.length === 0 ? (
        <EmptyState>No hay propuestas pendientes.</EmptyState>
      ) : (
        <DataTable caption={`Pendientes: ${waiting.length}`} columns={[...common, acts]} rows={waiting} keyOf={keyOf} />
      )}
      {decided.length > 0 && (
        <DataTable caption="Decididas, últimas 50" columns={[...common, ...outcome]} rows={decided} keyOf={keyOf} />
      )}
    </>
  );
}

function Acts({ proposal, onDecide }: { readonly proposal: Proposal } & Pick<QueueProps, 'onDecide'>) {
  if (!proposal.canDecide) return 'Debe decidirla otra persona profesional.';
  return (
    <div className={css.acts}>
      {proposal.kind === 'person-merge' && (
        <a href={hrefOf('/aprobaciones/union/$proposalId', { proposalId: proposal.id })}>Ver lado a lado</a>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Aprobar: ${proposal.summary}`}
        onClick={() => {
          onDecide({ proposal, verb: 'approve' });
        }}
      >
        Aprobar
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Rechazar: ${proposal.summary}`}
        onClick={() => {
          onDecide({ proposal, verb: 'decline' });
        }}
      >
        Rechazar
      </Button>
    </div>
  );
}

type DecisionProps = {
  readonly deciding: Deciding;
  readonly onDone: (text: string, passphrase: string | null) => void;
  readonly onClose: () => void;
};

function Decision({ deciding: { proposal, verb }, onDone, onClose }: DecisionProps) {
  const client = useClient();
  const refresh = useRefreshAccess();
  const key = useRef(crypto.randomUUID());
  const decide = async (password: string) => {
    // A wrong password is refused before anything is done: the same key stays good for the next try.
    const options = { password, key: key.current };
    const { id: proposalId, kind } = proposal;
    let passphrase: string | null = null;
    if (verb === 'decline') await client.declineProposal({ proposalId }, options);
    else if (kind === 'month-closing') await client.approveMonthClosing({ proposalId }, options);
    else if (kind === 'list-import') await client.approveImport({ proposalId }, options);
    else if (kind === 'list-import-undo') await client.approveImportUndo({ proposalId }, options);
    else if (kind === 'case-annulment') await client.approveCaseAnnulment({ proposalId }, options);
    else if (kind === 'person-merge') await client.approvePersonMerge({ proposalId }, options);
    else if (kind === 'person-unmerge') await client.approvePersonUnmerge({ proposalId }, options);
    else if (kind === 'rule-change') await client.approveRuleChange({ proposalId }, options);
    else if (kind === 'attachment-export') await client.approveAttachmentExport({ proposalId }, options);
    else if (kind === 'case-seal') await client.approveCaseSeal({ proposalId }, options);
    else if (kind === 'seal-members') await client.approveSealMembers({ proposalId }, options);
    else passphrase = (await client.approveStaffChange({ proposalId }, options)).oneTimePassphrase;
    await refresh();
    onDone(`Propuesta ${verb === 'decline' ? 'rechazada' : 'aprobada'}. ${proposal.summary}.`, passphrase);
  };
  const isLong = verb === 'approve' && ['list-import', 'list-import-undo'].includes(proposal.kind);
  const work = {
    progress: <ListDecisionProgress proposalId={proposal.id} />,
    onStop: () => void client.cancelImportDecision({ proposalId: proposal.id }).catch(() => undefined),
  };
  return (
    <PasswordAgainDialog
      {...(isLong ? { work } : {})}
      title={verb === 'approve' ? '¿Aprobar esta propuesta?' : '¿Rechazar esta propuesta?'}
      verb={verb === 'approve' ? 'Aprobar' : 'Rechazar'}
      onConfirm={decide}
      onCancel={onClose}
    >
      <p>
        {proposal.summary}. La propuso {proposal.proposedBy}, {inLima(proposal.proposedAt)}.
      </p>
    </PasswordAgainDialog>
  );
}

type ResultProps = { readonly text: string; readonly passphrase: string | null; readonly onClose: () => void };

function Result({ text, passphrase, onClose }: ResultProps) {
  const go = useGo();
  if (passphrase === null) {
    return (
      <Notice tone="done" action={{ label: 'Cerrar aviso', onClick: onClose }}>
        <p>{text}</p>
      </Notice>
    );
  }
  return (
    <Panel title="Contraseña de un solo uso">
      <p>
        {text} Entregue esta contraseña en persona. Se muestra una sola vez; quien la recibe debe cambiarla al entrar.
      </p>
      <p className={css.phrase}>{passphrase}</p>
      <div className={css.row}>
        <Button
          onClick={() => {
            onClose();
            go('/aprobaciones');
          }}
        >
          Ya la entregué
        </Button>
      </div>
    </Panel>
  );
}
