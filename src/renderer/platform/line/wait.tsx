import { Told } from '../ui/index.ts';
import { useWaitWords } from './line.tsx';
import type { waitingWords } from './words.ts';

/** Why a paper or a validation waits, where it is asked for; nothing while nothing keeps it. */
export function LineWait({ what }: { readonly what: keyof typeof waitingWords }) {
  return (
    <Told role="status" tone="warning">
      {useWaitWords(what)}
    </Told>
  );
}
