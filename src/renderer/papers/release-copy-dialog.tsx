import { useState } from 'react';
import { usualCopy, type IssuedDocument } from '../../shared/papers/index.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { type ActClient, useAct } from '../platform/forms/index.ts';
import { TextField } from '../platform/ui/index.ts';
import { CopyFormDialog } from './copies/copy-form-dialog.tsx';
import { KindOfCopy, type CopyKind } from './copies/kind-of-copy.tsx';
import { askingPassword, placeWarning } from './copy-words.ts';
import { receiverOf, useRefreshDocuments } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly document: IssuedDocument;
  /** Who the copy is for, where the form said it. */
  readonly recipient: string | null;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
};

const needed = 'Complete este dato.';

/** As the form said it, as the document says it, or who a paper of this kind usually goes to. */
function firstReceiver(document: IssuedDocument, named: string | null): string {
  return named ?? receiverOf(document) ?? usualCopy[document.kind].recipient;
}

/** The copy is registered first, then the file goes out. */
function ReleaseCopyDialog({ caseId, document, recipient: named, onDone, onCancel }: Props) {
  const refresh = useRefreshDocuments();
  const usual = usualCopy[document.kind];
  const [recipient, setRecipient] = useState(firstReceiver(document, named));
  const [purpose, setPurpose] = useState<string>(usual.purpose);
  const [kind, setKind] = useState<CopyKind>({ format: 'pdf', edition: 'court' });
  const [tried, setTried] = useState(false);
  const act = useAct({ refresh });
  const isReserved = askingPassword.has(document.kind);
  const [password, setPassword] = useState('');
  const save = () => {
    setTried(true);
    if (recipient.trim() === '' || purpose.trim() === '' || (isReserved && password === '')) return;
    const input = { caseId, documentId: document.id, way: 'save' as const, ...kind, recipient, purpose };
    const release = async (client: ActClient) => {
      const { copy, file } = await client.releaseCopy(input, isReserved ? { password } : {});
      if (file !== null) downloadBytes(await fetchFile(client, file), file);
      return copy;
    };
    void act.run(release, {
      words: (copy) => [`Copia ${copy.number} registrada y guardada.`, placeWarning(copy)].filter(Boolean).join(' '),
      done: (_, words) => onDone(words),
      // The refused copy keeps its own number, in the list.
      refused: refresh,
    });
  };
  return (
    <CopyFormDialog
      title={`Guardar PDF: ${document.number}`}
      way="save"
      isBusy={act.busy}
      intro={<p>La copia queda registrada a su nombre antes de salir.</p>}
      problem={act.problem}
      password={
        isReserved
          ? { id: 'copy-password', value: password, isMissing: tried && password === '', onChange: setPassword }
          : null
      }
      onSend={save}
      onCancel={onCancel}
    >
      <TextField
        words={{
          label: 'Para quién es',
          hint: 'Despacho, establecimiento o área.',
          id: 'copy-recipient',
          error: tried && recipient.trim() === '' ? needed : undefined,
        }}
        maxLength={120}
        value={recipient}
        onChange={(event) => setRecipient(event.target.value)}
      />
      <TextField
        words={{
          label: 'Para qué',
          id: 'copy-purpose',
          error: tried && purpose.trim() === '' ? needed : undefined,
        }}
        maxLength={120}
        value={purpose}
        onChange={(event) => setPurpose(event.target.value)}
      />
      <KindOfCopy hasWord={document.hasWord} kind={kind} onChange={setKind} />
    </CopyFormDialog>
  );
}

/** «Guardar PDF» of a paper of this case: how its dialog opens, and the dialog. `onDone`: with what is said of the copy. */
export function useSavingCopy(caseId: string, onDone: (words: string) => void, recipient: string | null = null) {
  const [document, save] = useState<IssuedDocument | null>(null);
  const close = () => save(null);
  const dialog = document !== null && (
    <ReleaseCopyDialog
      {...{ caseId, document, recipient }}
      onDone={(words) => {
        close();
        onDone(words);
      }}
      onCancel={close}
    />
  );
  return { save, dialog };
}
