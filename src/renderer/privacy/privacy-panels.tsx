import { useState } from 'react';
import { incidentStateLabels, type AccessReviewView, type DataIncidentView } from '../../shared/privacy/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { useHolds, useMay } from '../platform/session.tsx';
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
import { tablesPath } from '../rulebook/index.ts';
import { CloseIncidentDialog, IncidentDialog, ReviewDialog } from './dialogs.tsx';
import { useDataIncidents } from './queries.ts';
import { RequestRegister } from './request-register.tsx';
import { ReopenIncidentDialog, WithdrawReviewDialog } from './undo-dialogs.tsx';

type Moment = { readonly on: DataIncidentView['known']['on']; readonly time: string };
const momentWords = ({ on, time }: Moment) => `${formatCivilDate(on)} ${time}`;

/** «Datos personales»: incidents for everybody who may see one, and the review of permissions. */
export function PrivacyPanels() {
  const mayReview = useMay('accessReview.read');
  const mayListRequests = useMay('dataRequest.list');
  return (
    <>
      <Incidents />
      {mayListRequests && <RequestRegister />}
      {mayReview && <Reviews />}
    </>
  );
}

function Incidents() {
  const incidents = useDataIncidents();
  const mayCreate = useMay('dataIncident.create');
  const mayClose = useMay('dataIncident.close');
  const closes = useHolds('dataIncident.close');
  const [isNew, setNew] = useState(false);
  const [closingId, setClosing] = useState<string | null>(null);
  const [reopeningId, setReopening] = useState<string | null>(null);
  // Read again after a refusal: the dialog goes on over the line as it is now.
  const lineOf = (id: string | null) => incidents.data?.find((line) => line.id === id);
  const [closing, reopening] = [lineOf(closingId), lineOf(reopeningId)];
  return (
    <Panel title="Incidentes con datos personales">
      <p>
        Un papel o un equipo perdido, un envío a quien no era, alguien que leyó lo que no debía. Quien lo nota lo
        registra; Coordinación avisa a la autoridad de datos personales, y el plazo aparece en «Plazos».
        {!closes && ' Aquí ve los que usted puede leer.'} Cuánto dura y de dónde se sabe está en{' '}
        <a href={hrefOf(tablesPath)}>Tablas y reglas, «Plazos»</a> (D24).
      </p>
      {mayCreate && <ButtonRow plain label="Registrar un incidente" onClick={() => setNew(true)} />}
      <QueryState query={incidents}>
        {(lines) => (
          <DataTable
            empty="No hay incidentes registrados."
            caption={lines.length === 1 ? '1 incidente' : `${lines.length} incidentes, el más reciente primero`}
            columns={mayClose ? [...incidentColumns, actsOf(setClosing, setReopening)] : incidentColumns}
            rows={lines}
          />
        )}
      </QueryState>
      {isNew && <IncidentDialog onDone={() => setNew(false)} />}
      {closing !== undefined && <CloseIncidentDialog incident={closing} onDone={() => setClosing(null)} />}
      {reopening !== undefined && <ReopenIncidentDialog incident={reopening} onDone={() => setReopening(null)} />}
    </Panel>
  );
}

const incidentColumns: readonly Column<DataIncidentView>[] = [
  { title: 'Se conoció', cell: ({ known }) => <span className={look.nowrap}>{momentWords(known)}</span> },
  {
    title: 'Qué pasó',
    cell: ({ words, recordedBy }) => (
      <>
        <span className={look.written}>{words ?? 'Reservado'}</span>
        <br />
        <span className={look.secondary}>Registró {recordedBy}</span>
      </>
    ),
  },
  {
    title: 'Avisar hasta',
    cell: ({ due, isOverdue }) =>
      due === null ? (
        'Sin plazo en la tabla'
      ) : (
        <span className={look.row}>
          <span className={look.nowrap}>{momentWords(due)}</span>
          {isOverdue && <StateBadge tone="error">Vencido</StateBadge>}
        </span>
      ),
  },
  { title: 'Estado', cell: (line) => <IncidentEndWords line={line} /> },
];

function noticeWords({ told, reason }: Pick<DataIncidentView, 'told' | 'reason'>): string {
  if (told !== null) return `${momentWords(told.at)}, ingreso ${told.entryNumber}. `;
  return reason === null ? '' : `${reason} `;
}

