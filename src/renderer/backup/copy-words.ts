import { inLima } from '../platform/times.ts';

const hour = 3_600_000;

/** «hace 3 horas», «hace 2 días»; the moment itself always stands beside it. */
export function ageWords(from: string, now: number): string {
  const hours = Math.floor((now - Date.parse(from)) / hour);
  if (hours < 1) return 'hace menos de una hora';
  if (hours < 48) return hours === 1 ? 'hace 1 hora' : `hace ${hours} horas`;
  return `hace ${Math.floor(hours / 24)} días`;
}

/** What the newest copy had to be made without; null when it has everything. */
export function lostFilesWords(count: number): string | null {
  if (count === 0) return null;
  const what =
    count === 1
      ? 'le falta 1 archivo de una ficha: está dañado y ninguna copia anterior lo tiene sano.'
      : `le faltan ${count} archivos de fichas: están dañados y ninguna copia anterior los tiene sanos.`;
  return `A la última copia ${what} En «Alertas» está de qué ficha.`;
}

/** Age of the newest verified copy outside the data folder, in one sentence. */
export function lastCopyWords(lastVerifiedAt: string | null, now: number): string {
  if (lastVerifiedAt === null) return 'Aún no hay una copia verificada fuera de la carpeta de datos.';
  return `Última copia verificada: ${inLima(lastVerifiedAt)}, ${ageWords(lastVerifiedAt, now)}.`;
}
