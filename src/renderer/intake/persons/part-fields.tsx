import { participantBondLabels, participantRoleLabels, type ParticipantRole } from '../../../shared/intake/index.ts';
import { ChoiceControl, type AnyForm, Controlled, YesNoControl } from '../../platform/forms/index.ts';
import { OneOfField, optionsOf } from '../../platform/ui/index.ts';

const roles = optionsOf(participantRoleLabels);
const bonds = optionsOf(participantBondLabels);

/** What she is in this ficha; the fields stand under `part`. */
export function PartFields({ form }: { readonly form: AnyForm }) {
  return (
    <>
      <Controlled form={form} name="part.role" label="Participación en la ficha">
        {({ value, onChange, ...field }) => (
          <OneOfField
            {...field}
            inline
            options={roles}
            value={value as ParticipantRole | null}
            onChange={(next) => {
              onChange(next);
              if (next === 'child' && form.untyped.getValues('part.bond') === null)
                form.untyped.setValue('part.bond', 'child');
            }}
          />
        )}
      </Controlled>
      <ChoiceControl
        form={form}
        name="part.bond"
        label="Vínculo con la persona usuaria"
        hint="Qué es de ella."
        optional
        options={bonds}
      />
      <YesNoControl form={form} name="part.livesWithUser" label="¿Vive con ella?" optional />
    </>
  );
}
