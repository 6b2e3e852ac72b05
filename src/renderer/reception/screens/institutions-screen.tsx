import type { FieldValues } from 'react-hook-form';
import type { z } from '../../../shared/platform/zod.ts';
import { institutionCallSchema, type InstitutionLine } from '../../../shared/reception/index.ts';
import { Controlled, FormHead, type SectionForm, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { ActionBar, ChoiceField, EmptyState, Notice, PageTitle, Panel, QueryState } from '../../platform/ui/index.ts';
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
  const form = useSectionForm<Values>({
    ...{ schema: institutionCallSchema, defaultValues: blank, id: 'call', refresh: useRefreshReception() },
  });
  const drawn = form as unknown as SectionForm<FieldValues>;
  const record = () =>
    form.send((values, client) => client.recordInstitutionCall(values), {
      words: 'Llamada registrada.',
      done: () => {
        form.reset(blank);
      },
    });
  return (
    <>
      <Panel title="Nueva llamada">
        <FormHead form={drawn} order={order} />
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
      <ActionBar main={{ label: 'Registrar llamada', onClick: () => void record(), busy: form.busy }} />
    </>
  );
}
