import { useEffect } from 'react';
import { useUnpressed } from '../../platform/client.ts';
import { isArrivalKey, useScreenKey } from '../../platform/keys.ts';
import { follow } from '../../platform/routes.ts';
import { useBeforeLock, useMay, useSession, useSessionAccess } from '../../platform/session.tsx';
import { closeKept, focusLine, keepTyped, lineField, openKept, typedBefore } from './kept.ts';
import { waitBeforeLock } from './wait-before-lock.ts';

/** Alt+N on any screen, for whoever may open cases: to the line of this screen, or to the screen that has it. */
export function ArrivalKey() {
  const may = useMay('case.open');
  const staff = useSession().staff.id;
  useKept(staff);
  const client = useUnpressed();
  useBeforeLock(async (isPause) => {
    // A line that stands on the screen keeps its own; «Más datos» has taken what it keeps by then.
    await Promise.resolve();
    const typed = typedBefore(staff);
    if (typed === null || (isPause && typed.link === null)) return;
    if (document.getElementById(lineField) !== null) return;
    if (await waitBeforeLock(client, typed)) keepTyped(null);
  });
  useScreenKey(
    (event) => may && isArrivalKey(event),
    () => {
      if (!focusLine()) follow('/llegada');
    },
  );
  return null;
}

/** What the line keeps, as long as the session; the screen that has it goes after this, and hands in what stands there. */
function useKept(staff: string): void {
  const { now } = useSessionAccess();
  useEffect(() => {
    openKept(staff);
    return () => {
      const ended = now();
      const isCutOff = ended.kind === 'locked' && ended.reason === 'keeper-gone';
      queueMicrotask(() => closeKept(isCutOff));
    };
  }, [now, staff]);
}
