/**
 * The row of a whole ficha: the official variables in the order of the form, each with code and words.
 *
 * The questions come from the catalogues of the sections, so that a new question or section is a new cell by itself.
 * What the form holds beside questions (header, names, the account, dates of the event) is placed between them by
 * `row-parts.ts`; indicators and administrative columns follow.
 */
import type { PlaceIndex } from '../people/index.ts';
import type { Section } from '../record/index.ts';
import { bondOf } from './coded.ts';
import { columnName, type ColumnValues, type Spelling } from './columns.ts';
import type { RegisterFacts } from './facts.ts';
import { planSetBy } from './filed-plan.ts';
import { indicators, indicatorValue } from './indicators.ts';
import { lineOf, lineOfOwnText, linesOfQuestion, placeWords, questionsInOrder, type RegisterLine } from './lines.ts';
import { appraisalLines, headerLines, partsAfter, partsBefore } from './row-parts.ts';
import { answersAsked, guardOfSection, registerSections } from './sections.ts';

// Age bands of the official groupings (monthly report §2).

/** Lower bounds of each official age grouping, in years; the last band is open. */
export const ageGroupings = {
  EDAD_GRANDE: [0, 18, 60],
  EDAD_PEQUENO: [0, 6, 12, 18, 26, 36, 46, 60],
  EDAD_PEQUENO_REPORTE: [0, 12, 18, 26, 36, 46, 60],
  EDAD_ESPECIAL: [0, 6, 12, 15, 18, 30, 60],
  EDAD_05_GRUPOS_R_REGIONAL: [0, 12, 18, 30, 60],
  EDAD_06_GRUPO_R_DIARIO: [0, 12, 15, 18, 30, 60],
  EDAD_06_GRUPO_R_BOLETIN: [0, 60, 65, 70, 75, 80],
  EDAD_05_GRUPO_R_SGIC_1: [0, 6, 12, 18, 60],
  EDAD_04_GRUPO_R_SGIC_2: [0, 14, 18, 60],
  EDAD_PIRAMIDE_POBLACIONAL: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 95],
  EDAD_PEQUENO_AGRESOR: [0, 18, 26, 36, 46, 60],
  EDAD_GRANDE_AGRESOR: [0, 18, 60],
} as const;
export type AgeGrouping = keyof typeof ageGroupings;
/** Groupings of the aggressor end with «Sin información», where an unknown age is counted. */
export const groupingsWithUnknown: readonly AgeGrouping[] = ['EDAD_PEQUENO_AGRESOR', 'EDAD_GRANDE_AGRESOR'];
export const ageMax = 130;

/**
 * Index of the band an age in completed years falls in.
 *
 * `age` null is unknown: the last band of a grouping that has «Sin información», else null.
 * @throws RangeError for an age that is no whole number from 0 to 130.
 */
export function ageBandIndex(grouping: AgeGrouping, age: number | null): number | null {
  const bounds: readonly number[] = ageGroupings[grouping];
  if (age === null) return groupingsWithUnknown.includes(grouping) ? bounds.length : null;
  if (!Number.isInteger(age) || age < 0 || age > ageMax) throw new RangeError('age outside the register');
  return bounds.findLastIndex((from) => age >= from);
}

/** Words of each band in order: «0 a 5 años», «60 a más años», «Sin información». */
export function ageBandLabels(grouping: AgeGrouping): readonly string[] {
  const bounds: readonly number[] = ageGroupings[grouping];
  const labels = bounds.map((from, index) => {
    const next = bounds[index + 1];
    return next === undefined ? `${from} a más años` : `${from} a ${next - 1} años`;
  });
  return groupingsWithUnknown.includes(grouping) ? [...labels, 'Sin información'] : labels;
}

/** Every line of the ficha in the order of the form; empty ones too. */
export function registerLines(
  given: RegisterFacts,
  places: PlaceIndex,
  sections: readonly Section[] = registerSections,
): RegisterLine[] {
  // An answer that a later change of another section hides is neither passed nor counted.
  const facts = { ...given, answers: answersAsked(given.answers) };
  const lines = [
    ...headerLines(facts),
    ...sections.flatMap((section) => sectionLines(section, facts, places)),
    ...computedLines(facts),
    ...administrativeLines(facts, places),
  ];
  const filed = planSetBy(facts);
  // A question of the catalogue wins over the same column written by hand.
  const asked = new Set(lines.filter(({ source }) => source === 'answer').map(({ id }) => id));
  return lines
    .filter(({ source, id }) => source === 'answer' || !asked.has(id))
    .map((line) => (filed.has(line.variable) ? { ...line, value: '1', words: 'Sí' } : line));
}

function sectionLines(section: Section, facts: RegisterFacts, places: PlaceIndex): RegisterLine[] {
  const answers = facts.answers[section.id] ?? {};
  const lines: RegisterLine[] = [];
  const ordered = questionsInOrder(section);
  for (const [at, { name, question, block }] of ordered.entries()) {
    if (ordered[at - 1]?.block.id !== block.id) lines.push(...partsBefore(block, facts));
    lines.push(...linesOfQuestion(question, answers[name], block, places));
    lines.push(...lineOfOwnText(name, question, answers[name], block), ...partsAfter(name, block, facts));
  }
  const author = facts.authors[section.id] ?? '';
  const last = section.blocks.at(-1);
  const id = `NOMBRE_REGISTRA_SECCION_${section.id}`;
  const label = `Profesional que llena la Sección ${section.id}`;
  if (last !== undefined) {
    lines.push(...appraisalLines(section.id, last, facts));
    lines.push(lineOf(last.title, last.id, { id, variable: id, label, value: author }));
  }
  const guard = guardOfSection(section);
  return guard === null ? lines : lines.map((line) => ({ ...line, guard: line.guard ?? guard }));
}

