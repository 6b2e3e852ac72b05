import { useWatch } from 'react-hook-form';
import { nameStateLabels } from '../../../shared/people/index.ts';
import { Choice, TextControl } from '../../platform/forms/index.ts';
import { optionsOf } from '../../platform/ui/index.ts';
import { type PersonFieldsProps } from './fields.ts';

/** Names in three fields as on the paper; one surname or none is fine. */
export function NameFields({ form, at }: PersonFieldsProps) {
  return (
    <>
      <TextControl
        form={form}
        name={`${at}.firstSurname`}
        nullable
        spellCheck={false}
        label="Apellido paterno"
        columns={3}
      />
      <TextControl
        form={form}
        name={`${at}.secondSurname`}
        nullable
        spellCheck={false}
        label="Apellido materno"
        optional
        columns={3}
      />
      <TextControl form={form} name={`${at}.givenNames`} nullable spellCheck={false} label="Nombres" columns={3} />
    </>
  );
}

export function PreferredNameField({ form, at }: PersonFieldsProps) {
  return (
    <TextControl
      form={form}
      name={`${at}.preferredName`}
      nullable
      columns={3}
      spellCheck={false}
      label="Cómo quiere que la llamen"
      hint="Se usa en pantalla; en los documentos va el nombre legal."
      optional
    />
  );
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
    name: ['nameState', 'firstSurname', 'secondSurname', 'givenNames'].map((name) => `${at}.${name}`),
  }) as (string | null)[];
  const [state, ...names] = read;
  const isShown = state !== 'unknown' || names.some((name) => name !== null);
  return (
    <>
      <NameStateField form={form} at={at} />
      {isShown && <NameFields form={form} at={at} />}
      <TextControl
        form={form}
        name={`${at}.aliases`}
        nullable
        columns={3}
        spellCheck={false}
        label="Alias o apodo"
        optional
      />
    </>
  );
}
