import { useState } from 'react';
import { ActDialog } from '../../platform/forms/index.ts';
import { Notice } from '../../platform/ui/index.ts';

type Props = { readonly at: string; readonly discard: () => Promise<void> };

/** «Recuperamos su borrador de las 10:32», with the way back to what is stored. */
export function RecoveredNotice({ at, discard }: Props) {
  const [asking, setAsking] = useState(false);
  const [day = '', time = ''] = at.split(' ');
  const when = `las ${time} del ${day}`;
  return (
    <>
      <Notice tone="accent" action={{ label: 'Descartar', onClick: () => setAsking(true) }}>
        Recuperamos su borrador de {when}.
      </Notice>
      {asking && (
        <ActDialog
          dangerous
          words={{
            ...{ title: `¿Descartar el borrador de ${when}?`, send: 'Descartar borrador' },
            ...{ cancel: 'Seguir escribiendo', sent: 'Se descartó el borrador.' },
          }}
          {...{ send: discard, onClose: () => setAsking(false) }}
        >
          Vuelve a lo último que guardó. Lo escrito después no se puede recuperar.
        </ActDialog>
      )}
    </>
  );
}
