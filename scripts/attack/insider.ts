/** S8: somebody who knows every case of a month but one, and reads the file for the last. */
import { roundControlled } from '../../src/shared/reports/index.ts';
import { starts } from './exact.ts';
import { cellsOf, type Unit } from './units.ts';

export type Insider = {
  readonly tried: number;
  /** Share of last cases whose cell, or whose type, is the only one that fits. */
  readonly cell: number;
  readonly type: number;
  /** The type, where age and sex of the last case are known. */
  readonly typeKnown: number;
};

export function knowAllButOne(units: readonly Unit[]): Insider {
  let [tried, cell, type, typeKnown] = [0, 0, 0, 0];
  for (const { month, counts } of units) {
    if (month.view === 'band') continue;
    const shown = month.cells.map(({ count }) => count);
    const truth = cellsOf(month, counts);
    const perType = truth.length / 4;
    truth.forEach((count, last) => {
      if (count === 0) return;
      const others = truth.map((one, at) => one - (at === last ? 1 : 0));
      const fits = truth.flatMap((_, at) => {
        const guess = others.map((one, index) => one + (index === at ? 1 : 0));
        return starts.some((start) => roundControlled(guess, start).every((one, index) => one === shown[index]))
          ? [at]
          : [];
      });
      const typesOf = (cells: readonly number[]) => new Set(cells.map((at) => Math.floor(at / perType))).size;
      // Each case of the cell is as likely to be the last.
      tried += count;
      if (fits.length === 1) cell += count;
      if (typesOf(fits) === 1) type += count;
      if (typesOf(fits.filter((at) => at % perType === last % perType)) === 1) typeKnown += count;
    });
  }
  return { tried, cell: cell / tried, type: type / tried, typeKnown: typeKnown / tried };
}
