/** «Bloquear» and «Pausar» of the window, for a part that is drawn without it. */
import { useSessionAccess } from '../../src/renderer/platform/session.tsx';

export function LockButton() {
  const { lock, leave } = useSessionAccess();
  return (
    <>
      <button type="button" onClick={() => lock('asked')}>
        Bloquear
      </button>
      <button type="button" onClick={() => leave('asked')}>
        Pausar
      </button>
    </>
  );
}
