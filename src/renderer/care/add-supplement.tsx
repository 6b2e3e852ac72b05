import { supplementSchema } from '../../shared/intake/index.ts';
import { z } from '../../shared/platform/zod.ts';
import { Drafted, useDraftedForm, type Draft } from '../intake/index.ts';
import { TextControl } from '../platform/forms/index.ts';
import { look, Told, Problem, saveWords, ButtonRow } from '../platform/ui/index.ts';
import { useRefreshCare } from './queries.ts';

const schema = z.strictObject({
  text: z
    .string()
    .refine((text) => text.trim() !== '', { error: 'Escriba la ampliación.', abort: true })
    .pipe(supplementSchema),
});
const blank = { text: '' };

/** «Nueva ampliación»: what she adds to her account, kept as a draft until it is added. */
export function AddSupplement({ caseId }: { readonly caseId: string }) {
  return (
    <Drafted of="supplement" caseId={caseId}>
      {(draft) => <SupplementForm key={draft.draftId} {...{ caseId, draft }} />}
    </Drafted>
  );
}

function SupplementForm({ caseId, draft }: { readonly caseId: string; readonly draft: Draft }) {
  const { form, saving, recoveredAt, discard, send } = useDraftedForm({
    ...{ kind: 'supplement', caseId, draft, start: blank, schema, id: 'supplement', refresh: useRefreshCare() },
  });
  const add = async () => {
    await send(
      async ({ text }, client) => {
        await client.addAccountSupplement({ caseId, body: text });
        // The answer erased the draft with it.
        saving.leave();
        await discard();
      },
      { words: 'Ampliación agregada.' },
    );
    if (form.getFieldState('text').invalid) document.getElementById(form.fieldId('text'))?.focus();
  };
  return (
    <>
      {recoveredAt !== null && <Told>Se recuperó la ampliación que estaba escribiendo.</Told>}
      <TextControl
        form={form}
        name="text"
        lines={4}
        label="Nueva ampliación"
        hint="Lo que ella agrega, como lo dice. Lleva la fecha y su nombre, y no se cambia después."
      />
      <Problem words={form.problem} />
      <ButtonRow busy={form.busy} label="Agregar ampliación" onClick={() => void add()}>
        <span className={look.secondary}>{saveWords(saving.state)}</span>
      </ButtonRow>
    </>
  );
}
