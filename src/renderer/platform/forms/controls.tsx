/** The fields of the kit, each tied to a form that is no official form. */
import type { ComponentProps } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { PartialDate } from '../../../shared/platform/dates.ts';
import {
  ChoiceField,
  DateField,
  NumberField,
  PartialDateField,
  PlaceField,
  TicksField,
  TimeField,
  YesNoField,
  type ChoiceOption,
} from '../ui/index.ts';
import { useControlled, type Place } from './controlled.tsx';

type Bound<Values extends FieldValues, Own> = Place<Values> & Omit<Own, keyof ReturnType<typeof useControlled>>;

/** A form that begins with nothing chosen holds an empty text where a value will stand. */
const chosen = (value: unknown) => (value === '' ? null : (value as number | string | null));
const typed = chosen as (value: unknown) => string | null;

type Options = { readonly options: readonly ChoiceOption[] };
type ChoiceProps = Omit<ComponentProps<typeof ChoiceField>, 'options'> & Options;

export function ChoiceControl<Values extends FieldValues>(props: Bound<Values, ChoiceProps>) {
  const { value, ...field } = useControlled(props);
  return <ChoiceField {...props} {...field} value={chosen(value)} />;
}

/** One of a list that always ends up answered. */
export function Choice<Values extends FieldValues>(props: Bound<Values, Omit<ChoiceProps, 'clearable'>>) {
  return <ChoiceControl {...props} clearable={false} />;
}

type DayProps = {
  /** What an emptied field becomes: an empty text where the schema takes no null. */
  readonly empty?: '' | null;
};

export function DateControl<Values extends FieldValues>(
  props: Bound<Values, ComponentProps<typeof DateField> & DayProps>,
) {
  const { empty = null } = props;
  const { value, onChange, ...field } = useControlled(props);
  return <DateField {...props} {...field} value={typed(value)} onChange={(day) => onChange(day ?? empty)} />;
}

export function TimeControl<Values extends FieldValues>(
  props: Bound<Values, ComponentProps<typeof TimeField> & DayProps>,
) {
  const { empty = null } = props;
  const { value, onChange, ...field } = useControlled(props);
  return <TimeField {...props} {...field} value={typed(value)} onChange={(time) => onChange(time ?? empty)} />;
}

export function PartialDateControl<Values extends FieldValues>(
  props: Bound<Values, ComponentProps<typeof PartialDateField>>,
) {
  const { value, ...field } = useControlled(props);
  return <PartialDateField {...props} {...field} value={value as PartialDate | string | null} />;
}

export function NumberControl<Values extends FieldValues>(props: Bound<Values, ComponentProps<typeof NumberField>>) {
  const { value, ...field } = useControlled(props);
  return <NumberField {...props} {...field} value={value as number | string | null} />;
}

export function PlaceControl<Values extends FieldValues>(place: Place<Values>) {
  const { value, ...field } = useControlled(place);
  return <PlaceField {...field} value={value as string | null} />;
}

/** A list that is empty while nothing is ticked. */
export function TicksControl<Values extends FieldValues>(props: Bound<Values, ComponentProps<typeof TicksField>>) {
  const { value, onChange, ...field } = useControlled(props);
  return (
    <TicksField
      {...props}
      {...field}
      asksNone={false}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(ticked) => onChange(ticked ?? [])}
    />
  );
}

/** Yes or no of a form that keeps it as 1 or 0, as official forms do. */
export function AnswerControl<Values extends FieldValues>(place: Place<Values>) {
  const { value, ...field } = useControlled(place);
  return <YesNoField {...field} value={value === 0 || value === 1 ? value : null} />;
}
