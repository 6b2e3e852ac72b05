import { useState } from 'react';
import { optionsOf } from '../../../shared/record/index.ts';
import {
  exceptionalEndLabels,
  exceptionalReasonLabels,
  reviewVerdictLabels,
  type ExceptionalLine,
  type ReviewVerdict,
} from '../../../shared/reserve/index.ts';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { useMay } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import {
  PlainButton,
  look,
  ChoiceField,
  DataTable,
  Dialog,
  EmptyState,
  PageTitle,
  QueryState,
  StateBadge,
  TextField,
  type Column,
} from '../../platform/ui/index.ts';
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

const verdicts = optionsOf(reviewVerdictLabels);

function ReviewDialog({ access, onClose }: { readonly access: ExceptionalLine; readonly onClose: () => void }) {
  const act = useAct({ refresh: useRefreshReserve() });
  const [verdict, setVerdict] = useState<ReviewVerdict | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const review = () => {
    setTried(true);
    if (verdict === null) return;
    const said = words.trim() === '' ? null : words.trim();
    const input = { accessId: access.accessId, verdict, words: said };
    void act.run((client) => client.reviewExceptionalAccess(input), {
      words: 'Acceso excepcional revisado.',
      done: onClose,
    });
  };
  return (
    <Dialog
      beginsAtField
      title={`Revisar el acceso de ${access.staffName}`}
      confirm={{ label: act.busy ? 'Un momento…' : 'Guardar la revisión', onClick: review }}
      cancel={{ label: 'Volver sin revisar', onClick: onClose }}
    >
      <p>
        {`${access.number === null ? 'Ficha reservada' : `Ficha ${access.number}`}. ${access.words ?? exceptionalReasonLabels[access.reason]}.`}
      </p>
      <ActProblem act={act} />
      <ChoiceField
        words={{
          label: '¿Estuvo justificado?',
          id: 'review-verdict',
          error: tried && verdict === null ? 'Elija una respuesta.' : undefined,
        }}
        options={verdicts}
        value={verdict}
        onChange={setVerdict}
        clearable={false}
      />
      <TextField
        words={{ label: 'Comentario (opcional)', id: 'review-words' }}
        maxLength={300}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </Dialog>
  );
}
