import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  fieldOf,
  rowVerdictLabels,
  rowVerdicts,
  type ImportView,
  type ListRow,
  type RowIssue,
  type RowVerdict,
  type VerdictCounts,
} from '../../shared/imports/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ActDialog } from '../platform/forms/index.ts';
import { PlainButton, look, DataTable, Panel, QueryState, StateBadge, type Column } from '../platform/ui/index.ts';
import css from './imports.module.css';
import { Pages } from './pages.tsx';
import { useRefreshImports, useRows } from './queries.ts';
import { RowDialog } from './row-dialog.tsx';
import { counted, verdictTones, verdictWords } from './words.ts';
import { ConfirmShown, WrongRows } from './wrong-rows.tsx';

type Props = { readonly view: ImportView; readonly counts: VerdictCounts; readonly isOpen: boolean };

/** The first kind of row that somebody has to look at. */
function firstFilter(counts: VerdictCounts): RowVerdict | null {
  return (['error', 'ask'] as const).find((verdict) => counts[verdict] > 0) ?? null;
}

/** Every row as it would go in, the ones to look at first. */
export function RowsPanel({ view, counts, isOpen }: Props) {
  const [chosen, setFilter] = useState<RowVerdict | null>(() => firstFilter(counts));
  // A kind of row that is mended away gives way to the next that waits.
  const filter = chosen !== null && counts[chosen] === 0 ? firstFilter(counts) : chosen;
  const [pages, setPages] = useState<readonly number[]>([0]);
  const [line, setLine] = useState<number | null>(null);
  const after = pages.at(-1) ?? 0;
  const rows = useRows(view.importId, filter, after);
  const choose = (verdict: RowVerdict | null) => {
    setFilter(verdict);
    setPages([0]);
  };
  return (
    <Panel title="Filas">
      <Filters counts={counts} filter={filter} onChoose={choose} />
      {isOpen && (
        <div className={look.row}>
          <WrongRows view={view} errors={counts.error} />
          {view.probable > 0 && <AcceptProbable view={view} />}
        </div>
      )}
      <QueryState query={rows}>
        {(page) => (
          <>
            <DataTable
              empty="No hay filas así."
              caption={captionOf(filter, counts)}
              columns={columnsFor(isOpen, setLine)}
              rows={page.rows}
              keyOf={(row) => String(row.line)}
            />
            {isOpen && <ConfirmShown view={view} rows={page.rows} />}
            <Pages pages={pages} next={page.next} onGo={setPages} />
            {line !== null && (
              <RowDialog
                view={view}
                row={page.rows.find((row) => row.line === line) ?? null}
                onClose={() => setLine(null)}
              />
            )}
          </>
        )}
      </QueryState>
    </Panel>
  );
}

function captionOf(filter: RowVerdict | null, counts: VerdictCounts): string {
  const total = rowVerdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  return filter === null ? `Todas las filas: ${total}` : `${verdictWords(filter, counts[filter])}: ${counts[filter]}`;
}

type FiltersProps = {
  readonly counts: VerdictCounts;
  readonly filter: RowVerdict | null;
  readonly onChoose: (verdict: RowVerdict | null) => void;
};

function Filters({ counts, filter, onChoose }: FiltersProps) {
  const total = rowVerdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  const choices: readonly { verdict: RowVerdict | null; text: string }[] = [
    ...rowVerdicts
      .filter((verdict) => counts[verdict] > 0 || verdict === filter)
      .map((verdict) => ({ verdict, text: `${verdictWords(verdict, counts[verdict])} (${counts[verdict]})` })),
    { verdict: null, text: `Todas (${total})` },
  ];
  return (
    <div className={css.filters} role="group" aria-label="Qué filas se ven">
      {choices.map(({ verdict, text }) => (
        <Button
          key={text}
          size="compact-sm"
          variant={verdict === filter ? 'filled' : 'default'}
          aria-pressed={verdict === filter}
          onClick={() => onChoose(verdict)}
        >
          {text}
        </Button>
      ))}
    </div>
  );
}

function columnsFor(isOpen: boolean, open: (line: number) => void): readonly Column<ListRow>[] {
  const shown: Column<ListRow>[] = [
    { title: 'Fila', cell: (row) => row.line },
    { title: 'Persona usuaria', cell: (row) => row.user.name },
    { title: 'Presunta agresora', cell: (row) => row.aggressor.name },
    { title: 'Ingreso', cell: (row) => (row.admittedOn === null ? '—' : formatCivilDate(row.admittedOn)) },
    {
      title: 'Estado',
      cell: (row) => <StateBadge tone={verdictTones[row.verdict]}>{rowVerdictLabels[row.verdict]}</StateBadge>,
    },
    { title: 'Qué revisar', cell: (row) => <Why row={row} /> },
  ];
  if (!isOpen) return shown;
  const act: Column<ListRow> = {
    title: 'Acciones',
    cell: (row) => (
      <PlainButton
        small
        aria-label={`${row.verdict === 'ask' ? 'Decidir' : 'Corregir'} la fila ${row.line}`}
        onClick={() => open(row.line)}
      >
        {row.verdict === 'ask' ? 'Decidir' : 'Corregir'}
      </PlainButton>
    ),
  };
  return [...shown, act];
}

function where({ field, column }: RowIssue): string {
  if (field === null) return '';
  const title = fieldOf(field).label;
  return column === null ? `${title}: ` : `${title} (columna ${column}): `;
}

function Why({ row }: { readonly row: ListRow }) {
  const open = (['user', 'aggressor'] as const).flatMap((role) => {
    const { choice, candidates } = row[role];
    const [best] = candidates;
    return choice === null && best !== undefined ? [{ role, best }] : [];
  });
  if (row.issues.length === 0 && open.length === 0) return '—';
  return (
    <ul className={css.issues}>
      {row.issues.map((issue) => (
        <li
          key={`${issue.field ?? ''} ${issue.message}`}
          className={issue.severity === 'error' ? css.errorLine : undefined}
        >
          {where(issue)}
          {issue.message}
          {issue.severity === 'ask' && row.isConfirmed && ' Confirmado.'}
        </li>
      ))}
      {open.map(({ role, best }) => (
        <li key={role}>
          {best.level === 'probable' ? 'Probablemente' : 'Quizá'} ya figura: {best.name} ({best.where}).{' '}
          {best.reasons.join(' ')}
        </li>
      ))}
    </ul>
  );
}

/** One act of a person for all rows, after one question. */
function AcceptProbable({ view: { importId, probable } }: { readonly view: ImportView }) {
  const [isAsking, setAsking] = useState(false);
  const refresh = useRefreshImports();
  const sent = ({ accepted }: { readonly accepted: number }) =>
    `${counted(accepted, 'persona decidida', 'personas decididas')}.`;
  return (
    <>
      <PlainButton onClick={() => setAsking(true)}>Aceptar las probables ({probable})</PlainButton>
      {isAsking && (
        <ActDialog
          words={
            probable === 1
              ? { title: '¿Es la misma persona?', send: 'Sí, es la misma', cancel: 'Revisarla antes', sent }
              : {
                  title: `¿Son la misma persona las ${probable} probables?`,
                  ...{ send: 'Sí, son las mismas', cancel: 'Revisarlas una por una', sent },
                }
          }
          send={(client) => client.acceptProbable({ importId })}
          {...{ refresh, onClose: () => setAsking(false) }}
        >
          Las fichas de la lista quedarán unidas a las personas que el programa encontró como probables. Si alguna no lo
          es, decídala antes en su fila.
        </ActDialog>
      )}
    </>
  );
}
