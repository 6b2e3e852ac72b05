import { useState, type ReactNode } from 'react';
import { get, useWatch } from 'react-hook-form';
import { formatPartialDate } from '../../../shared/platform/typed-date.ts';
import { partialDateSchema } from '../../../shared/platform/dates.ts';
import { hasNumber, type DocumentState } from '../../../shared/people/index.ts';
import type { AnyForm } from '../../platform/forms/index.ts';
import { Fold, QuestionGrid } from '../../platform/ui/index.ts';

type Person = {
  readonly firstSurname: string | null;
  readonly secondSurname: string | null;
  readonly givenNames: string | null;
  readonly birth: unknown;
  readonly document: { readonly state: DocumentState; readonly number: string | null };
  readonly contact?: { readonly phone: string | null; readonly mayCall: 'yes' | 'no' | null };
  readonly address?: { readonly text: string | null };
};

type Props = { readonly form: AnyForm; readonly children: ReactNode };
type IdentityProps = Props & { readonly at: 'user' | 'aggressor'; readonly title: string };

function isNamed({ firstSurname, givenNames, document }: Person): boolean {
  const isNumbered = document.number !== null || (!hasNumber(document.state) && document.state !== 'notAsked');
  return firstSurname !== null && givenNames !== null && isNumbered;
}

/** Who she or he is, folded into a line once name and document are known; as the form opens, never while it is filled. */
export function IdentityFold({ form, at, title, children }: IdentityProps) {
  const [isOpen] = useState(() => !isNamed(get(form.untyped.getValues(), at)));
  return (
    <Fold title={<h3>{title}</h3>} said={<IdentityWords form={form} at={at} />} isOpen={isOpen}>
      <QuestionGrid>{children}</QuestionGrid>
    </Fold>
  );
}

function IdentityWords({ form, at }: Pick<IdentityProps, 'form' | 'at'>) {
  const person = useWatch({ control: form.untyped.control, name: at }) as Person;
  const birth = partialDateSchema.safeParse(person.birth);
  return [
    [person.givenNames, person.firstSurname, person.secondSurname].filter(Boolean).join(' '),
    person.document.number === null ? null : `documento ${person.document.number}`,
    birth.success ? `nacimiento ${formatPartialDate(birth.data)}` : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** How she is reached and where she lives: open until it is known whether a call is safe. */
export function ContactFold({ form, isAskedAnew, children }: Props & { readonly isAskedAnew: boolean }) {
  const [isOpen] = useState(() => {
    const { contact }: Person = get(form.untyped.getValues(), 'user');
    return isAskedAnew || (contact?.mayCall ?? null) === null;
  });
  return (
    <Fold title={<h3>Contacto y domicilio</h3>} said={<ContactWords form={form} />} isOpen={isOpen}>
      <QuestionGrid>{children}</QuestionGrid>
    </Fold>
  );
}

const safety = { yes: 'es seguro llamar', no: 'no es seguro llamar' } as const;

function ContactWords({ form }: Pick<Props, 'form'>) {
  const { contact, address } = useWatch({ control: form.untyped.control, name: 'user' }) as Person;
  const isSafe = contact?.mayCall ?? null;
  return [contact?.phone, isSafe === null ? 'falta si es seguro llamar' : safety[isSafe], address?.text]
    .filter(Boolean)
    .join(' · ');
}
