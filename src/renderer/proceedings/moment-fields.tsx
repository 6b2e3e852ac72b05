import type { FieldValues } from 'react-hook-form';
import { Controlled, type SectionForm } from '../platform/forms/index.ts';
import { DateField, TimeField } from '../platform/ui/index.ts';

type Drawn = SectionForm<FieldValues>;
type PartProps = { readonly form: Drawn; readonly name: string; readonly label: string; readonly hint?: string };

export function Day({ form, name, label, hint }: PartProps) {
  return (
    <Controlled form={form} name={name} words={{ label, hint }}>
      {({ value, ...field }) => <DateField {...field} value={value as string | null} />}
    </Controlled>
  );
}

export function Hour({ form, name, hint }: Omit<PartProps, 'label'>) {
  return (
    <Controlled form={form} name={name} words={{ label: 'Hora', optional: true, hint }}>
      {({ value, ...field }) => <TimeField {...field} value={value as string | null} />}
    </Controlled>
  );
}
