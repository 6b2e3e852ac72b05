import type { KeyboardEvent } from 'react';

/**
 * Of a part that opened over a screen: Enter in a field does what its button does, and Ctrl Enter is its own, or the
 * button of the screen would hear it. `finish` null: nothing is left to do but choose.
 */
export function useFinishKeys(finish: (() => void) | null) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const isIn = event.ctrlKey || (finish !== null && event.target instanceof HTMLInputElement);
      // A list that is open takes Enter for what is marked in it.
      if (event.key !== 'Enter' || !isIn || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat) finish?.();
    },
  };
}
