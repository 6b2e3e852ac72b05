import { ChoiceControl, TextControl, YesNoControl } from '../../platform/forms/index.ts';
import type { PersonFieldsProps } from './fields.ts';

const mayCall = [
  { code: 'yes', label: 'Sí' },
  { code: 'no', label: 'No' },
] as const;

type Props = PersonFieldsProps & {
  /** A contact told before is asked about anew: then the answer is required. */
  readonly isRequired?: boolean;
};

/** Without an answer to «¿Es seguro llamar?» nobody calls. */
export function ContactFields({ form, at, isRequired = false }: Props) {
  const name = (field: string) => `${at}.contact.${field}`;
  return (
    <>
      <TextControl form={form} name={name('phone')} nullable inputMode="tel" label="Teléfono" optional columns={2} />
      <TextControl form={form} name={name('whose')} nullable label="¿De quién es el teléfono?" optional columns={2} />
      <ChoiceControl
        form={form}
        name={name('mayCall')}
        label="¿Es seguro llamar?"
        optional={!isRequired}
        columns={2}
        inline
        options={mayCall}
      />
      <TextControl form={form} name={name('hours')} nullable label="Horas para llamar" optional columns={2} />
      <TextControl
        form={form}
        name={name('whatToSay')}
        nullable
        label="Qué decir si contesta otra persona"
        optional
        columns={4}
      />
      <TextControl
        form={form}
        name={name('email')}
        nullable
        spellCheck={false}
        inputMode="email"
        label="Correo"
        optional
        columns={3}
      />
      <YesNoControl
        form={form}
        name={name('emailIsSafe')}
        label="¿Es seguro escribir a este correo?"
        optional
        columns={2}
      />
    </>
  );
}
