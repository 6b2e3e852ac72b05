import {
  measureCodes,
  precautionaryCodes,
  precautionaryLabels,
  type MeasureCode,
} from '../../../shared/filings/index.ts';
import { LongTextControl } from '../../papers/index.ts';
import type { SectionForm } from '../../platform/forms/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';
import { ReasonControl } from './reason-control.tsx';
import { TickControl } from './tick-control.tsx';
import { measureLabel } from './words.ts';

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
  'other-measure': { label: 'Texto de la otra medida', hint: 'Tal como debe pedirse al despacho.' },
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
                <LongTextControl form={form} name={`measures.${code}.detail`} rows={1} words={detail} />
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
