import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import { blankInformant } from '../../../shared/people/index.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { AddressFields, ContactFields, DocumentFields, NameFields } from '../../people/index.ts';

type Props = { readonly form: AnyForm };

/** Who informs, when that is not the user herself (A.2.2 = No). */
export function InformantFields({ form }: Props) {
  const answer: unknown = useWatch({ control: form.untyped.control, name: 'answers.informantIsUser' });
  const informant: unknown = useWatch({ control: form.untyped.control, name: 'informant' });
  const isOther = answer === 0;
  const { setValue } = form.untyped;
  useEffect(() => {
    if (isOther && informant === null) setValue('informant', blankInformant(), { shouldDirty: true });
    if (answer === 1 && informant !== null) setValue('informant', null, { shouldDirty: true });
  }, [answer, informant, isOther, setValue]);
  if (!isOther || informant === null) return null;
  return (
    <>
      <h3>Identidad de la persona informante</h3>
      <NameFields form={form} at="informant" />
      <DocumentFields form={form} at="informant" />
      <ContactFields form={form} at="informant" />
      <AddressFields form={form} at="informant" reservable asksDistrict />
    </>
  );
}
