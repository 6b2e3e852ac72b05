/** What was found of the file, in words: the banner says it in a sentence, the page in full. */
import type { Trouble } from '../../shared/platform/troubles.ts';
import { dayAndTime, inLima } from '../platform/times.ts';

/** Troubles that make the record read-only. */
export type ReadOnlyTrouble = Extract<Trouble, { kind: 'rolled-back' | 'chain-broken' }>;

export function isReadOnlyTrouble(trouble: Trouble): trouble is ReadOnlyTrouble {
  return trouble.kind === 'rolled-back' || trouble.kind === 'chain-broken';
}

export function entriesWords(count: number): string {
  return count === 1 ? '1 entrada de la bitácora' : `${count} entradas de la bitácora`;
}

/** The sentence over every screen; null for what is said elsewhere. */
export function bannerWords(trouble: Trouble): string | null {
  if (trouble.kind === 'rolled-back') {
    const day = trouble.reachesTo === null ? 'a un estado anterior' : `a como estaba el ${inLima(trouble.reachesTo)}`;
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

/** `lunes 8 de junio`, without the hour. */
function dayOf(instant: string): string {
  return dayAndTime(Date.parse(instant)).replace(/, \d\d:\d\d$/, '');
}

export function titleOf(trouble: ReadOnlyTrouble): string {
  if (trouble.kind === 'chain-broken') return `La bitácora se corta en la entrada ${trouble.at}`;
  return trouble.reachesTo === null
    ? 'El registro volvió a un estado anterior'
    : `El registro volvió al ${dayOf(trouble.reachesTo)}`;
}

/** What happened, what is safe and what everybody does now. */
export function storyOf(trouble: ReadOnlyTrouble): readonly string[] {
  const happened =
    trouble.kind === 'chain-broken'
      ? 'Al abrir se revisó toda la bitácora: desde esa entrada no sigue a la anterior. Alguien cambió o quitó una entrada desde fuera del programa, o el disco la dañó.'
      : 'Al abrir, el archivo es más antiguo que lo último que este programa guardó. Alguien puso uno de antes en su lugar, o el disco lo repuso.';
  return [
    happened,
    'Lo que se ve está entero: se puede leer y buscar. No se borró nada y las copias no cambian.',
    'Hasta que se decida, anote llegadas y atenciones en los formularios en blanco que ya estén impresos, o en una hoja con la hora y quién atendió: ahora el programa no puede dar números para imprimir otros.',
    'No mueva ni borre archivos de la computadora.',
  ];
}
