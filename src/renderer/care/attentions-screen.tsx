import { useState } from 'react';
import { serviceLabels } from '../../shared/access/index.ts';
import {
  attendedPartyLabels,
  attentionChangeReasonLabels,
  attentionOutcomeLabels,
  type AttentionLine,
} from '../../shared/care/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useCentreDay } from '../intake/index.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  look,
  DataTable,
  Dialog,
  EmptyState,
  Notice,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
  LineButton,
  useOpened,
} from '../platform/ui/index.ts';
import { CorrectAttention, correctionPlace, NewAttention } from './attention-form.tsx';
import css from './care.module.css';
import { MovedFrom } from './moved-from.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { useAttentions } from './queries.ts';

/** «Atenciones»: what each service did in the case, with its history; recording and correcting. */
export function AttentionsPage({ caseId, isClosed }: { readonly caseId: string; readonly isClosed: boolean }) {
  const attentions = useAttentions(caseId);
  const mayRecord = useMay('attention.record') && !isClosed;
  return (
    <>
      <PageTitle>Atenciones</PageTitle>
      <MovedFrom caseId={caseId} kind="attention" />
      <NotesPanel caseId={caseId} isClosed={isClosed} />
      <QueryState query={attentions}>
        {(read) => <Work caseId={caseId} mayRecord={mayRecord} isClosed={isClosed} {...read} />}
      </QueryState>
    </>
  );
}

type WorkProps = {
  readonly caseId: string;
  readonly mayRecord: boolean;
  readonly isClosed: boolean;
  readonly attentions: readonly AttentionLine[];
  readonly actions: Parameters<typeof NewAttention>[0]['actions'];
};

function Work({ caseId, mayRecord, isClosed, attentions, actions }: WorkProps) {
  const today = useCentreDay().day;
  const [correctingId, setCorrecting, endCorrecting] = useOpened<string>();
  // As it is stored now: somebody else may have corrected it meanwhile.
  const correcting = attentions.find((line) => line.id === correctingId) ?? null;
  const [past, setPast] = useState<AttentionLine | null>(null);
  return (
    <>
      {isClosed && <Notice>La ficha está cerrada: las atenciones son solo lectura.</Notice>}
      {attentions.length === 0 ? (
        <EmptyState>Todavía no hay atenciones registradas. Las entrevistas se registran aparte.</EmptyState>
      ) : (
        <AttentionTable
          attentions={attentions}
          mayRecord={mayRecord}
          correctingId={correctingId}
          onCorrect={(line) => setCorrecting(line.id)}
          onPast={setPast}
        />
      )}
      {mayRecord && correcting !== null && (
        <CorrectAttention
          key={correcting.id}
          caseId={caseId}
          actions={actions}
          today={today}
          line={correcting}
          onDone={endCorrecting}
        />
      )}
      {mayRecord && correcting === null && <NewAttention caseId={caseId} actions={actions} today={today} />}
      {past !== null && <Past line={past} onClose={() => setPast(null)} />}
    </>
  );
}

function whenOf({ on, time }: { readonly on: CivilDate; readonly time: string | null }): string {
  return time === null ? formatCivilDate(on) : `${formatCivilDate(on)} ${time}`;
}

type TableProps = {
  readonly attentions: readonly AttentionLine[];
  readonly mayRecord: boolean;
  readonly correctingId: string | null;
  readonly onCorrect: (line: AttentionLine) => void;
  readonly onPast: (line: AttentionLine) => void;
};

function AttentionTable({ attentions, mayRecord, correctingId, onCorrect, onPast }: TableProps) {
  const named = (line: AttentionLine) => `${line.actionWords} del ${formatCivilDate(line.on)}`;
  const columns: readonly Column<AttentionLine>[] = [
    { title: 'Fecha', cell: whenOf },
    {
      title: 'Acción',
      cell: (line) => (
        <>
          {line.actionWords}
          <br />
          <span className={look.secondary}>{`${serviceLabels[line.service]} · ${line.by}`}</span>
        </>
      ),
    },
    {
      title: 'Con quién y resultado',
      cell: (line) => `${attendedPartyLabels[line.withWhom]} · ${attentionOutcomeLabels[line.outcome]}`,
    },
    { title: 'Nota', cell: (line) => <p className={css.note}>{line.note ?? '—'}</p> },
    {
      title: 'Cuenta',
      cell: (line) =>
        line.isWithdrawn ? (
          <StateBadge tone="warning">Registrada por error</StateBadge>
        ) : (
          <StateBadge tone={line.counts ? 'done' : 'neutral'}>{line.counts ? 'Sí' : 'No'}</StateBadge>
        ),
    },
    {
      title: 'Acciones',
      cell: (line) => (
        <div className={look.row}>
          {mayRecord && (
            <LineButton
              label="Corregir"
              of={named(line)}
              replaces={line.id === correctingId ? undefined : correctionPlace}
              onClick={() => onCorrect(line)}
            />
          )}
          {line.changes.length > 0 && <LineButton label="Historial" of={named(line)} onClick={() => onPast(line)} />}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={attentions.length === 1 ? '1 atención' : `${attentions.length} atenciones, la más reciente primero`}
      columns={columns}
      rows={attentions}
    />
  );
}

/** What stood before each correction, newest first. */
function Past({ line, onClose }: { readonly line: AttentionLine; readonly onClose: () => void }) {
  return (
    <Dialog title="Historial de la atención" cancel={{ label: 'Cerrar', onClick: onClose }}>
      <ul className={css.list}>
        {line.changes.map((change) => (
          <li key={change.at}>
            <p>
              <strong>{`${inLima(change.at)}, ${change.by}: `}</strong>
              {change.words ?? attentionChangeReasonLabels[change.reason]}
            </p>
            <p className={look.written}>
              {`Antes: ${whenOf(change.before)}, ${attendedPartyLabels[change.before.withWhom]}, ${attentionOutcomeLabels[change.before.outcome]}${change.wasWithdrawn ? ', registrada por error' : ''}. ${change.before.note ?? ''}`}
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
