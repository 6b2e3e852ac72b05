import { useState } from 'react';
import { isCounterpart, roleLabels, roles, staffFields, type Role } from '../../../shared/access/index.ts';
import { TicksControl, type AnyForm } from '../../platform/forms/index.ts';
import { FormFields } from '../../record/index.ts';
import { useCounterpartsOn } from '../queries.ts';

/** Who the person is, as it stands under a signature. */
export function StaffFields({ form }: { readonly form: AnyForm }) {
  return <FormFields fields={staffFields} form={form} before={{ profession: <RolesControl form={form} /> }} />;
}

const rolesHint =
  'Puede tener hasta tres. Soporte técnico cuida el programa y Auditoría lee la bitácora (quién hizo qué y cuándo): ninguna de las dos abre casos.';

export function RolesControl({ form: { untyped: form } }: { readonly form: AnyForm }) {
  const isOn = useCounterpartsOn();
  // A function that the centre does not have is shown to whoever has it still.
  const [had] = useState<readonly Role[]>(() => form.getValues('roles') as readonly Role[]);
  const ticks = roles
    .filter((role) => !isCounterpart(role) || isOn(role) || had.includes(role))
    .map((role) => ({ name: role, label: roleLabels[role] }));
  return <TicksControl form={form} name="roles" label="Funciones" hint={rolesHint} ticks={ticks} />;
}
