/** The margins of the frozen cells: what can be compared of a month that was closed. */
import { ageBands, sexes, violenceTypes } from '../codes.ts';
import { cubeCells } from '../cube.ts';
import { ageWords, sexWords, totalWords, typeWords } from '../labels.ts';
import type { ExactCounts } from '../schema.ts';

type Cell = (typeof cubeCells)[number];

export function marginLines({ total, cube }: Pick<ExactCounts, 'total' | 'cube'>): { label: string; count: number }[] {
  const sumOf = (keep: (cell: Cell) => boolean) =>
    cubeCells.reduce((sum, cell, at) => sum + (keep(cell) ? (cube[at] ?? 0) : 0), 0);
  return [
    { label: totalWords, count: total },
    ...violenceTypes.map((type) => ({ label: typeWords[type], count: sumOf((cell) => cell.type === type) })),
    ...ageBands.map((age) => ({ label: ageWords[age], count: sumOf((cell) => cell.age === age) })),
    ...sexes.map((sex) => ({ label: sexWords[sex], count: sumOf((cell) => cell.sex === sex) })),
  ];
}
