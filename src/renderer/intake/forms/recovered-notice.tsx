import { useState, type ReactNode } from 'react';
import { ActProblem, useAct } from '../../platform/forms/index.ts';
import { Dialog, Notice } from '../../platform/ui/index.ts';

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
  const act = useAct();
  if (recoveredAt === null) return null;
  const [day = '', time = ''] = recoveredAt.split(' ');
  const when = `las ${time} del ${day}`;
  return (
    <>
      <Notice tone={isOver ? 'warning' : 'accent'} action={{ label: 'Descartar', onClick: () => setAsking(true) }}>
        Recuperamos su borrador de {when}.{children}
        {isOver && ' Después otra persona guardó otra cosa: mire lo que está guardado antes de guardar esto.'}
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
