import { useEffect } from 'react';
import { useUnpressed } from '../../platform/client-context.tsx';
import { isArrivalKey, useScreenKey } from '../../platform/keys.ts';
import { follow } from '../../platform/routes.ts';
import { useBeforeLock, useMay } from '../../platform/session.tsx';
import { focusLine, keepTyped, lineField, openKept, typedBefore } from './kept.ts';
import { waitBeforeLock } from './wait-before-lock.ts';

/** Alt+N on any screen, for whoever may open cases: to the line of this screen, or to the screen that has it. */
export function ArrivalKey() {
  const may = useMay('case.open');
  useEffect(openKept, []);
  const client = useUnpressed();
  useBeforeLock(async (isPause) => {
    // A line that stands on the screen keeps its own; «Más datos» has taken what it keeps by then.
    await Promise.resolve();
    const typed = typedBefore();
    if (typed === null || (isPause && typed.link === null)) return;
    if (document.getElementById(lineField) !== null) return;
    const door = async () => typed.arrivalId ?? (await client.openArrival({})).arrivalId;
    if (await waitBeforeLock(client, typed, door)) keepTyped(null);
  });
  useScreenKey(
    (event) => may && isArrivalKey(event),
    () => {
      if (!focusLine()) follow('/llegada');
    },
  );
  return null;
}
