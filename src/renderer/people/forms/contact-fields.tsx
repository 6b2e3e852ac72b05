import { optionsOf, type Fields } from '../../../shared/record/index.ts';
import { AskedFields } from '../../record/index.ts';
import type { PersonFieldsProps } from './fields.ts';

const options = optionsOf({ yes: 'Sí', no: 'No' });

const fields = {
  phone: { kind: 'text', label: 'Teléfono', max: 40, of: 'phone', columns: 2 },
  whose: { kind: 'text', label: '¿De quién es el teléfono?', max: 100, columns: 2 },
  mayCall: { kind: 'choice', label: '¿Es seguro llamar?', options, inline: true, columns: 2 },
  hours: { kind: 'text', label: 'Horas para llamar', max: 100, columns: 2 },
  whatToSay: { kind: 'text', label: 'Qué decir si contesta otra persona', max: 300, columns: 4 },
  email: { kind: 'text', label: 'Correo', max: 254, of: 'email', columns: 3 },
  emailIsSafe: {
    kind: 'tick',
    label: '¿Es seguro escribir a este correo?',
    isQuestion: true,
    mayLack: true,
    columns: 2,
  },
} as const satisfies Fields;

const askedAnew = { ...fields, mayCall: { ...fields.mayCall, optional: false } } as const satisfies Fields;

type Props = PersonFieldsProps & {
  /** A contact told before is asked about anew: then the answer is required. */
  readonly isRequired?: boolean;
};

/** Without an answer to «¿Es seguro llamar?» nobody calls. */
export function ContactFields({ form, at, isRequired = false }: Props) {
  return <AskedFields form={form} at={`${at}.contact.`} fields={isRequired ? askedAnew : fields} />;
}
