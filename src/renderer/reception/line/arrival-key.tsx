import { useEffect } from 'react';
import { isArrivalKey, isDialogOpen } from '../../platform/keys.ts';
import { follow } from '../../platform/routes.ts';
import { useMay } from '../../platform/session.tsx';
import { focusLine, openKept } from './kept.ts';

/** Alt+N on any screen, for whoever may open cases: to the line of this screen, or to the screen that has it. */
export function ArrivalKey() {
  const may = useMay('case.open');
  useEffect(openKept, []);
  useEffect(() => {
    if (!may) return undefined;
    const listen = (event: KeyboardEvent) => {
      if (!isArrivalKey(event) || isDialogOpen()) return;
      event.preventDefault();
      if (!focusLine()) follow('/llegada');
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [may]);
  return null;
}
