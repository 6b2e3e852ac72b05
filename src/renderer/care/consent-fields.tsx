import { consentFields } from '../../shared/care/index.ts';
import { TickControl } from '../platform/forms/index.ts';
import { Told } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import type { ConsentDraft } from './consent-draft.ts';

/** C4: the guardian who is not the accused person. */
const ofMinor = (
  <Told tone="warning">
    Es menor de edad: consiente una persona a cargo que no sea la presunta agresora. Si no la hay, comunique a la UPE o
    a la fiscalía de familia y elija «No se pudo pedir».
  </Told>
);

export function ConsentFields({ draft, label }: { readonly draft: ConsentDraft; readonly label: string }) {
  const { form, context, isAlike } = draft;
  const isOther = (
    <TickControl form={form} name="guardianIsOther" label="Comprobé que es otra persona y no la presunta agresora" />
  );
  return (
    <FormFields
      fields={{ ...consentFields, form: { ...consentFields.form, label } }}
      form={form}
      context={context}
      given={{ data: null }}
      before={{ guardianNames: ofMinor, assent: isAlike && isOther }}
    />
  );
}
