import { useState } from 'react';
import {
  recoveryKeyActLabels,
  serviceLabels,
  standInStateLabels,
  type ActingLine,
  type CoverLine,
  type RecoveryKeyUse,
  type StandInState,
} from '../../shared/access/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { ActProblem, useAct, type ActClient } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  PlainButton,
  look,
  DataTable,
  Dialog,
  Panel,
  QueryState,
  StateBadge,
  type Column,
} from '../platform/ui/index.ts';
import { useRefreshAccess, useStandIns } from './queries.ts';

type Ending =
  { readonly kind: 'cover'; readonly line: CoverLine } | { readonly kind: 'acting'; readonly line: ActingLine };

const tones = { planned: 'accent', running: 'done', ended: 'neutral' } as const satisfies Record<StandInState, string>;

const days = ({ fromOn, untilOn }: Pick<CoverLine, 'fromOn' | 'untilOn'>) =>
  `${formatCivilDate(fromOn)} – ${formatCivilDate(untilOn)}`;

function State({ line }: { readonly line: Pick<CoverLine, 'state' | 'endedAt'> }) {
  return (
    <>
      <StateBadge tone={tones[line.state]}>{standInStateLabels[line.state]}</StateBadge>
      {line.endedAt !== null && <span className={look.secondary}> antes, {inLima(line.endedAt)}</span>}
    </>
  );
}

function EndButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <PlainButton small aria-label={label} onClick={onClick}>
      Terminar hoy
    </PlainButton>
  );
}

const coverColumns: readonly Column<CoverLine>[] = [
  { title: 'A quién reemplazan', cell: (line) => line.absentName },
  { title: 'Quién reemplaza', cell: (line) => line.substituteName },
  { title: 'Servicio', cell: (line) => serviceLabels[line.service] },
  { title: 'Días', cell: days },
  { title: 'Motivo', cell: (line) => line.reason },
  { title: 'Estado', cell: (line) => <State line={line} /> },
];

const actingColumns: readonly Column<ActingLine>[] = [
  { title: 'A cargo', cell: (line) => line.name },
  { title: 'Días', cell: days },
  { title: 'Memorando', cell: (line) => line.memorandum },
  { title: 'Propuso y aprobó', cell: (line) => `${line.proposedBy} · ${line.approvedBy}` },
  { title: 'Con clave', cell: (line) => (line.withRecoveryKey ? 'Clave de recuperación' : '—') },
  { title: 'Estado', cell: (line) => <State line={line} /> },
];

const keyColumns: readonly Column<RecoveryKeyUse>[] = [
  { title: 'Fecha', cell: (use) => inLima(use.usedAt) },
  { title: 'Quién la usó', cell: (use) => use.usedBy },
  { title: 'Para qué', cell: (use) => recoveryKeyActLabels[use.act] },
  { title: 'Qué se decidió', cell: (use) => use.summary },
];

/** Below the staff: who replaces whom, who is in charge of Coordinación, and where the recovery key was used. */
export function StandInPanels() {
  const standIns = useStandIns();
  const [ending, setEnding] = useState<Ending | null>(null);
  return (
    <QueryState query={standIns}>
      {({ covers, acting, keyUses }) => (
        <>
          <Covers lines={covers} onEnd={(line) => setEnding({ kind: 'cover', line })} />
          <Acting lines={acting} onEnd={(line) => setEnding({ kind: 'acting', line })} />
          {keyUses.length > 0 && (
            <Panel title="Uso de la clave de recuperación">
              <DataTable
                caption="En lugar de la segunda persona; muéstrelo en la próxima inspección"
                columns={keyColumns}
                rows={keyUses}
                keyOf={(use) => `${use.usedAt} ${use.summary}`}
              />
            </Panel>
          )}
          {ending !== null && <EndDialog ending={ending} onClose={() => setEnding(null)} />}
        </>
      )}
    </QueryState>
  );
}

type PanelProps<Line> = { readonly lines: readonly Line[]; readonly onEnd: (line: Line) => void };

function Covers({ lines, onEnd }: PanelProps<CoverLine>) {
  const go = useGo();
  const may = useMay('caseload.cover');
  const acts: Column<CoverLine> = {
    title: 'Acciones',
    cell: (line) =>
      line.mayEnd && (
        <EndButton label={`Terminar hoy el reemplazo de ${line.absentName}`} onClick={() => onEnd(line)} />
      ),
  };
  return (
    <Panel title="Reemplazos">
      {lines.length === 0 ? (
        <p>
          Nadie reemplaza a nadie. En vacaciones o licencia, otra persona del servicio puede llevar los casos a cargo.
        </p>
      ) : (
        <DataTable
          caption="Casos a cargo de una persona, en manos de otra por unos días"
          columns={may ? [...coverColumns, acts] : coverColumns}
          rows={lines}
          keyOf={(line) => line.id}
        />
      )}
      {may && (
        <div className={look.row}>
          <PlainButton onClick={() => go('/personal/reemplazo')}>Registrar un reemplazo</PlainButton>
        </div>
      )}
    </Panel>
  );
}

function Acting({ lines, onEnd }: PanelProps<ActingLine>) {
  const go = useGo();
  const may = useMay('acting.propose');
  const acts: Column<ActingLine> = {
    title: 'Acciones',
    cell: (line) =>
      line.mayEnd && <EndButton label={`Terminar hoy la encargatura de ${line.name}`} onClick={() => onEnd(line)} />,
  };
  return (
    <Panel title="Encargatura de Coordinación">
      {lines.length === 0 ? (
        <p>Nadie está a cargo por encargo. Prepárela antes de una ausencia: otra persona la aprueba.</p>
      ) : (
        <DataTable
          caption="Quién tiene la función de Coordinación por unos días"
          columns={may ? [...actingColumns, acts] : actingColumns}
          rows={lines}
          keyOf={(line) => line.id}
        />
      )}
      {may && (
        <div className={look.row}>
          <PlainButton onClick={() => go('/personal/encargatura')}>Proponer una encargatura</PlainButton>
        </div>
      )}
    </Panel>
  );
}

function EndDialog({ ending, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const act = useAct({ refresh: useRefreshAccess() });
  const isCover = ending.kind === 'cover';
  const title = isCover
    ? `¿Terminar el reemplazo de ${ending.line.absentName}?`
    : `¿Terminar la encargatura de ${ending.line.name}?`;
  const { version } = ending.line;
  const send = async (client: ActClient) => {
    if (ending.kind === 'cover') await client.endCover({ coverId: ending.line.id, version });
    else await client.endActing({ actingId: ending.line.id, version });
  };
  const end = () =>
    act.run(send, { words: isCover ? 'Reemplazo terminado.' : 'Encargatura terminada.', done: onClose });
  return (
    <Dialog
      title={title}
      confirm={{ label: 'Terminar', onClick: () => void end() }}
      cancel={{ label: 'Dejar como está', onClick: onClose }}
    >
      <p>
        {isCover
          ? 'Quien reemplaza deja de ver esos casos desde este momento. Lo que escribió se conserva. Se avisa a las dos personas.'
          : 'Deja de tener la función de Coordinación desde este momento. Lo que hizo se conserva. Se avisa a todo el personal.'}
      </p>
      <ActProblem act={act} />
    </Dialog>
  );
}
