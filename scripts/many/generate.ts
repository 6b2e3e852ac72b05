/** `npm run -s generate`: a year of invented centres as the files that they would send. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { required, UsageError } from '../../src/main/commands/command.ts';
import { csvBytes, manifestFile, reportCsv, reportJson } from '../../src/main/reports/files/index.ts';
import { emptyCounts, countMonth, manifestNameOf, reportFileName } from '../../src/shared/reports/index.ts';
import { distributions, type Distribution } from './distributions.ts';
import { Told } from './told.ts';
import { addCounts, truthName, type Truth } from './truth.ts';
import { drawYear, inventCentre, publishYear, type InventedCentre, type YearUnit } from './year.ts';

export const keysName = 'claves.csv';

export const generateOptions = ['centres', 'cases-per-year', 'seed', 'out', 'year', 'distribution'] as const;
export type GenerateOptions = Readonly<Partial<Record<(typeof generateOptions)[number], string>>>;

export const generateUsage = `npm run -s generate -- --centres N --cases-per-year M --seed S --out CARPETA [--year AAAA] [--distribution published|synthetic]

  Escribe, para N centros inventados, los archivos publicados de un año tal como los haría el programa (JSON, CSV y
  lista firmada de cada unidad, en una carpeta por centro), la lista de claves (${keysName}) y la verdad del año
  (${truthName}). M es el promedio de casos al año. La misma semilla da siempre los mismos archivos. La carpeta debe
  estar vacía o no existir. «published» (lo usual) sigue las cifras nacionales publicadas; «synthetic», las supuestas
  en el diseño de la protección.
`;

/** @throws UsageError */
function wholeNumber(
  options: GenerateOptions,
  name: (typeof generateOptions)[number],
  least: number,
  most: number,
): number {
  const number = Number(required({ options }, name));
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`Escriba --${name} como un número entero de ${least} a ${most}.`);
}

/** @throws UsageError */
function distributionOf(name: string): Distribution {
  if (name === 'published' || name === 'synthetic') return distributions[name];
  throw new UsageError('Escriba --distribution como published o synthetic.');
}

export type Generated = { readonly centres: number; readonly units: number; readonly truth: Truth };

/** One centre after the other: none of them is held longer than its files take. @throws UsageError, Told */
export function generate(options: GenerateOptions): Generated {
  const centres = wholeNumber(options, 'centres', 1, 9999);
  const mean = wholeNumber(options, 'cases-per-year', 1, 20_000);
  const seed = wholeNumber(options, 'seed', 0, 2 ** 31 - 1);
  const year = wholeNumber({ year: '2026', ...options }, 'year', 2020, 2199);
  const distribution = distributionOf(options.distribution ?? 'published');
  const out = required({ options }, 'out');
  if (existsSync(out) && readdirSync(out).length > 0) throw new Told(`La carpeta ${out} no está vacía. Elija otra.`);
  const truth: Truth = {
    ...{ format: 'registro-cem-truth|v1', year, seed, distribution: distribution.name, centres },
    ...{ sealed: 0, counts: emptyCounts(), departments: {} },
  };
  const keys = [['centro', 'nombre', 'ubigeo', 'huella']];
  let units = 0;
  for (let number = 1; number <= centres; number += 1) {
    const of = inventCentre(seed, number, mean);
    const cases = drawYear(of, year, distribution);
    for (const unit of publishYear(of, year, cases)) {
      writeUnit(join(out, of.centre.code.toLowerCase()), of, unit);
      units += 1;
    }
    keys.push([of.centre.code, `CEM ${of.centre.name}`, of.centre.districtCode, of.fingerprint]);
    addCounts(truth.counts, countMonth(cases.map(({ counted }) => counted)));
    truth.sealed += cases.filter(({ isSealed }) => isSealed).length;
    const { department } = of.place;
    truth.departments[department] = (truth.departments[department] ?? 0) + cases.length;
  }
  writeFileSync(join(out, keysName), csvBytes(keys));
  writeFileSync(join(out, truthName), `${JSON.stringify(truth, null, 2)}\n`);
  return { centres, units, truth };
}

/** What a centre hands over of a unit, without the two files that nobody adds up (XLSX, PDF). */
function writeUnit(folder: string, of: InventedCentre, { published, imprint }: YearUnit): void {
  const { centre, period, schemaVersion } = published;
  const files = [
    { name: reportFileName(centre, period, 'json'), bytes: reportJson(published, imprint) },
    { name: reportFileName(centre, period, 'csv'), bytes: reportCsv(published, imprint) },
  ];
  const manifest = manifestFile({ centre, period, schemaVersion }, files, of.signingKey);
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of [...files, { name: manifestNameOf(period), bytes: manifest }]) {
    writeFileSync(join(folder, name), bytes);
  }
}
