/** What «Mi día» of who leads the centre shows of the months: which is to be closed, and how many came in. */
import { capital } from '../../shared/platform/capital.ts';
import { notCounted, periodWords } from '../../shared/reports/index.ts';
import { typeWords } from '../../shared/reports/labels.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { BarChart, QueryState, Pane } from '../platform/ui/index.ts';
import { useMonthsNow, type MonthsNow } from './queries.ts';
import css from './reports.module.css';
import { missingWords } from './words.ts';

/** «Mayo está por cerrar»: its three steps, the one that is next marked. */
export function MonthToClose() {
  const may = useMay('report.preview');
  const now = useMonthsNow(may);
  if (!may) return null;
  return <QueryState query={now}>{(data) => <ToClose {...data} />}</QueryState>;
}

function ToClose({ open, now }: MonthsNow) {
  if (open === null) return null;
  const { month, state, validated, missing, fichas } = open;
  const isThisYear = month.slice(0, 4) === now.month.slice(0, 4);
  const name = capital(isThisYear ? monthOnly(month) : periodWords(month));
  const title = state === 'proposed' ? `${name} espera su aprobación de cierre` : `${name} está por cerrar`;
  const href = hrefOf('/reporte/$month', { month });
  const isDone = missing === 0;
  const cases = validated === 1 ? '1 caso' : `${validated} casos`;
  return (
    <Pane className={css.pane} title={title}>
      <ol className={css.steps}>
        <li data-state={isDone ? 'done' : 'now'}>
          <span>Calidad</span>
          <a href={href}>{isDone ? 'Nada falta' : missingWords(missing, fichas)}</a>
        </li>
        <li data-state={isDone && state === 'open' ? 'now' : undefined}>
          <span>Borrador</span>
          <a href={href}>{`Revisar ${cases}`}</a>
        </li>
        <li data-state={state === 'proposed' ? 'now' : undefined}>
          <span>Cierre</span>
          <span className={css.quiet}>{state === 'proposed' ? 'propuesto' : 'por proponer'}</span>
        </li>
      </ol>
    </Pane>
  );
}

/** Exact, for the centre's own eyes: by the main type of violence. */
export function IntakeSoFar() {
  const may = useMay('report.preview');
  const now = useMonthsNow(may);
  if (now.data === undefined || now.data.now.cases === 0) return null;
  const { now: current, before } = now.data;
  const points = typeWords
    .map((words, at) => ({ label: words.split(' ')[0] ?? words, long: words, value: current.types[at] ?? 0 }))
    .toSorted((one, other) => other.value - one.value);
  return (
    <BarChart
      title={`Validados: ${current.cases} en ${monthOnly(current.month)}, ${before.cases} en todo ${monthOnly(before.month)}`}
      points={points}
      counts="Casos"
      note={`Casos validados por tipo principal, uso interno. ${notCounted}`}
    />
  );
}

const monthOnly = (month: string) => periodWords(month).split(' ')[0] ?? month;
