import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useScreenKey } from '../platform/keys.ts';
import { useMay } from '../platform/session.tsx';
import { NoveltyDialog } from './novelty-dialog.tsx';

const openEvent = 'registro-novelty';

/** Opens the dialog from a button of any screen. */
export function openNovelty(): void {
  window.dispatchEvent(new Event(openEvent));
}

/** The ficha in sight, from the address; null elsewhere. */
function caseOf(path: string): string | null {
  return /^\/casos\/([0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1] ?? null;
}

/** Mayús F4 on any screen: of the ficha in sight, or of one named by its number. */
export function NoveltyKey() {
  const may = useMay('novelty.append');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isOpen, setOpen] = useState(false);
  useScreenKey(
    ({ key, shiftKey, ctrlKey, altKey, metaKey }) => may && key === 'F4' && shiftKey && !ctrlKey && !altKey && !metaKey,
    () => setOpen(true),
  );
  useEffect(() => {
    if (!may) return undefined;
    const open = () => setOpen(true);
    window.addEventListener(openEvent, open);
    return () => window.removeEventListener(openEvent, open);
  }, [may]);
  if (!isOpen) return null;
  const caseId = caseOf(path);
  return <NoveltyDialog key={caseId} caseId={caseId} onClose={() => setOpen(false)} />;
}
