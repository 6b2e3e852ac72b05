import { useCallback, type ReactNode } from 'react';
import type { Fields } from '../../shared/record/index.ts';
import { QuestionField, type AnyForm } from '../platform/forms/index.ts';
import css from './record.module.css';

type Props = {
  readonly fields: Fields;
  readonly form: AnyForm;
  /** Where they stand in the form: `attention.`; empty at its top. */
  readonly at?: string;
  /** A control of its own in place of what the description draws, or null for a field that is not asked now. */
  readonly given?: Readonly<Record<string, ReactNode>>;
};

/** The fields of a description, in its order. */
export function FormFields({ fields, form, at = '', given = {} }: Props) {
  const { setValue, clearErrors } = form.untyped;
  const put = useCallback(
    (name: string, value: unknown) => {
      setValue(`${at}${name}`, value, { shouldDirty: true });
      clearErrors(`${at}${name}`);
    },
    [at, clearErrors, setValue],
  );
  return (
    <div className={css.fields}>
      {Object.entries(fields).map(([name, question]) => {
        if (name in given) return given[name];
        const path = `${at}${name}`;
        const place = { name, path, id: form.fieldId(path), control: form.untyped.control, folds: false };
        return <QuestionField key={name} {...place} question={question} onAnswer={put} />;
      })}
    </div>
  );
}
