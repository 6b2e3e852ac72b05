/** `npm run -s combine`: the published files of many centres become national tables. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { required, UsageError } from '../../../src/main/commands/command.ts';
import { keysName } from '../generate.ts';
import { Told } from '../told.ts';
import { truthName, truthSchema, type Truth } from '../truth.ts';
import { coverageFacts, errorsOf, lastLine } from './coverage.ts';
import { nationalCsv, nationalPdf, nationalXlsx, refusalsCsv, type Whole } from './files.ts';
import { readKeys, type KnownCentre } from './keys.ts';
import { addUnit, startNational } from './national.ts';
import {
  chooseOne,
  harmless,
  readAgain,
  readReport,
  refusalWords,
  reportsBelow,
  type Accepted,
  type Refusal,
} from './read.ts';
import { centreTable, nationalTables } from './tables.ts';

export const combineOptions = ['from', 'keys', 'out', 'year', 'truth'] as const;
export type CombineOptions = Readonly<Partial<Record<(typeof combineOptions)[number], string>>>;

export const combineUsage = `npm run -s combine -- --from CARPETA --out CARPETA [--keys F.csv] [--year AAAA] [--truth F.json]

  Suma los reportes publicados que hay en una carpeta y sus subcarpetas: cada «reporte-….json» con la
  «lista-firmada-….json» de su periodo al lado (una carpeta por centro). Escribe en --out las tablas nacionales
  (nacional-AAAA.xlsx, .csv y .pdf) y lo que no se sumó, con su motivo (revision-AAAA.csv). Un archivo que ya existe no
  se reemplaza.
  --keys: CSV con las columnas «centro» y «huella» (y «nombre»), copiadas de la hoja de fundación de cada centro. Sin
  --keys se usa ${keysName} de --from, que solo vale si usted la comprobó: quien cambia los archivos puede cambiarla.
  --year: el año que se suma, si hay archivos de varios. --truth: ${truthName} del generador (se toma de --from si está).
  Termina con 0 si se sumó todo, 3 si algún archivo no se sumó, 1 si no se escribió nada y 2 si las opciones están mal.
`;

export type Combined = { readonly code: 0 | 3; readonly lines: readonly string[] };

/** @throws UsageError, Told */
export async function combine(options: CombineOptions): Promise<Combined> {
  const [from, out] = [required({ options }, 'from'), required({ options }, 'out')];
  const keysFile = options.keys ?? join(from, keysName);
  if (options.keys === undefined && !existsSync(keysFile)) throw new UsageError('Diga la lista de claves con --keys.');
  const keys = readKeys(keysFile);
  const truth = readTruth(options.truth, join(from, truthName));
  const { accepted, refusals: refused } = await readAll(from, keys);
  const { year, ofYear, refusals: outside } = ofOneYear(accepted, options.year);
  const { chosen, refusals: doubled } = chooseOne(ofYear);
  // Under the folder that was given: what is handed on tells nothing of this computer.
  const refusals = [...refused, ...outside, ...doubled]
    .map((one) => ({ ...one, file: relative(from, one.file) }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (chosen.length === 0)
    throw new Told(['No hay ningún archivo que se pueda sumar.', ...tellRefusals(refusals)].join('\n'));
  const national = startNational(year, keys);
  for (const one of chosen) addUnit(national, readAgain(one));
  const known =
    options.keys === undefined
      ? `${keysName}, que vino con los archivos: vale solo si se comprobó`
      : 'lista dada aparte';
  const facts = coverageFacts(national, refusals, known);
  const whole: Whole = { year, facts, tables: nationalTables(national), centres: centreTable(national), refusals };
  const names = await writeAll(out, whole);
  return {
    code: refusals.some(({ kind }) => !harmless.includes(kind)) ? 3 : 0,
    lines: [
      ...facts.filter(({ code }) => code !== 'note').map(({ words, text }) => `${words}: ${text}`),
      ...tellRefusals(refusals),
      ...(truth === null ? [] : errorsOf(national, truth)),
      `Escrito: ${names.join(', ')}`,
      lastLine(national, truth?.year === Number(year) ? truth : null),
    ],
  };
}

async function readAll(from: string, keys: ReadonlyMap<string, KnownCentre>) {
  const [accepted, refusals]: [Accepted[], Refusal[]] = [[], []];
  for await (const file of reportsBelow(from)) {
    const read = readReport(file, keys);
    if ('kind' in read) refusals.push(read);
    else accepted.push(read.accepted);
  }
  return { accepted, refusals };
}

/** @throws UsageError, and Told when files are of several years and none was named */
function ofOneYear(accepted: readonly Accepted[], asked: string | undefined) {
  if (asked !== undefined && !/^\d{4}$/.test(asked)) throw new UsageError('Escriba --year con cuatro cifras.');
  const yearOf = ({ period }: Accepted) => period.slice(0, 4);
  const years = [...new Set(accepted.map(yearOf))].sort();
  if (asked === undefined && years.length > 1) {
    throw new Told(`Hay archivos de ${years.join(' y ')}. Diga cuál se suma con --year.`);
  }
  const year = asked ?? years[0] ?? '';
  const refusals = accepted
    .filter((one) => yearOf(one) !== year)
    .map(({ file, centre, period }): Refusal => ({ file, centre, period, kind: 'other-year' }));
  return { year, ofYear: accepted.filter((one) => yearOf(one) === year), refusals };
}

/** How many for each reason, and the first of them. */
function tellRefusals(refusals: readonly Refusal[]): string[] {
  return [...Map.groupBy(refusals, ({ kind }) => kind)].map(
    ([kind, of]) => `No se sumó (${of.length}): ${refusalWords[kind]} Por ejemplo: ${of[0]?.file ?? ''}`,
  );
}

/** @throws Told for a file that was named and is no truth of the generator */
function readTruth(named: string | undefined, beside: string): Truth | null {
  const file = named ?? beside;
  if (named === undefined && !existsSync(file)) return null;
  try {
    return truthSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Told(`${file} no es la verdad de un año generado.`);
  }
}

/** All of them or none, each made when the one before is written. @throws Told */
async function writeAll(out: string, whole: Whole): Promise<string[]> {
  const files = Object.entries({
    [`nacional-${whole.year}.xlsx`]: nationalXlsx,
    [`nacional-${whole.year}.csv`]: nationalCsv,
    [`nacional-${whole.year}.pdf`]: nationalPdf,
    [`revision-${whole.year}.csv`]: refusalsCsv,
  });
  const there = files.find(([name]) => existsSync(join(out, name)));
  if (there !== undefined) throw new Told(`${join(out, there[0])} ya existe y no se reemplaza. Elija otra carpeta.`);
  const partOf = (name: string) => join(out, `${name}.parte`);
  const orTold = <T>(work: () => T): T => {
    try {
      return work();
    } catch {
      for (const [name] of files) if (existsSync(partOf(name))) rmSync(partOf(name));
      throw new Told(`No se pudo escribir en ${out}. Revise la carpeta y el espacio.`);
    }
  };
  orTold(() => mkdirSync(out, { recursive: true }));
  for (const [name, make] of files) {
    const bytes = await make(whole);
    orTold(() => {
      writeFileSync(partOf(name), bytes);
    });
  }
  orTold(() => {
    for (const [name] of files) renameSync(partOf(name), join(out, name));
  });
  return files.map(([name]) => join(out, name));
}
