/** What is said of the folder of the copies: the same on the screen and on the command line. */
import type { CopyState } from './contract.ts';

/** Where the chosen folder stands, said plainly; null when it is as it should be. */
export function placeWords(place: CopyState['place']): string | null {
  if (place === 'same') {
    return 'Esta carpeta está en el mismo disco que el registro: si el disco falla o se roban la computadora, se pierden los dos. Elija una memoria o un disco externo.';
  }
  if (place === 'unknown') {
    return 'No se sabe si esta carpeta está en otro disco. Use una memoria o un disco externo, y guárdelo lejos de la computadora.';
  }
  return null;
}

/** Who else may use the newest copy; null when nobody does. */
export function openCopyWords(isOpenToOthers: boolean): string | null {
  return isOpenToOthers
    ? 'La última copia no está limitada a las cuentas del personal: esa memoria o disco no lo permite. Está cifrada, pero quien lo tenga puede borrarla. Guárdelo bajo llave.'
    : null;
}
