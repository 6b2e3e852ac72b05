import { Button } from '@mantine/core';
import { useState } from 'react';
import {
  declaredPersonSchema,
  kinshipLabels,
  type DeclaredPerson,
  type Kinship,
} from '../../shared/conflicts/index.ts';
import { documentKindLabels, type DocumentKind } from '../../shared/people/index.ts';
import { newKey } from '../platform/client.ts';
import { useClient } from '../platform/client-context.tsx';
import { withFailure } from '../platform/failure-words.ts';
import { Controlled, summaryOf, TextControl, useSectionForm } from '../platform/forms/index.ts';
import { ChoiceField, ErrorSummary, optionsOf, Problem } from '../platform/ui/index.ts';
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
  const client = useClient();
  const refresh = useRefreshConflicts();
  const [key, setKey] = useState(newKey);
  const form = useSectionForm<Draft>({
    schema: declaredPersonSchema,
    defaultValues: blank,
    id: 'declaration',
  });
  const send = async () => {
    const sent = await form.send(async (values) => {
      await withFailure(client.declareConflict({ person: values as DeclaredPerson }, { key }), (failure) => ({
        ...failure,
        issues: failure.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^person\./, '') })),
      }));
    });
    setKey(newKey());
    if (!sent) return;
    form.reset(blank);
    await refresh();
    onDone();
  };
  return (
    <form
      className={css.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary items={summaryOf(form, order)} attempt={form.attempt} />
      <Problem words={form.problem} />
      <Controlled form={form} name="kinship" words={{ label: 'Quién es' }}>
        {({ value, ...field }) => (
          <ChoiceField {...field} options={optionsOf(kinshipLabels)} value={value as Kinship | null} />
        )}
      </Controlled>
      <Controlled form={form} name="documentKind" words={{ label: 'Tipo de documento' }}>
        {({ value, ...field }) => (
          <ChoiceField {...field} inline options={optionsOf(documentKindLabels)} value={value as DocumentKind | null} />
        )}
      </Controlled>
      <TextControl
        form={form}
        name="documentNumber"
        nullable
        width="medium"
        spellCheck={false}
        words={{ label: 'Número de documento' }}
      />
      <div className={css.names}>
        <TextControl form={form} name="firstSurname" nullable words={{ label: 'Apellido paterno' }} />
        <TextControl form={form} name="secondSurname" nullable words={{ label: 'Apellido materno', optional: true }} />
        <TextControl form={form} name="givenNames" nullable words={{ label: 'Nombres' }} />
      </div>
      <div className={css.row}>
        <Button type="submit" aria-disabled={form.formState.isSubmitting}>
          Declarar
        </Button>
      </div>
    </form>
  );
}
