import {
  hearingEndSchema,
  settleFormSchema,
  type DeadlineView,
  type HearingView,
} from '../../shared/proceedings/index.ts';
import type { z } from '../../shared/platform/zod.ts';
import { type AnyForm, Choice, FormHead, TextControl, useSectionForm } from '../platform/forms/index.ts';
import { useDocuments } from '../papers/index.ts';
import { look, Dialog } from '../platform/ui/index.ts';
import { Day } from './moment-fields.tsx';
import { useRefreshProceedings } from './queries.ts';

type Settle = z.input<typeof settleFormSchema>;
type End = z.input<typeof hearingEndSchema>;

type SettleProps = {
  readonly caseId: string;
  readonly today: string;
  readonly deadline: DeadlineView;
  readonly onDone: () => void;
};

/** Closing a term: with what it is proved. */
export function SettleDialog({ caseId, today, deadline, onDone }: SettleProps) {
  const refresh = useRefreshProceedings();
  const form = useSectionForm<Settle>({
    schema: settleFormSchema,
    defaultValues: { state: 'done', on: today, documentId: null, proof: null },
    id: 'settle',
    sentAs: 'settle',
    refresh,
  });
  const target = { caseId, deadlineId: deadline.id, version: deadline.version };
  const save = () =>
    form.send((settle, client) => client.settleDeadline({ ...target, settle }), {
      words: 'Plazo cerrado.',
      done: onDone,
      refused: refresh,
    });
  return (
    <Dialog
      opened
      title={`Cerrar el plazo: ${deadline.task}`}
      confirm={{ label: 'Cerrar plazo', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={['state', 'on', 'documentId', 'proof']} />
        <Choice
          inline
          form={form}
          name="state"
          label="Cómo queda"
          options={[
            { code: 'done', label: 'Cumplido' },
            { code: 'notApplicable', label: 'No corresponde' },
          ]}
        />
        <Day form={form} name="on" label="Fecha" />
        <ProofPaper caseId={caseId} form={form} />
        <TextControl
          form={form}
          name="proof"
          nullable
          lines={2}
          label="Con qué se comprueba"
          hint="Cargo, resolución, informe: número y fecha. Queda con su nombre."
        />
      </div>
    </Dialog>
  );
}

/** An issued paper of the case as proof; nothing is shown while the case has none. */
function ProofPaper({ caseId, form }: { readonly caseId: string; readonly form: AnyForm }) {
  const { data: documents = [] } = useDocuments(caseId);
  if (documents.length === 0) return null;
  const options = documents.map(({ id, number, title }) => ({ code: id, label: `N.º ${number} · ${title}` }));
  return (
    <Choice
      form={form}
      name="documentId"
      label="Documento emitido que lo comprueba"
      optional
      hint="Si lo elige, no hace falta escribir más."
      options={options}
    />
  );
}

type EndProps = { readonly caseId: string; readonly hearing: HearingView; readonly onDone: () => void };

/** How a hearing ended; what it decided is recorded as an act. */
export function EndHearingDialog({ caseId, hearing, onDone }: EndProps) {
  const refresh = useRefreshProceedings();
  const form = useSectionForm<End>({
    schema: hearingEndSchema,
    defaultValues: { state: '' as End['state'], result: null },
    id: 'hearing-end',
    refresh,
  });
  const target = { caseId, hearingId: hearing.id, version: hearing.version };
  const save = () =>
    form.send((end, client) => client.endHearing({ ...target, end }), {
      words: 'Audiencia cerrada.',
      done: onDone,
      refused: refresh,
    });
  return (
    <Dialog
      opened
      title="Cómo terminó la audiencia"
      confirm={{ label: 'Guardar', onClick: () => void save() }}
      cancel={{ label: 'Cancelar', onClick: onDone }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={['state', 'result']} />
        <Choice
          form={form}
          name="state"
          label="Cómo terminó"
          options={[
            { code: 'held', label: 'Se realizó' },
            { code: 'postponed', label: 'Se reprogramó' },
            { code: 'cancelled', label: 'Se suspendió' },
          ]}
        />
        <TextControl
          form={form}
          name="result"
          nullable
          lines={2}
          label="Resultado"
          optional
          hint="La decisión se registra aparte, como acto, para iniciar sus plazos."
        />
      </div>
    </Dialog>
  );
}
