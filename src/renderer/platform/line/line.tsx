/** The line of a companion to the computer that keeps the record, as the window was last told. */
import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import type { Transport } from '../../../shared/platform/contract.ts';
import type { Line } from './words.ts';

const Context = createContext<Line | null>(null);

type Props = { readonly transport: Transport; readonly children: ReactNode };

export function LineProvider({ transport, children }: Props) {
  const [line, setLine] = useState<Line | null>(null);
  useEffect(
    () =>
      transport.subscribe((event) => {
        if (event.kind === 'line') setLine(event);
        // Another program stands behind this window: it says itself how its line is.
        if (event.kind === 'changed' && event.topic === 'place') setLine(null);
      }),
    [transport],
  );
  return <Context value={line}>{children}</Context>;
}

/** Null at the computer that keeps the record: there is no line. */
export const useLine = (): Line | null => use(Context);
