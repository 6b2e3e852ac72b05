import type { Trouble } from '../../shared/platform/troubles.ts';
import { inLima } from '../platform/times.ts';
import { useTroubles } from './queries.ts';

const aside = 'Se puede leer; no se puede escribir. Anote las llegadas en papel y avise a Coordinación.';

function wordsFor(trouble: Trouble): string | null {
  if (trouble.kind === 'rolled-back') {
    const day = trouble.reachesTo === null ? 'a un estado anterior' : `a como estaba el ${inLima(trouble.reachesTo)}`;
    const missing = trouble.missing === null ? '' : ` Faltan ${trouble.missing} entradas de la bitácora.`;
    return `El registro volvió ${day}.${missing} ${aside}`;
  }
  if (trouble.kind === 'chain-broken') return `La bitácora se corta en la entrada ${trouble.at}. ${aside}`;
  if (trouble.kind === 'marks-missing' || trouble.kind === 'marks-foreign') {
    return 'Faltan las marcas que muestran si alguien puso un archivo anterior. Compare con una copia en «Auditoría».';
  }
  return null;
}

/** What was found of the file, over every screen: which day it goes back to, what is missing, what to do. */
export function TroubleBanner() {
  const { data } = useTroubles();
  return (data?.troubles ?? []).map((trouble) => {
    const words = wordsFor(trouble);
    return words === null ? null : (
      <p key={trouble.kind} role="alert">
        {words}
      </p>
    );
  });
}
