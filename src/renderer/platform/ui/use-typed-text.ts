import { useState } from 'react';

/** What stands in a field while it is typed; follows `source` whenever that changes from outside. */
export function useTypedText(source: string): [string, (text: string) => void] {
  const [kept, setKept] = useState({ source, text: source });
  if (kept.source !== source) setKept({ source, text: source });
  return [kept.text, (text) => setKept({ source, text })];
}
