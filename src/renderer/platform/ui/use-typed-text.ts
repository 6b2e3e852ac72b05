import { useState } from 'react';

/**
 * What stands in a field while it is typed; follows `source` whenever that changes from outside.
 * `onFollow` runs at such a change, while rendering.
 */
export function useTypedText(source: string, onFollow?: () => void): [string, (text: string) => void] {
  const [kept, setKept] = useState({ source, text: source });
  if (kept.source !== source) {
    setKept({ source, text: source });
    onFollow?.();
  }
  return [kept.text, (text) => setKept({ source, text })];
}
