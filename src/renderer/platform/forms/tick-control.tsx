import type { FieldValues } from 'react-hook-form';
import { TickField } from '../ui/index.ts';
import { useControlled, type Place } from './controlled.tsx';

/** A box to tick that is no question of an official form: not ticked is no. */
export function TickControl<Values extends FieldValues>(place: Place<Values>) {
  const { value, ...field } = useControlled(place);
  return <TickField {...field} value={value === true} />;
}
