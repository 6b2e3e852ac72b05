import { useState } from 'react';
import {
  actWords,
  eventChangeReasonLabels,
  instanceLabels,
  measureLabels,
  measureStateLabels,
  type EventView,
  type MeasureView,
} from '../../shared/proceedings/index.ts';
import { inLima } from '../platform/times.ts';
import {
  look,
  DataTable,
  Dialog,
  EmptyState,
  Panel,
  StateBadge,
  type Column,
  type Tone,
  LineButton,
} from '../platform/ui/index.ts';
import { actPlace } from './event-form.tsx';
import { notificationWords } from './notification-fields.tsx';
import css from './proceedings.module.css';
import { momentWords } from './words.ts';

type Props = {
  readonly events: readonly EventView[];
  readonly mayWrite: boolean;
  readonly onCorrect: (line: EventView) => void;
};

/** What happened, newest first. */
export function EventsPanel({ events, mayWrite, onCorrect }: Props) {
  const [past, setPast] = useState<EventView | null>(null);
  return (
    <Panel title="Actos y hechos">
      {events.length === 0 && <EmptyState>Todavía no hay actos registrados.</EmptyState>}
      <ol className={css.list}>
        {events.map((line) => (
          <li key={line.id} className={css.event}>
            <span className={look.nowrap}>{momentWords(line.event.at)}</span>
            <EventBody line={line}>
              <div className={look.row}>
                {mayWrite && (
                  <LineButton label="Corregir" of={nameOf(line)} replaces={actPlace} onClick={() => onCorrect(line)} />
                )}
                {line.changes.length > 0 && (
                  <LineButton label="Historial" of={nameOf(line)} onClick={() => setPast(line)} />
                )}
              </div>
            </EventBody>
          </li>
        ))}
      </ol>
      {past !== null && (
        <Dialog title={`Historial: ${nameOf(past)}`} cancel={{ label: 'Cerrar', onClick: () => setPast(null) }}>
          <ul>
            {past.changes.map(({ at, by, reason, words, before }) => (
              <li key={at}>
                <strong>{`${inLima(at)}, ${by}: `}</strong>
                {words ?? eventChangeReasonLabels[reason]}
                <p className={look.written}>
                  {`Antes: ${actWords(before)}, ${momentWords(before.at)}. ${[instanceWords(before), before.document, before.words].filter((part) => part !== null).join('. ')}`}
                </p>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </Panel>
  );
}

const instanceWords = ({ instance }: EventView['event']) => (instance === null ? null : instanceLabels[instance]);

function nameOf({ event }: EventView): string {
  return `${actWords(event)} del ${momentWords(event.at)}`;
}

function EventBody({ line, children }: { readonly line: EventView; readonly children: React.ReactNode }) {
  const { event, isWithdrawn } = line;
  const facts = [
    instanceWords(event),
    event.office,
    event.fileNumber === null ? null : `Exp. ${event.fileNumber}`,
    event.document,
    event.source === null ? null : `Informó: ${event.source}`,
  ].filter((part) => part !== null);
  const measures = event.measures.map(
    ({ kind, outcome, detail }) =>
      `${measureLabels[kind]}${outcome === null ? '' : ` (${measureStateLabels[outcome].toLowerCase()})`}${detail === null ? '' : `: ${detail}`}`,
  );
  return (
    <div className={css.body}>
      <h3 className={isWithdrawn ? css.withdrawn : undefined}>{actWords(event)}</h3>
      {isWithdrawn && <StateBadge tone="warning">Registrado por error</StateBadge>}
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      {line.event.notification !== null && <span>{notificationWords(line)}</span>}
      {measures.length > 0 && <span>{measures.join(' · ')}</span>}
      {event.words !== null && <p className={look.written}>{event.words}</p>}
      {event.note !== null && (
        <p className={look.written}>
          <strong>Nota del servicio legal: </strong>
          {event.note}
        </p>
      )}
      <span className={look.secondary}>{`Registrado por ${line.recordedBy}, ${inLima(line.recordedAt)}`}</span>
      {children}
    </div>
  );
}

const tones: Partial<Record<MeasureView['state'], Tone>> = {
  breached: 'error',
  requested: 'warning',
  denied: 'neutral',
  lifted: 'neutral',
};

/** Each measure with its state and the days of its steps. */
export function MeasuresPanel({ measures }: { readonly measures: readonly MeasureView[] }) {
  const columns: readonly Column<MeasureView>[] = [
    { title: 'Medida', cell: ({ kind, detail }) => `${measureLabels[kind]}${detail === null ? '' : `: ${detail}`}` },
    {
      title: 'Estado',
      cell: ({ state }) => <StateBadge tone={tones[state] ?? 'done'}>{measureStateLabels[state]}</StateBadge>,
    },
    {
      title: 'Pasos',
      cell: ({ steps }) => steps.map(({ state, at }) => `${measureStateLabels[state]} ${momentWords(at)}`).join(' · '),
    },
  ];
  return (
    <Panel title="Medidas">
      <DataTable
        empty="Ninguna medida solicitada ni dictada."
        caption={measures.length === 1 ? '1 medida' : `${measures.length} medidas`}
        columns={columns}
        rows={measures}
        keyOf={({ kind }) => kind}
      />
    </Panel>
  );
}
