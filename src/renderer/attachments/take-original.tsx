import { useState } from 'react';
import type { FileHandle } from '../../shared/platform/ids.ts';
import { saveFile } from '../platform/files.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { Panel, ButtonRow } from '../platform/ui/index.ts';
import { useRefreshAttachments } from './queries.ts';

type Props = {
  readonly caseId: string;
  readonly attachmentId: string;
  readonly onDone: (words: string) => void;
};

/** Approved by another person: the original is taken once. A closed dialog or a full disk uses no leave up. */
export function TakeOriginal({ caseId, attachmentId, onDone }: Props) {
  const act = useAct({ refresh: useRefreshAttachments() });
  const [taken, setTaken] = useState<FileHandle | null>(null);
  const take = () =>
    act.run(
      async (client) => {
        const file = taken ?? (await client.takeAttachmentOriginal({ caseId, attachmentId })).file;
        setTaken(file);
        return saveFile(client, file);
      },
      {
        words: (number) =>
          `Original guardado: ${number}. Cuando ya no haga falta, bórrelo del disco y márquelo en «Registro de impresiones».`,
        done: (_number, words) => onDone(words),
      },
    );
  return (
    <Panel title="Original aprobado">
      <p>
        Otra persona aprobó la entrega. Puede guardarlo una vez; queda registrado en la cadena de custodia y en la lista
        de archivos guardados fuera.
      </p>
      <ActProblem act={act}>
        {taken !== null && <p>El permiso no se perdió: vuelva a guardarlo antes de salir de esta página.</p>}
      </ActProblem>
      <ButtonRow label="Guardar el original" onClick={() => void take()} />
    </Panel>
  );
}
