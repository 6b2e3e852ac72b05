/** The one generic table against what the ministry published, and against an independent recount of every cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codedColumns, type AgeGrouping } from '../../../src/shared/register/index.ts';
import {
  actGroup,
  asTable,
  countTable,
  every,
  groupingsOf,
  inPeriod,
  internalRules,
  linesOf,
  makeTable,
  reportMonth,
  variablesOf,
  type Counted,
  type LineFacts,
} from '../../../src/shared/reports/index.ts';
import { fixture } from './support.ts';

type Rows = { rows: (string | number)[][] };
const grid = fixture('grid-2012') as Rows;
const annual = fixture('annual-2018-2025') as { rows: number[][] };
const percentages = fixture('percentages-2026') as Rows;

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const factsOf = (things: readonly Counted[], grouping: AgeGrouping | null = null): LineFacts => ({
  ...{ grouping, months, things, placeName: (code) => `Distrito ${code}` },
});

function ruleOf(key: string) {
  const rule = internalRules.find((one) => one.key === key);
  if (rule === undefined) throw new Error(`no table ${key}`);
  return rule;
}

const thing = (values: Record<string, string>, at = 0): Counted => ({
  caseId: `case-${at}`,
  person: `p-${at}`,
  values,
});

describe('the table of 2012', () => {
  /** Ages that fall in each band of EDAD_PEQUENO. */
  const ages = ['3', '8', '14', '20', '30', '40', '50', '70'];
  const things = grid.rows.slice(0, 12).flatMap(([, , women, , ...bands], month) =>
    bands
      .flatMap((count, band) => Array.from({ length: Number(count) }, () => ages[band] ?? ''))
      .map((age, at) =>
        thing({
          [reportMonth]: months[month] ?? '',
          EDAD_VICTIMA: age,
          SEXO_VICTIMA: at < Number(women) ? '0' : '1',
        }),
      ),
  );

  it('is met cell by cell: 12 months and their total by sex and eight ages', () => {
    const table = asTable(makeTable(ruleOf('T2-meses'), factsOf(things)));
    const cells = table.rows.map(({ cells: [all, , ...crossed] }) => [all, ...crossed]);
    expect(cells).toHaveLength(13);
    expect(cells).toEqual(grid.rows.map(([, ...published]) => published));
  });
});

it('meets every published percentage of January to July 2026', () => {
  expect(percentages.rows.length).toBeGreaterThanOrEqual(139);
  const [yes, no] = [thing({ VICTIMA_GESTANDO: '1' }), thing({})];
  const line = { label: 'Sí', column: 'VICTIMA_GESTANDO', is: ['1'] };
  const off = percentages.rows.filter(([, , part, whole, percent]) => {
    const things = Array.from({ length: Number(whole) }, (_, at) => (at < Number(part) ? yes : no));
    const figure = countTable({ rows: [line], columns: [] }, things).rows[0]?.figures[1];
    return figure?.kind !== 'percent' || figure.value !== percent;
  });
  expect(off).toEqual([]);
});

it('adds the types of each year up to the published total', () => {
  for (const [, all, ...types] of annual.rows) {
    const codes = ['1', '2', '3', '0'];
    const things = types.flatMap((count, at) => Array<Counted>(count).fill(thing({ TIPO_VIOLENCIA: codes[at] ?? '' })));
    const { rows } = asTable(makeTable(ruleOf('T4-sexo'), factsOf(things)));
    expect(rows.at(-1)?.cells[0]).toBe(all);
    expect(rows.slice(0, -1).reduce((sum, { cells }) => sum + (cells[0] ?? 0), 0)).toBe(all);
  }
});

