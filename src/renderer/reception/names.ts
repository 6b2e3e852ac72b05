/** Whether names stand on the board: hidden at first, shown for a moment or for this session. */
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../platform/session.tsx';

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
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.key.toLowerCase() !== 'm') return;
      event.preventDefault();
      setBrief((shown) => !shown);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const keep = (next: boolean) => {
    keptFor = next ? token : null;
    setKept(next);
  };
  const hide = () => {
    setBrief(false);
    keep(false);
  };
  return { areShown: kept || brief, areKept: kept, showBriefly, hide, keep };
}
