import { useLayoutEffect } from 'react';

const doublePressMs = 500;

/** The second press of a double click falls on what stands beneath a dialog that went with the first. */
function swallowSecondPress(): void {
  const swallow = (event: MouseEvent) => {
    if (event.detail < 2) return;
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, signal: AbortSignal.timeout(doublePressMs) });
}

const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent;

/** What opened it; drawn anew meanwhile, its successor of the same name; null where there is none or it takes no focus. */
function openerNow(before: Element | null): HTMLElement | null {
  if (!(before instanceof HTMLElement) || before === document.body) return null;
  if (before.isConnected) return before;
  const alike = [...document.querySelectorAll<HTMLElement>(before.tagName)].filter(
    (one) => nameOf(one) === nameOf(before),
  );
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

function giveBack(before: Element | null): void {
  openerNow(before)?.focus();
  // A button that is refused now takes no focus.
  if (isNowhere()) document.querySelector<HTMLElement>('h1')?.focus();
}

/** What an act changed is often read again only after its dialog closed, and takes away what opened it. */
const settledAfterMs = 4000;

/** Until the person goes on by key or pointer: what is lost then is of another act. */
function keepSettled(before: Element | null): void {
  const goesOn = ['keydown', 'pointerdown'] as const;
  const watch = new MutationObserver(() => {
    if (before?.isConnected === false && isNowhere()) giveBack(before);
  });
  const stop = () => {
    watch.disconnect();
    for (const way of goesOn) window.removeEventListener(way, stop, { capture: true });
  };
  watch.observe(document.body, { childList: true, subtree: true });
  for (const way of goesOn) window.addEventListener(way, stop, { capture: true });
  setTimeout(stop, settledAfterMs);
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
        if (!isNowhere()) return;
        const opener = hasGone?.() === true ? null : before;
        giveBack(opener);
        keepSettled(opener);
      });
    };
  }, [hasGone, opened]);
}
