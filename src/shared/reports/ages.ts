/** Age bands of the official groupings. */
import { type AgeBand, type AgeGrouping, ageGroupings, ageMax, groupingsWithUnknown } from './codes.ts';

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

/** EDAD_GRANDE, the age dimension of the cube. */
export function ageBandOf(age: number): AgeBand {
  return ageBandIndex('EDAD_GRANDE', age) as AgeBand;
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
