/** Whether the name of the one that is marked stands beside the board: hidden at first, shown for a moment. */
import { useCallback, useEffect, useState } from 'react';
import { useDiscretion, useOwnDiscretionKey } from '../platform/ui/index.ts';

/** Long enough to find somebody, short enough for whoever leans over the desk. */
const shownForMs = 20_000;

export type Names = {
  readonly areShown: boolean;
  readonly showBriefly: () => void;
  readonly hide: () => void;
};

/** Alt+M shows it; of another one that is marked meanwhile nothing is shown. */
export function useNames(marked: string | null): Names {
  const [shownOf, setShownOf] = useState<string | null>(null);
  useEffect(() => {
    if (shownOf === null) return undefined;
    const timer = setTimeout(() => setShownOf(null), shownForMs);
    return () => clearTimeout(timer);
  }, [shownOf]);
  const showBriefly = useCallback(() => setShownOf(marked), [marked]);
  const hide = useCallback(() => setShownOf(null), []);
  const discretion = useDiscretion();
  const areShown = !discretion.isOn && shownOf !== null && shownOf === marked;
  // The key that hides names everywhere hides it here too; it shows it only while discretion is off.
  useOwnDiscretionKey(() => {
    if (areShown) hide();
    else if (discretion.isOn || marked === null) discretion.toggle();
    else showBriefly();
  });
  return { areShown, showBriefly, hide };
}
