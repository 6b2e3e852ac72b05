import { useEffect, useEffectEvent, useState } from 'react';
import type { FoundPersons } from '../../shared/people/index.ts';
import { announce } from '../platform/announce.ts';
import { failureOf, wordsOf } from '../platform/failure-words.ts';

/** A pause of the typist, in ms: every key would be a search. */
const typingPause = 150;
/** Fewer letters tell nobody apart. */
const fewest = 3;

type Shown = {
  readonly found: FoundPersons | null;
  readonly problem: string | null;
  /** What was asked for; null while nothing was. */
  readonly answers: string | null;
};
const nothing: Shown = { found: null, problem: null, answers: null };

export function foundWords(count: number): string {
  if (count === 0) return 'No se encontró a nadie con esos datos.';
  return count === 1 ? 'Se encontró 1 persona posible.' : `Se encontraron ${count} personas posibles.`;
}

/** While the record is made ready for searching, in words; null when all of it can be found. */
export function preparingWords({ preparedPercent }: Pick<FoundPersons, 'preparedPercent'>): string | null {
  if (preparedPercent === undefined) return null;
  return `La búsqueda todavía no está completa: el programa prepara los datos del registro (${preparedPercent} %). Puede faltar alguien; busque otra vez en unos minutos.`;
}

type Ask = (asked: string) => Promise<FoundPersons>;

/** Who may be meant by what stands there, asked after each pause; an answer that comes late is not shown. Null: nothing is. */
export function useFoundAfterPause(
  asked: string | null,
  ask: Ask,
  onSeen: (found: FoundPersons) => void = () => undefined,
): Shown {
  const [shown, setShown] = useState(nothing);
  if (asked === null && shown !== nothing) setShown(nothing);
  const find = useEffectEvent(ask);
  const show = useEffectEvent((next: Shown) => {
    setShown(next);
    if (next.found !== null) onSeen(next.found);
  });
  useEffect(() => {
    if (asked === null) return;
    let isLate = false;
    const timer = setTimeout(
      () =>
        void find(asked)
          .then(
            (found) => ({ found, problem: null, answers: asked }),
            (error: unknown) => ({ found: null, problem: wordsOf(failureOf(error)), answers: asked }),
          )
          .then((next) => {
            if (!isLate) show(next);
          }),
      typingPause,
    );
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return shown;
}

type TypedSearch = Shown & {
  /** What stands in the field now. */
  readonly type: (text: string) => void;
  /** Nothing more is shown of what was typed: somebody asked outright, or chose. */
  readonly stop: () => void;
};

/** Who may be meant by one line while it is typed. `isHeld`: nobody can be asked now; it is asked as soon as it can. */
export function useTypedSearch(ask: Ask, onSeen?: (found: FoundPersons) => void, isHeld = false): TypedSearch {
  const [asked, setAsked] = useState<string | null>(null);
  const shown = useFoundAfterPause(isHeld ? null : asked, ask, (found) => {
    onSeen?.(found);
    const count = found.candidates.length;
    if (count > 0) announce(foundWords(count));
  });
  return {
    ...shown,
    type: (text) => {
      const line = text.trim();
      setAsked(line.length < fewest ? null : line);
    },
    stop: () => setAsked(null),
  };
}
