import { useState } from 'react';
import { useController, type FieldError } from 'react-hook-form';
import type { AnyForm } from '../../platform/forms/index.ts';
import { look, Field } from '../../platform/ui/index.ts';
import fieldCss from '../../platform/ui/fields.module.css';
import css from '../intake.module.css';

type Typed = { readonly numeric: string; readonly alphabetic: string; readonly year: string };

function typedOf(value: unknown): Typed {
  if (typeof value !== 'object' || value === null) return { numeric: '', alphabetic: '', year: '' };
  const part = (name: string) => {
    const text = (value as Readonly<Record<string, unknown>>)[name];
    return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
  };
  return { numeric: part('numeric'), alphabetic: part('alphabetic'), year: part('year') };
}

/** What the application says of the whole number (somebody has it) stands; what is wrong inside it is said in one way. */
function errorOf(error: FieldError | undefined, optional: boolean): string | undefined {
  if (error === undefined) return undefined;
  if (typeof error.message === 'string' && error.type !== 'invalid_type') return error.message;
  return optional ? 'Escriba número y año (cuatro cifras), o deje vacío.' : 'Escriba número y año (cuatro cifras).';
}

const wholeNumber = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : text);

type Props = {
  readonly form: AnyForm;
  /** Where the number stands in the form. */
  readonly name: string;
  readonly hint: string;
  readonly optional?: boolean;
};

/** Official number of the ficha (D16): number, letter and year; nothing typed is none. */
export function FichaNumberField({ form, name: path, hint, optional = false }: Props) {
  const { field, fieldState } = useController({ name: path, control: form.untyped.control });
  const [typed, setTyped] = useState(() => typedOf(field.value));
  const put = (change: Partial<Typed>) => {
    const next = { ...typed, ...change };
    setTyped(next);
    const isEmpty = Object.values(next).every((text) => text.trim() === '');
    field.onChange(
      isEmpty
        ? null
        : {
            numeric: wholeNumber(next.numeric),
            alphabetic: next.alphabetic.trim() === '' ? null : next.alphabetic.trim(),
            year: wholeNumber(next.year),
          },
    );
  };
  const id = form.fieldId(path);
  const parts = [
    ['numeric', 'Número'],
    ['alphabetic', 'Letra'],
    ['year', 'Año'],
  ] as const;
  return (
    <Field
      kind="group"
      columns={5}
      id={id}
      label="N.º de ficha oficial"
      hint={hint}
      optional={optional}
      error={errorOf(fieldState.error, optional)}
    >
      {(aria) => (
        <div className={css.numbers}>
          {parts.map(([name, label], index) => (
            <label key={name} className={look.option}>
              {label}
              <input
                type="text"
                autoComplete="off"
                {...(index === 0 ? aria : {})}
                inputMode={name === 'alphabetic' ? 'text' : 'numeric'}
                className={`${fieldCss.input} ${css.part}`}
                maxLength={name === 'alphabetic' ? 3 : 5}
                value={typed[name]}
                onChange={(event) => put({ [name]: event.target.value })}
                onBlur={field.onBlur}
              />
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
