import { DateControl, TimeControl, type AnyForm } from '../platform/forms/index.ts';

type PartProps = { readonly form: AnyForm; readonly name: string; readonly label: string; readonly hint?: string };

export function Day({ form, name, label, hint }: PartProps) {
  return <DateControl form={form} name={name} label={label} hint={hint} />;
}

export function Hour({ form, name, hint }: Omit<PartProps, 'label'>) {
  return <TimeControl form={form} name={name} label="Hora" optional hint={hint} />;
}
