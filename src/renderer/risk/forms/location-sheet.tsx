import { useState } from 'react';
import { locationReceiverLabels, locationSheetSchema } from '../../../shared/risk/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { PasswordAgainDialog } from '../../access/index.ts';
import { issuedPath, useRefreshDocuments } from '../../papers/index.ts';
import { Choice, FormHead, TextControl, useSectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { SheetForm, optionsOf, ButtonRow } from '../../platform/ui/index.ts';

type Sheet = z.input<typeof locationSheetSchema>;

const order = ['receiver', 'office'];

/** To whom the sheet of annex B goes; issuing it asks for the password again. */
export function LocationSheet({ caseId }: { readonly caseId: string }) {
  const go = useGo();
  const refreshDocuments = useRefreshDocuments();
  const [asked, setAsked] = useState<Sheet | null>(null);
  const form = useSectionForm<Sheet>({
    schema: locationSheetSchema,
    defaultValues: { receiver: null, office: '' },
    id: 'location-sheet',
  });
  const ask = () =>
    form.send((sheet) => {
      setAsked(sheet);
      return Promise.resolve();
    });
  return (
    <SheetForm aria-label="Hoja del anexo B" onSend={ask}>
      <h3>Hoja aparte</h3>
      <FormHead form={form} order={order} />
      <Choice inline form={form} name="receiver" label="A quién va" options={optionsOf(locationReceiverLabels)} />
      <TextControl
        form={form}
        name="office"
        label="Dependencia que la recibe"
        hint="Comisaría, fiscalía o juzgado, con su nombre."
      />
      <ButtonRow plain label="Emitir la hoja reservada" />
      {asked !== null && (
        <PasswordAgainDialog
          title="¿Emitir la hoja reservada?"
          verb="Emitir"
          onCancel={() => setAsked(null)}
          onConfirm={async (password, client) => {
            const { document } = await client.issueLocationSheet({ caseId, sheet: asked }, { password });
            await refreshDocuments();
            go(issuedPath, { caseId, documentId: document.id });
          }}
        >
          <p>Dice dónde está ella. Entréguela en sobre cerrado solo a esa dependencia.</p>
        </PasswordAgainDialog>
      )}
    </SheetForm>
  );
}
