import type { FieldValues, Path } from 'react-hook-form';
import { roleLabels, type Role } from '../../../shared/access/index.ts';
import { DateControl, Choice, type SectionForm } from '../../platform/forms/index.ts';
import { look } from '../../platform/ui/index.ts';

type FormProps<Values extends FieldValues> = { readonly form: SectionForm<Values> };

/** First and last day, both counted. */
export function PeriodFields<Values extends FieldValues>({
  form,
  most,
}: FormProps<Values> & { readonly most: number }) {
  const days = [
    { name: 'fromOn', label: 'Primer día', hint: undefined },
    { name: 'untilOn', label: 'Último día', hint: `Hasta ${most} días en total. Termina solo al acabar ese día.` },
  ] as const;
  return (
    <div className={look.fields}>
      {days.map(({ name, label, hint }) => (
        <DateControl key={name} form={form} name={name as Path<Values>} label={label} hint={hint} />
      ))}
    </div>
  );
}

export type NamedPerson = { readonly id: string; readonly fullName: string; readonly roles: readonly Role[] };

/** One of the people of the centre, each with the functions. */
export function PersonChoice<Values extends FieldValues>({
  form,
  name,
  words,
  people,
}: FormProps<Values> & {
  readonly name: Path<Values>;
  readonly words: { readonly label: string; readonly hint?: string };
  readonly people: readonly NamedPerson[];
}) {
  const options = people.map(({ id, fullName, roles }) => ({
    code: id,
    label: `${fullName} (${roles.map((role) => roleLabels[role]).join(' y ')})`,
  }));
  return <Choice form={form} name={name} {...words} options={options} />;
}
