import { countMissing } from '../../shared/reports/index.ts';
import { useMay } from '../platform/session.tsx';
import type { MonthView } from './queries.ts';
import css from './reports.module.css';
import { missingWords } from './words.ts';

export type MonthStep = 'quality' | 'draft' | 'closing';

/** In their order; each can be gone back to. */
const titles = [
  ['quality', 'Calidad de los datos'],
  ['draft', 'Borrador'],
  ['closing', 'Cierre'],
] as const satisfies readonly (readonly [MonthStep, string])[];

type Props = {
  readonly view: MonthView;
  /** Null where something else of the month is shown. */
  readonly step: MonthStep | null;
  readonly onStep: (step: MonthStep) => void;
};

/** Where the focus goes with the step. */
export const stepButton = (step: MonthStep): string => `month-step-${step}`;

/** «Pasos del mes»: each says what it still needs. */
export function MonthPath({ view, step, onStep }: Props) {
  const mayPreview = useMay('report.preview');
  const shown = titles.filter(([id]) => mayPreview || id !== 'draft');
  return (
    <nav aria-label="Pasos del mes">
      <ol className={css.path}>
        {shown.map(([id, title], at) => (
          <li key={id}>
            <button
              type="button"
              id={stepButton(id)}
              aria-current={id === step ? 'step' : undefined}
              onClick={() => onStep(id)}
            >
              <b aria-hidden="true">{at + 1}</b>
              <span>
                {id === 'draft' && view.state === 'closed' ? 'Publicación' : title}
                <small>{needs(id, view)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function needs(step: MonthStep, { state, quality, validated, proposal }: MonthView): string {
  if (step === 'draft') {
    const cases = validated === 1 ? '1 caso validado' : `${validated} casos validados`;
    return state === 'closed' ? 'Lo que salió, redondeado' : `${cases}; se publica redondeado`;
  }
  if (step === 'closing') return closingNeeds(state, proposal);
  const { missing, fichas } = countMissing(quality);
  if (missing === 0) return 'Nada falta';
  const of = missingWords(missing, fichas);
  return state === 'closed' ? of : `${of}. No impide cerrar.`;
}

function closingNeeds(state: MonthView['state'], proposal: MonthView['proposal']): string {
  if (state === 'closed') return 'Cerrado; archivos para guardar';
  if (state === 'proposed')
    return proposal?.canDecide === true ? 'Falta que usted lo apruebe' : 'Falta que lo apruebe otra persona';
  if (state === 'open') return 'Propone una persona; aprueba otra';
  return 'Cuando el mes termine';
}
