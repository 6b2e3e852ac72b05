import { monthNames } from '../../shared/platform/typed-date.ts';
import { capital } from '../../shared/platform/capital.ts';
import { BarChart, ColumnChart, type Point } from '../platform/ui/index.ts';
import css from './day.module.css';
import { useCentreYear, type CentreYear } from './queries.ts';

const monthWords = (month: string) => monthNames[Number(month.slice(5, 7)) - 1] ?? month;

/** «De la llegada a la primera atención»: the median of each month; nothing where nobody was attended. */
export function FirstAttention() {
  const { data } = useCentreYear();
  const last = data?.attention.at(-1);
  if (data === undefined || last === undefined) return null;
  const points = data.attention.map(({ month, p50 }): Point => ({
    ...{ label: monthWords(month).slice(0, 3), long: capital(monthWords(month)), value: p50 },
    mark: month === last.month ? 'now' : 'before',
  }));
  return (
    <div className={css.chart}>
      <ColumnChart
        title={`De la llegada a la primera atención: ${minutesWords(last.p50)}`}
        points={points}
        counts="Minutos"
        note={spreadWords(last)}
      />
    </div>
  );
}

/** Of how few it speaks stands beside it; «nueve de cada diez» is said of ten and more. */
function spreadWords({ month, count, p90 }: CentreYear['attention'][number]): string {
  const counted = `Mediana en minutos; en ${monthWords(month)}, de ${count === 1 ? '1 llegada' : `${count} llegadas`}.`;
  return count < 10 ? counted : `${counted} Nueve de cada diez esperan hasta ${p90}.`;
}

const minutesWords = (minutes: number) => (minutes === 1 ? '1 minuto' : `${minutes} minutos`);

/** «Medidas del año»: fichas with measures asked for, granted and carried out. */
export function MeasuresOfYear() {
  const { data } = useCentreYear();
  if (data === undefined || isEmpty(data.measures)) return null;
  const { year, requested, granted, executed } = data.measures;
  return (
    <section className={css.pane} aria-label={`Medidas de ${year}`}>
      <div className={css.chart}>
        <BarChart
          title={`Medidas de ${year}`}
          points={[
            { label: 'Pedidas', value: requested },
            { label: 'Concedidas', value: granted },
            { label: 'En ejecución', value: executed },
          ]}
          counts="Fichas"
          note="Fichas con medidas; las reservadas no se cuentan."
        />
      </div>
    </section>
  );
}

const isEmpty = ({ requested, granted, executed }: CentreYear['measures']) => requested + granted + executed === 0;
