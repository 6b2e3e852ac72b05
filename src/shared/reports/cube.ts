/** Counting the cases of a unit into the cube `type-age3-sex` and the one-way tables. */
import {
  ageBands,
  answers,
  bondGroups,
  conditions,
  cubeSize,
  riskLevels,
  sexes,
  violenceTypes,
  type AgeBand,
  type Sex,
  type ViolenceType,
} from './codes.ts';
import { caseForCountSchema, type CaseForCount, type ExactCounts } from './schema.ts';
import { ageBandIndex } from '../register/index.ts';

/** EDAD_GRANDE, the age dimension of the cube. */
export function ageBandOf(age: number): AgeBand {
  return ageBandIndex('EDAD_GRANDE', age) as AgeBand;
}

export function cubeIndex(type: ViolenceType, age: AgeBand, sex: Sex): number {
  return type * 6 + age * 2 + sex;
}

/** The 24 cells in canonical order. */
export const cubeCells: readonly { readonly type: ViolenceType; readonly age: AgeBand; readonly sex: Sex }[] =
  violenceTypes.flatMap((type) => ageBands.flatMap((age) => sexes.map((sex) => ({ type, age, sex }))));

export function emptyCounts(): ExactCounts {
  const zeros = (length: number) => Array.from({ length }, () => 0);
  return {
    total: 0,
    cube: zeros(cubeSize),
    condition: zeros(conditions.length),
    risk: zeros(riskLevels.length + 1),
    bond: zeros(bondGroups.length + 1),
    complaint: zeros(answers.length + 1),
    protection: zeros(answers.length + 1),
  };
}

function addOne(cells: number[], index: number): void {
  cells[index] = (cells[index] ?? 0) + 1;
}

const cubeCase = caseForCountSchema.pick({ violenceType: true, age: true, sex: true });

/** Of cases of which only that is known; one that lacks any of it is in no cell. */
export function countCube(cases: readonly unknown[]): Pick<ExactCounts, 'total' | 'cube'> {
  const counts = emptyCounts();
  for (const given of cases) {
    const one = cubeCase.safeParse(given);
    if (!one.success) continue;
    counts.total += 1;
    addOne(counts.cube, cubeIndex(one.data.violenceType, ageBandOf(one.data.age), one.data.sex));
  }
  return counts;
}

/** Position of a code in its list; null («missing») is one past the end. */
function positionOf<Code>(codes: readonly Code[], code: Code | null): number {
  return code === null ? codes.length : codes.indexOf(code);
}

/**
 * Exact counts of validated cases. The order of the cases has no influence.
 *
 * @throws ZodError for a value outside the code lists: nothing unknown may be counted silently.
 */
export function countMonth(cases: readonly CaseForCount[]): ExactCounts {
  const counts = emptyCounts();
  for (const given of cases) {
    const one = caseForCountSchema.parse(given);
    counts.total += 1;
    addOne(counts.cube, cubeIndex(one.violenceType, ageBandOf(one.age), one.sex));
    addOne(counts.condition, positionOf(conditions, one.condition));
    addOne(counts.risk, positionOf(riskLevels, one.riskLevel));
    addOne(counts.bond, positionOf(bondGroups, one.bondGroup));
    addOne(counts.complaint, positionOf(answers, one.complaint));
    addOne(counts.protection, positionOf(answers, one.protection));
  }
  return counts;
}
