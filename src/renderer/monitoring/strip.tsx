import { Lines } from '../platform/ui/index.ts';
import { monthWord, tileWords, type IndicatorId } from '../../shared/monitoring/index.ts';
import { capital } from '../../shared/platform/capital.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import css from './monitoring.module.css';
import { useMonitoringSoFar } from './queries.ts';

/** What asks to be looked at first. */
const shown: readonly IndicatorId[] = ['severe', 'overdue', 'repeats', 'referrals'];

/** On «Mi día» of who leads the centre: what the last whole month says, in sentences. */
export function MonitoringStrip() {
  const may = useMay('monitoring.read');
  const { data } = useMonitoringSoFar(may);
  const last = data?.months.at(-1);
  // A centre without anything behind it has nothing to say of it.
  if (data === undefined || last === undefined || data.indicators.every(({ whole }) => whole.count === 0)) return null;
  const lines = data.indicators.filter(({ id }) => shown.includes(id));
  return (
    <section className={css.strip} aria-label="Monitoreo">
      <header>
        <h2>{capital(monthWord(last))} en el monitoreo</h2>
        <a href={hrefOf('/monitoreo')}>Ver todo</a>
      </header>
      <Lines of={lines.map((view) => tileWords(view).title)} />
    </section>
  );
}
