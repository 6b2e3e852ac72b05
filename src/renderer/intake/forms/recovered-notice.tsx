import { useState, type ReactNode } from 'react';
import { ActDialog } from '../../platform/forms/index.ts';
import { Notice } from '../../platform/ui/index.ts';

type Props = {
  /** When it was kept, in words; null where nothing was typed before. */
  readonly recoveredAt: string | null;
  readonly discard: () => Promise<void>;
  /** Somebody saved another thing since. */
  readonly isOver?: boolean;
  /** What does not come back with it. */
  readonly children?: ReactNode;
};

/** «Recuperamos su borrador de las 10:32», with the way back to what is stored. */
export function RecoveredNotice({ recoveredAt, discard, isOver = false, children }: Props) {
  const [asking, setAsking] = useState(false);
  if (recoveredAt === null) return null;
  const [day = '', time = ''] = recoveredAt.split(' ');
  const when = `las ${time} del ${day}`;
  return (
    <>
      <Notice tone={isOver ? 'warning' : 'accent'} action={{ label: 'Descartar', onClick: () => setAsking(true) }}>
        Recuperamos su borrador de {when}.{children}
        {isOver && ' Después otra persona guardó otra cosa: mire lo que está guardado antes de guardar esto.'}
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
