/** «Frente al registro central»: a month here and there, and the ficha behind each difference. */
import { casePages } from '../../intake/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { QueryState } from '../../platform/ui/index.ts';
import { MonthPane, MonthRow } from '../month-pane.tsx';
import { differenceRows } from './difference-rows.ts';
import { useReconciliation } from './queries.ts';

export function Reconciliation({ month }: { readonly month: string }) {
  return useMay('report.internal') ? <Compared month={month} /> : null;
}

function Compared({ month }: { readonly month: string }) {
  const read = useReconciliation(month);
  return (
    <QueryState query={read}>
      {({ here, there, differences }) => (
        <MonthPane
          foot="No cuenta, ni aquí ni allá, las fichas que un conflicto o una reserva le cierra."
          title="Frente al registro central"
          said={`aquí ${here}, allá ${there}`}
          to={hrefOf('/registro-central')}
        >
          {differences.length === 0 && <MonthRow>Lo mismo aquí y allá.</MonthRow>}
          {differenceRows(differences).map(({ key, words, below, first, label }) => (
            <MonthRow
              key={key}
              below={below}
              {...(first === undefined || first.caseId === null
                ? {}
                : {
                    act: {
                      label,
                      of: first.number,
                      href: hrefOf(casePages.register.path, { caseId: first.caseId }),
                    },
                  })}
            >
              {words}
            </MonthRow>
          ))}
        </MonthPane>
      )}
    </QueryState>
  );
}
