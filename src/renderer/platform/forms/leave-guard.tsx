import { useEffect, useState } from 'react';
import { Dialog } from '../ui/index.ts';

type Props = {
  /** Something was typed that nothing keeps. */
  readonly isDirty: boolean;
};

/** A link that leads away from what was typed asks first: for forms that keep no draft. */
export function LeaveGuard({ isDirty }: Props) {
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (!isDirty) return undefined;
    const press = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
      if (link === null || link.closest('[role="dialog"]') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      setAsked(link.getAttribute('href'));
    };
    document.addEventListener('click', press, { capture: true });
    return () => document.removeEventListener('click', press, { capture: true });
  }, [isDirty]);
  return (
    <Dialog
      opened={asked !== null}
      title="¿Salir sin guardar lo escrito?"
      confirm={{
        label: 'Salir sin guardar',
        dangerous: true,
        onClick: () => {
          setAsked(null);
          window.location.hash = asked ?? '#/';
        },
      }}
      cancel={{ label: 'Seguir escribiendo', onClick: () => setAsked(null) }}
    >
      <p>Lo escrito en esta página todavía no está guardado y se pierde al salir.</p>
    </Dialog>
  );
}
