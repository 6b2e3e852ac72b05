import type { FieldValues } from 'react-hook-form';
import { YesNoField } from '../ui/index.ts';
import { useControlled, type Place } from './controlled.tsx';

/** Yes or no of a form that keeps it as true or false and is no question of an official form. */
export function YesNoControl<Values extends FieldValues>(place: Place<Values>) {
  const { value, onChange, ...field } = useControlled(place);
  return (
    <YesNoField
      {...field}
      value={value === null ? null : value === true ? 1 : 0}
      onChange={(next) => onChange(next === null ? null : next === 1)}
    />
  );
}
