import type { ReactNode } from 'react';
import { useController, type FieldValues, type Path } from 'react-hook-form';
import { messageOf, type SectionForm } from '../../platform/forms/index.ts';
import css from '../filings.module.css';

type Props<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly label: ReactNode;
  /** Field whose error any tick of the group takes away. */
  readonly clears?: Path<Values>;
  /** Drawn below while the box is ticked. */
  readonly children?: ReactNode;
};

export function TickControl<Values extends FieldValues>({ form, name, label, clears, children }: Props<Values>) {
  const { field, fieldState } = useController({ name, control: form.control });
  const id = form.fieldId(name);
  const error = messageOf(fieldState.error);
  const ticked = (field.value as unknown) === true;
  return (
    <>
      <label className={css.tick}>
        <input
          type="checkbox"
          id={id}
          checked={ticked}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}-error`}
          onChange={(event) => {
            field.onChange(event.target.checked);
            if (clears !== undefined) form.clearErrors(clears);
          }}
          onBlur={field.onBlur}
        />
        {label}
      </label>
      {error !== undefined && (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      )}
      {ticked && children !== undefined && <div className={css.below}>{children}</div>}
    </>
  );
}
