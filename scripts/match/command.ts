/** `npm run -s match`: pairs of rows of a CSV that may be one person. Opens no register. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { readJson, required, UsageError } from '../../src/main/commands/command.ts';
import { matchMapSchema, type MatchLevel, type MatchMap } from '../../src/shared/people/index.ts';
import { fail } from '../../src/shared/platform/failures.ts';
import { matcherOf, matchPairs, readPeople, type MatchedPair } from './pairs.ts';
import { MatchStore } from './store.ts';

type Given = { readonly csv: string; readonly map: MatchMap; readonly out: string; readonly least: number | null };

/** Null without one: then the file itself says from where on. */
function leastOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const least = /^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(least > 0)) throw new UsageError('Escriba --min-probability como un número mayor que 0 y hasta 1, con punto.');
  return least;
}

/** @throws UsageError unreadable; invalid / match-map */
function readMap(file: string): MatchMap {
  const map = matchMapSchema.safeParse(readJson(file));
  if (map.success) return map.data;
  const issues = map.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'mapa', message }));
  throw fail('invalid', 'match-map', issues);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    throw fail('invalid', 'match-csv', [{ path: '--csv', message: 'No se pudo leer el archivo.' }]);
  }
}

/** Every cell quoted; text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(text: string): string {
  const harmless = /^\s*[=+\-@\t\r\n|＝＋－＠]/u.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function lineOf({ idA, idB, probability, level, reasons }: MatchedPair): string {
  const why = reasons.map(({ text }) => text).join(' ');
  return `${cell(idA)},${cell(idB)},${probability.toFixed(4)},${level},${cell(why)}\r\n`;
}

/** Puts the finished file under its name; one that appeared meanwhile stays. */
function publish(part: string, out: string): void {
  try {
    linkSync(part, out);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw fail('storage', 'match-out-exists');
    // A drive without links.
    if (existsSync(out)) throw fail('storage', 'match-out-exists');
    renameSync(part, out);
  }
}

/** Lines into the open file, then onto the disk. */
function writeWhole(handle: number, lines: Iterable<string>): void {
  let waiting = '';
  for (const line of lines) {
    waiting += line;
    if (waiting.length < 65_536) continue;
    writeSync(handle, waiting);
    waiting = '';
  }
  writeSync(handle, waiting);
  fsyncSync(handle);
}

/** What the system says of a folder or a disk, in our words. */
async function inFolder<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (
      /^(E(ACCES|PERM|ROFS|NOENT|NOTDIR|NOSPC|IO|DQUOT|ISDIR|NAMETOOLONG)|SQLITE_(FULL|CANTOPEN|READONLY))/.test(
        codeOf(error) ?? '',
      )
    ) {
      throw fail('storage', 'match-out');
    }
    throw error;
  }
}

/** The heading, then a line a pair; counts them. */
function* linesOf(pairs: Iterable<MatchedPair>, count: (level: MatchLevel) => void): Generator<string> {
  yield 'id_a,id_b,probability,level,reasons\r\n';
  for (const pair of pairs) {
    count(pair.level);
    yield lineOf(pair);
  }
}

/** Reads, matches and writes through a file beside the answer; `handle` is that file. */
async function matchThrough(work: string, handle: number, { csv, map, least }: Omit<Given, 'out'>): Promise<object> {
  const store = new MatchStore(work);
  try {
    const read = await readPeople(piecesOf(csv), map, store);
    const matcher = matcherOf(store);
    const pairs = { probable: 0, possible: 0 };
    writeWhole(
      handle,
      linesOf(matchPairs(store, matcher, least), (level) => void (pairs[level] += 1)),
    );
    const threshold =
      least === null ? { estimatedThreshold: Number(matcher.least.toFixed(4)) } : { minProbability: least };
    return {
      ...read,
      pairs: pairs.probable + pairs.possible,
      ...pairs,
      ...threshold,
      onePairIn: Math.round(matcher.population),
    };
  } finally {
    store.close();
  }
}

/** The answer stands under its name whole or not at all; nothing else stays. */
async function matchInto({ out, ...given }: Given): Promise<object> {
  // Beside the answer, on the disk that was chosen for these persons.
  const name = `${out}.${randomUUID().slice(0, 8)}`;
  const [work, part] = [`${name}.trabajo`, `${name}.parte`];
  const clear = () => {
    for (const file of [work, part]) rmSync(file, { force: true });
  };
  const breakOff = () => {
    clear();
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, breakOff);
  try {
    return await inFolder(async () => {
      const handle = openSync(part, 'wx', 0o600);
      const result = await matchThrough(work, handle, given).finally(() => closeSync(handle));
      publish(part, out);
      return result;
    });
  } finally {
    clear();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, breakOff);
  }
}

export const usage = `--csv F.csv --map F.json --out F.csv [--min-probability P]

  No necesita un registro y no cambia el archivo. El mapa dice el encabezado de cada dato: id (obligatorio),
  givenNames, firstSurname, secondSurname, documentNumber, birthDate (AAAA-MM-DD o AAAAMMDD), phone, sex, district,
  address (uno o varios encabezados). Escribe id_a, id_b, probability, level y reasons de cada par: «probable» desde 0.9,
  «possible» desde el umbral que el archivo mismo muestra; solo con nombres un par es a lo más «possible». Con
  --min-probability van los pares con probabilidad P o más. Es un indicio para revisar: nada se une. El CSV va en
  UTF-8, con coma, punto y coma o tabulación. Un --out que ya existe no se reemplaza.`;

export type MatchOptions = Readonly<Partial<Record<'csv' | 'map' | 'out' | 'min-probability', string>>>;

/** Answers counts, never names. @throws UsageError, ExpectedFailure */
export async function matchFiles(options: MatchOptions): Promise<object> {
  const [csv, mapFile, out] = [
    required({ options }, 'csv'),
    required({ options }, 'map'),
    required({ options }, 'out'),
  ];
  const least = leastOf(options['min-probability']);
  const map = readMap(mapFile);
  if (existsSync(out)) throw fail('storage', 'match-out-exists');
  return matchInto({ csv, map, out, least });
}
