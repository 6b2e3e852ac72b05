import { useWatch } from 'react-hook-form';
import {
  documentKindLabels,
  documentStateLabels,
  hasNumber,
  type DocumentState,
} from '../../../shared/people/index.ts';
import { ChoiceControl, Choice, TextControl } from '../../platform/forms/index.ts';
import { optionsOf } from '../../platform/ui/index.ts';
import { type PersonFieldsProps } from './fields.ts';

const kinds = optionsOf(documentKindLabels);
const states = optionsOf(documentStateLabels);

/** Kind and state first; the number only where it can be known, or while one that contradicts the state stands there. */
export function DocumentFields({ form, at, path = `${at}.document` }: PersonFieldsProps & { readonly path?: string }) {
  const [state, number] = useWatch({
    control: form.untyped.control,
    name: [`${path}.state`, `${path}.number`],
  }) as [DocumentState, string | null];
  const isNone = state === 'none' || state === 'notAsked';
  return (
    <>
      <ChoiceControl
        form={form}
        name={`${path}.kind`}
        label="Tipo de documento"
        optional={isNone}
        columns={9}
        inline
        options={kinds}
      />
      <Choice form={form} name={`${path}.state`} label="Estado del documento" inline options={states} />
      {(hasNumber(state) || number !== null) && (
        <TextControl
          form={form}
          name={`${path}.number`}
          nullable
          columns={3}
          spellCheck={false}
          label="Número de documento"
        />
      )}
    </>
  );
}
