import { useState } from 'react';
import { optionsOf, type Fields } from '../../../shared/record/index.ts';
import {
  exceptionalEndLabels,
  exceptionalReasonLabels,
  reviewVerdictLabels,
  type ExceptionalLine,
  type ReviewVerdict,
} from '../../../shared/reserve/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  look,
  DataTable,
  EmptyState,
  PageTitle,
  QueryState,
  StateBadge,
  type Column,
} from '../../platform/ui/index.ts';
import { FormDialog } from '../../record/index.ts';
import { useAccesses, useRefreshReserve } from '../queries.ts';

/** «Accesos excepcionales»: who opened which ficha, why, and what the review says. Nobody sees an own one here. */
export function ReviewsScreen() {
  const may = useMay('breakGlass.review');
  return (
    <>
      <PageTitle>Accesos excepcionales</PageTitle>
      {may ? <Lists /> : <EmptyState>Su función no revisa accesos excepcionales.</EmptyState>}
    </>
  );
}

function Lists() {
  const accesses = useAccesses();
  return (
    <QueryState query={accesses}>
      {(all) => {
        const waiting = all.filter(({ verdict }) => verdict === null);
        const reviewed = all.filter(({ verdict }) => verdict !== null);
        return (
          <>
            {waiting.length === 0 ? (
              <EmptyState>No hay accesos excepcionales por revisar.</EmptyState>
            ) : (
              <Table caption={`Por revisar: ${waiting.length}`} rows={waiting} isWaiting />
            )}
            {reviewed.length > 0 && (
              <Table caption={`Revisados: ${reviewed.length}`} rows={reviewed} isWaiting={false} />
            )}
          </>
        );
      }}
    </QueryState>
  );
}

function endOf({ endedAt, end }: ExceptionalLine): string {
  if (endedAt === null || end === null) return 'Sigue abierto';
  return `${inLima(endedAt)}, ${exceptionalEndLabels[end]}`;
}

const columns: readonly Column<ExceptionalLine>[] = [
  { title: 'Quién', cell: (one) => one.staffName },
  { title: 'Ficha', cell: (one) => <span className={look.nowrap}>{one.number ?? 'Ficha reservada'}</span> },
  { title: 'Motivo', cell: (one) => one.words ?? exceptionalReasonLabels[one.reason] },
  {
    title: 'Abrió y terminó',
    cell: (one) => (
      <>
        <span>{inLima(one.openedAt)}</span>
        <p className={look.secondary}>{endOf(one)}</p>
      </>
    ),
  },
  { title: 'Lecturas', cell: (one) => String(one.reads) },
];

const verdictColumn: Column<ExceptionalLine> = {
  title: 'Revisión',
  cell: ({ verdict, reviewWords, reviewedBy, reviewedAt }) =>
    verdict === null ? null : (
      <>
        <StateBadge tone={verdict === 'justified' ? 'done' : 'warning'}>{reviewVerdictLabels[verdict]}</StateBadge>
        {reviewWords !== null && <p>{reviewWords}</p>}
        <p className={look.secondary}>{`${reviewedBy ?? ''}, ${reviewedAt === null ? '' : inLima(reviewedAt)}`}</p>
      </>
    ),
};

type TableProps = {
  readonly caption: string;
  readonly rows: readonly ExceptionalLine[];
  readonly isWaiting: boolean;
};

function Table({ caption, rows, isWaiting }: TableProps) {
  const [reviewing, setReviewing] = useState<ExceptionalLine | null>(null);
  const acts: Column<ExceptionalLine> = {
    title: 'Revisión',
    cell: (one) => (
      <>
        {one.isOverdue && <StateBadge tone="error">Pasó de 72 horas</StateBadge>}
        {one.endedAt !== null && (
          <PlainButton
            small
            aria-label={`Revisar el acceso de ${one.staffName}, ${inLima(one.openedAt)}`}
            onClick={() => setReviewing(one)}
          >
            Revisar
          </PlainButton>
        )}
      </>
    ),
  };
  return (
    <>
      <DataTable
        caption={caption}
        columns={[...columns, isWaiting ? acts : verdictColumn]}
        rows={rows}
        keyOf={(one) => one.accessId}
      />
      {reviewing !== null && <ReviewDialog access={reviewing} onClose={() => setReviewing(null)} />}
    </>
  );
}

const reviewFields = {
  verdict: {
    ...{ kind: 'choice', label: '¿Estuvo justificado?', options: optionsOf<ReviewVerdict>(reviewVerdictLabels) },
    ...{ required: true, missing: 'Elija una respuesta.' },
  },
  words: { kind: 'text', label: 'Comentario', max: 300 },
} as const satisfies Fields;

function ReviewDialog({ access, onClose }: { readonly access: ExceptionalLine; readonly onClose: () => void }) {
  const { accessId, staffName, number, words, reason } = access;
  return (
    <FormDialog
      {...{ fields: reviewFields, id: 'review', isShort: true }}
      words={{
        ...{ title: `Revisar el acceso de ${staffName}`, send: 'Guardar la revisión', sending: 'Un momento…' },
        ...{ sent: 'Acceso excepcional revisado.', cancel: 'Volver sin revisar' },
      }}
      send={(review, client) => client.reviewExceptionalAccess({ accessId, ...review })}
      refresh={useRefreshReserve()}
      onDone={onClose}
    >
      <p>{`${number === null ? 'Ficha reservada' : `Ficha ${number}`}. ${words ?? exceptionalReasonLabels[reason]}.`}</p>
    </FormDialog>
  );
}
