import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { z } from '../../../shared/platform/zod.ts';
import { institutionCallSchema, type InstitutionLine } from '../../../shared/reception/index.ts';
import { announce } from '../../platform/announce.ts';
import { useClient } from '../../platform/client-context.tsx';
import { Controlled, summaryOf, TextControl, useSectionForm, type SectionForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import {
  ActionBar,
  ChoiceField,
  EmptyState,
  ErrorSummary,
  Notice,
  PageTitle,
  Panel,
  Problem,
  QueryState,
} from '../../platform/ui/index.ts';
import { CallList } from '../calls/call-list.tsx';
import { useInstitutions, useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

type Values = z.input<typeof institutionCallSchema>;
const blank: Values = { caller: '', office: '', question: '', institutionId: null };
const order = ['caller', 'office', 'institutionId', 'question'];

/** Calls of institutions: nothing is told before the number of the directory was called back. */
export function InstitutionsScreen() {
  const may = useMay('case.open');
  const institutions = useInstitutions();
  return (
    <>
      <PageTitle>Llamadas de instituciones</PageTitle>
      {may ? (
        <QueryState query={institutions}>
          {(known) => (
            <div className={css.stack}>
              <Notice tone="warning">
                Nada sobre una persona se informa a quien llama. Cuelgue, devuelva la llamada al número del directorio y
                regístrelo: solo entonces se puede elegir «Se informó».
              </Notice>
              <CallList institutions={known.filter((one) => one.isActive)} />
              <CallForm institutions={known.filter((one) => one.isActive)} />
            </div>
          )}
        </QueryState>
      ) : (
        <EmptyState>Su función no recibe llamadas.</EmptyState>
      )}
    </>
  );
}

export function optionsOf(institutions: readonly InstitutionLine[]) {
  return institutions.map((one) => ({
    code: one.institutionId,
    label: one.office === null ? one.name : `${one.name} · ${one.office}`,
  }));
}

function CallForm({ institutions }: { readonly institutions: readonly InstitutionLine[] }) {
  const client = useClient();
  const refresh = useRefreshReception();
  const form = useSectionForm<Values>({ schema: institutionCallSchema, defaultValues: blank, id: 'call' });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const [busy, setBusy] = useState(false);
  const record = async () => {
    if (busy) return;
    setBusy(true);
    await form.send(async (values) => {
      await client.recordInstitutionCall(values);
      await refresh();
      announce('Llamada registrada.');
      form.reset(blank);
    });
    setBusy(false);
  };
  return (
    <>
      <Panel title="Nueva llamada">
        <ErrorSummary items={summaryOf(drawn, order)} attempt={form.attempt} />
        <Problem words={form.problem} />
        <div className={css.columns}>
          <TextControl form={form} name="caller" words={{ label: 'Quién llama' }} />
          <TextControl form={form} name="office" words={{ label: 'De qué oficina dice llamar' }} />
        </div>
        <Controlled form={drawn} name="institutionId" words={{ label: 'Institución del directorio', optional: true }}>
          {({ words, value, onChange, onBlur }) => (
            <ChoiceField
              words={words}
              options={optionsOf(institutions)}
              value={value as string | null}
              onChange={onChange}
              onBlur={onBlur}
            />
          )}
        </Controlled>
        <p>
          <a href={hrefOf('/directorio')}>Directorio de instituciones</a>
        </p>
        <TextControl form={form} name="question" lines={2} words={{ label: 'Qué pregunta' }} />
      </Panel>
      <ActionBar main={{ label: 'Registrar llamada', onClick: () => void record(), busy }} />
    </>
  );
}
