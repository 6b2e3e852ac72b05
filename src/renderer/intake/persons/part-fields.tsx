import type { FieldValues } from 'react-hook-form';
import {
  participantBondLabels,
  participantRoleLabels,
  type ParticipantBond,
  type ParticipantRole,
} from '../../../shared/intake/index.ts';
import { Controlled, YesNoControl, type SectionForm } from '../../platform/forms/index.ts';
import { ChoiceField, optionsOf } from '../../platform/ui/index.ts';

const roles = optionsOf(participantRoleLabels);
const bonds = optionsOf(participantBondLabels);

/** What she is in this ficha; the fields stand under `part`. */
export function PartFields({ form }: { readonly form: SectionForm<FieldValues> }) {
  return (
    <>
      <Controlled form={form} name="part.role" words={{ label: 'Participación en la ficha' }}>
        {({ value, onChange, ...field }) => (
          <ChoiceField
            {...field}
            inline
            options={roles}
            clearable={false}
            value={value as ParticipantRole | null}
            onChange={(next) => {
              onChange(next);
              if (next === 'child' && form.getValues('part.bond') === null) form.setValue('part.bond', 'child');
            }}
          />
        )}
      </Controlled>
      <Controlled
        form={form}
        name="part.bond"
        words={{ label: 'Vínculo con la persona usuaria', hint: 'Qué es de ella.', optional: true }}
      >
        {({ value, ...field }) => <ChoiceField {...field} options={bonds} value={value as ParticipantBond | null} />}
      </Controlled>
      <YesNoControl form={form} name="part.livesWithUser" words={{ label: '¿Vive con ella?', optional: true }} />
    </>
  );
}
