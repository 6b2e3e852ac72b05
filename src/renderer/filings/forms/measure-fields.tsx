import type { Path } from 'react-hook-form';
import {
  measureCodes,
  precautionaryCodes,
  precautionaryLabels,
  type MeasureCode,
  type PrecautionaryCode,
} from '../../../shared/filings/index.ts';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import type { FilingDraft } from './filing-draft.ts';
import { TickControl } from './tick-control.tsx';
import { measureLabel } from './words.ts';
import css from '../filings.module.css';

type Props = { readonly form: SectionForm<FilingDraft>; readonly suggestions: readonly string[] };

const details: Partial<
  Record<MeasureCode, { readonly label: string; readonly hint: string; readonly optional?: true }>
> = {
  'no-approach': {
    label: 'Zona del impedimento',
    hint: 'Distrito o zona general. Los lugares exactos van en el anexo reservado.',
  },
  'no-contact': {
    label: 'Medios de comunicación que se piden prohibir',
    hint: 'Por ejemplo: redes sociales.',
    optional: true,
  },
  'emergency-allowance': {
    label: 'Monto de la asignación y para quién',
    hint: 'Por ejemplo: S/ 500 al mes, a favor de ella y de sus hijos de iniciales A. B. C. y D. E. F.',
  },
  'other-measure': { label: 'Texto de la otra medida', hint: 'Tal como debe pedirse al despacho.' },
};

const precautionaryDetails: Partial<
  Record<PrecautionaryCode, { readonly label: string; readonly hint: string; readonly optional?: true }>
> = {
  alimony: {
    label: 'Monto de los alimentos y para quién',
    hint: 'Por ejemplo: S/ 600 al mes, a favor de la niña de iniciales A. B. C.',
  },
  custody: { label: 'Quién se queda al cuidado de quién', hint: 'Las niñas y los niños, con iniciales.' },
  visits: { label: 'Régimen de visitas que se pide', hint: 'Días, horas y con quién presente.' },
};

const otherDetail = {
  label: 'Términos en que se pide',
  hint: 'En una línea, tal como va en el petitorio.',
  optional: true,
};

/** Where «Marque al menos una medida» stands. */
const noMeasure = 'measures.removal-from-home.ticked';

/** The twelve measures in the order of the law; each ticked one asks its own reason. */
export function MeasureFields({ form, suggestions }: Props) {
  return (
    <ol className={css.list}>
      {measureCodes.map((code, index) => {
        const detail = details[code];
        return (
          <li key={code}>
            <TickControl
              form={form}
              name={`measures.${code}.ticked`}
              clears={noMeasure}
              label={
                <>
                  <span className={css.number}>{index + 1}.</span>
                  <span>{measureLabel(code)}</span>
                </>
              }
            >
              {detail !== undefined && (
                <TextControl form={form} name={`measures.${code}.detail`} lines={1} {...detail} />
              )}
              <ReasonControl
                form={form}
                name={`measures.${code}.reason`}
                label={`Razón de la medida ${index + 1}`}
                suggestions={suggestions}
              />
            </TickControl>
          </li>
        );
      })}
    </ol>
  );
}

export function PrecautionaryFields({ form, suggestions }: Props) {
  return (
    <ul className={css.list}>
      {precautionaryCodes.map((code) => (
        <li key={code}>
          <TickControl
            form={form}
            name={`precautionary.${code}.ticked`}
            clears={noMeasure}
            label={<span>{precautionaryLabels[code]}</span>}
          >
            <TextControl
              form={form}
              name={`precautionary.${code}.detail`}
              lines={1}
              {...(precautionaryDetails[code] ?? otherDetail)}
            />
            <ReasonControl
              form={form}
              name={`precautionary.${code}.reason`}
              label={`Razón: ${precautionaryLabels[code]}`}
              suggestions={suggestions}
            />
          </TickControl>
        </li>
      ))}
    </ul>
  );
}

type ReasonControlProps = {
  readonly form: SectionForm<FilingDraft>;
  readonly name: Path<FilingDraft>;
  /** «Razón de la medida 2»: which one it is must be heard, too. */
  readonly label: string;
  readonly suggestions: readonly string[];
};

/** Why this measure, tied to a fact; sentences of the record can be added, never put in by themselves. */
function ReasonControl({ form, name, label, suggestions }: ReasonControlProps) {
  const add = (sentence: string) => {
    const before = form.getValues(name);
    const text = typeof before === 'string' ? before.trim() : '';
    form.setValue(name, text === '' ? sentence : `${text} ${sentence}`, { shouldDirty: true });
    document.getElementById(form.fieldId(name))?.focus();
  };
  return (
    <>
      <TextControl lines={2} form={form} name={name} label={label} hint="Un hecho de la ficha que la hace necesaria." />
      {suggestions.length > 0 && (
        <details className={css.suggestions}>
          <summary>Añadir un dato de la ficha</summary>
          <ul>
            {suggestions.map((sentence) => (
              <li key={sentence}>
                <button type="button" className={css.suggestion} onClick={() => add(sentence)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
