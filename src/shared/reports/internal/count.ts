/** Counting: every figure is the list of what it counts, so that it can always be opened. */
import { percentOf } from '../figures.ts';
import { totalWords } from '../labels.ts';
import { every, type Line, type TableRule } from './rule.ts';

/** A case, or an act of one. A column that is not there is «sin registro». */
export type Counted = {
  readonly caseId: string;
  readonly person: string;
  readonly values: Readonly<Record<string, string>>;
};

/** Positions of what is counted, ascending; or a percentage, null of nothing (R9). */
export type Figure =
  | { readonly kind: 'count'; readonly of: readonly number[] }
  | { readonly kind: 'percent'; readonly value: number | null };

export type CountedTable = {
  readonly columns: readonly { readonly label: string; readonly kind: Figure['kind'] }[];
  readonly rows: readonly { readonly label: string; readonly isTotal: boolean; readonly figures: readonly Figure[] }[];
};

type Shape = Pick<TableRule, 'bare' | 'untotalled'> & {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
};

const totalLine: Line = { label: totalWords, column: every, is: [''], total: true };

/** @param things in the order in which a list shows them */
export function countTable({ rows, columns, bare, untotalled }: Shape, things: readonly Counted[]): CountedTable {
  const everything = things.map((_, at) => at);
  const index = new Map<string, Map<string, number[]>>();
  const positions = ({ column, is }: Line): readonly number[] => {
    if (column === every) return everything;
    let byCode = index.get(column);
    if (byCode === undefined) {
      byCode = Map.groupBy(everything, (at) => things[at]?.values[column] ?? '');
      index.set(column, byCode);
    }
    const found = is.map((code) => byCode.get(code) ?? []);
    return found.length === 1 ? (found[0] ?? []) : found.flat().toSorted((one, other) => one - other);
  };
  const crossings = columns.map((line) => {
    const inside = new Uint8Array(things.length);
    for (const at of positions(line)) inside[at] = 1;
    return { line, inside };
  });
  const once = (of: readonly number[], { once: by }: Line): readonly number[] =>
    by === undefined ? of : firstOfEach(of, (at) => (by === 'case' ? things[at]?.caseId : things[at]?.person));
  const figuresOf = (row: Line): Figure[] => {
    const all = positions(row);
    const own = once(all, row);
    const whole: Figure[] =
      bare === true
        ? []
        : [
            { kind: 'count', of: own },
            { kind: 'percent', value: percentOf(own.length, things.length) },
          ];
    const crossed = crossings.map(({ line, inside }): Figure => {
      const of = all.filter((at) => inside[at] === 1);
      return { kind: 'count', of: once(once(of, row), line) };
    });
    return [...whole, ...crossed];
  };
  const whole: CountedTable['columns'] = [
    { label: totalWords, kind: 'count' },
    { label: '%', kind: 'percent' },
  ];
  return {
    columns: [...(bare === true ? [] : whole), ...columns.map(({ label }) => ({ label, kind: 'count' as const }))],
    rows: [...rows, ...(untotalled === true ? [] : [totalLine])].map((row) => ({
      ...{ label: row.label, isTotal: row.total ?? false, figures: figuresOf(row) },
    })),
  };
}

function firstOfEach(of: readonly number[], keyOf: (at: number) => string | undefined): number[] {
  const seen = new Set<string | undefined>();
  return of.filter((at) => {
    const key = keyOf(at);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
