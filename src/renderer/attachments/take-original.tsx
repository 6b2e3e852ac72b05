import { Button } from '@mantine/core';
import { useState } from 'react';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { newKey } from '../platform/client.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import { saveFile } from '../platform/files.ts';
import { Notice, Panel } from '../platform/ui/index.ts';
import css from './attachments.module.css';
import { useRefreshAttachments } from './queries.ts';

/** Approved by another person: the original is taken once. */
export function TakeOriginal({ caseId, attachmentId }: { readonly caseId: string; readonly attachmentId: string }) {
  const client = useClient();
  const refresh = useRefreshAttachments();
  const [problem, setProblem] = useState<string | null>(null);
  const take = async () => {
    setProblem(null);
    try {
      const { file } = await client.takeAttachmentOriginal({ caseId, attachmentId }, { key: newKey() });
      await saveFile(client, file);
      announce('Original entregado.');
    } catch (error) {
      setProblem(wordsOf(failureOf(error)));
    }
    await refresh();
  };
  return (
    <Panel title="Original aprobado">
      <p>Otra persona aprobó la entrega. Puede guardarlo una vez; queda registrado en la cadena de custodia.</p>
      {problem !== null && (
        <Notice tone="error">
          <p role="alert">{problem}</p>
        </Notice>
      )}
      <div className={css.row}>
        <Button onClick={() => void take()}>Guardar el original</Button>
      </div>
    </Panel>
  );
}
