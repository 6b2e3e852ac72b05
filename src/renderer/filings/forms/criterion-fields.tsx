import { useWatch } from 'react-hook-form';
import { criterionIds, criterionLabels, type CriterionId } from '../../../shared/filings/index.ts';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import css from '../filings.module.css';
import type { FilingDraft } from './filing-draft.ts';
import { TickControl } from './tick-control.tsx';

type Props = { readonly form: SectionForm<FilingDraft> };

/** The eight criteria of the law, answered one by one; nothing known is said, never left out. */
export function CriterionFields({ form }: Props) {
  return (
    <ol className={css.list}>
      {criterionIds.map((id, index) => (
        <li key={id}>
          <Criterion form={form} id={id} number={index + 1} />
        </li>
      ))}
    </ol>
  );
}

function Criterion({ form, id, number }: Props & { readonly id: CriterionId; readonly number: number }) {
  const isNone = useWatch({ control: form.control, name: `criteria.${id}.none` });
  return (
    <>
      {isNone ? (
        <p>
          <strong>
            {number}. {criterionLabels[id]}
          </strong>
        </p>
      ) : (
        <TextControl
          lines={2}
          form={form}
          name={`criteria.${id}.text`}
          label={criterionLabels[id]}
          item={`${number}.`}
        />
      )}
      <TickControl
        form={form}
        name={`criteria.${id}.none`}
        label={
          <span>
            No se cuenta con información<span className="visually-hidden">: {criterionLabels[id]}</span>
          </span>
        }
      />
    </>
  );
}
