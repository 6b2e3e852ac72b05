import { useLayoutEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { setAside } from './set-aside.ts';

/** Stands alone in the document while it is mounted; what was there comes back as it was. */
export function Paused({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => setAside(place), [place]);
  return createPortal(children, place);
}
