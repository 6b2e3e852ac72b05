import { useEffect, useRef, useState } from 'react';
import type { FoundPersons } from '../../shared/people/index.ts';
import { announce } from '../platform/announce.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';

/** A pause of the typist, in ms: every key would be a search. */
export const typingPause = 150;
/** Fewer letters tell nobody apart. */
const fewest = 3;

type Shown = { readonly found: FoundPersons | null; readonly problem: string | null };
const nothing: Shown = { found: null, problem: null };

export function foundWords(count: number): string {
  if (count === 0) return 'No se encontró a nadie con esos datos.';
  return count === 1 ? 'Se encontró 1 persona posible.' : `Se encontraron ${count} personas posibles.`;
}

/** While the record is made ready for searching, in words; null when all of it can be found. */
export function preparingWords({ preparedPercent }: Pick<FoundPersons, 'preparedPercent'>): string | null {
  if (preparedPercent === undefined) return null;
  return `La búsqueda todavía no está completa: el programa prepara los datos del registro (${preparedPercent} %). Puede faltar alguien; busque otra vez en unos minutos.`;
}

type TypedSearch = Shown & {
  /** What stands in the field now. */
  readonly type: (text: string) => void;
  /** Nothing more is shown of what was typed: somebody asked outright, or chose. */
  readonly stop: () => void;
};

/** Who may be meant, after each pause of the typist; an answer that comes late is not shown. */
export function useTypedSearch(
  ask: (text: string) => Promise<FoundPersons>,
  onSeen: (found: FoundPersons) => void = () => undefined,
): TypedSearch {
  const [shown, setShown] = useState(nothing);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    latest.current += 1;
    setShown(nothing);
  };
  const type = (text: string) => {
    clearTimeout(timer.current);
    latest.current += 1;
    const own = latest.current;
    const asked = text.trim();
    if (asked.length < fewest) {
      setShown(nothing);
      return;
    }
    const show = (next: Shown) => {
      if (own !== latest.current) return;
      setShown(next);
      if (next.found === null) return;
      onSeen(next.found);
      const count = next.found.candidates.length;
      if (count > 0) announce(foundWords(count));
    };
    timer.current = setTimeout(() => {
      ask(asked).then(
        (found) => {
          show({ found, problem: null });
        },
        (error: unknown) => {
          show({ found: null, problem: wordsOf(failureOf(error)) });
        },
      );
    }, typingPause);
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latest.current += 1;
    },
    [],
  );
  return { ...shown, type, stop };
}