describe('every table', () => {
  const codesOf = (variable: string): string[] => {
    if (variable.startsWith('EDAD_')) return ['0', '5', '6', '17', '18', '59', '60', '130', ''];
    if (variable === 'UBIGEO_DOMICILIO') return ['150101', '150132', ''];
    return [...(codedColumns.get(variable)?.options.map(({ code }) => code) ?? []), ''];
  };
  const acts = internalRules
    .filter(({ over }) => over === 'acts')
    .flatMap(({ rows }) => linesOf(rows, factsOf([])).flatMap(({ is }) => is));
  const anyThings = fc.array(
    fc.integer({ min: 0, max: 2 ** 31 }).map((seed): Counted => {
      let state = seed;
      const pick = <Value>(of: readonly Value[]): Value => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return of[(state >>> 8) % of.length] as Value;
      };
      const variables = [...new Set(internalRules.flatMap(variablesOf))];
      const values = Object.fromEntries(variables.map((variable) => [variable, pick(codesOf(variable))]));
      const own = { [inPeriod]: pick(['1', '']), [reportMonth]: pick(months), [actGroup]: pick(acts) };
      return { caseId: `case-${seed % 7}`, person: `p-${seed % 5}`, values: { ...values, ...own } };
    }),
    { minLength: 1, maxLength: 40 },
  );

  it('lists behind each figure just what an independent recount finds, and counts as many', () => {
    let figures = 0;
    fc.assert(
      fc.property(
        anyThings,
        fc.constantFrom(null, ...groupingsOf.EDAD_VICTIMA, ...groupingsOf.EDAD_AGRESOR),
        (things, grouping) => {
          for (const rule of internalRules) {
            const made = makeTable(rule, factsOf(things, grouping));
            const shown = asTable(made);
            const rows = [...made.rows, ...(rule.untotalled ? [] : [{ column: every, is: [''] }])];
            const holds = (one: Counted, { column, is }: { column: string; is: readonly string[] }) =>
              is.includes(column === every ? '' : (one.values[column] ?? ''));
            rows.forEach((row, r) => {
              const columns = [...(rule.bare ? [] : [{ column: every, is: [''] }, null]), ...made.columns];
              columns.forEach((column, c) => {
                const figure = made.counted.rows[r]?.figures[c];
                if (column === null) return;
                figures += 1;
                const whole = things.flatMap((one, at) => (holds(one, row) && holds(one, column) ? [at] : []));
                const once = [row, column].flatMap((line) => ('once' in line ? [line.once] : []));
                const found = whole.filter((at, place) =>
                  once.every((by) => {
                    const key = (of: number) => (by === 'case' ? things[of]?.caseId : things[of]?.person);
                    return whole.findIndex((other) => key(other) === key(at)) === place;
                  }),
                );
                expect(figure).toEqual({ kind: 'count', of: found });
                expect(shown.rows[r]?.cells[c]).toBe(found.length);
              });
            });
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(figures).toBeGreaterThan(10_000);
  });

  it('has a name of its own, words for every line, and columns that the register knows', () => {
    expect(new Set(internalRules.map(({ key }) => key)).size).toBe(internalRules.length);
    for (const rule of internalRules) {
      expect(rule.key.length, rule.key).toBeLessThanOrEqual(31);
      const lines = linesOf([...rule.rows, ...rule.columns], factsOf([]));
      expect(
        lines.filter(({ label }) => label === ''),
        rule.key,
      ).toEqual([]);
      const unknown = lines.filter(
        ({ column }) => ![every, inPeriod, reportMonth, actGroup].includes(column) && !codedColumns.has(column),
      );
      expect(unknown, rule.key).toEqual([]);
    }
    const rowsIn = (key: string) => linesOf(ruleOf(key).rows, factsOf([])).length;
    expect([rowsIn('T5'), rowsIn('T7-vinculos'), rowsIn('T11')]).toEqual([63, 40, 25]);
    const numbers = new Set(internalRules.map(({ key }) => key.split('-')[0]));
    expect(numbers).toEqual(new Set(Array.from({ length: 17 }, (_, at) => `T${at + 1}`)));
  });
});

it('keeps missing apart from no, and prints a subtotal without transferred and continued', () => {
  const things = [
    thing({ CONDICION: '1', INTERPUSO_DENUNCIA: '1' }),
    thing({ CONDICION: '4', INTERPUSO_DENUNCIA: '' }),
    thing({ CONDICION: '5', INTERPUSO_DENUNCIA: '0' }),
  ];
  const cells = (key: string) => asTable(makeTable(ruleOf(key), factsOf(things))).rows.map((row) => row.cells[0]);
  expect(cells('T12-denuncia')).toEqual([1, 1, 1, 3]);
  expect(cells('T3')).toEqual([1, 0, 0, 1, 1, 1, 3]);
});

it('has no percentage of nothing', () => {
  for (const rule of internalRules.filter(({ bare }) => bare !== true)) {
    for (const { cells } of asTable(makeTable(rule, factsOf([]))).rows) expect(cells.slice(0, 2)).toEqual([0, null]);
  }
});

it('counts a person once in «Personas distintas» and a case once beside its acts', () => {
  const again = [thing({ [inPeriod]: '1' }, 1), thing({ [inPeriod]: '1' }, 1), thing({ [inPeriod]: '1' }, 2)];
  const rows = asTable(makeTable(ruleOf('T1'), factsOf(again))).rows;
  expect(rows.find(({ label }) => label === 'Personas distintas')?.cells).toEqual([2, 2]);
  const hearings = again.map((one) => ({ ...one, values: { [actGroup]: 'hearings' } }));
  const legal = asTable(makeTable(ruleOf('T14'), factsOf(hearings))).rows;
  expect(legal.find(({ label }) => label === 'Audiencias')?.cells).toEqual([2, 3]);
});