const computed = 'Indicadores (los calcula el programa)';
const administrative = 'Columnas administrativas';

function computedLines(facts: RegisterFacts): RegisterLine[] {
  const flags = indicators.map((indicator) => {
    const value = indicatorValue(indicator, facts);
    const words = value === '' ? '' : value === '1' ? 'Sí' : 'No';
    return derived(indicator.variable, indicator.label, value, words);
  });
  return [...flags, ...ageLines(facts), bondLine(facts)];
}

function derived(variable: string, label: string, value: string, words: string): RegisterLine {
  return lineOf(computed, '', { id: variable, variable, label, value, words, source: 'computed' });
}

/** Groupings of age with their official column; two more of the twelve are not published (monthly report §2). */
export const userGroupings = [
  'EDAD_GRANDE',
  'EDAD_PEQUENO',
  'EDAD_PEQUENO_REPORTE',
  'EDAD_ESPECIAL',
  'EDAD_05_GRUPOS_R_REGIONAL',
  'EDAD_06_GRUPO_R_DIARIO',
  'EDAD_06_GRUPO_R_BOLETIN',
  'EDAD_05_GRUPO_R_SGIC_1',
  'EDAD_04_GRUPO_R_SGIC_2',
] as const satisfies readonly AgeGrouping[];

function ageLines({ answers }: RegisterFacts): RegisterLine[] {
  const age = (name: string) => {
    const value = answers['A']?.[name];
    return typeof value === 'number' ? value : null;
  };
  const line = (grouping: AgeGrouping, label: string, years: number | null) => {
    const band = ageBandIndex(grouping, years);
    const words = band === null ? '' : (ageBandLabels(grouping)[band] ?? '');
    return derived(grouping, label, band === null ? '' : String(band + 1), words);
  };
  return [
    ...userGroupings.map((grouping) => line(grouping, 'Grupo de edad de la persona usuaria', age('userAge'))),
    line('EDAD_PEQUENO_AGRESOR', 'Grupo de edad de la presunta persona agresora', age('aggressorAge')),
  ];
}

/** VINCULO_GRUPAL: the three lists of bonds one after the other (10 + 19 + 10); codes by order (U02). */
function bondLine({ answers }: RegisterFacts): RegisterLine {
  const value = bondOf(answers['A'] ?? {});
  return derived('VINCULO_GRUPAL', 'Vínculo, en una sola lista', value, value);
}

export const categoryCodes = { regular: '1', sevenByTwentyFour: '2', policeStation: '3', healthCentre: '4' } as const;

/** Administrative columns the program knows; the other ones of the list stay empty (register form §10). */
const unknownColumns = [
  ...['CUI', 'NOMBRE_CUI', 'CEM_VIGENTE', 'FECHA_FUNCIONAMIENTO', 'ANO_FUNCIONAMIENTO', 'REGION_UBI_CEM', 'ZONA_LIMA'],
  ...['VRAEM', 'TIPO_VRAEM', 'PORCENTAJE_RURAL', 'AREA_DISTRITO', 'DIST_POBRE', 'RANKIN_POBREZA'],
] as const;

function administrativeLines(facts: RegisterFacts, places: PlaceIndex): RegisterLine[] {
  const { centre } = facts;
  const of = placeWords(centre.districtCode, places);
  const home = facts.answers['A']?.['homeDistrict'];
  const at = typeof home === 'string' ? placeWords(home, places) : [];
  const settlement = facts.answers['A']?.['homeSettlement'];
  const known: readonly (readonly [string, string, string])[] = [
    ['CODIGO_CEM', 'Código del CEM', centre.code],
    ['CATEGORIA', 'Categoría del CEM', categoryCodes[centre.category]],
    ['MODALIDAD_REGISTRO', 'Modalidad de registro', 'SUMA'],
    ['DPTO_UBI_CEM', 'Departamento del CEM', of[0] ?? ''],
    ['PROV_UBI_CEM', 'Provincia del CEM', of[1] ?? ''],
    ['DIST_UBI_CEM', 'Distrito del CEM', of[2] ?? ''],
    ['UBIGEO_INEI', 'UBIGEO (INEI) del CEM', centre.districtCode],
    ['UBIGEO', 'UBIGEO (RENIEC) del CEM', reniecOf(centre.districtCode, places)],
    ['MES', 'Mes', facts.admission.admittedOn.slice(5, 7)],
    ['NOM_DPTO', 'Departamento de residencia', at[0] ?? ''],
    ['NOM_PROV', 'Provincia de residencia', at[1] ?? ''],
    ['NOM_DIST', 'Distrito de residencia', at[2] ?? ''],
    ['NOM_CCPP', 'Centro poblado de residencia', typeof settlement === 'string' ? settlement : ''],
    ...unknownColumns.map((variable) => [variable, variable, ''] as const),
  ];
  return known.map(([variable, label, value]) =>
    lineOf(administrative, '', { id: variable, variable, label, value, source: 'administrative' }),
  );
}

function reniecOf(districtCode: string, places: PlaceIndex): string {
  for (const [reniec, place] of places.byReniec) if (place.code === districtCode) return reniec;
  return '';
}

/** The row as a file holds it: column → value, in order. */
export function registerRow(lines: readonly RegisterLine[], spelling: Spelling = 'official'): ColumnValues {
  const columns = lines.filter(({ variable }) => variable !== '');
  return Object.fromEntries(columns.map(({ variable, value }) => [columnName(variable, spelling), value]));
}
