import type { FieldValues, Path } from 'react-hook-form';
import { TickField } from '../ui/index.ts';
import { Controlled } from './controlled.tsx';
import type { SectionForm } from './use-section-form.ts';

type Props<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: { readonly label: string; readonly hint?: string };
};

/** A box to tick that is no question of an official form: not ticked is no. */
export function TickControl<Values extends FieldValues>({ form, name, words }: Props<Values>) {
  return (
    <Controlled form={form} name={name} words={words}>
      {({ value, ...field }) => <TickField {...field} value={value === true} />}
    </Controlled>
  );
}
