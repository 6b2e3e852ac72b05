import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { newKey } from '../platform/client.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { saveFile } from '../platform/files.ts';
import { Notice, Panel } from '../platform/ui/index.ts';
import css from './attachments.module.css';
import { useRefreshAttachments } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly attachmentId: string;
  readonly onDone: (words: string) => void;
};

/** Approved by another person: the original is taken once. A closed dialog or a full disk uses no leave up. */
export function TakeOriginal({ caseId, attachmentId, onDone }: Props) {
  const client = useClient();
  const refresh = useRefreshAttachments();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [taken, setTaken] = useState<FileHandle | null>(null);
  const take = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const file = taken ?? (await client.takeAttachmentOriginal({ caseId, attachmentId }, { key: newKey() })).file;
      setTaken(file);
      const number = await saveFile(client, file);
      const words = `Original guardado: ${number}. Cuando ya no haga falta, bórrelo del disco y márquelo en «Registro de impresiones».`;
      announce(words);
      onDone(words);
      await refresh();
    } catch (error) {
      // Not read again: the page would say that nothing waits to be saved.
      setProblem(wordsOf(failureOf(error)));
      setBusy(false);
    }
  };
  return (
    <Panel title="Original aprobado">
      <p>
        Otra persona aprobó la entrega. Puede guardarlo una vez; queda registrado en la cadena de custodia y en la lista
        de archivos guardados fuera.
      </p>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
          {taken !== null && <p>El permiso no se perdió: vuelva a guardarlo antes de salir de esta página.</p>}
        </Notice>
      )}
      <div className={css.row}>
        <Button onClick={() => void take()}>Guardar el original</Button>
      </div>
    </Panel>
  );
}
