/** «Frente al registro central», on the page of a month: which of its fichas are not there, or changed after they went. */
import { fichaWords } from '../shared/reports/index.ts';
import { casePages } from './intake/index.ts';
import { hrefOf } from './platform/routes.ts';
import { useMay } from './platform/session.tsx';
import { QueryState } from './platform/ui/index.ts';
import { useWaiting } from './register/index.ts';
import { MonthPane, MonthRow, type MonthView } from './reports/index.ts';

export function MonthRegister({ month }: { readonly month: MonthView }) {
  const may = useMay('registerForm.readB');
  return may && month.state !== 'future' ? <Beside month={month} /> : null;
}

function Beside({ month }: { readonly month: MonthView }) {
  const waiting = useWaiting();
  const validated = new Set<string>(
    [...month.complete, ...month.quality.filter(({ isDraft }) => !isDraft)].map(({ caseId }) => caseId),
  );
  return (
    <QueryState query={waiting}>
      {({ cases, isCut }) => {
        const ours = cases
          .filter(({ caseId }) => validated.has(caseId))
          .toSorted((one, other) => one.number.localeCompare(other.number));
        const pending = ours.filter(({ progress }) => progress.state === 'pending');
        const changed = ours.filter(({ progress }) => progress.state === 'changed');
        // Of a list that is cut nothing can be counted.
        const counts = isCut ? '' : `aquí ${validated.size} validadas, allá ${validated.size - pending.length}`;
        return (
          <MonthPane title="Frente al registro central" said={counts} to={hrefOf('/registro-central')}>
            {ours.length === 0 && (
              <MonthRow>{isCut ? 'Ninguna de este mes entre las primeras 300.' : 'Lo mismo aquí y allá.'}</MonthRow>
            )}
            {pending[0] !== undefined && (
              <MonthRow
                act={{
                  label: 'Abrir la hoja',
                  of: pending[0].number,
                  href: hrefOf(casePages.register.path, { caseId: pending[0].caseId }),
                }}
              >
                {pending.length === 1
                  ? `${pending[0].number} no está digitada`
                  : `${fichaWords(pending)} no están digitadas`}
              </MonthRow>
            )}
            {changed.map(({ caseId, number, progress }) => (
              <MonthRow
                key={caseId}
                below="Cambiaron aquí después de digitarlas"
                act={{ label: 'Comparar', of: number, href: hrefOf(casePages.register.path, { caseId }) }}
              >
                {progress.changed === 1
                  ? `${number} tiene 1 respuesta distinta`
                  : `${number} tiene ${progress.changed} respuestas distintas`}
              </MonthRow>
            ))}
          </MonthPane>
        );
      }}
    </QueryState>
  );
}
