import { useState } from 'react';
import { saveFile } from '../../platform/files.ts';
import { ActProblem, useAct, type ActClient } from '../../platform/forms/index.ts';
import { Notice, Told, Panel, ButtonRow } from '../../platform/ui/index.ts';
import { KeyGroups } from './key-groups.tsx';
import { SetupPage } from './setup-page.tsx';

type Props = {
  /** The 14 groups; null where the installation goes on after a lock, because they are shown once. */
  readonly groups: readonly string[] | null;
  readonly practice: boolean;
  readonly onNext: () => void;
};

const savedWords =
  'Hoja guardada. Imprímala, guárdela bajo llave fuera de esta oficina, borre el archivo PDF y márquelo como eliminado en «Registro de impresiones». El registro anota que se guardó, no dónde.';

async function saveSheet(client: ActClient): Promise<void> {
  const { file } = await client.printRecoverySheet({});
  await saveFile(client, file);
}

export function KeyStep({ groups, practice, onNext }: Props) {
  const act = useAct();
  const [isSaved, setSaved] = useState(false);
  const save = () => {
    setSaved(false);
    return act.run(saveSheet, { words: savedWords, done: () => setSaved(true) });
  };
  return (
    <SetupPage step="key" title="Clave de recuperación" practice={practice}>
      <p>
        Abre el registro si todas las personas olvidan su contraseña: en la entrada, «Olvidamos las contraseñas». Se
        muestra una sola vez y el programa no la guarda.
      </p>
      <Panel>
        {groups === null ? (
          <Notice>
            La clave ya se mostró. Si tiene la hoja en papel, continúe. Si no cerró el programa, aún puede guardar la
            hoja.
          </Notice>
        ) : (
          <KeyGroups groups={groups} />
        )}
        <ActProblem act={act} />
        {isSaved && (
          <Told aloud tone="done">
            {savedWords}
          </Told>
        )}
        <ButtonRow plain label="Guardar hoja en PDF" onClick={() => void save()} />
      </Panel>
      <ButtonRow label="Ya la tengo en papel" onClick={onNext} />
    </SetupPage>
  );
}
