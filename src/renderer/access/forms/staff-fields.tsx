import type { FieldValues, Path } from 'react-hook-form';
import { roleLabels, roles, type StaffDetails } from '../../../shared/access/index.ts';
import { TextControl, TicksControl, type SectionForm } from '../../platform/forms/index.ts';
import { look } from '../../platform/ui/index.ts';

const roleTicks = roles.map((role) => ({ name: role, label: roleLabels[role] }));

type Props<Values extends FieldValues> = { readonly form: SectionForm<Values> };

/** Who the person is, as it stands under a signature. */
export function StaffFields<Values extends StaffDetails>({ form }: Props<Values>) {
  const named = (name: keyof StaffDetails) => name as Path<Values>;
  return (
    <div className={look.stack}>
      <TextControl form={form} name={named('fullName')} width="medium" label="Nombres y apellidos" />
      <TextControl
        form={form}
        name={named('login')}
        width="medium"
        spellCheck={false}
        autoCapitalize="none"
        label="Usuario"
        hint="Para entrar. De 3 a 20 letras minúsculas, números o puntos; no use el nombre completo."
      />
      <RolesControl form={form} name={named('roles')} />
      <TextControl
        form={form}
        name={named('profession')}
        width="medium"
        nullable
        label="Profesión"
        hint="Como va bajo la firma: «Psicóloga», «Abogado»."
        optional
      />
      <TextControl form={form} name={named('college')} width="medium" nullable label="Colegio profesional" optional />
      <TextControl
        form={form}
        name={named('collegeNumber')}
        width="narrow"
        nullable
        label="Número de colegiatura"
        optional
      />
    </div>
  );
}

type RolesProps<Values extends FieldValues> = Props<Values> & { readonly name: Path<Values> };

export function RolesControl<Values extends FieldValues>(place: RolesProps<Values>) {
  return <TicksControl {...place} label="Funciones" hint="Puede tener hasta tres." ticks={roleTicks} />;
}
