/** What every file says of its unit: where it comes from, what it is, what it lacks, how it is read. */
import { formatCivilDate } from '../platform/typed-date.ts';
import type { View } from './codes.ts';
import { periodWords } from './labels.ts';
import type { Published } from './display.ts';
import type { Imprint } from './schema.ts';
import { isRest, isYear } from './units.ts';

const viewWords: Readonly<Record<View | 'year', string>> = {
  band: 'menos de 21 casos: ninguna otra cifra',
  coarse: '12 celdas: tipo por edad, y cada lista por separado',
  full: '24 celdas: tipo por edad y sexo, y cada lista por separado',
  rest: 'solo el total',
  year: 'listas del año, cada una por separado',
};

export type UnitFact = { readonly code: string; readonly words: string; readonly text: string };

/** As it stands on the paper, and is typed into «Verificar código». */
export function publicationNumber({ publication, seal }: Pick<Imprint, 'publication' | 'seal'>): string {
  return `Publicación ${publication} · ${seal}`;
}

type Fact = readonly [code: string, words: string, text: string | null];

/** What a draft does not have yet. */
function issuedFacts(
  { centre }: Published,
  imprint: Imprint | null,
): Readonly<Record<'head' | 'foot', readonly Fact[]>> {
  if (imprint === null) return { head: [['centre', 'Centro', centre]], foot: [] };
  const { centreName, district, department, ubigeo, cutOff, publication, seal, fingerprint } = imprint;
  return {
    head: [
      ['centre', 'Centro', `${centreName} (${centre})`],
      ['place', 'Lugar', `${district}, ${department} (UBIGEO ${ubigeo})`],
      ['cut-off', 'Corte', formatCivilDate(cutOff)],
      ['publication', 'Publicación', `N.º ${publication} de este centro`],
    ],
    foot: [
      ['seal', 'Sello', seal],
      ['key', 'Huella de la clave del centro', fingerprint],
      ['check', 'Cómo se comprueba', checkWords],
    ],
  };
}

/** A residual and a year say of what they are made, a month what it lacks. */
function coverageLabel(month: Published): string {
  if (isYear(month.period)) return 'Qué cuenta';
  return isRest(month.period) || month.period.endsWith('-residual') ? 'Qué reúne' : 'Qué no está';
}

const checkWords =
  'Que es de este centro: pida a Coordinación por teléfono la huella de su hoja de fundación y compárela. Que no cambió: «Verificar código» del programa reconoce el archivo y el número del pie.';

/** In the order in which it is read; `imprint` null in a draft, which comes from nowhere yet. */
export function aboutUnit(month: Published, imprint: Imprint | null): UnitFact[] {
  const { head, foot } = issuedFacts(month, imprint);
  const facts: readonly Fact[] = [
    ...head,
    ['period', 'Periodo', periodWords(month.period)],
    ['product', 'Producto', 'Anonimizado, para publicación'],
    ['revision', 'Revisión', month.revision > 1 ? revisionWords : null],
    ['coverage', coverageLabel(month), month.coverage],
    ['view', 'Qué se muestra', viewWords[month.view]],
    ['note', 'Cómo se lee', month.note],
    ['version', 'Versión de las tablas', String(month.schemaVersion)],
    ...foot,
  ];
  return facts.flatMap(([code, words, text]) => (text === null ? [] : [{ code, words, text }]));
}

/** Revision 2: what was published for the period before is not at hand any more (disclosure §6). */
const revisionWords = '2: lo publicado antes para este periodo no se pudo recuperar; use solo esta';
