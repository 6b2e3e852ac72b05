import { declaredPersonFields, declaredPersonSchema, type DeclaredPerson } from '../../shared/conflicts/index.ts';
import { blankForm } from '../../shared/record/index.ts';
import { FormHead, useSectionForm } from '../platform/forms/index.ts';
import { SheetForm, ButtonRow } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { useRefreshConflicts } from './queries.ts';

const blank = blankForm<DeclaredPerson>(declaredPersonFields);

/** Declares one person; what was typed is not kept readable and is forgotten by the window too. */
export function DeclarationForm({ onDone }: { readonly onDone: () => void }) {
  const form = useSectionForm<DeclaredPerson>({
    schema: declaredPersonSchema,
    defaultValues: blank,
    id: 'declaration',
    sentAs: 'person',
    refresh: useRefreshConflicts(),
  });
  const send = () =>
    form.send((person, client) => client.declareConflict({ person }), {
      done: () => {
        form.reset(blank);
        onDone();
      },
    });
  return (
    <SheetForm onSend={send}>
      <FormHead form={form} order={Object.keys(declaredPersonFields)} />
      <FormFields fields={declaredPersonFields} form={form} />
      <ButtonRow busy={form.busy} label="Declarar" />
    </SheetForm>
  );
}