function IncidentEndWords({ line }: { readonly line: DataIncidentView }) {
  const { state, closedBy, reopenings } = line;
  return (
    <>
      <StateBadge tone={state === 'open' ? 'warning' : 'done'}>{incidentStateLabels[state]}</StateBadge>
      {state !== 'open' && (
        <p className={look.secondary}>
          {noticeWords(line)}
          Cerró {closedBy}
        </p>
      )}
      {reopenings.map((one) => (
        <p key={one.reopenedAt} className={look.secondary}>
          {`Reabrió ${one.reopenedBy}, ${inLima(one.reopenedAt)}${one.why === null ? '' : `: ${one.why}`}. `}
          {`Antes: ${noticeWords(one)}cerró ${one.closedBy}, ${inLima(one.closedAt)}.`}
        </p>
      ))}
    </>
  );
}

function actsOf(onClose: (id: string) => void, onReopen: (id: string) => void): Column<DataIncidentView> {
  return {
    title: 'Acciones',
    cell: ({ id, state, known }) => {
      const [label, act] = state === 'open' ? (['Cerrar', onClose] as const) : (['Reabrir', onReopen] as const);
      return (
        <PlainButton
          small
          aria-label={`${label} el incidente conocido el ${momentWords(known)}`}
          onClick={() => act(id)}
        >
          {label}
        </PlainButton>
      );
    },
  };
}

const reviewColumns: readonly Column<AccessReviewView>[] = [
  { title: 'Día', cell: ({ on }) => formatCivilDate(on) },
  { title: 'Quién', cell: ({ by }) => by },
  {
    title: 'Qué se encontró o cambió',
    cell: ({ words, withdrawn }) => (
      <>
        {words ?? '—'}
        {withdrawn !== null && (
          <p className={look.secondary}>
            <StateBadge tone="neutral">Retirada</StateBadge>{' '}
            {`${withdrawn.why}. Retiró ${withdrawn.by}, ${inLima(withdrawn.at)}`}
          </p>
        )}
      </>
    ),
  },
];

function withdrawalOf(onWithdraw: (id: string) => void): Column<AccessReviewView> {
  return {
    title: 'Acciones',
    cell: (line) =>
      line.withdrawn === null ? (
        <PlainButton
          small
          aria-label={`Retirar la revisión del ${formatCivilDate(line.on)}`}
          onClick={() => onWithdraw(line.id)}
        >
          Retirar
        </PlainButton>
      ) : (
        '—'
      ),
  };
}

function Reviews() {
  const reviews = useRead(['privacy', 'reviews'], (client) => client.getAccessReviews({}), { staleTime: 0 });
  const mayRecord = useMay('accessReview.record');
  const [isNew, setNew] = useState(false);
  const [withdrawingId, setWithdrawing] = useState<string | null>(null);
  const withdrawing = reviews.data?.reviews.find(({ id }) => id === withdrawingId);
  return (
    <Panel title="Permisos revisados">
      <p>
        Cada cierto tiempo Coordinación mira en <a href={hrefOf('/personal')}>Personal</a> quién tiene cuenta y qué
        puede hacer cada función, y retira lo que ya no corresponde (D25).
      </p>
      <QueryState query={reviews}>
        {({ foundedOn, due, isOverdue, reviews: lines }) => (
          <>
            <p className={look.row}>
              {due !== null && (
                <span>
                  Próxima revisión: hasta el <strong>{formatCivilDate(due.on)}</strong>.
                </span>
              )}
              {isOverdue && <StateBadge tone="error">Vencido</StateBadge>}
              {lines.every(({ withdrawn }) => withdrawn !== null) && (
                <span>
                  Aún no hay ninguna que cuente: el plazo corre desde {formatCivilDate(foundedOn)}, cuando se creó el
                  registro.
                </span>
              )}
            </p>
            {mayRecord && <ButtonRow plain label="Registrar una revisión" onClick={() => setNew(true)} />}
            {lines.length > 0 && (
              <DataTable
                caption={lines.length === 1 ? '1 revisión' : `${lines.length} revisiones, la más reciente primero`}
                columns={mayRecord ? [...reviewColumns, withdrawalOf(setWithdrawing)] : reviewColumns}
                rows={lines}
              />
            )}
          </>
        )}
      </QueryState>
      {isNew && <ReviewDialog onDone={() => setNew(false)} />}
      {withdrawing !== undefined && <WithdrawReviewDialog review={withdrawing} onDone={() => setWithdrawing(null)} />}
    </Panel>
  );
}
