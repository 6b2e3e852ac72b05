import type { FieldValues } from 'react-hook-form';
import { YesNoField } from '../ui/index.ts';
import { useControlled, type Place } from './controlled.tsx';

type Props<Values extends FieldValues> = Place<Values> & {
  /** What an answer taken back becomes: null where empty is not No. */
  readonly unanswered?: false | null;
};

/** Yes or no of a form that keeps it as true or false and is no question of an official form. */
export function YesNoControl<Values extends FieldValues>({ unanswered = null, ...place }: Props<Values>) {
  const { value, onChange, ...field } = useControlled(place);
  const answer = value ?? unanswered;
  return (
    <YesNoField
      {...field}
      value={answer === null ? null : answer === true ? 1 : 0}
      onChange={(next) => onChange(next === null ? unanswered : next === 1)}
    />
  );
}
