/** What was found of the file when it was opened, in a sentence: over every screen, and on the command line. */
import { civilDateOf, timeOf } from '../platform/clock.ts';
import type { Trouble } from '../platform/troubles.ts';
import { formatCivilDate } from '../platform/typed-date.ts';

/** Troubles that make the record read-only. */
export type ReadOnlyTrouble = Extract<Trouble, { kind: 'rolled-back' | 'chain-broken' }>;

export function isReadOnlyTrouble(trouble: Trouble): trouble is ReadOnlyTrouble {
  return trouble.kind === 'rolled-back' || trouble.kind === 'chain-broken';
}

export function entriesWords(count: number): string {
  return count === 1 ? '1 entrada de la bitácora' : `${count} entradas de la bitácora`;
}

function momentOf(instant: string): string {
  const at = Date.parse(instant);
  return `${formatCivilDate(civilDateOf(at))} ${timeOf(at)}`;
}

/** The sentence over every screen; null for what is said elsewhere. */
export function bannerWords(trouble: Trouble): string | null {
  if (trouble.kind === 'rolled-back') {
    const day = trouble.reachesTo === null ? 'a un estado anterior' : `a como estaba el ${momentOf(trouble.reachesTo)}`;
    const lacks = trouble.missing === 1 ? 'Falta' : 'Faltan';
    const missing = trouble.missing === null ? '' : ` ${lacks} ${entriesWords(trouble.missing)}.`;
    return `Solo lectura: el registro volvió ${day}.${missing} Anote en papel.`;
  }
  if (trouble.kind === 'chain-broken')
    return `Solo lectura: la bitácora se corta en la entrada ${trouble.at}. Anote en papel.`;
  if (trouble.kind === 'marks-missing' || trouble.kind === 'marks-foreign')
    return 'Faltan las marcas que muestran si alguien puso un archivo anterior. Compare con una copia en «Auditoría».';
  return null;
}
