/** What every file says of its unit: where it comes from, what it is, what it lacks, how it is read. */
import { formatCivilDate } from '../platform/typed-date.ts';
import type { View } from './codes.ts';
import { periodWords } from './labels.ts';
import type { Imprint, PublishedMonth } from './schema.ts';

const viewWords: Readonly<Record<View, string>> = {
  band: 'menos de 21 casos: ninguna otra cifra',
  coarse: '12 celdas: tipo por edad, y cada lista por separado',
  full: '24 celdas: tipo por edad y sexo, y cada lista por separado',
  rest: 'solo el total',
};

export type UnitFact = { readonly code: string; readonly words: string; readonly text: string };

/** As it stands on the paper, and is typed into «Verificar código». */
export function publicationNumber({ publication, seal }: Pick<Imprint, 'publication' | 'seal'>): string {
  return `Publicación ${publication} · ${seal}`;
}

/** In the order in which it is read; `imprint` null in a draft, which comes from nowhere yet. */
export function aboutUnit(month: PublishedMonth, imprint: Imprint | null): UnitFact[] {
  const issued =
    imprint === null
      ? null
      : {
          centre: `${imprint.centreName} (${month.centre})`,
          place: `${imprint.district}, ${imprint.department} (UBIGEO ${imprint.ubigeo})`,
          cutOff: formatCivilDate(imprint.cutOff),
          publication: `N.º ${imprint.publication} de este centro`,
        };
  const facts: readonly (readonly [code: string, words: string, text: string | null])[] = [
    ['centre', 'Centro', issued?.centre ?? month.centre],
    ['place', 'Lugar', issued?.place ?? null],
    ['period', 'Periodo', periodWords(month.period)],
    ['product', 'Producto', 'Anonimizado, para publicación'],
    ['cut-off', 'Corte', issued?.cutOff ?? null],
    ['publication', 'Publicación', issued?.publication ?? null],
    ['revision', 'Revisión', month.revision > 1 ? revisionWords : null],
    ['coverage', 'Qué no está', month.coverage],
    ['view', 'Qué se muestra', viewWords[month.view]],
    ['note', 'Cómo se lee', month.note],
    ['version', 'Versión de las tablas', String(month.schemaVersion)],
    ['seal', 'Sello', imprint?.seal ?? null],
    ['key', 'Huella de la clave del centro', imprint?.fingerprint ?? null],
  ];
  return facts.flatMap(([code, words, text]) => (text === null ? [] : [{ code, words, text }]));
}

/** Revision 2: what was published for the period before is not at hand any more (disclosure §6). */
const revisionWords = '2: lo publicado antes para este periodo no se pudo recuperar; use solo esta';
