import { useState } from 'react';

/** What of a page is open, how it opens, and how it closes: what was opened since, while its act went on, stays. */
export function useOpened<Opened>(first: Opened | null = null) {
  const [open, setOpen] = useState<Opened | null>(first);
  const close = () => setOpen((now) => (now === open ? null : now));
  return [open, setOpen, close] as const;
}
