import { useEffect } from 'react';
import { isArrivalKey, isDialogOpen } from '../platform/keys.ts';
import { follow } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';

/** Alt+N on any screen, for whoever may open cases. */
export function ArrivalKey() {
  const may = useMay('case.open');
  useEffect(() => {
    if (!may) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (!isArrivalKey(event) || isDialogOpen()) return;
      event.preventDefault();
      follow('/llegada');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [may]);
  return null;
}
