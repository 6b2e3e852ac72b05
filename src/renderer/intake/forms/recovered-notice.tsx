import { useState } from 'react';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Dialog, Notice } from '../../platform/ui/index.ts';

type Props = { readonly at: string; readonly discard: () => Promise<void> };

/** «Recuperamos su borrador de las 10:32», with the way back to what is stored. */
export function RecoveredNotice({ at, discard }: Props) {
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const [day = '', time = ''] = at.split(' ');
  const when = `las ${time} del ${day}`;
  return (
    <>
      <Notice tone="accent" action={{ label: 'Descartar', onClick: () => setAsking(true) }}>
        Recuperamos su borrador de {when}.
      </Notice>
      <Dialog
        opened={asking}
        title={`¿Descartar el borrador de ${when}?`}
        confirm={{
          label: 'Descartar borrador',
          dangerous: true,
          onClick: () => void act.run(discard, { words: 'Se descartó el borrador.', done: () => setAsking(false) }),
        }}
        cancel={{ label: 'Seguir escribiendo', onClick: () => setAsking(false) }}
      >
        <p>Vuelve a lo último que guardó. Lo escrito después no se puede recuperar.</p>
        <ActProblem act={act} />
      </Dialog>
    </>
  );
}
