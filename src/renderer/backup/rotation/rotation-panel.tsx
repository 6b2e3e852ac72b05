import { useState } from 'react';
import { useMay } from '../../platform/session.tsx';
import { PlainButton, look, Panel, Stores } from '../../platform/ui/index.ts';
import { RotationDialogs } from './rotation-dialogs.tsx';

type Props = {
  /** Comes from a link: the dialog is open already, and closing it goes back. */
  readonly onClosed: (() => void) | null;
};

/** Why and when the key of the file is changed, and the way there. Coordinación alone sees it. */
export function RotationPanel({ onClosed }: Props) {
  const mayRotate = useMay('key.rotate');
  const [isOpen, setOpen] = useState(onClosed !== null);
  if (!mayRotate) return null;
  return (
    <Panel title="Llave del archivo">
      <p>
        Cámbiela cuando alguien deja el centro, cuando otra persona pudo ver una contraseña, y una vez al año. Hacen
        falta dos personas aquí, y papel para la clave nueva.
      </p>
      <div className={look.row}>
        <Stores>
          <PlainButton onClick={() => setOpen(true)}>Cambiar la llave del archivo</PlainButton>
        </Stores>
      </div>
      {isOpen && (
        <RotationDialogs
          onClose={() => {
            setOpen(false);
            onClosed?.();
          }}
        />
      )}
    </Panel>
  );
}
