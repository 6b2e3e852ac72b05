import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { isSafeToCall } from '../../../shared/people/index.ts';
import { DocumentFields } from '../../people/index.ts';
import { ChoiceControl, DateControl, TextControl, TickControl, type AnyForm } from '../../platform/forms/index.ts';
import { PlainButton, look, Notice, StateBadge, QuestionGrid, optionsOf } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import type { ContactValues } from './person-values.ts';

type Props = { readonly form: AnyForm };

/** The entries of a list of the record, and how it grows and shrinks. */
function useList(form: AnyForm, name: 'aliases' | 'documents' | 'contacts') {
  const list = useWatch({ control: form.untyped.control, name: `record.${name}` }) as readonly unknown[];
  const set = (next: readonly unknown[]) => {
    form.untyped.setValue(`record.${name}`, next, { shouldDirty: true });
    form.untyped.clearErrors(`record.${name}`);
  };
  return {
    list,
    add: (entry: unknown) => set([...list, entry]),
    takeOut: (at: number) => set(list.filter((_, index) => index !== at)),
  };
}

function Add({ label, onAdd }: { readonly label: string; readonly onAdd: () => void }) {
  return (
    <div className={look.row}>
      <PlainButton small onClick={onAdd}>
        {label}
      </PlainButton>
    </div>
  );
}

function TakeOut({ label, onTakeOut }: { readonly label: string; readonly onTakeOut: () => void }) {
  return (
    <PlainButton small aria-label={label} onClick={onTakeOut}>
      Quitar
    </PlainButton>
  );
}

export function AliasFields({ form }: Props) {
  const { list, add, takeOut } = useList(form, 'aliases');
  return (
    <div className={look.stack}>
      {list.map((_, at) => (
        <div key={at} className={look.fields}>
          <TextControl
            form={form}
            name={`record.aliases.${at}`}
            width="medium"
            spellCheck={false}
            label={at === 0 ? 'Alias o apodo' : `Alias o apodo ${at + 1}`}
          />
          <TakeOut label={`Quitar alias ${at + 1}`} onTakeOut={() => takeOut(at)} />
        </div>
      ))}
      <Add label="Agregar alias" onAdd={() => add('')} />
    </div>
  );
}

export function DocumentListFields({ form }: Props) {
  const { list, add, takeOut } = useList(form, 'documents');
  return (
    <div className={look.stack}>
      {list.map((_, at) => (
        <fieldset key={at} className={css.entry}>
          <legend>{`Documento ${at + 1}`}</legend>
          <QuestionGrid>
            <DocumentFields form={form} at="record" path={`record.documents.${at}`} />
          </QuestionGrid>
          {at > 0 && <TakeOut label={`Quitar documento ${at + 1}`} onTakeOut={() => takeOut(at)} />}
        </fieldset>
      ))}
      <Add label="Agregar documento" onAdd={() => add({ kind: null, state: 'known', number: null })} />
    </div>
  );
}

const blankContact: ContactValues = {
  ...{ phone: '', whose: null, mayCall: null, hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false },
};

export function ContactListFields({ form, today }: Props & { readonly today: string }) {
  const { list, add, takeOut } = useList(form, 'contacts');
  return (
    <div className={look.stack}>
      {(list as readonly ContactValues[]).map((contact, at) => (
        <fieldset key={at} className={css.entry}>
          <legend>{`Teléfono ${at + 1}`}</legend>
          <ContactState contact={contact} />
          <OneContact form={form} at={at} today={today} isShared={contact.isShared} />
          <TakeOut label={`Quitar teléfono ${at + 1}`} onTakeOut={() => takeOut(at)} />
        </fieldset>
      ))}
      <Add label="Agregar teléfono" onAdd={() => add(blankContact)} />
    </div>
  );
}

function ContactState({ contact }: { readonly contact: ContactValues }) {
  if (contact.isShared) return <StateBadge tone="error">No llamar: número compartido</StateBadge>;
  return isSafeToCall(contact) ? (
    <StateBadge tone="done">Es seguro llamar</StateBadge>
  ) : (
    <StateBadge tone="warning">No llamar</StateBadge>
  );
}

const yesNo = optionsOf({ yes: 'Sí', no: 'No' });

type OneProps = Props & { readonly at: number; readonly today: string; readonly isShared: boolean };

function OneContact({ form, at, today, isShared }: OneProps) {
  const name = (field: keyof ContactValues) => `record.contacts.${at}.${field}` as const;
  const [isHidden, setHidden] = useState(isShared);
  const hides = isHidden && isShared;
  const yes = (field: 'mayCall' | 'mayLeaveMessage', label: string) => (
    <ChoiceControl form={form} name={name(field)} label={label} optional inline columns={3} options={yesNo} />
  );
  return (
    <>
      {hides && (
        <Notice tone="warning" action={{ label: 'Mostrar el número', onClick: () => setHidden(false) }}>
          El número está oculto: lo usa también la presunta persona agresora.
        </Notice>
      )}
      <QuestionGrid>
        {!hides && (
          <>
            <TextControl form={form} name={name('phone')} columns={3} inputMode="tel" label="Número de teléfono" />
            <TextControl
              form={form}
              name={name('whose')}
              columns={3}
              nullable
              label="¿De quién es el teléfono?"
              optional
            />
          </>
        )}
        {yes('mayCall', '¿Es seguro llamar?')}
        {yes('mayLeaveMessage', '¿Se puede dejar mensaje?')}
        <TextControl form={form} name={name('hours')} columns={3} nullable label="Horas para llamar" optional />
        <TextControl
          form={form}
          name={name('whatToSay')}
          columns={6}
          nullable
          label="Qué decir si contesta otra persona"
          optional
        />
        <DateControl
          form={form}
          name={name('checkedOn')}
          columns={3}
          label="Última comprobación"
          optional
          range={{ min: '2000-01-01', max: today }}
        />
        <TickControl
          form={form}
          name={name('isShared')}
          label="Lo usa o lo contesta también la presunta persona agresora"
        />
      </QuestionGrid>
    </>
  );
}
