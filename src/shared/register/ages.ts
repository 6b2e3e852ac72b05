/** Age bands of the official groupings (monthly report §2). */

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
/** Oldest age the register accepts. */
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
