/** What was stored although what follows it failed: said over every screen, for the place it was asked at may be gone. */
import { useSyncExternalStore } from 'react';
import type { Failure } from '../../shared/platform/failures.ts';
import { announce } from './announce.ts';
import { wordsOf } from './failure-words.ts';
import { Told } from './ui/index.ts';

let told: string | null = null;
const listeners = new Set<() => void>();

function become(words: string | null): void {
  told = words;
  for (const listener of listeners) listener();
}

function wordsAfter(failure: Failure): string {
  if (failure.code !== 'unexpected') return `Se guardó. Pero lo que seguía no se pudo hacer: ${wordsOf(failure)}`;
  return `Se guardó. Pero lo que seguía, como imprimir o entregar un archivo, no se pudo hacer. Número ${failure.incident ?? '—'}.`;
}

/** Says it aloud and on the screen; answers the words. */
export function tellAfter(failure: Failure): string {
  const words = wordsAfter(failure);
  become(words);
  announce(words, 'alert');
  return words;
}

export function AfterNotice() {
  const words = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => told,
  );
  if (words === null) return null;
  const leave = () => become(null);
  return (
    <Told tone="warning" action={{ label: 'Entendido', onClick: leave }}>
      {words}
    </Told>
  );
}
