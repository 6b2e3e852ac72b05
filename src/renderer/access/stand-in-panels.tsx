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
import { ActDialog } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  PlainButton,
  look,
  DataTable,
  Panel,
  QueryState,
  StateBadge,
  type Column,
  ButtonRow,
} from '../platform/ui/index.ts';
import { useRefreshAccess } from './queries.ts';

type Ending =
  | { readonly kind: 'cover'; readonly line: CoverLine }
  | { readonly kind: 'acting'; readonly line: ActingLine };

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
  const standIns = useRead(['access', 'stand-ins'], (client) => client.listStandIns({}));
  const mayCover = useMay('caseload.cover');
  const mayAct = useMay('acting.propose');
  const [ending, setEnding] = useState<Ending | null>(null);
  return (
    <QueryState query={standIns}>
      {({ covers, acting, keyUses }) => (
        <>
          <StandInPanel
            title="Reemplazos"
            caption="Casos a cargo de una persona, en manos de otra por unos días"
            none="Nadie reemplaza a nadie. En vacaciones o licencia, otra persona del servicio puede llevar los casos a cargo."
            {...{ columns: coverColumns, lines: covers, may: mayCover }}
            called={(line) => `el reemplazo de ${line.absentName}`}
            onEnd={(line) => setEnding({ kind: 'cover', line })}
            add={{ label: 'Registrar un reemplazo', path: '/personal/reemplazo' }}
          />
          <StandInPanel
            title="Encargatura de Coordinación"
            caption="Quién tiene la función de Coordinación por unos días"
            none="Nadie está a cargo por encargo. Prepárela antes de una ausencia: otra persona la aprueba."
            {...{ columns: actingColumns, lines: acting, may: mayAct }}
            called={(line) => `la encargatura de ${line.name}`}
            onEnd={(line) => setEnding({ kind: 'acting', line })}
            add={{ label: 'Proponer una encargatura', path: '/personal/encargatura' }}
          />
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

type PanelProps<Line> = {
  readonly title: string;
  readonly caption: string;
  /** Said while there is none. */
  readonly none: string;
  readonly columns: readonly Column<Line>[];
  readonly lines: readonly Line[];
  readonly may: boolean;
  /** What is ended, for the button of a line. */
  readonly called: (line: Line) => string;
  readonly onEnd: (line: Line) => void;
  readonly add: { readonly label: string; readonly path: string };
};

function StandInPanel<Line extends CoverLine | ActingLine>(props: PanelProps<Line>) {
  const { title, caption, none, columns, lines, may, called, onEnd, add } = props;
  const go = useGo();
  const acts: Column<Line> = {
    title: 'Acciones',
    cell: (line) =>
      line.mayEnd && (
        <PlainButton small aria-label={`Terminar hoy ${called(line)}`} onClick={() => onEnd(line)}>
          Terminar hoy
        </PlainButton>
      ),
  };
  return (
    <Panel title={title}>
      {lines.length === 0 ? (
        <p>{none}</p>
      ) : (
        <DataTable caption={caption} columns={may ? [...columns, acts] : columns} rows={lines} />
      )}
      {may && <ButtonRow plain label={add.label} onClick={() => go(add.path)} />}
    </Panel>
  );
}

function EndDialog({ ending: { kind, line }, onClose }: { readonly ending: Ending; readonly onClose: () => void }) {
  const { id, version } = line;
  const shared = { send: 'Terminar', cancel: 'Dejar como está' };
  const way = { onClose, refresh: useRefreshAccess() };
  return kind === 'cover' ? (
    <ActDialog
      words={{ ...shared, title: `¿Terminar el reemplazo de ${line.absentName}?`, sent: 'Reemplazo terminado.' }}
      send={(client) => client.endCover({ coverId: id, version })}
      {...way}
    >
      Quien reemplaza deja de ver esos casos desde este momento. Lo que escribió se conserva. Se avisa a las dos
      personas.
    </ActDialog>
  ) : (
    <ActDialog
      words={{ ...shared, title: `¿Terminar la encargatura de ${line.name}?`, sent: 'Encargatura terminada.' }}
      send={(client) => client.endActing({ actingId: id, version })}
      {...way}
    >
      Deja de tener la función de Coordinación desde este momento. Lo que hizo se conserva. Se avisa a todo el personal.
    </ActDialog>
  );
}
