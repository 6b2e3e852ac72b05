/**
 * The audit-number attack (M5): does anything in a file besides its figures tell the size of a month that is hidden? Every
 * value of the JSON file and of its signed list is read as a number; its steps from month to month are held against the
 * hidden sizes, after what the centre and the calendar explain.
 */
import { manifestFile, readManifest, reportCsv, reportJson } from '../../src/main/reports/files/index.ts';
import { publicationOf } from '../../src/main/reports/month-files.ts';
import { civilDateSchema } from '../../src/shared/platform/dates.ts';
import { bandLimit } from '../../src/shared/reports/codes.ts';
import { countMonth, reportFileName, type Imprint } from '../../src/shared/reports/index.ts';
import { casesFrom, published } from '../many/distributions.ts';
import { normal, poisson, randomFrom } from '../many/random.ts';
import { inventCentre, type YearUnit } from '../many/year.ts';
import type { Year } from './years.ts';

/** The published figures: what a reader may know anyhow. */
const figures = ['cells', 'tables', 'margins', 'total'];

function numberOf(value: string): number {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return Date.parse(value) / 86_400_000;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  const head = Number.parseInt(value.replace(/[^0-9A-Za-z]/g, '').slice(0, 8), 36);
  return Number.isNaN(head) ? 0 : head;
}

/** Every leaf as a number, by its path; of a text its length too. */
function numbersIn(value: unknown, path: string, into: Map<string, number>): void {
  if (typeof value === 'number') into.set(path, value);
  if (typeof value === 'string') {
    into.set(path, numberOf(value));
    into.set(`${path}#length`, value.length);
  }
  if (Array.isArray(value)) into.set(`${path}#length`, value.length);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value))
    if (path !== '' || !figures.includes(name)) numbersIn(inner, `${path}/${name}`, into);
}

/** What else a file carried, to see whether the attack would find it. */
export type Leak = (units: readonly YearUnit[], seed: number) => readonly Readonly<Record<string, number>>[];

/** Control: the place in the audit, as files once carried it; ordinary days and their noise between the closings. */
export const auditNumber: Leak = (units, seed) => {
  const random = randomFrom(seed);
  let auditSeq = 700;
  return units.map(({ cases, published: unit }) => {
    const isMonth = /-\d\d$/.test(unit.period);
    auditSeq += isMonth ? Math.round(Math.max(0, 60 + 15 * normal(random)) + poisson(cases.length * 9.5, random)) : 1;
    return { auditSeq };
  });
};

/** Control: a number that goes up by what was counted, as a register of fichas would. */
export const casesCounted: Leak = (units) => {
  let registered = 0;
  return units.map(({ cases }) => ({ registered: (registered += cases.length) }));
};

type Hidden = {
  readonly centre: string;
  readonly period: string;
  readonly size: number;
  readonly values: ReadonlyMap<string, number>;
};

/** All that the files of a unit say, as numbers. */
function numbersOf({ of }: Year, { published: unit, imprint }: YearUnit): Map<string, number> {
  const { centre, period, schemaVersion } = unit;
  const files = [
    { name: reportFileName(centre, period, 'json'), bytes: reportJson(unit, imprint) },
    { name: reportFileName(centre, period, 'csv'), bytes: reportCsv(unit, imprint) },
  ];
  const values = new Map<string, number>();
  numbersIn(JSON.parse(Buffer.from(files[0]?.bytes ?? []).toString()), '', values);
  numbersIn(readManifest(manifestFile({ centre, period, schemaVersion }, files, of.signingKey)), '/lista', values);
  return values;
}

/** Hidden months of a centre with their numbers, and the steps from the unit that was published before. */
function hiddenMonths(year: Year, leaked: ReturnType<Leak>): Hidden[] {
  let before: ReadonlyMap<string, number> = new Map();
  return year.units.flatMap((unit, at) => {
    const { centre, period, view } = unit.published;
    const values = new Map([...numbersOf(year, unit), ...Object.entries(leaked[at] ?? {})]);
    const steps = [...values].flatMap(([path, value]): [string, number][] => {
      const earlier = before.get(path);
      return earlier === undefined ? [] : [[`${path} (paso)`, value - earlier]];
    });
    before = values;
    return view === 'band' ? [{ centre, period, size: unit.counts.total, values: new Map([...values, ...steps]) }] : [];
  });
}

/** Takes away what the mean of a group explains, group after group. */
function centred(rows: readonly { readonly keys: readonly string[]; readonly value: number }[]): number[] {
  let values = rows.map(({ value }) => value);
  for (let round = 0; round < 6; round += 1) {
    for (const at of [0, 1]) {
      const groups = new Map<string, { sum: number; count: number }>();
      rows.forEach(({ keys }, row) => {
        const group = groups.get(keys[at] ?? '') ?? { sum: 0, count: 0 };
        groups.set(keys[at] ?? '', { sum: group.sum + (values[row] ?? 0), count: group.count + 1 });
      });
      values = values.map((value, row) => {
        const { sum, count } = groups.get(rows[row]?.keys[at] ?? '') ?? { sum: 0, count: 1 };
        return value - sum / count;
      });
    }
  }
  return values;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, at) => {
    ab += value * (b[at] ?? 0);
    aa += value ** 2;
    bb += (b[at] ?? 0) ** 2;
  });
  return aa < 1e-6 || bb < 1e-6 ? 0 : ab / Math.sqrt(aa * bb);
}

export type NumberLeak = {
  readonly months: number;
  readonly paths: number;
  readonly path: string;
  readonly correlation: number;
};

/** The number that tells most of the hidden sizes. */
export function attackNumbers(years: Iterable<Year>, leak?: Leak): NumberLeak {
  const hidden: Hidden[] = [];
  let number = 0;
  for (const year of years) {
    number += 1;
    hidden.push(...hiddenMonths(year, leak?.(year.units, number) ?? []));
  }
  const paths = new Set(hidden.flatMap(({ values }) => [...values.keys()]));
  let most: NumberLeak = { months: hidden.length, paths: paths.size, path: '', correlation: 0 };
  for (const path of paths) {
    const rows = hidden.flatMap(({ centre, period, size, values }) => {
      const value = values.get(path);
      return value === undefined ? [] : [{ keys: [centre, period], value, size }];
    });
    if (rows.length < hidden.length / 2) continue;
    const found = Math.abs(correlation(centred(rows), centred(rows.map(({ keys, size }) => ({ keys, value: size })))));
    if (found > most.correlation) most = { ...most, path, correlation: found };
  }
  return most;
}

/** How many different files a month makes that is hidden, whatever it holds: under one seal and one number, one. */
export function bandFiles(): number {
  const of = inventCentre(1, 1, 1);
  const draw = casesFrom(published, of.random);
  const cases = Array.from({ length: bandLimit }, () => draw().counted);
  const imprint: Imprint = {
    ...{ publication: 1, seal: '0123456789', cutOff: civilDateSchema.parse('2026-02-05'), fingerprint: of.fingerprint },
    ...{ centreName: of.centre.name, ubigeo: of.centre.districtCode, ...of.place },
  };
  const files = Array.from({ length: bandLimit + 1 }, (_, size) => {
    const counts = countMonth(cases.slice(0, size));
    const about = { centre: of.centre, period: '2026-01', counts, earlier: [], collects: [], revision: 1 };
    const singleCounts = [{ group: 'hearings' as const, count: size }];
    const month = publicationOf({ ...about, singleCounts }, of.sdcKey);
    return [reportJson(month, imprint), reportCsv(month, imprint)].map((bytes) => Buffer.from(bytes).toString()).join();
  });
  return new Set(files).size;
}
