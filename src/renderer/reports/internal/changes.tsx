import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { notCounted } from '../../../shared/reports/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { QueryState, Pane } from '../../platform/ui/index.ts';
import { FigureTable } from '../figure-table.tsx';
import css from '../reports.module.css';
import { useChanges, type Changes } from './queries.ts';

type Change = Changes['changes'][number];

const causes: Readonly<Record<Change['cause'], string>> = {
  twice: 'Se anuló y se digitó otra vez: cuenta dos veces',
  annulled: 'Se anuló después del cierre',
  unsealed: 'Dejó de ser reservada después del cierre',
  moved: 'Su sección B pasó a otra ficha, o vino de otra',
  corrected: 'Se corrigió después del cierre',
};

/** A closed month: as it was frozen, as it would be counted today, and why they differ. */
export function MonthChanges({ period }: { readonly period: string }) {
  const read = useChanges(period);
  if (!period.includes('-')) return null;
  return <QueryState query={read}>{(frozen) => (frozen === null ? null : <Compared frozen={frozen} />)}</QueryState>;
}

function Compared({ frozen: { rows, changes, prevention, preventionRows } }: { readonly frozen: Changes }) {
  const differing = [rows, preventionRows].filter((some) => some.some((row) => row.frozen !== row.today)).flat();
  const same = differing.length === 0;
  const told = changes.length + prevention.length === 0 ? 'lo mismo' : 'las mismas cifras';
  const count = (value: number) => ({ value, kind: 'count' as const });
  return (
    <Pane className={css.pane} title="El mes cerrado y hoy" said={same ? told : 'lo publicado no se cambia'}>
      {!same && (
        <div className={css.inside}>
          <FigureTable
            title="Cifras exactas"
            head={['', 'Al cerrar', 'Hoy', 'Diferencia']}
            rows={differing.map(({ label, frozen, today }) => ({
              ...{ label, total: label === rows[0]?.label },
              cells: [count(frozen), count(today), count(today - frozen)],
            }))}
          />
        </div>
      )}
      <ul className={css.rows}>
        {changes.map((change, at) => (
          <li key={at}>
            <span>
              <Number change={change} />
              <small>
                {causes[change.cause]} · {formatCivilDate(change.on)}
              </small>
            </span>
            {change.other !== null && (
              <a href={hrefOf('/casos/$caseId', { caseId: change.other.caseId })}>{change.other.number}</a>
            )}
          </li>
        ))}
        {prevention.map(({ topic, heldOn, on }, at) => (
          <li key={`prevention ${at}`}>
            <span>
              {`Prevención: «${topic}», ${formatCivilDate(heldOn)}`}
              <small>{`Se escribió o cambió después del cierre: lo publicado queda · ${formatCivilDate(on)}`}</small>
            </span>
          </li>
        ))}
      </ul>
      <p className={css.foot}>{leftOut}</p>
    </Pane>
  );
}

const leftOut = `${notCounted} Tampoco «Al cerrar»: ese total puede ser menor que el publicado.`;

function Number({ change: { caseId, number } }: { readonly change: Change }) {
  return caseId === null ? number : <a href={hrefOf('/casos/$caseId', { caseId })}>{number}</a>;
}
