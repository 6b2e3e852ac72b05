import { useState } from 'react';
import {
  deadlineStateLabels,
  termActorLabels,
  type DeadlineView,
  type DueView,
} from '../../shared/proceedings/index.ts';
import { inLima } from '../platform/times.ts';
import {
  look,
  ConfirmMark,
  DataTable,
  Dialog,
  EmptyState,
  Panel,
  StateBadge,
  type Column,
  LineButton,
} from '../platform/ui/index.ts';
import css from './proceedings.module.css';
import { SettleDialog } from './settle-dialog.tsx';
import {
  deadlineTone,
  dueLines,
  dueNotes,
  momentWords,
  skippedWords,
  termWords,
  startWords,
  triggerWords,
  undatedWords,
} from './words.ts';

type Props = {
  readonly caseId: string;
  readonly today: string;
  readonly deadlines: readonly DeadlineView[];
  readonly mayWrite: boolean;
};

/** Terms with both dates, the rule they rest on, and the days that did not count. */
export function DeadlinesPanel({ caseId, today, deadlines, mayWrite }: Props) {
  const [settling, setSettling] = useState<DeadlineView | null>(null);
  const [past, setPast] = useState<DeadlineView | null>(null);
  return (
    <Panel title="Plazos">
      {deadlines.length === 0 ? (
        <EmptyState>Ningún plazo iniciado. Empiezan solos al registrar un acto o su notificación.</EmptyState>
      ) : (
        <DeadlineTable deadlines={deadlines} mayWrite={mayWrite} onSettle={setSettling} onPast={setPast} />
      )}
      {settling !== null && (
        <SettleDialog caseId={caseId} today={today} deadline={settling} onDone={() => setSettling(null)} />
      )}
      {past !== null && <Past deadline={past} onClose={() => setPast(null)} />}
    </Panel>
  );
}

type TableProps = Pick<Props, 'deadlines' | 'mayWrite'> & {
  readonly onSettle: (deadline: DeadlineView) => void;
  readonly onPast: (deadline: DeadlineView) => void;
};

function DeadlineTable({ deadlines, mayWrite, onSettle, onPast }: TableProps) {
  const columns: readonly Column<DeadlineView>[] = [
    { title: 'Vence', cell: (line) => <Dates line={line} /> },
    { title: 'Plazo', cell: (line) => <Rule line={line} /> },
    { title: 'Cómo se contó', cell: (line) => <Counted line={line} /> },
    {
      title: 'Estado',
      cell: (line) => (
        <div className={css.body}>
          <div>
            <StateBadge tone={deadlineTone(line)}>
              {line.isOverdue ? 'Vencido' : deadlineStateLabels[line.state]}
            </StateBadge>
          </div>
          <Proof line={line} />
          <div className={look.row}>
            {mayWrite && line.state === 'open' && (
              <LineButton label="Cerrar plazo" of={line.task} onClick={() => onSettle(line)} />
            )}
            {line.earlier.length > 0 && (
              <LineButton label="Fechas anteriores" of={line.task} onClick={() => onPast(line)} />
            )}
          </div>
        </div>
      ),
    },
  ];
  const open = deadlines.filter(({ state }) => state === 'open').length;
  return (
    <DataTable
      caption={`${open === 1 ? '1 plazo pendiente' : `${open} plazos pendientes`}, el más próximo primero`}
      columns={columns}
      rows={deadlines}
    />
  );
}

function Dates({ line }: { readonly line: DeadlineView }) {
  const lines = dueLines(line.due);
  if (lines.length === 0) return <>{line.state === 'open' ? undatedWords : 'Sin fecha'}</>;
  return (
    <div className={css.body}>
      {lines.map((words, index) => (
        <span key={words} className={lines.length === 1 ? look.nowrap : index === 0 ? undefined : look.secondary}>
          {words}
        </span>
      ))}
    </div>
  );
}

function Rule({ line }: { readonly line: DeadlineView }) {
  return (
    <div className={css.body}>
      <span>{line.task}</span>
      <span className={look.secondary}>
        {`${termActorLabels[line.actor]} · ${termWords(line)} · ${line.ruleId}, ${line.source} `}
        {line.confirmation === 'toConfirm' && <ConfirmMark />}
      </span>
      {line.state === 'open' && <span className={look.secondary}>{line.officeAction}</span>}
      {line.note !== null && <span className={look.secondary}>{line.note}</span>}
    </div>
  );
}

/** From when a later turn of a periodic term runs. */
function Turn({ line: { period, due } }: { readonly line: DeadlineView }) {
  if (period === 1 || due.byEntry === null) return null;
  return <span className={look.secondary}>{`Periodo ${period}, desde el ${momentWords(due.byEntry.start)}`}</span>;
}

function Counted({ line }: { readonly line: DeadlineView }) {
  const start = startWords(line);
  const skipped = skippedWords(line.due);
  return (
    <div className={css.body}>
      <span>{`${triggerWords(line.trigger)}: ${momentWords(line.trigger.at)}`}</span>
      {start !== null && <span>{start}</span>}
      <Turn line={line} />
      {skipped !== '' && <span className={look.secondary}>{`No cuentan: ${skipped}`}</span>}
      {dueNotes(line.due).map((note) => (
        <span key={note} className={look.secondary}>
          {note}
        </span>
      ))}
    </div>
  );
}

function Proof({ line }: { readonly line: DeadlineView }) {
  const { settled } = line;
  if (settled === null) return null;
  const proof = [settled.documentNumber, settled.proof].filter((part) => part !== null && part !== '').join('. ');
  return (
    <span className={look.secondary}>{`${momentWords({ on: settled.on, time: null })}, ${settled.by}. ${proof}`}</span>
  );
}

const reasons = {
  recorded: 'Al registrar el acto',
  corrected: 'Al corregir el acto',
  rulesChanged: 'Al cambiar una tabla de plazos, los feriados o la distancia del despacho',
} as const satisfies Record<DueView['why'], string>;

/** Every date the term had, and what moved it. */
function Past({ deadline, onClose }: { readonly deadline: DeadlineView; readonly onClose: () => void }) {
  return (
    <Dialog title={`Fechas anteriores: ${deadline.task}`} cancel={{ label: 'Cerrar', onClick: onClose }}>
      <ul>
        {[deadline.due, ...deadline.earlier].map((due, index) => (
          <li key={due.computedAt}>
            <strong>{index === 0 ? 'Ahora: ' : 'Antes: '}</strong>
            {dueLines(due).join('; ')}
            <br />
            <span className={look.secondary}>{`${reasons[due.why]}, ${inLima(due.computedAt)}`}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
