/** While the line to the record is cut nobody can be looked for: whoever comes is written down as she says it. */
import { useEffect, useState } from 'react';
import { announce } from '../platform/announce.ts';

/** What is chosen in place of a person of the record. */
export const unsoughtAct = 'Anotar como lo dice';

const unsoughtWords = (keeper: string) =>
  `Sin conexión con ${keeper}: no se puede buscar si ya está en el registro. Puede anotarse como lo dice; quién es se mira al abrir su ficha.`;

/** @param cutFrom the computer that does not answer, where somebody would be looked for now; null elsewhere */
export function useUnsought(cutFrom: string | null) {
  const [isHidden, setHidden] = useState(false);
  const words = cutFrom === null || isHidden ? null : unsoughtWords(cutFrom);
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  return {
    words,
    hide: () => setHidden(true),
    show: () => setHidden(false),
    /** Asked for outright: then it is said again. */
    say: () => {
      setHidden(false);
      if (words !== null) announce(words);
    },
  };
}
