/** Whether the name of the one that is marked stands beside the board: hidden at first, shown for a moment. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { isInLine } from './line/kept.ts';
import { useDiscretion, useOwnDiscretionKey } from '../platform/ui/index.ts';

/** Long enough to find somebody, short enough for whoever leans over the desk. */
const shownForMs = 20_000;

/** Alt+M shows it; of another one that is marked meanwhile nothing is shown. */
export function useNames(marked: string | null) {
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
  const pressedInLineRef = usePressedInLineRef();
  // The key that hides names everywhere hides them here too; it shows one only from the list, and while discretion is off.
  useOwnDiscretionKey(() => {
    if (areShown) hide();
    if (isInLine(document.activeElement)) {
      // Whoever typed five names below the line hides them; that they come back is asked for by the same key there.
      if (!discretion.isOn || pressedInLineRef.current) discretion.toggle();
      pressedInLineRef.current = true;
      return;
    }
    if (areShown) return;
    if (discretion.isOn || marked === null || !isAtBoard(document.activeElement)) discretion.toggle();
    else showBriefly();
  });
  return { areShown, showBriefly, hide };
}

export type Names = ReturnType<typeof useNames>;

/** In the list, or in the pane of the one that is marked. */
const isAtBoard = (place: Element | null): boolean =>
  (place?.closest('[data-board], [data-board-side]') ?? null) !== null;

/** Whether the key was pressed in the line since the focus came there. */
function usePressedInLineRef() {
  const isPressed = useRef(false);
  useEffect(() => {
    const listen = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !isInLine(target)) isPressed.current = false;
    };
    document.addEventListener('focusin', listen);
    return () => document.removeEventListener('focusin', listen);
  }, []);
  return isPressed;
}
