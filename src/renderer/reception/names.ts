/** Whether names stand on the board: hidden at first, shown for a moment or for this session. */
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../platform/session.tsx';
import { useDiscretion, useOwnDiscretionKey } from '../platform/ui/index.ts';

/** Long enough to find somebody, short enough for whoever leans over the desk. */
const shownForMs = 20_000;

/** Token of the session that asked to keep names; nothing is written anywhere. */
let keptFor: string | null = null;

export type Names = {
  readonly areShown: boolean;
  readonly areKept: boolean;
  readonly showBriefly: () => void;
  readonly hide: () => void;
  readonly keep: (kept: boolean) => void;
};

/** Alt+M shows them; on «pantalla pública» there are none to show. */
export function useNames(): Names {
  const { token } = useSession();
  const [kept, setKept] = useState(keptFor === token);
  const [brief, setBrief] = useState(false);
  useEffect(() => {
    if (!brief) return undefined;
    const timer = setTimeout(() => setBrief(false), shownForMs);
    return () => clearTimeout(timer);
  }, [brief]);
  const showBriefly = useCallback(() => setBrief(true), []);
  const keep = (next: boolean) => {
    keptFor = next ? token : null;
    setKept(next);
  };
  const hide = () => {
    setBrief(false);
    keep(false);
  };
  const discretion = useDiscretion();
  const areShown = !discretion.isOn && (kept || brief);
  // The key that hides names everywhere hides them here too; it shows them only while discretion is off.
  useOwnDiscretionKey(() => {
    if (areShown) hide();
    else if (discretion.isOn) discretion.toggle();
    else setBrief(true);
  });
  return { areShown, areKept: kept, showBriefly, hide, keep };
}
