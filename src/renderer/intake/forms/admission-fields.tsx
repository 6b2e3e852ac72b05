import { useState } from 'react';
import { useController, type FieldValues } from 'react-hook-form';
import type { shifts } from '../../../shared/intake/index.ts';
import { Controlled, messageOf, type SectionForm } from '../../platform/forms/index.ts';
import { ChoiceField, DateField, Field, TimeField } from '../../platform/ui/index.ts';
import fieldCss from '../../platform/ui/fields.module.css';
import css from '../intake.module.css';
import { shiftOptions } from '../words.ts';

type Props = { readonly form: SectionForm<FieldValues>; readonly today: string };

/** Header of the paper: date, hour, shift, official number, and whether it was typed in from paper. */
export function AdmissionFields({ form, today }: Props) {
  return (
    <>
      <div className={css.columns}>
        <Controlled form={form} name="admission.admittedOn" words={{ label: 'Fecha de ingreso' }}>
          {({ value, ...field }) => (
            <DateField {...field} range={{ min: '2000-01-01', max: today }} value={value as string | null} />
          )}
        </Controlled>
        <Controlled form={form} name="admission.admittedTime" words={{ label: 'Hora de ingreso' }}>
          {({ value, ...field }) => <TimeField {...field} value={value as string | null} />}
        </Controlled>
        <Controlled form={form} name="admission.shift" words={{ label: 'Turno' }}>
          {({ value, onChange, ...field }) => (
            <ChoiceField
              {...field}
              inline
              options={shiftOptions}
              clearable={false}
              value={value as (typeof shifts)[number]}
              onChange={(next) => {
                if (next !== null) onChange(next);
              }}
            />
          )}
        </Controlled>
      </div>
      <FichaNumberField form={form} />
      <Controlled form={form} name="admission.isFromPaper" words={{ label: 'Registrada desde un formulario en papel' }}>
        {({ words, value, onChange, onBlur }) => (
          <label className={css.option}>
            <input
              type="checkbox"
              id={words.id}
              checked={value === true}
              onBlur={onBlur}
              onChange={(event) => {
                onChange(event.target.checked);
              }}
            />
            {words.label}
          </label>
        )}
      </Controlled>
    </>
  );
}

type Typed = { readonly numeric: string; readonly alphabetic: string; readonly year: string };

function typedOf(value: unknown): Typed {
  if (typeof value !== 'object' || value === null) return { numeric: '', alphabetic: '', year: '' };
  const part = (name: string) => {
    const text = (value as Readonly<Record<string, unknown>>)[name];
    return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
  };
  return { numeric: part('numeric'), alphabetic: part('alphabetic'), year: part('year') };
}

const wholeNumber = (text: string) => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : text);

/** Official number of the ficha (D16): number, letter and year; nothing typed is none. */
function FichaNumberField({ form }: Pick<Props, 'form'>) {
  const { field, fieldState } = useController({ name: 'admission.fichaNumber', control: form.control });
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
  const error = fieldState.error === undefined ? undefined : 'Escriba número y año (cuatro cifras), o deje vacío.';
  const id = form.fieldId('admission.fichaNumber');
  const parts = [
    ['numeric', 'Número'],
    ['alphabetic', 'Letra'],
    ['year', 'Año'],
  ] as const;
  return (
    <Field
      kind="group"
      id={id}
      label="N.º de ficha oficial"
      hint="El número que da el registro central, si ya lo tiene."
      optional
      error={messageOf(fieldState.error) === undefined ? undefined : error}
    >
      {(aria) => (
        <div className={css.numbers}>
          {parts.map(([name, label], index) => (
            <label key={name} className={css.option}>
              {label}
              <input
                type="text"
                autoComplete="off"
                {...(index === 0 ? aria : {})}
                inputMode={name === 'alphabetic' ? 'text' : 'numeric'}
                className={`${fieldCss.input} ${css.part}`}
                maxLength={name === 'alphabetic' ? 3 : 5}
                value={typed[name]}
                onChange={(event) => {
                  put({ [name]: event.target.value });
                }}
                onBlur={field.onBlur}
              />
            </label>
          ))}
        </div>
      )}
    </Field>
  );
}
