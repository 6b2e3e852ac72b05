import type { FieldValues, Path } from 'react-hook-form';
import { roleLabels, roles, staffFields } from '../../../shared/access/index.ts';
import { TicksControl, type AnyForm, type SectionForm } from '../../platform/forms/index.ts';
import { FormFields } from '../../record/index.ts';

const roleTicks = roles.map((role) => ({ name: role, label: roleLabels[role] }));

/** Who the person is, as it stands under a signature. */
export function StaffFields({ form }: { readonly form: AnyForm }) {
  return (
    <FormFields
      fields={staffFields}
      form={form}
      before={{ profession: <RolesControl form={form.untyped} name="roles" /> }}
    />
  );
}

const rolesHint =
  'Puede tener hasta tres. Soporte técnico cuida el programa y Auditoría lee la bitácora (quién hizo qué y cuándo): ninguna de las dos abre casos.';

type RolesProps<Values extends FieldValues> = { readonly form: SectionForm<Values>; readonly name: Path<Values> };

export function RolesControl<Values extends FieldValues>(place: RolesProps<Values>) {
  return <TicksControl {...place} label="Funciones" hint={rolesHint} ticks={roleTicks} />;
}
