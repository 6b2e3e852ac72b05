import type { FieldValues } from 'react-hook-form';
import type { z } from '../../../shared/platform/zod.ts';
import { institutionCallSchema } from '../../../shared/reception/index.ts';
import type { OfficeId } from '../../../shared/directory/index.ts';
import { DirectoryField, directoryPath } from '../../directory/index.ts';
import { Controlled, FormHead, type SectionForm, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { ActionBar, EmptyState, Notice, PageTitle, Panel } from '../../platform/ui/index.ts';
import { CallList } from '../calls/call-list.tsx';
import { useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

type Values = z.input<typeof institutionCallSchema>;
const blank: Values = { caller: '', office: '', question: '', officeId: null };
const order = ['caller', 'office', 'officeId', 'question'];

/** Calls of institutions: nothing is told before the number of the directory was called back. */
export function InstitutionsScreen() {
  const may = useMay('case.open');
  return (
    <>
      <PageTitle>Llamadas de instituciones</PageTitle>
      {may ? (
        <div className={css.stack}>
          <Notice tone="warning">
            Nada sobre una persona se informa a quien llama. Cuelgue, devuelva la llamada al número del directorio y
            regístrelo: solo entonces se puede elegir «Se informó».
          </Notice>
          <CallList />
          <CallForm />
        </div>
      ) : (
        <EmptyState>Su función no recibe llamadas.</EmptyState>
      )}
    </>
  );
}

function CallForm() {
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
          <TextControl form={form} name="caller" label="Quién llama" />
          <TextControl form={form} name="office" label="De qué oficina dice llamar" />
        </div>
        <Controlled form={drawn} name="officeId" label="Institución del directorio" optional>
          {({ value, ...field }) => <DirectoryField {...field} value={value as OfficeId | null} />}
        </Controlled>
        <p>
          <a href={hrefOf(directoryPath)}>Directorio</a>
        </p>
        <TextControl form={form} name="question" lines={2} label="Qué pregunta" />
      </Panel>
      <ActionBar main={{ label: 'Registrar llamada', onClick: () => void record(), busy: form.busy }} />
    </>
  );
}
