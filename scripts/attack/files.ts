/** Attacks on what is handed out: made again (S4), made often (S5), read for what no figure says (S9), filled wrongly (S10). */
import { reportCsv, reportJson, reportXlsx } from '../../src/main/reports/files/index.ts';
import { caseIdSchema } from '../../src/shared/platform/ids.ts';
import { countMonth, roundControlled, type CaseForCount } from '../../src/shared/reports/index.ts';
import { pick, randomFrom } from '../many/random.ts';
import { publishYear, type YearCase, type YearUnit } from '../many/year.ts';
import { starts } from './exact.ts';
import { unitFrom, type Unit } from './units.ts';
import { attackedYear, type Year } from './years.ts';

const bytesOf = ({ published }: YearUnit) => JSON.stringify(published);

/** What is known of the cases of the units of a year, each once. */
function casesOf({ units }: Year): YearCase[] {
  const all = new Map(
    units.flatMap(({ unit, cases }) => cases.filter(({ id }) => unit.counted.includes(id)).map((one) => [one.id, one])),
  );
  return [...all.values()];
}

/**
 * S4: a ficha that comes late is counted by the month of its validation; units published before it must not change by a
 * byte. How many do.
 */
export function publishedAgain(year: Year): { readonly units: number; readonly changed: number } {
  const cases = casesOf(year);
  const [first] = cases;
  const late = year.units.at(6)?.published.period.slice(0, 7) ?? '';
  const month = cases.find((one) => one.month > late)?.month;
  if (first === undefined || month === undefined) return { units: 0, changed: 0 };
  const more: YearCase = { ...first, month, id: caseIdSchema.parse('00000000-0000-4000-9000-000000000000') };
  const before = [...publishYear(year.of, attackedYear, cases)].filter(({ published }) => published.period < month);
  const after = [...publishYear(year.of, attackedYear, [...cases, more])];
  const isSame = (one: YearUnit) => after.some((other) => withoutActs(other) === withoutActs(one));
  return { units: before.length, changed: before.filter((one) => !isSame(one)).length };
}

/** Acts are drawn anew each time here; in a centre they are counted once, with the unit. */
function withoutActs(unit: YearUnit): string {
  const { published } = unit;
  const tables = published.tables.filter(({ id }) => !['T13', 'T14', 'T18'].includes(id));
  return bytesOf({ ...unit, published: { ...published, tables } });
}

/** Control of S4: the month counted again with the late ficha in it, same start. Share of months that give it away. */
export function recomputed(units: readonly Unit[], seed: number): number {
  const random = randomFrom(seed);
  const shown = units.filter(({ month }) => month.view !== 'band');
  const told = shown.filter(({ counts, start }) => {
    const cell = pick(counts.cube, random);
    const more = counts.cube.map((count, at) => count + (at === cell ? 1 : 0));
    const [before, after] = [roundControlled(counts.cube, start), roundControlled(more, start)];
    return before.some((count, at) => count !== after[at]);
  });
  return told.length / shown.length;
}

/** S5: made a hundred times. How many different files came of it. */
export function exportedOften(unit: Unit, times: number): number {
  return new Set(Array.from({ length: times }, () => JSON.stringify(unitFrom(unit.cases, unit.month.period).month)))
    .size;
}

/** Control of S5: a new start for each export. Share of unsafe cells that their mean gives away. */
export function averaged(units: readonly Unit[], times: number, seed: number): number {
  const random = randomFrom(seed);
  let [unsafe, exact] = [0, 0];
  for (const { counts } of units) {
    const sums = counts.cube.map(() => 0);
    for (let time = 0; time < times; time += 1) {
      const start = starts[Math.floor(random() * 3)] ?? 1;
      roundControlled(counts.cube, start).forEach((count, at) => (sums[at] = (sums[at] ?? 0) + count));
    }
    counts.cube.forEach((count, at) => {
      if (count < 1 || count > 4) return;
      unsafe += 1;
      if (Math.round((sums[at] ?? 0) / times) === count) exact += 1;
    });
  }
  return exact / unsafe;
}

/** Times of day, ids, folders, logins and computers: nothing of the kind may stand in a file. */
const traces: Readonly<Record<string, RegExp>> = {
  time: /\d{2}:\d{2}:\d{2}|T\d{2}:\d{2}/,
  uuid: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  folder: /[A-Z]:\\|\/(?:home|root|Users|tmp)\//,
  audit: /auditSeq|auditSeal|"seq"/,
  caseNumber: /\b[A-Z-]{2,10}-?\d{4}-\d{4,6}\b/,
};

/** S9: what of the kind stands in the files of a unit, and in a spreadsheet whatever is written inside. */
export async function tracesIn({ published, imprint }: Pick<YearUnit, 'published' | 'imprint'>): Promise<string[]> {
  const xlsx = Buffer.from(await reportXlsx(published, imprint));
  const texts = [reportJson(published, imprint), reportCsv(published, imprint)].map((bytes) =>
    Buffer.from(bytes).toString(),
  );
  return tracesOf([...texts, xlsx.toString('latin1').replace(/[^\x20-\x7e]+/g, ' ')]);
}

export function tracesOf(texts: readonly string[]): string[] {
  return Object.entries(traces).flatMap(([name, pattern]) => (texts.some((text) => pattern.test(text)) ? [name] : []));
}

const right: CaseForCount = {
  ...{ violenceType: 2, age: 30, sex: 0, condition: 1, riskLevel: 2, bondGroup: 1, complaint: 1, protection: 0 },
};
const wrong: readonly Readonly<Record<string, unknown>>[] = [
  ...[{ violenceType: 4 }, { violenceType: -1 }, { violenceType: null }, { violenceType: '2' }],
  ...[{ age: -1 }, { age: 131 }, { age: 30.5 }, { age: Number.NaN }, { age: null }],
  ...[{ sex: 2 }, { sex: null }, { condition: 0 }, { condition: 6 }, { riskLevel: 0 }, { riskLevel: 4 }],
  ...[{ bondGroup: 4 }, { complaint: 2 }, { protection: true }, { name: 'x' }, { id: '1' }],
];

/** S10: values outside the lists that are counted all the same. `count` stands for the program, or for a lenient one. */
export function countedWrongly(count: (cases: readonly CaseForCount[]) => unknown = countMonth): {
  tried: number;
  taken: number;
} {
  const taken = wrong.filter((one) => {
    try {
      count([{ ...right, ...one }]);
      return true;
    } catch {
      return false;
    }
  });
  return { tried: wrong.length, taken: taken.length };
}
