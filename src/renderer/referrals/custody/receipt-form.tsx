import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { fileKindLabels } from '../../../shared/attachments/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { blankForm, type Fields } from '../../../shared/record/index.ts';
import {
  custodyFields,
  custodyItemFields,
  custodyReceiptSchema,
  mostCustodyItems,
  type CustodyReceiptForm,
} from '../../../shared/referrals/index.ts';
import { useAttachments } from '../../attachments/index.ts';
import { issuedPath, usePaperStart, useRefreshDocuments, useSaveDraft } from '../../papers/index.ts';
import { FormHead, TicksControl, useAutosave, useSectionForm, type SectionForm } from '../../platform/forms/index.ts';
import { useGo } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { PlainButton, Told, Panel, QueryState, LineButton } from '../../platform/ui/index.ts';
import { FormFields } from '../../record/index.ts';
import css from '../referrals.module.css';
import { ToldDialog } from '../told-dialog.tsx';

type Props = { readonly caseId: string; readonly onCancel: () => void };

const typedOf = (fields: Fields) =>
  z.strictObject(Object.fromEntries(Object.keys(fields).map((name) => [name, z.string().nullable()])));

/** What is typed, complete or not: the draft. */
const typedReceipt = typedOf(custodyFields).extend({
  items: z.array(typedOf(custodyItemFields).extend({ files: z.array(z.string()) })),
});

const blankItem = blankForm<CustodyReceiptForm['items'][number]>(custodyItemFields, { files: [] });
const blankReceipt = blankForm<CustodyReceiptForm>(custodyFields, { items: [blankItem] });

const itemNames = [...Object.keys(custodyItemFields), 'files'];
const order = [
  ...Object.keys(custodyFields),
  ...Array.from({ length: mostCustodyItems }, (_, at) => itemNames.map((name) => `items.${at}.${name}`)).flat(),
];

/** «Cosa 2, Embalaje: Complete este dato.» */
function labelOf(path: string): string | null {
  const [, at, part] = /^items\.(\d+)\.(\w+)/.exec(path) ?? [];
  const fields: Fields = at === undefined ? custodyFields : custodyItemFields;
  const name = part === 'files' ? 'Archivos' : (fields[part ?? path]?.label ?? null);
  return at === undefined ? name : `Cosa ${Number(at) + 1}, ${name ?? ''}`;
}

/** «Acta de recepción»: who hands over, when, what, and where it is kept; issued with its number. */
export function ReceiptForm(props: Props) {
  const start = usePaperStart({
    form: 'custody',
    caseId: props.caseId,
    shape: typedReceipt,
    start: () => Promise.resolve(null),
  });
  return (
    <QueryState query={start}>
      {({ draftId, typed }) => (
        <Loaded key={draftId} {...{ ...props, draftId }} kept={typed as CustodyReceiptForm | null} />
      )}
    </QueryState>
  );
}

type LoadedProps = Props & { readonly draftId: string; readonly kept: CustodyReceiptForm | null };

function Loaded({ caseId, onCancel, draftId, kept }: LoadedProps) {
  const go = useGo();
  const form = useSectionForm<CustodyReceiptForm>({
    ...{ schema: custodyReceiptSchema, defaultValues: kept ?? blankReceipt, id: 'custody', sentAs: 'receipt' },
    refresh: useRefreshDocuments(),
  });
  useAutosave({ form, save: useSaveDraft(draftId) });
  const [told, setTold] = useState<readonly string[] | null>(null);
  const issue = (isTold: boolean) => {
    setTold(null);
    void form.send((receipt, client) => client.issueCustodyReceipt({ caseId, receipt, isTold }), {
      done: ({ document }) => go(issuedPath, { caseId, documentId: document.id }),
      refused: ({ reason, issues }) => {
        if (reason !== 'paper-tells-less') return;
        form.clearErrors();
        setTold(issues.map(({ message }) => message));
      },
    });
  };
  return (
    <>
      <FormHead form={form} order={order} labelOf={labelOf} />
      {kept !== null && <Told>Se recuperó su borrador de esta acta.</Told>}
      {told !== null && <ToldDialog lines={told} onIssue={() => issue(true)} onCancel={() => setTold(null)} />}
      <Panel title="Acta de recepción nueva">
        <p>
          El centro no recoge indicios biológicos ni abre lo que recibe: lo guarda aparte y lo entrega contra firma.
        </p>
        <FormFields fields={custodyFields} form={form} />
      </Panel>
      <Items caseId={caseId} form={form} />
      <div className={css.acts}>
        <Button aria-disabled={form.busy} onClick={() => issue(false)}>
          Emitir el acta
        </Button>
        <PlainButton onClick={onCancel}>Volver</PlainButton>
      </div>
    </>
  );
}

type ItemsProps = { readonly caseId: string; readonly form: SectionForm<CustodyReceiptForm> };

/** What is received: what it is, how it is packed, its seal, the photographs that show it. */
function Items({ caseId, form }: ItemsProps) {
  const { fields: items, append, remove } = useFieldArray({ control: form.control, name: 'items' });
  const files = useShownFiles(caseId);
  return (
    <>
      {items.map(({ id }, at) => (
        <Panel key={id} title={`Cosa ${at + 1}`}>
          <FormFields fields={custodyItemFields} form={form} at={`items.${at}.`} />
          {files.length > 0 && (
            <TicksControl
              form={form}
              name={`items.${at}.files`}
              label="Fotografías y archivos que lo muestran"
              hint="El acta lleva su código SHA-256, no su nombre."
              optional
              ticks={files}
            />
          )}
          {items.length > 1 && (
            <div className={css.acts}>
              <LineButton label="Quitar" of={`Cosa ${at + 1}`} onClick={() => remove(at)} />
            </div>
          )}
        </Panel>
      ))}
      {items.length < mostCustodyItems && (
        <div className={css.acts}>
          <PlainButton onClick={() => append(blankItem)}>Añadir otra cosa</PlainButton>
        </div>
      )}
    </>
  );
}

function useShownFiles(caseId: string) {
  const { data } = useAttachments(caseId, useMay('attachment.read'));
  return (data?.attachments ?? [])
    .filter(({ annulled }) => annulled === null)
    .map(({ id, facts }) => ({ name: id, label: `${fileKindLabels[facts.kind]}: ${facts.description}` }));
}
