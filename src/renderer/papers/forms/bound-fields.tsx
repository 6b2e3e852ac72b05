/** Fields of the kit bound to one value of a form that is no official form. */
import { useController, type FieldValues, type Path } from 'react-hook-form';
import { messageOf, type SectionForm } from '../../platform/forms/index.ts';
import {
  ChoiceField,
  DateField,
  LongTextField,
  NumberField,
  TicksField,
  TimeField,
  YesNoField,
  type FieldWords,
} from '../../platform/ui/index.ts';

type Bound<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id'>;
};

function useBound<Values extends FieldValues>({ form, name, words }: Bound<Values>) {
  const { field, fieldState } = useController({ name, control: form.control });
  const value: unknown = field.value;
  return {
    value,
    change: field.onChange as (next: unknown) => void,
    onBlur: field.onBlur,
    words: { ...words, id: form.fieldId(name), error: messageOf(fieldState.error) },
  };
}

export function LongTextControl<Values extends FieldValues>({
  rows,
  ...bound
}: Bound<Values> & { readonly rows?: number }) {
  const { value, change, onBlur, words } = useBound(bound);
  return (
    <LongTextField
      words={words}
      rows={rows ?? 2}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => change(event.target.value)}
      onBlur={onBlur}
    />
  );
}

export function NumberControl<Values extends FieldValues>(bound: Bound<Values>) {
  const { value, change, onBlur, words } = useBound(bound);
  const shown = typeof value === 'number' || typeof value === 'string' ? value : null;
  return <NumberField words={words} value={shown} onChange={change} onBlur={onBlur} />;
}

export function DateControl<Values extends FieldValues>(bound: Bound<Values>) {
  const { value, change, onBlur, words } = useBound(bound);
  return <DateField words={words} value={typeof value === 'string' ? value : null} onChange={change} onBlur={onBlur} />;
}

export function TimeControl<Values extends FieldValues>(bound: Bound<Values>) {
  const { value, change, onBlur, words } = useBound(bound);
  return <TimeField words={words} value={typeof value === 'string' ? value : null} onChange={change} onBlur={onBlur} />;
}

export function YesNoControl<Values extends FieldValues>(bound: Bound<Values>) {
  const { value, change, onBlur, words } = useBound(bound);
  return (
    <YesNoField words={words} value={value === 0 || value === 1 ? value : null} onChange={change} onBlur={onBlur} />
  );
}

type Options = readonly { readonly code: string; readonly label: string }[];

export function ChoiceControl<Values extends FieldValues>({
  options,
  inline,
  ...bound
}: Bound<Values> & { readonly options: Options; readonly inline?: boolean }) {
  const { value, change, onBlur, words } = useBound(bound);
  return (
    <ChoiceField
      words={words}
      options={options}
      value={typeof value === 'string' ? value : null}
      onChange={change}
      onBlur={onBlur}
      {...(inline === undefined ? {} : { inline })}
    />
  );
}

export function TicksControl<Values extends FieldValues>({
  ticks,
  ...bound
}: Bound<Values> & { readonly ticks: readonly { readonly name: string; readonly label: string }[] }) {
  const { value, change, onBlur, words } = useBound(bound);
  return (
    <TicksField
      words={words}
      ticks={ticks}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(ticked) => change(ticked ?? [])}
      onBlur={onBlur}
    />
  );
}
