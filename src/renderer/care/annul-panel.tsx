import { useState } from 'react';
import { annulReasonLabels, wordsFit, type CaseOverview } from '../../shared/intake/index.ts';
import { cleanedText } from '../../shared/platform/text.ts';
import { oneOf, z } from '../../shared/platform/zod.ts';
import { useRefreshCase } from '../intake/index.ts';
import { type ActClient, FormHead, useAct, useSectionForm } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { Dialog, Notice, Panel, useNamed, ButtonRow } from '../platform/ui/index.ts';
import { AskedFields, reasonFields } from '../record/index.ts';

const whySchema = z
  .strictObject({
    reason: oneOf(annulReasonLabels, { error: 'Elija un motivo.' }),
    words: cleanedText(300).nullable(),
  })
  .refine(wordsFit, { path: ['words'], error: 'Escriba el motivo.' });
type Values = z.input<typeof whySchema>;

/** A ficha that should not be. A validated one leaves the counts: somebody else approves it. */
export function AnnulPanel({ overview }: { readonly overview: CaseOverview }) {
  const isDraft = overview.state === 'draft';
  const may = useMay(isDraft ? 'case.annul' : 'case.annulValidated');
  return (
    <Panel title="Anular la ficha">
      <p>
        La ficha anulada sale de las listas, de la búsqueda y de los conteos, y nadie vuelve a abrirla. Queda quién la
        anuló, cuándo y por qué. Su número no se usa otra vez.
      </p>
      {!isDraft && <p>El caso ya fue validado: otra persona profesional decide en «Aprobaciones».</p>}
      {may && <AnnulForm overview={overview} isDraft={isDraft} />}
    </Panel>
  );
}

type FormProps = { readonly overview: CaseOverview; readonly isDraft: boolean };

const whyFields = reasonFields(annulReasonLabels, { label: 'Motivo de la anulación' });

function AnnulForm({ overview, isDraft }: FormProps) {
  const start: Values = { reason: '' as Values['reason'], words: null };
  const form = useSectionForm<Values>({ schema: whySchema, defaultValues: start, id: 'annul' });
  const [asked, setAsked] = useState<Values | null>(null);
  const [proposed, setProposed] = useState(false);
  const act = useAct();
  const go = useGo();
  const refresh = useRefreshCase();
  const annul = (why: Values) => {
    const { caseId, number, version } = overview;
    const send = async (client: ActClient) => {
      if (isDraft) await client.annulCase({ caseId, version, ...why });
      else await client.proposeCaseAnnulment({ caseId, version, ...why });
    };
    void act.run(send, {
      words: isDraft ? `Ficha ${number} anulada.` : 'Anulación propuesta.',
      done: () => {
        setAsked(null);
        setProposed(!isDraft);
        if (!isDraft) return;
        go('/');
        void refresh();
      },
      refused: (failure) => {
        setAsked(null);
        form.showFailure(failure);
      },
    });
  };
  const label = isDraft ? 'Anular ficha' : 'Proponer la anulación';
  if (proposed) return <Notice tone="done">Anulación propuesta. Espera la decisión en «Aprobaciones».</Notice>;
  return (
    <>
      <FormHead form={form} order={['reason', 'words']} />
      <AskedFields form={form} fields={whyFields} />
      <ButtonRow
        plain
        label={`${label}…`}
        onClick={() =>
          void form.send((values) => {
            setAsked({ ...values, words: values.reason === 'other' ? values.words : null });
            return Promise.resolve();
          })
        }
      />
      {asked !== null && (
        <Confirm
          overview={overview}
          why={asked}
          isDraft={isDraft}
          label={label}
          onConfirm={() => annul(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}

type ConfirmProps = FormProps & {
  readonly why: Values;
  readonly label: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

function Confirm({ overview: { number, userName }, why, isDraft, label, onConfirm, onCancel }: ConfirmProps) {
  const named = useNamed();
  return (
    <Dialog
      title={`¿${isDraft ? 'Anular' : 'Proponer la anulación de'} la ficha ${number}, de ${named(userName)}?`}
      confirm={{ label, onClick: onConfirm, dangerous: true }}
      cancel={{ label: 'No anular', onClick: onCancel }}
    >
      <p>{why.words ?? annulReasonLabels[why.reason]}. Una ficha anulada no se recupera: se abre otra.</p>
    </Dialog>
  );
}
