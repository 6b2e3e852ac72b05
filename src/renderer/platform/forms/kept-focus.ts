import { useEffect, type RefObject } from 'react';

/**
 * A question that goes away because of the answer just left takes the focus with it, where it was the next: the focus goes
 * back to that answer, whose error or whose line of what is not asked tells why.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const area = root.current;
    if (area === null) return undefined;
    const last: { left: HTMLElement | null; on: Element | null } = { left: null, on: null };
    const enter = ({ target, relatedTarget }: FocusEvent) => {
      last.on = target instanceof Element ? target : null;
      last.left = relatedTarget instanceof HTMLElement && area.contains(relatedTarget) ? relatedTarget : null;
    };
    const watch = new MutationObserver(() => {
      if (last.on?.isConnected !== false || document.activeElement !== document.body) return;
      last.on = null;
      if (last.left?.isConnected === true) last.left.focus();
    });
    area.addEventListener('focusin', enter);
    watch.observe(area, { childList: true, subtree: true });
    return () => {
      area.removeEventListener('focusin', enter);
      watch.disconnect();
    };
  }, [root]);
}
