import { useEffect, useRef } from 'react';

/** Does the work when the form opens, and not again. */
export function useOnce(work: () => void): void {
  const latest = useRef(work);
  useEffect(() => latest.current(), []);
}
