import { useState } from 'react';
import {
  answerFormSchema,
  answerKindLabels,
  presentationAnnulReasonLabels,
  type AnswerKind,
  type FilingLine,
  type PresentationAnnulReason,
} from '../../shared/filings/index.ts';
import { issuesOf } from '../../shared/platform/failures.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { look, ChoiceField, DateField, Dialog, optionsOf, TextField } from '../platform/ui/index.ts';
import { issueAt } from './presenting-cargo.ts';
import { useRefreshPresenting } from './presenting-queries.ts';

type Props = {
  readonly caseId: string;
  readonly filing: FilingLine;
  /** With words when something was done. */
  readonly onClose: (words?: string) => void;
};

export function AnnulPresentationDialog({ caseId, filing, onClose }: Props) {
  const act = useAct({ refresh: useRefreshPresenting() });
  const [reason, setReason] = useState<PresentationAnnulReason | null>(null);
  const [words, setWords] = useState('');
  const { presentation } = filing;
  const annul = () => {
    if (presentation === null) return;
    if (reason === null || (reason === 'other' && words.trim() === '')) {
      act.say(null, [{ path: reason === null ? 'reason' : 'words', message: 'Complete este dato.' }]);
      return;
    }
    const target = { caseId, presentationId: presentation.id, version: presentation.version };
    const input = { ...target, reason, words: reason === 'other' ? words : null };
    void act.run((client) => client.annulPresentation(input), {
      words: 'Presentación anulada. El escrito queda por presentar.',
      done: (_, words) => onClose(words),
    });
  };
  return (
    <Dialog
      title={`¿Anular la presentación de ${filing.number}?`}
      confirm={{ label: 'Anular presentación', onClick: annul, dangerous: true }}
      cancel={{ label: 'No anular', onClick: () => onClose() }}
    >
      <div className={look.stack}>
        <p>Sus indicadores salen de la hoja del registro central. Queda quién la anuló y por qué.</p>
        <ActProblem act={act} />
        <ChoiceField
          words={{ label: 'Motivo', id: 'annul-reason', error: issueAt(act.issues, 'reason') }}
          options={optionsOf(presentationAnnulReasonLabels)}
          value={reason}
          onChange={setReason}
        />
        {reason === 'other' && (
          <TextField
            words={{ label: 'Escriba el motivo', id: 'annul-words', error: issueAt(act.issues, 'words') }}
            maxLength={300}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}

export function AnswerDialog({ caseId, filing, onClose }: Props) {
  const act = useAct({ refresh: useRefreshPresenting() });
  const [answeredOn, setAnsweredOn] = useState<string | null>(null);
  const [kind, setKind] = useState<AnswerKind | null>(null);
  const [words, setWords] = useState('');
  const save = () => {
    const form = answerFormSchema.safeParse({ answeredOn, kind, words, documentId: null });
    if (!form.success || filing.presentation === null) {
      act.say(null, form.success ? [] : issuesOf(form.error));
      return;
    }
    const input = { caseId, presentationId: filing.presentation.id, form: form.data };
    void act.run((client) => client.answerFiling(input), {
      words: 'Respuesta registrada.',
      done: (_, words) => onClose(words),
    });
  };
  return (
    <Dialog
      title={`Respuesta a ${filing.number}`}
      confirm={{ label: 'Registrar respuesta', onClick: save }}
      cancel={{ label: 'Volver sin cambios', onClick: () => onClose() }}
    >
      <div className={look.stack}>
        <ActProblem act={act} />
        <DateField
          words={{ label: 'Fecha de la respuesta', id: 'answered-on', error: issueAt(act.issues, 'answeredOn') }}
          value={answeredOn}
          onChange={setAnsweredOn}
        />
        <ChoiceField
          words={{ label: 'Qué se respondió', id: 'answer-kind', error: issueAt(act.issues, 'kind') }}
          options={optionsOf(answerKindLabels)}
          value={kind}
          onChange={setKind}
        />
        <TextField
          words={{
            label: 'Documento',
            hint: 'Número de la resolución o del oficio, y qué dice en una línea.',
            id: 'answer-words',
            error: issueAt(act.issues, 'words'),
          }}
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
