import { useLayoutEffect } from 'react';

const doublePressMs = 500;

/** The second press of a double click falls on what stands beneath a dialog that went with the first. */
function swallowSecondPress(): void {
  const swallow = (event: MouseEvent) => {
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const page = window;
  page.addEventListener('click', swallow, { capture: true });
  setTimeout(() => page.removeEventListener('click', swallow, { capture: true }), doublePressMs);
}

/**
 * Gives the focus back to what opened the dialog, or to the title of the screen where that is gone. Mantine does so
 * only for a dialog that stays mounted, and ours go with what they ask about.
 *
 * @param hasGone Whether it closed by going elsewhere: then to the title.
 */
export function useFocusBack(opened: boolean, hasGone?: () => boolean): void {
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const before = document.activeElement;
    return () => {
      swallowSecondPress();
      setTimeout(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        const isThere =
          hasGone?.() !== true && before instanceof HTMLElement && before.isConnected && before !== document.body;
        (isThere ? before : document.querySelector<HTMLElement>('h1'))?.focus();
      });
    };
  }, [hasGone, opened]);
}
