import {
  answerFormSchema,
  answerKindLabels,
  presentationAnnulReasonLabels,
  type AnswerKind,
  type FilingLine,
  type PresentationAnnulReason,
} from '../../shared/filings/index.ts';
import { optionsOf, type Fields } from '../../shared/record/index.ts';
import { FormDialog, reasonFields } from '../record/index.ts';
import { useRefreshPresenting } from './presenting-queries.ts';

type Props = {
  readonly caseId: string;
  readonly number: string;
  readonly presentation: NonNullable<FilingLine['presentation']>;
  /** With words when something was done. */
  readonly onClose: (words?: string) => void;
};

const annulFields = reasonFields<PresentationAnnulReason>(presentationAnnulReasonLabels, { mayClear: true });

export function AnnulPresentationDialog({ caseId, number, presentation, onClose }: Props) {
  const target = { caseId, presentationId: presentation.id, version: presentation.version };
  return (
    <FormDialog
      {...{ fields: annulFields, id: 'annul', isShort: true, dangerous: true }}
      words={{
        ...{ title: `¿Anular la presentación de ${number}?`, send: 'Anular presentación', cancel: 'No anular' },
        sent: 'Presentación anulada. El escrito queda por presentar.',
      }}
      send={(why, client) => client.annulPresentation({ ...target, ...why })}
      refresh={useRefreshPresenting()}
      onDone={onClose}
    >
      <p>Sus indicadores salen de la hoja del registro central. Queda quién la anuló y por qué.</p>
    </FormDialog>
  );
}

const kinds = optionsOf<AnswerKind>(answerKindLabels);
const answerFields = {
  answeredOn: { kind: 'date', label: 'Fecha de la respuesta', required: true },
  kind: { kind: 'choice', label: 'Qué se respondió', options: kinds, required: true, mayClear: true },
  words: {
    ...{ kind: 'text', label: 'Documento', max: 300, required: true },
    hint: 'Número de la resolución o del oficio, y qué dice en una línea.',
  },
} as const satisfies Fields;
const answerSchema = answerFormSchema.omit({ documentId: true });

export function AnswerDialog({ caseId, number, presentation, onClose }: Props) {
  return (
    <FormDialog
      {...{ fields: answerFields, schema: answerSchema, id: 'answer', sentAs: 'form', isShort: true }}
      words={{
        ...{ title: `Respuesta a ${number}`, send: 'Registrar respuesta', sent: 'Respuesta registrada.' },
        cancel: 'Volver sin cambios',
      }}
      send={(answer, client) =>
        client.answerFiling({ caseId, presentationId: presentation.id, form: { ...answer, documentId: null } })
      }
      refresh={useRefreshPresenting()}
      onDone={onClose}
    />
  );
}
