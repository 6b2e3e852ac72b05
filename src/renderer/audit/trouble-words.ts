/** What was found of the file, in full, as its page says it. */
import type { ReadOnlyTrouble } from '../../shared/audit/index.ts';
import { dayAndTime } from '../platform/times.ts';

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
