import { useState } from 'react';
import {
  exportReasonLabels,
  fileAnnulReasonLabels,
  fileAreas,
  fileFactsSchema,
  type Attachment,
  type ExportReason,
  type FileAnnulReason,
} from '../../shared/attachments/index.ts';
import { issuesOf } from '../../shared/platform/failures.ts';
import { PasswordAgainDialog } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { look, OneOfField, Dialog, optionsOf, TextField } from '../platform/ui/index.ts';
import { FormDialog, reasonFields } from '../record/index.ts';
import { draftOf, FactsFields, factsOf } from './facts-fields.tsx';
import { useAttachments, useRefreshAttachments } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly attachment: Attachment;
  /** With words when something was done. */
  readonly onClose: (words?: string) => void;
};

export function DescribeFileDialog({ caseId, attachment, onClose }: Props) {
  const act = useAct({ refresh: useRefreshAttachments() });
  const areas = useAttachments(caseId).data?.mayAddTo ?? fileAreas;
  const [draft, setDraft] = useState(() => draftOf(attachment.facts));
  const save = () => {
    const facts = fileFactsSchema.safeParse(factsOf(draft));
    if (!facts.success) {
      act.say(null, issuesOf(facts.error));
      return;
    }
    const input = { caseId, attachmentId: attachment.id, version: attachment.version, facts: facts.data };
    void act.run((client) => client.describeAttachment(input), {
      words: 'Descripción corregida.',
      done: (_, words) => onClose(words),
    });
  };
  return (
    <Dialog
      title="Corregir la descripción"
      confirm={{ label: 'Guardar', onClick: save }}
      cancel={{ label: 'Volver sin cambios', onClick: () => onClose() }}
    >
      <div className={look.stack}>
        <ActProblem act={act} />
        <FactsFields id="file" draft={draft} areas={areas} issues={act.issues} onChange={setDraft} />
      </div>
    </Dialog>
  );
}

const annulFields = reasonFields<FileAnnulReason>(fileAnnulReasonLabels, { mayClear: true });

export function AnnulFileDialog({ caseId, attachment, onClose }: Props) {
  const target = { caseId, attachmentId: attachment.id, version: attachment.version };
  return (
    <FormDialog
      {...{ fields: annulFields, id: 'annul', isShort: true, dangerous: true }}
      words={{
        ...{ title: `¿Anular «${attachment.facts.description}»?`, send: 'Anular archivo', sent: 'Archivo anulado.' },
        cancel: 'No anular',
      }}
      send={(why, client) => client.annulAttachment({ ...target, ...why })}
      refresh={useRefreshAttachments()}
      onDone={onClose}
    >
      <p>El archivo no se borra: queda guardado como anulado, con quién lo anuló y por qué.</p>
    </FormDialog>
  );
}

/** The original leaves the house by two people: this is the first. */
export function ExportFileDialog({ caseId, attachment, onClose }: Props) {
  const refresh = useRefreshAttachments();
  const [reason, setReason] = useState<ExportReason>('prosecutor');
  const [words, setWords] = useState('');
  return (
    <PasswordAgainDialog
      title="¿Pedir la entrega del original?"
      verb="Pedir la entrega"
      onConfirm={async (password, client) => {
        const input = { caseId, attachmentId: attachment.id, reason, words: reason === 'other' ? words : null };
        await client.proposeAttachmentExport(input, { password });
        await refresh();
        announce('Entrega pedida.');
        onClose('Entrega pedida. Otra persona la aprueba en «Aprobaciones»; luego puede guardar el original una vez.');
      }}
      onCancel={() => onClose()}
    >
      <p>El original sale del registro solo con la aprobación de otra persona profesional.</p>
      <OneOfField
        words={{ label: 'Para quién es', id: 'export-reason' }}
        options={optionsOf(exportReasonLabels)}
        value={reason}
        onChange={setReason}
      />
      {reason === 'other' && (
        <TextField
          words={{ label: 'Escriba para quién es', id: 'export-words' }}
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
    </PasswordAgainDialog>
  );
}
