import { ageWords, inLima } from '../platform/times.ts';

/** What the newest copy had to be made without; null when it has everything. */
export function lostFilesWords(count: number): string | null {
  if (count === 0) return null;
  const what =
    count === 1
      ? 'le falta 1 archivo de una ficha: está dañado y ninguna copia anterior lo tiene sano.'
      : `le faltan ${count} archivos de fichas: están dañados y ninguna copia anterior los tiene sanos.`;
  return `A la última copia ${what} En «Avisos», en el inicio, está de qué ficha.`;
}

/** Age of the newest verified copy outside the data folder, in one sentence. */
export function lastCopyWords(lastVerifiedAt: string | null, now: number): string {
  if (lastVerifiedAt === null) return 'Aún no hay una copia verificada fuera de la carpeta de datos.';
  return `Última copia verificada: ${inLima(lastVerifiedAt)}, ${ageWords(lastVerifiedAt, now)}.`;
}
