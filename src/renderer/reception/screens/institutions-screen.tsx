import type { z } from '../../../shared/platform/zod.ts';
import { institutionCallFields, institutionCallSchema } from '../../../shared/reception/index.ts';
import { blankForm } from '../../../shared/record/index.ts';
import type { OfficeId } from '../../../shared/directory/index.ts';
import { DirectoryField, directoryPath } from '../../directory/index.ts';
import { Controlled, FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { look, ActionBar, EmptyState, Notice, PageTitle, Panel } from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import { CallList } from '../calls/call-list.tsx';
import { useRefreshReception } from '../queries.ts';

type Call = z.infer<typeof institutionCallSchema>;
const blank = blankForm<Call>(institutionCallFields);

/** Calls of institutions: nothing is told before the number of the directory was called back. */
export function InstitutionsScreen() {
  const may = useMay('case.open');
  return (
    <>
      <PageTitle>Llamadas de instituciones</PageTitle>
      {may ? (
        <div className={look.stack}>
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
  const form = useSectionForm<Call>({
    ...{ schema: institutionCallSchema, defaultValues: blank, id: 'call', refresh: useRefreshReception() },
  });
  const record = () =>
    form.send((values, client) => client.recordInstitutionCall(values), {
      words: 'Llamada registrada.',
      done: () => form.reset(blank),
    });
  const office = (
    <Controlled form={form} name="officeId" label={institutionCallFields.officeId.label} optional>
      {({ value, ...field }) => <DirectoryField {...field} value={value as OfficeId | null} />}
    </Controlled>
  );
  return (
    <>
      <Panel title="Nueva llamada">
        <FormHead form={form} order={Object.keys(institutionCallFields)} byBar />
        <FormFields fields={institutionCallFields} form={form} given={{ officeId: office }} />
        <p>
          <a href={hrefOf(directoryPath)}>Directorio</a>
        </p>
      </Panel>
      <ActionBar main={{ label: 'Registrar llamada', onClick: () => void record(), busy: form.busy }} />
    </>
  );
}
