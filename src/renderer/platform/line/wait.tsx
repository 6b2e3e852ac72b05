import { Notice } from '../ui/index.ts';
import { useLine } from './line.tsx';
import { waitingWords } from './words.ts';

/** Why a paper or a validation waits, where it is asked for; nothing while nothing keeps it. */
export function LineWait({ what }: { readonly what: keyof typeof waitingWords }) {
  const line = useLine();
  if (line === null || line.state === 'up') return null;
  return (
    <Notice tone="warning">
      <p role="status">{waitingWords[what](line.keeper)}</p>
    </Notice>
  );
}
