import { useRef, useState } from 'react';
import { usualCopy, type IssuedDocument } from '../../shared/papers/index.ts';
import { newKey } from '../platform/client.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { downloadBytes, fetchFile } from '../platform/files.ts';
import { TextField } from '../platform/ui/index.ts';
import { CopyFormDialog } from './copies/copy-form-dialog.tsx';
import { KindOfCopy, type CopyKind } from './copies/kind-of-copy.tsx';
import { askingPassword, placeWarning } from './copy-words.ts';
import { receiverOf, useRefreshDocuments } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly document: IssuedDocument;
  /** Who the copy is for, where the form said it. */
  readonly recipient?: string | null;
  readonly onDone: (words: string) => void;
  readonly onCancel: () => void;
};

const needed = 'Complete este dato.';

/** As the form said it, as the document says it, or who a paper of this kind usually goes to. */
function firstReceiver(document: IssuedDocument, named: string | null | undefined): string {
  return named ?? receiverOf(document) ?? usualCopy[document.kind].recipient;
}

/** «Guardar PDF»: the copy is registered first, then the file goes out. Mount it to open it. */
export function ReleaseCopyDialog({ caseId, document, recipient: named, onDone, onCancel }: Props) {
  const client = useClient();
  const refresh = useRefreshDocuments();
  const usual = usualCopy[document.kind];
  const [recipient, setRecipient] = useState(firstReceiver(document, named));
  const [purpose, setPurpose] = useState<string>(usual.purpose);
  const [kind, setKind] = useState<CopyKind>({ format: 'pdf', edition: 'court' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isReserved = askingPassword.has(document.kind);
  const [password, setPassword] = useState('');
  const key = useRef(newKey());
  const save = async () => {
    setTried(true);
    if (busy || recipient.trim() === '' || purpose.trim() === '' || (isReserved && password === '')) return;
    setBusy(true);
    setProblem(null);
    try {
      const input = { caseId, documentId: document.id, way: 'save' as const, ...kind, recipient, purpose };
      const again = isReserved ? { password } : {};
      const { copy, file } = await client.releaseCopy(input, { key: key.current, ...again });
      if (file !== null) downloadBytes(await fetchFile(client, file), file);
      const words = [`Copia ${copy.number} registrada y guardada.`, placeWarning(copy)].filter(Boolean).join(' ');
      announce(words);
      onDone(words);
    } catch (error) {
      // The refused copy keeps its own number: a new try is another copy.
      key.current = newKey();
      setProblem(wordsOf(failureOf(error)));
      setBusy(false);
    }
    await refresh();
  };
  return (
    <CopyFormDialog
      title={`Guardar PDF: ${document.number}`}
      way="save"
      isBusy={busy}
      intro={<p>La copia queda registrada a su nombre antes de salir.</p>}
      problem={problem}
      password={
        isReserved
          ? { id: 'copy-password', value: password, isMissing: tried && password === '', onChange: setPassword }
          : null
      }
      onSend={() => void save()}
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
        onChange={(event) => {
          setRecipient(event.target.value);
        }}
      />
      <TextField
        words={{
          label: 'Para qué',
          id: 'copy-purpose',
          error: tried && purpose.trim() === '' ? needed : undefined,
        }}
        maxLength={120}
        value={purpose}
        onChange={(event) => {
          setPurpose(event.target.value);
        }}
      />
      <KindOfCopy hasWord={document.hasWord} kind={kind} onChange={setKind} />
    </CopyFormDialog>
  );
}
