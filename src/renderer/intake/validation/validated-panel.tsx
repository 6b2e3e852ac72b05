import type { CaseOverview } from '../../../shared/intake/index.ts';
import { formatPartialDate } from '../../../shared/platform/typed-date.ts';
import { hrefOf } from '../../platform/routes.ts';
import { Facts, Notice, Panel } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import { conditionWord, sectionPaths } from '../words.ts';

/** `2026-09` as «setiembre de 2026». */
function longMonth(text: string): string {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return formatPartialDate({ year, month, day: null });
}

/** The result stays on the page: number, condition, month it counts in, and where to go on. */
export function ValidatedPanel({ overview }: { readonly overview: CaseOverview }) {
  const { caseId, number, confirmedCondition, reportingMonth, sections } = overview;
  const links = (['documents', 'risk'] as const).filter((id) => sections.some((one) => one.id === id && one.canRead));
  const words = { documents: 'Emitir documentos y derivaciones', risk: 'Aplicar o ver la ficha de riesgo' } as const;
  return (
    <>
      <Notice tone="done">
        <span className={css.result}>{`Caso validado: ficha ${number}.`}</span>
      </Notice>
      <Panel title="Resultado">
        <Facts
          of={[
            ['Ficha', number],
            ['Condición', confirmedCondition === null ? 'Sin registrar' : conditionWord(confirmedCondition)],
            ['Cuenta en el reporte de', reportingMonth === null ? 'Sin registrar' : longMonth(reportingMonth)],
          ]}
        />
        <h3>Lo que sigue</h3>
        <ul>
          {links.map((id) => (
            <li key={id}>
              <a href={hrefOf(sectionPaths[id], { caseId })}>{words[id]}</a>
            </li>
          ))}
          <li>
            <a href={hrefOf('/')}>Volver a Mi día</a>
          </li>
        </ul>
      </Panel>
    </>
  );
}
