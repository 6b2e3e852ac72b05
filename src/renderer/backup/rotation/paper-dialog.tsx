import { useMemo, useState } from 'react';
import { copyBeforeWords } from '../../../shared/backup/index.ts';
import {
  AskedGroups,
  askedGroups,
  blankGroups,
  groupsOf,
  KeyGroups,
  recoverySchema,
  SaveSheet,
} from '../../centre/index.ts';
import { saveFile } from '../../platform/files.ts';
import type { Output } from '../../platform/client.ts';
import { FormHead, useSectionForm } from '../../platform/forms/index.ts';
import { Dialog, Told, Problem, TickField } from '../../platform/ui/index.ts';
import { useRefreshCopies } from '../queries.ts';
import type { Begun } from './begin-dialog.tsx';

const savedWords =
  'Hoja guardada. Imprímala dos veces, ponga cada hoja en un sobre cerrado, borre el PDF y márquelo como eliminado en «Registro de impresiones».';
const lackWords = 'Marque que quiere seguir sin la copia, o vuelva y revise la carpeta de las copias.';

export type Finished = Output<'finishRotation'>;

type Props = {
  readonly begun: Begun;
  readonly onDone: (finished: Finished) => void;
  readonly onClose: () => void;
};

/** The second step: the new key goes on paper, and four of its groups come back. */
export function PaperDialog({ begun, onDone, onClose }: Props) {
  const { recoveryKey, asked, copy } = begun;
  const schema = useMemo(() => recoverySchema(asked, recoveryKey), [asked, recoveryKey]);
  const form = useSectionForm({ schema, defaultValues: blankGroups, id: 'rotation', refresh: useRefreshCopies() });
  const [withoutCopy, setWithoutCopy] = useState(false);
  const [tried, setTried] = useState(false);
  const busy = form.busy;
  const lacksYes = copy !== 'made' && !withoutCopy;
  const finish = () => {
    setTried(true);
    if (lacksYes) {
      document.getElementById('rotation-without-copy')?.focus();
      return;
    }
    void form.send((typed, client) => client.finishRotation({ groups: groupsOf(asked, typed), withoutCopy }), {
      words: 'El archivo tiene una llave nueva.',
      done: onDone,
    });
  };
  return (
    <Dialog
      isForm
      isWide
      beginsAtField
      title="Clave de recuperación nueva"
      confirm={{ label: busy ? 'Cifrando otra vez…' : 'Cambiar la llave', onClick: finish }}
      cancel={{
        label: 'Volver sin cambios',
        onClick: () => {
          if (!busy) onClose();
        },
      }}
    >
      <p>
        Se muestra una sola vez y el programa no la guarda. Póngala en papel y escriba después los cuatro grupos que se
        piden. La clave de recuperación de antes dejará de abrir el registro.
      </p>
      <KeyGroups groups={recoveryKey} />
      <SaveSheet savedWords={savedWords} save={(client) => saveFile(client, begun.sheet)} />
      {copy === 'made' ? (
        <p>{copyBeforeWords.made}</p>
      ) : (
        <>
          <Told tone="warning">{copyBeforeWords[copy]}</Told>
          <TickField
            words={{ label: 'Seguir sin esa copia', id: 'rotation-without-copy' }}
            value={withoutCopy}
            onChange={setWithoutCopy}
          />
          <Problem words={tried && lacksYes ? lackWords : null} />
        </>
      )}
      <FormHead form={form} order={askedGroups} />
      <p>Escriba estos 4 grupos mirando el papel nuevo:</p>
      <AskedGroups form={form} asked={asked} />
      <p>El registro se cifra otra vez con la llave nueva. Puede tardar unos minutos; no apague la computadora.</p>
    </Dialog>
  );
}
