import { useWatch } from 'react-hook-form';
import { nameStateLabels } from '../../../shared/people/index.ts';
import type { Fields } from '../../../shared/record/index.ts';
import { Choice } from '../../platform/forms/index.ts';
import { optionsOf } from '../../platform/ui/index.ts';
import { AskedFields } from '../../record/index.ts';
import { type PersonFieldsProps } from './fields.ts';

const name = { kind: 'text', of: 'name', max: 120, columns: 3 } as const;
const names = {
  firstSurname: { ...name, label: 'Apellido paterno', optional: false },
  secondSurname: { ...name, label: 'Apellido materno' },
  givenNames: { ...name, label: 'Nombres', optional: false },
} as const satisfies Fields;
const preferred = {
  preferredName: {
    ...{ ...name, label: 'Cómo quiere que la llamen' },
    hint: 'Se usa en pantalla; en los documentos va el nombre legal.',
  },
} as const satisfies Fields;
const alias = { aliases: { ...name, label: 'Alias o apodo' } } as const satisfies Fields;

/** Names in three fields as on the paper; one surname or none is fine. */
export function NameFields({ form, at }: PersonFieldsProps) {
  return <AskedFields form={form} at={`${at}.`} fields={names} />;
}

export function PreferredNameField({ form, at }: PersonFieldsProps) {
  return <AskedFields form={form} at={`${at}.`} fields={preferred} />;
}

/** Whether the name is known is a state, never «NN» typed as a name. */
export function NameStateField({ form, at }: PersonFieldsProps) {
  return (
    <Choice
      form={form}
      name={`${at}.nameState`}
      label="¿Se conoce el nombre?"
      columns={6}
      inline
      options={optionsOf(nameStateLabels)}
    />
  );
}

/** Name state first; the three fields while there is a name to write, or one that contradicts the state. */
export function AggressorNameFields({ form, at }: PersonFieldsProps) {
  const read = useWatch({
    control: form.untyped.control,
    name: ['nameState', 'firstSurname', 'secondSurname', 'givenNames'].map((field) => `${at}.${field}`),
  }) as (string | null)[];
  const [state, ...written] = read;
  const isShown = state !== 'unknown' || written.some((part) => part !== null);
  return (
    <>
      <NameStateField form={form} at={at} />
      {isShown && <NameFields form={form} at={at} />}
      <AskedFields form={form} at={`${at}.`} fields={alias} />
    </>
  );
}
