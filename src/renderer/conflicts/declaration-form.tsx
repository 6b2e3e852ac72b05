import { Button } from '@mantine/core';
import {
  declaredPersonSchema,
  kinshipLabels,
  type DeclaredPerson,
  type Kinship,
} from '../../shared/conflicts/index.ts';
import { documentKindLabels } from '../../shared/people/index.ts';
import { ChoiceControl, FormHead, TextControl, useSectionForm } from '../platform/forms/index.ts';
import { SheetForm, look, optionsOf } from '../platform/ui/index.ts';
import css from './conflicts.module.css';
import { useRefreshConflicts } from './queries.ts';

const order = ['kinship', 'documentKind', 'documentNumber', 'givenNames', 'firstSurname', 'secondSurname'];

/** A form that was not touched yet has no kinship chosen. */
type Draft = Omit<DeclaredPerson, 'kinship'> & { kinship: Kinship | null };

const blank: Draft = {
  kinship: null,
  documentKind: null,
  documentNumber: null,
  givenNames: null,
  firstSurname: null,
  secondSurname: null,
};

type Props = { readonly onDone: () => void };

/** Declares one person; what was typed is not kept readable and is forgotten by the window too. */
export function DeclarationForm({ onDone }: Props) {
  const form = useSectionForm<Draft>({
    schema: declaredPersonSchema,
    defaultValues: blank,
    id: 'declaration',
    sentAs: 'person',
    refresh: useRefreshConflicts(),
  });
  const send = () =>
    form.send((values, client) => client.declareConflict({ person: values as DeclaredPerson }), {
      done: () => {
        form.reset(blank);
        onDone();
      },
    });
  return (
    <SheetForm className={look.stack} onSend={send}>
      <FormHead form={form} order={order} />
      <ChoiceControl form={form} name="kinship" label="Quién es" options={optionsOf(kinshipLabels)} />
      <ChoiceControl
        form={form}
        name="documentKind"
        label="Tipo de documento"
        inline
        options={optionsOf(documentKindLabels)}
      />
      <TextControl
        form={form}
        name="documentNumber"
        nullable
        width="medium"
        spellCheck={false}
        label="Número de documento"
      />
      <div className={css.names}>
        <TextControl form={form} name="firstSurname" nullable label="Apellido paterno" />
        <TextControl form={form} name="secondSurname" nullable label="Apellido materno" optional />
        <TextControl form={form} name="givenNames" nullable label="Nombres" />
      </div>
      <div className={look.row}>
        <Button type="submit" aria-disabled={form.busy}>
          Declarar
        </Button>
      </div>
    </SheetForm>
  );
}
