import type { CopyState, Drill } from '../../shared/backup/index.ts';
import { reasonWords } from '../../shared/failure-words.ts';
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

type Ages = Pick<CopyState, 'lastVerifiedAt' | 'lastOutsideAt' | 'place'>;

/** Age of the newest verified copy on another disk, in one sentence; where there is none, why what there is does not count. */
export function lastCopyWords({ lastVerifiedAt, lastOutsideAt, place }: Ages, now: number): string {
  if (lastOutsideAt !== null) {
    return `Última copia verificada en otro disco: ${inLima(lastOutsideAt)}, ${ageWords(lastOutsideAt, now)}.`;
  }
  if (lastVerifiedAt === null) return 'Aún no hay una copia verificada en otro disco.';
  return place === 'unknown'
    ? 'No se sabe si las copias están en otro disco.'
    : 'Aún no hay una copia en otro disco: las que hay están en el mismo que el registro.';
}

/** How the last drill ended, set by set. */
export function drillWords(drill: Drill): string[] {
  return drill.sets.map(({ name, problem }) =>
    problem === null ? `${name}: sana.` : `${name}: no serviría. ${reasonWords[problem] ?? 'No se pudo leer.'}`,
  );
}

export function hasDrillFailed(drill: Drill | null): boolean {
  return drill?.sets.some(({ problem }) => problem !== null) === true;
}
