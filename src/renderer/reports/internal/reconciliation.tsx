/** «Frente al registro central»: a month here and there, and the ficha behind each difference. */
import { casePages } from '../../intake/index.ts';
import { useRead } from '../../platform/query.ts';
import { hrefOf } from '../../platform/routes.ts';
import { onlyFor } from '../../platform/session.tsx';
import { QueryState, Pane } from '../../platform/ui/index.ts';
import { differenceRows } from './difference-rows.ts';
import css from '../reports.module.css';

export const Reconciliation = onlyFor('report.internal', function Compared({ month }: { readonly month: string }) {
  const read = useRead(['reports', 'reconciliation', month], (client) => client.readReconciliation({ month }));
  return (
    <QueryState query={read}>
      {({ here, there, differences }) => (
        <Pane
          className={css.pane}
          title="Frente al registro central"
          said={`aquí ${here}, allá ${there}`}
          end={<a href={hrefOf('/registro-central')}>Ver la lista</a>}
        >
          <ul className={css.rows}>
            {differences.length === 0 && (
              <li>
                <span>Lo mismo aquí y allá.</span>
              </li>
            )}
            {differenceRows(differences).map(({ key, words, below, first, label }) => (
              <li key={key}>
                <span>
                  {words}
                  <small>{below}</small>
                </span>
                {first !== undefined && first.caseId !== null && (
                  <a
                    href={hrefOf(casePages.register.path, { caseId: first.caseId })}
                    aria-label={`${label}: ${first.number}`}
                  >
                    {label}
                  </a>
                )}
              </li>
            ))}
          </ul>
          <p className={css.foot}>No cuenta, ni aquí ni allá, las fichas que un conflicto o una reserva le cierra.</p>
        </Pane>
      )}
    </QueryState>
  );
});
