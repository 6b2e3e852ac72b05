import { useState } from 'react';

/**
 * What of a page is open, how it opens, and how it closes: what was opened since, while its act went on, stays.
 *
 * @param keyOf by what two of them are the same one, opened twice
 */
export function useOpened<Opened>(
  first: Opened | null = null,
  keyOf: (opened: Opened) => unknown = (opened) => opened,
) {
  const [open, setOpen] = useState<Opened | null>(first);
  const isSame = (now: Opened | null) => now !== null && open !== null && keyOf(now) === keyOf(open);
  const close = () => setOpen((now) => (isSame(now) ? null : now));
  return [open, setOpen, close] as const;
}
