/** What the sums hold and what they lack, in sentences. */
import { percentOf, periodWords, readingNote } from '../../../src/shared/reports/index.ts';
import { typeWords } from '../../../src/shared/reports/labels.ts';
import { counted, signedPercent } from '../told.ts';
import type { Truth } from '../truth.ts';
import { lastMonth, monthStates, standingOf, type MonthState, type National } from './national.ts';
import { harmless, type Refusal } from './read.ts';

export type Fact = { readonly code: string; readonly words: string; readonly text: string };

/** Twice the standard deviation: each unit is off by 0, or by 1 and 2 in turn, and never on purpose. */
export function marginOf(units: number): number {
  return Math.round(2 * Math.sqrt((units * 4) / 3));
}

const plural = (count: number, one: string, many: string) => `${counted(count)} ${count === 1 ? one : many}`;
/** What there is none of is not said. */
const some = (count: number, one: string, many: string) => (count === 0 ? [] : [plural(count, one, many)]);

export function coverageFacts(national: National, refusals: readonly Refusal[], keys: string): Fact[] {
  const last = lastMonth(national);
  const centres = [...national.centres.values()];
  const sent = centres.filter(({ units }) => units.size > 0);
  const standings = centres.map((centre) => standingOf(centre, national, last));
  const states = standings.flatMap(({ months }) => Object.values(months));
  const count = (state: MonthState) => states.filter((one) => one === state).length;
  const whole = standings.filter(
    ({ months, gaps }, at) =>
      (centres[at]?.units.size ?? 0) > 0 && gaps.length === 0 && !Object.values(months).includes('missing'),
  );
  const bad = refusals.filter(({ kind }) => !harmless.includes(kind));
  const gaps = standings.filter((one) => one.gaps.length > 0).length;
  const shown = sent.flatMap(({ units }) => [...units.values()]).filter(({ total }) => total !== null).length;
  const missing = [
    ...some(centres.length - sent.length, 'centro sin ningún archivo', 'centros sin ningún archivo'),
    ...some(count('missing'), 'mes sin archivo', 'meses sin archivo'),
    ...some(gaps, 'centro con un residual o resto que falta', 'centros con un residual o resto que falta'),
    ...some(count('waiting'), 'mes con menos de 21 casos por reunir', 'meses con menos de 21 casos por reunir'),
    ...some(bad.length, 'archivo que no se sumó (vea «Revisión»)', 'archivos que no se sumaron (vea «Revisión»)'),
  ];
  return [
    { code: 'period', words: 'Periodo', text: `${national.year}, hasta ${periodWords(last)}` },
    {
      code: 'centres',
      words: 'Centros',
      text: `${counted(centres.length)} en la lista de claves; ${counted(sent.length)} con archivos; ${counted(whole.length)} completos`,
    },
    {
      code: 'months',
      words: 'Meses por centro',
      text: `${counted(states.length)}: ${Object.entries(monthStates)
        .filter(([state]) => count(state as MonthState) > 0)
        .map(([state, words]) => `${counted(count(state as MonthState))} ${words}`)
        .join('; ')}`,
    },
    {
      code: 'total',
      words: 'Casos',
      text: `${counted(national.total)} en ${counted(shown)} cifras publicadas; el redondeo puede mover el total en unos ±${counted(marginOf(shown))} (95 de cada 100 veces)`,
    },
    {
      code: 'missing',
      words: 'Qué no está',
      text: missing.length === 0 ? 'Nada: están todos los meses de todos los centros' : missing.join('; '),
    },
    { code: 'keys', words: 'Claves', text: keys },
    {
      code: 'note',
      words: 'Cómo se lee',
      text: `Suma de cifras ya redondeadas de cada centro; ninguna suma se redondea otra vez. ${readingNote}`,
    },
  ];
}

/** How far the sums are from the year that was invented. */
export function errorsOf(national: National, { counts }: Truth): string[] {
  const types = typeWords.map((_, type) =>
    counts.cube.slice(type * 6, type * 6 + 6).reduce((sum, one) => sum + one, 0),
  );
  const cells = national.tables.get('T4');
  const published = typeWords.map((_, type) =>
    [0, 1, 2].reduce((sum, age) => sum + (cells?.rows.get(`${type}-${age}`) ?? 0), 0),
  );
  const covered = cells?.cases ?? 0;
  return typeWords.map((words, type) => {
    const [share, truth] = [percentOf(published[type] ?? 0, covered), percentOf(types[type] ?? 0, counts.total)];
    return `${words}: ${share?.toFixed(1) ?? '–'} % publicado, ${truth?.toFixed(1) ?? '–'} % verdadero`;
  });
}

export function lastLine(national: National, truth: Truth | null): string {
  const centres = [...national.centres.values()].filter(({ units }) => units.size > 0).length;
  const error =
    truth === null
      ? 'error total desconocido (sin la verdad del generador)'
      : `error total ${signedPercent(national.total - truth.counts.total, truth.counts.total)}`;
  return `${plural(centres, 'centro', 'centros')} · ${counted(national.total)} casos · ${error}`;
}
