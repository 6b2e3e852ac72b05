/** What is said of the line to the computer that keeps the record. */
import type { HostEvent } from '../../../shared/platform/contract.ts';
import { codeWords, failureSchema } from '../../../shared/platform/failures.ts';
import { wordsOf } from '../failure-words.ts';
import { timeInLima } from '../times.ts';

export type Line = Extract<HostEvent, { kind: 'line' }>;

const since = (at: number | null) => (at === null ? '' : ` desde las ${timeInLima(at)}`);

/** What does not change from second to second: said aloud once. Empty while it is up. */
export function stateWords({ state, keeper, since: from }: Line): string {
  if (state === 'down') return `Sin conexión con ${keeper}${since(from)}. Lo escrito sigue aquí`;
  if (state === 'closing') return `${keeper} se está cerrando… Lo escrito sigue aquí`;
  if (state === 'refused') return `${keeper} ya no acepta a esta computadora`;
  return '';
}

/** When it is tried again; `now` in milliseconds since 1970. Empty where it is not tried. */
export function tryWords({ state, nextTryAt }: Line, now: number): string {
  if (state !== 'down') return '';
  const seconds = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000);
  return seconds > 0 ? `; se intenta de nuevo en ${seconds} s` : '; se intenta ahora';
}

export function unsentWords(count: number): string {
  return `Aún no está en el registro: ${count === 1 ? '1 cambio' : `${count} cambios`} por enviar`;
}

/** The words of its reason, as where it would have been refused at once. */
export function notEnteredWords({ code, reason }: Extract<HostEvent, { kind: 'not-entered' }>): string {
  const parsed = failureSchema.safeParse({ code, reason, issues: [], incident: null });
  return parsed.success ? wordsOf(parsed.data) : codeWords.unexpected;
}

/** Why nothing can be done here any more, and what to do. */
export const refusedWords: Readonly<
  Record<NonNullable<Line['why']>, (keeper: string) => { readonly title: string; readonly told: readonly string[] }>
> = {
  revoked: (keeper) => ({
    title: 'Esta computadora fue desconectada del centro',
    told: [
      `Coordinación la desconectó en ${keeper}. Lo que ya estaba guardado está allí, a salvo; lo que se escribía y no se envió, no.`,
      'Si fue por error, pida a Coordinación un código nuevo.',
    ],
  }),
  older: (keeper) => ({
    title: 'Actualice Registro CEM en esta computadora',
    told: [
      `Aquí hay una versión anterior a la de ${keeper}. Lo guardado está allí, a salvo.`,
      `El instalador de esa versión se trae de ${keeper}; quien administra esta computadora lo ejecuta.`,
    ],
  }),
  newer: (keeper) => ({
    title: `Actualice Registro CEM en ${keeper}`,
    told: [
      `Aquí hay una versión más nueva que la de ${keeper}. Lo guardado está allí, a salvo.`,
      `Instale la misma versión en ${keeper}; esta computadora se conecta después por sí sola.`,
    ],
  }),
  moved: (keeper) => ({
    title: `${keeper} ya no guarda el registro`,
    told: [
      'El registro del centro pasó a otra computadora.',
      'Pida a Coordinación un código de la computadora que lo guarda ahora.',
    ],
  }),
};

/** What waits for the line, and says so where it is asked for. */
export const waitingWords = {
  papers: (keeper: string) => `Sin conexión con ${keeper}: los papeles esperan a que vuelva.`,
  saving: (keeper: string) =>
    `Sin conexión con ${keeper}: se guarda solo cuando vuelva. No hace falta presionar otra vez.`,
  validation: (keeper: string) => `Sin conexión con ${keeper}: la validación espera a que vuelva.`,
} as const;
