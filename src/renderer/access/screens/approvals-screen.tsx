import { useState } from 'react';
import { proposalStateLabels, proposalLabels, type Proposal } from '../../../shared/access/index.ts';
import { announce } from '../../platform/announce.ts';
import { useRead } from '../../platform/query.ts';
import { hrefOf, useGo } from '../../platform/routes.ts';
import {
  look,
  DataTable,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
  LineButton,
  PlainButton,
  Panel,
  ButtonRow,
} from '../../platform/ui/index.ts';
import { inLima } from '../../platform/times.ts';
import { useHolds, useMay } from '../../platform/session.tsx';
import { DecisionDialog, type Deciding, type Handed } from '../decision-dialog.tsx';
import { HandedOver } from '../handed-over.tsx';
import { useStaffNames } from '../queries.ts';
import type { NamedPerson } from '../forms/period-fields.tsx';
import { ProposeAboutDialog } from '../propose-about-dialog.tsx';
import css from '../access.module.css';

/** «Aprobaciones»: what waits for a second person, decided from the approver's own session. */
export function ApprovalsScreen() {
  const proposals = useRead(['access', 'proposals'], async (client) => (await client.listProposals({})).proposals);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [result, setResult] = useState<{ readonly text: string; readonly handed: Handed | null } | null>(null);
  return (
    <>
      <PageTitle>Aprobaciones</PageTitle>
      {result !== null && <HandedOver {...result} onClose={() => setResult(null)} />}
      <QueryState query={proposals}>{(all) => <Queue proposals={all} onDecide={setDeciding} />}</QueryState>
      <CoordinationAway />
      {deciding !== null && (
        <DecisionDialog
          deciding={deciding}
          onDone={(text, handed) => {
            setDeciding(null);
            setResult({ text, handed });
            announce(text);
          }}
          onClose={() => setDeciding(null)}
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
    { title: 'Propuesta', cell: (proposal) => proposal.summary },
    { title: 'Clase', cell: (proposal) => proposalLabels[proposal.kind] },
    { title: 'Propone', cell: (proposal) => proposal.proposedBy },
    { title: 'Fecha', cell: (proposal) => inLima(proposal.proposedAt) },
  ];
  const acts: Column<Proposal> = {
    title: 'Decisión',
    cell: (proposal) => <Acts proposal={proposal} onDecide={onDecide} />,
  };
  const outcome: readonly Column<Proposal>[] = [
    {
      title: 'Decisión',
      cell: (proposal) => (
        <StateBadge tone={proposal.state === 'approved' ? 'done' : 'neutral'}>
          {proposalStateLabels[proposal.state]}
        </StateBadge>
      ),
    },
    {
      title: 'Decide',
      cell: ({ decidedBy, decidedAt, reason }) =>
        decidedBy === null || decidedAt === null
          ? '—'
          : [`${decidedBy}, ${inLima(decidedAt)}`, ...(reason === null ? [] : [`«${reason}»`])].join('. '),
    },
  ];
  const keyOf = (proposal: Proposal) => proposal.id;
  return (
    <>
      <DataTable
        empty="No hay propuestas pendientes."
        caption={`Pendientes: ${waiting.length}`}
        columns={[...common, acts]}
        rows={waiting}
        keyOf={keyOf}
      />
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
      {proposal.needsRecoveryKey && <span className={look.secondary}>Con la clave de recuperación.</span>}
      {proposal.kind === 'month-closing' && (
        <a href={hrefOf('/aprobaciones/cierre/$proposalId', { proposalId: proposal.id })}>Ver las cifras</a>
      )}
      {proposal.kind === 'person-merge' && (
        <a href={hrefOf('/aprobaciones/union/$proposalId', { proposalId: proposal.id })}>Ver lado a lado</a>
      )}
      {proposal.caseId !== null && (
        <a href={hrefOf('/casos/$caseId/cierre', { caseId: proposal.caseId })}>Ver la lista</a>
      )}
      {proposal.kind !== 'month-closing' && proposal.caseId === null && (
        <LineButton label="Aprobar" of={proposal.summary} onClick={() => onDecide({ proposal, verb: 'approve' })} />
      )}
      <LineButton label="Rechazar" of={proposal.summary} onClick={() => onDecide({ proposal, verb: 'decline' })} />
    </div>
  );
}

/** What a professional can do when Coordinación cannot: both with the recovery key (D3, D4). */
function CoordinationAway() {
  const isCoordination = useHolds('caseload.cover');
  const may = useMay('staff.resetCoordinator');
  return may && !isCoordination ? <Ways /> : null;
}

function Ways() {
  const go = useGo();
  const { data } = useStaffNames();
  const coordinators = data?.filter(({ roles }) => roles.includes('coordinator')) ?? [];
  const only = coordinators.length === 1 ? coordinators[0] : undefined;
  const [asked, setAsked] = useState<NamedPerson | null>(null);
  return (
    <Panel title="Si Coordinación no puede actuar">
      <p>
        Con la clave de recuperación del sobre y otra persona profesional, el centro sigue trabajando. Se avisa a todas
        y queda anotado para la próxima inspección.
      </p>
      <ButtonRow plain label="Está ausente: proponer una encargatura" onClick={() => go('/personal/encargatura')}>
        {only !== undefined && <PlainButton onClick={() => setAsked(only)}>Olvidó su contraseña</PlainButton>}
      </ButtonRow>
      {asked !== null && <ProposeAboutDialog act="coordinator" member={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
