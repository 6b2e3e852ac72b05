import { useState } from 'react';
import { serviceLabels } from '../../../shared/access/index.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { outcomeLabels, type ServiceWaiting, type Spread } from '../../../shared/reception/index.ts';
import { useMay } from '../../platform/session.tsx';
import {
  look,
  DataTable,
  DateField,
  EmptyState,
  PageTitle,
  Panel,
  QueryState,
  type Column,
} from '../../platform/ui/index.ts';
import { useWaiting } from '../queries.ts';
import css from '../reception.module.css';
import { useDay } from '../today.ts';

type Line = ServiceWaiting & { readonly id: string; readonly day: string | null };
type Figures = NonNullable<ReturnType<typeof useWaiting>['data']>;

const civil = /^\d{4}-\d\d-\d\d$/;

/** «Espera»: how long each service lets people wait, and how arrivals ended; from the first of the month on. */
export function WaitingScreen() {
  const may = useMay('waiting.read');
  const today = useDay();
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState<string | null>(today);
  const areDays = from !== null && to !== null && civil.test(from) && civil.test(to);
  const isSpan = areDays && from <= to;
  return (
    <>
      <PageTitle>Espera</PageTitle>
      {may ? (
        <>
          <div className={css.span}>
            <DateField words={{ label: 'Desde' }} value={from} onChange={setFrom} />
            <DateField
              words={{
                label: 'Hasta',
                error: areDays && !isSpan ? 'La fecha final no puede ser anterior a la inicial.' : undefined,
              }}
              value={to}
              onChange={setTo}
            />
          </div>
          {isSpan && <Figures from={from} to={to} />}
        </>
      ) : (
        <EmptyState>Los tiempos de espera los ve Coordinación.</EmptyState>
      )}
    </>
  );
}

function Figures(span: { readonly from: string; readonly to: string }) {
  const waiting = useWaiting(span);
  return <QueryState query={waiting}>{(read) => <Drawn read={read} />}</QueryState>;
}

function Drawn({ read }: { readonly read: Figures }) {
  if (read.arrivals + read.calls === 0) return <EmptyState>No hubo llegadas en estos días.</EmptyState>;
  return (
    <div className={look.stack}>
      <Outcomes read={read} />
      {read.total.length > 0 && (
        <>
          <DataTable
            caption="Minutos de espera por servicio, en todo el periodo"
            columns={columnsOf(false)}
            rows={linesOf(null, read.total)}
          />
          <p className={look.secondary}>
            «Hasta la llamada» va de la llegada, o de la entrega al servicio, a la primera llamada; «hasta la atención»,
            a su comienzo. Mediana: la mitad esperó eso o menos; 90 %: nueve de cada diez. Entre dos valores se
            interpola, como PERCENTIL.INC de una hoja de cálculo. Quien aún espera o se retiró antes no entra en los
            minutos.
          </p>
          <DataTable
            caption="Día por día"
            columns={columnsOf(true)}
            rows={read.days.flatMap(({ day, services }) => linesOf(day, services))}
          />
        </>
      )}
    </div>
  );
}

function Outcomes({ read }: { readonly read: Figures }) {
  const lines = read.outcomes.map(({ outcome, count }) => ({ label: outcomeLabels[outcome], count }));
  return (
    <Panel title="Llegadas y cómo terminaron">
      <p>{`En persona: ${read.arrivals} · Llamadas: ${read.calls} · Sin cerrar: ${read.open}`}</p>
      {lines.length > 0 && (
        <DataTable
          caption="Cada llegada termina de una sola manera"
          columns={[
            { title: 'Terminó como', cell: (line: (typeof lines)[number]) => line.label },
            { title: 'Cuántas', right: true, cell: (line) => line.count },
          ]}
          rows={lines}
          keyOf={(line) => line.label}
        />
      )}
    </Panel>
  );
}

function linesOf(day: string | null, services: readonly ServiceWaiting[]): Line[] {
  return services.map((one) => ({ ...one, day, id: `${day ?? ''} ${one.service ?? 'desk'}` }));
}

function minutes(value: number | null): string {
  return value === null ? '—' : value.toLocaleString('es-PE', { minimumFractionDigits: 1 });
}

function spreadColumns(id: 'toCall' | 'toAttention', title: string): Column<Line>[] {
  const of = (line: Line): Spread => line[id];
  return [
    { title: `${title}: n`, right: true, cell: (line) => of(line).count },
    { title: 'mediana', right: true, cell: (line) => minutes(of(line).p50) },
    { title: '90 %', right: true, cell: (line) => minutes(of(line).p90) },
  ];
}

function columnsOf(isDaily: boolean): Column<Line>[] {
  const service: Column<Line> = {
    title: 'Servicio',
    cell: (line) => (line.service === null ? 'Admisión' : serviceLabels[line.service]),
  };
  const day: Column<Line> = {
    title: 'Día',
    cell: (line) => (line.day === null ? '' : formatCivilDate(line.day as Parameters<typeof formatCivilDate>[0])),
  };
  return [
    ...(isDaily ? [day] : []),
    service,
    { title: 'Esperas', right: true, cell: (line) => line.waits },
    ...spreadColumns('toCall', 'Hasta la llamada'),
    ...spreadColumns('toAttention', 'Hasta la atención'),
  ];
}
