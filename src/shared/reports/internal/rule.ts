/** What a table of «Interno» is made of. A table is data; `count.ts` counts all of them. */
import type { AgeGrouping } from '../../register/index.ts';

/** A row or a crossing: the things whose column holds one of these codes ('' is «sin registro»). */
export type Line = {
  readonly label: string;
  readonly column: string;
  readonly is: readonly string[];
  /** Stands apart and is bold. */
  readonly total?: true;
  /** Each person, or each case, once. */
  readonly once?: 'person' | 'case';
};

/** Lines said in short. */
export type Part =
  /** Every code of a coded column, and «Sin registro» (R6). */
  | { readonly codes: string }
  /** Codes put together; the rest is «Sin registro». */
  | { readonly of: string; readonly groups: readonly (readonly [words: string, codes: readonly string[]])[] }
  /** One line an option of questions with several answers (R7). */
  | { readonly ticks: readonly string[] }
  /** Columns of which only «Sí» is counted (R5). */
  | { readonly yes: readonly string[] }
  | { readonly ages: keyof typeof groupingsOf }
  /** Months of the period, the year to date for a month. */
  | { readonly months: true }
  /** What is found in a column of places. */
  | { readonly places: string }
  | { readonly lines: readonly Line[] };

/** Columns that are no answer: what every counted thing has. */
export const every = '*';
export const inPeriod = 'EN_PERIODO';
export const reportMonth = 'MES_DEL_REPORTE';
export const actGroup = 'ACTO';

/** Groupings that can be chosen for an age; the first is the usual one. Those of the aggressor end with «Sin información». */
export const groupingsOf = {
  EDAD_VICTIMA: [
    ...['EDAD_PEQUENO', 'EDAD_GRANDE', 'EDAD_PEQUENO_REPORTE', 'EDAD_ESPECIAL', 'EDAD_05_GRUPOS_R_REGIONAL'],
    ...['EDAD_06_GRUPO_R_DIARIO', 'EDAD_06_GRUPO_R_BOLETIN', 'EDAD_05_GRUPO_R_SGIC_1', 'EDAD_04_GRUPO_R_SGIC_2'],
    'EDAD_PIRAMIDE_POBLACIONAL',
  ],
  EDAD_AGRESOR: ['EDAD_PEQUENO_AGRESOR', 'EDAD_GRANDE_AGRESOR'],
} as const satisfies Record<string, readonly AgeGrouping[]>;

/** Rules of counting, said under the table (monthly report §1). */
export const noteWords = {
  R3: 'El subtotal no incluye Derivado ni Continuador.',
  R5: 'Se cuenta solo la respuesta «Sí».',
  R6: '«Sin registro / no aplicable» es una fila propia: nunca es «No».',
  R7: 'Respuesta múltiple: las filas no suman el total y el porcentaje es sobre todos los casos.',
  R10: 'Una persona puede estar en varias filas: no las sume.',
  R11: 'Extranjera: nacionalidad extranjera y no peruana. Alcohol o drogas: así estaba en la última agresión.',
  R13: 'Es la residencia de la persona usuaria, no el lugar del centro.',
  R14: 'Se cuentan los actos del periodo, sea cual sea el mes de la ficha.',
  once: 'Atención integral e interdisciplinaria: el caso cuenta en el mes en que llega a tenerla.',
} as const;
export type NoteId = keyof typeof noteWords;

export type TableRule = {
  /** `T8-educacion`: names the table in a call and its sheet. */
  readonly key: string;
  readonly title: string;
  readonly rows: readonly Part[];
  /** Crossings, after the total. */
  readonly columns: readonly Part[];
  /** `acts` of the period in place of its cases; `yearToDate`: from January to the end of the period. */
  readonly over?: 'acts' | 'yearToDate';
  /** Without the first column of totals and its percentages. */
  readonly bare?: true;
  /** Without a last row of everything. */
  readonly untotalled?: true;
  readonly notes?: readonly NoteId[];
};

/** What no exact figure counts: a cell of one person would tell what its reader may not know. How many is never said. */
export const notCounted = 'No cuenta las fichas reservadas ni las que un conflicto le cierra.';
export const notCountedInFile =
  'No cuenta las fichas reservadas ni las que un conflicto cerraba a quien hizo este archivo.';

/** `T8` of `T8-educacion`, `T18` of `T18Grupo`. */
export const tableNumber = ({ key }: Pick<TableRule, 'key'>): string => /^T\d+/.exec(key)?.[0] ?? key;
