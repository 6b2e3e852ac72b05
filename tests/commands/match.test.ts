/** `match` as a person at a terminal starts it: files in, one file out, nothing else left behind. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mixedMap, mixedPeopleCsv } from '../support/people-csv.ts';
import { isWindows, rightsOfOthers } from '../support/rights.ts';
import { UsageError } from '../../src/main/commands/command.ts';
import { ExpectedFailure } from '../../src/shared/platform/failures.ts';
import { matchFiles } from '../../scripts/match/command.ts';
import { runScript, type Ended } from './run-cli.ts';

let home = '';
const inHome = (name: string) => join(home, name);
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'registro-match-'));
  writeFileSync(
    inHome('mapa.json'),
    JSON.stringify({ id: 'codigo', firstSurname: 'apellido', birthDate: 'nacimiento' }),
  );
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const small =
  'codigo;apellido;nombre;nacimiento\r\n=1;Quispe;Ana;19920904\r\nb;Kispe;"A, B";1992-09-04\r\nc;Rojas;Luis;ayer\r\n';

type More = Readonly<Record<string, string>>;
const optionsWith = (more: More) => ({
  ...{ csv: inHome('personas.csv'), map: inHome('mapa.json'), out: inHome('pares.csv') },
  ...more,
});

/** In a process of its own. */
function runMatch(more: More = {}): Promise<Ended> {
  return runScript(
    'scripts/match.ts',
    Object.entries(optionsWith(more)).flatMap(([name, value]) => [`--${name}`, value]),
  );
}

/** The same command in this process: code, reason and sentences of what it refuses. */
async function refusalOf(more: More = {}): Promise<string> {
  try {
    await matchFiles(optionsWith(more));
  } catch (error) {
    if (error instanceof UsageError) return `usage: ${error.message}`;
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, reason, issues } = error.failure;
    return [`${code} (${reason ?? ''})`, ...issues.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  }
  return 'none';
}

describe('match', () => {
  it('writes the pairs with their reasons, for the owner alone, harmless in a spreadsheet', async () => {
    writeFileSync(inHome('personas.csv'), small);
    const ended = await runMatch({ 'min-probability': '0.1' });
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(ended.out)).toMatchObject({
      rows: 3,
      unreadBirthDates: 1,
      pairs: 1,
      possible: 0,
      probable: 1,
      minProbability: 0.1,
    });
    const [head, pair, ...rest] = readFileSync(inHome('pares.csv'), 'utf8').split('\r\n');
    expect(head).toBe('id_a,id_b,probability,level,reasons');
    expect(pair).toMatch(/^"'=1","b",[01]\.\d{4},probable,"Mismo primer apellido\..*Misma fecha de nacimiento\."$/);
    expect(rest).toEqual(['']);
    expect(rightsOfOthers(inHome('pares.csv'))).toBe(0);
    expect(readdirSync(home).sort()).toEqual(['mapa.json', 'pares.csv', 'personas.csv']);
  });

  it('finds the visits of invented people at the threshold of the file, each level told', async () => {
    const { csv, pairs } = mixedPeopleCsv(400, 17);
    writeFileSync(inHome('personas.csv'), csv);
    writeFileSync(inHome('mapa.json'), JSON.stringify(mixedMap));
    expect(await refusalOf()).toBe('none');
    const lines = readFileSync(inHome('pares.csv'), 'utf8').trim().split('\r\n').slice(1);
    const found = lines.map((line) => /^"(p\d+)","(p\d+)",([\d.]+),(probable|possible),/.exec(line) ?? []);
    const isRight = ([, one, other]: readonly string[]) => pairs.has(`${one ?? ''} ${other ?? ''}`);
    const right = found.filter(isRight).length;
    process.stdout.write(`mixed people, seed 17: recall ${right / pairs.size}, precision ${right / found.length}\n`);
    expect(right / pairs.size).toBeGreaterThanOrEqual(0.97);
    expect(right / found.length).toBeGreaterThanOrEqual(0.99);
    // Only names: a hint, however rare they are.
    for (const [, , , probability, level] of found) expect(level === 'probable').toBe(Number(probability) >= 0.9);
    expect(found.some(([, , , , level]) => level === 'possible')).toBe(true);
  });

  it.each<[string, string, More, RegExp]>([
    [
      'a column that is not there',
      'codigo,apellido\na,b\n',
      {},
      /birthDate: El archivo no tiene la columna «nacimiento»\./,
    ],
    [
      'a column that is there twice',
      'codigo,apellido,apellido,nacimiento\n',
      {},
      /firstSurname: La columna «apellido» está 2 veces\./,
    ],
    ['an id that comes again', `${small}b;Otra;Ana;\n`, {}, /fila 5: El id es el mismo que el de la fila 3\./],
    ['a row without id', `${small};Otra;Ana;\n`, {}, /fila 5: Falta el id\./],
    ['a row of another length', `${small}z;Otra\n`, {}, /fila 5: Tiene 2 columnas y el encabezado, 4\./],
    ['an empty file', '', {}, /csv: El archivo está vacío/],
    ['another encoding', 'codigo;apellido;nacimiento\na;Mu\u00f1oz;\n', { latin: '' }, /csv: .*UTF-8/],
    ['a probability above one', small, { 'min-probability': '90' }, /^usage: Escriba --min-probability/],
    ['a probability of nothing', small, { 'min-probability': '0' }, /^usage: Escriba --min-probability/],
  ])('says what is wrong with %s and leaves nothing', async (_what, csv, { latin, ...more }, words) => {
    writeFileSync(inHome('personas.csv'), csv, latin === undefined ? 'utf8' : 'latin1');
    const told = await refusalOf(more);
    expect(told).toMatch(words);
    expect(readdirSync(home).sort()).toEqual(['mapa.json', 'personas.csv']);
    // Never a value of a row.
    expect(told).not.toMatch(/Quispe|Rojas|Otra|19920904/);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'codigo', /^usage: .*no es JSON/],
    ['no id', '{"firstSurname":"apellido"}', /^invalid \(match-map\)\nid: /],
    ['an unknown field', '{"id":"codigo","name":"apellido"}', /^invalid \(match-map\)/],
    ['nothing to compare', '{"id":"codigo"}', /al menos una columna/],
  ])('says what is wrong with a map of %s', async (_what, map, words) => {
    writeFileSync(inHome('personas.csv'), small);
    writeFileSync(inHome('mapa.json'), map);
    expect(await refusalOf()).toMatch(words);
    expect(readdirSync(home).sort()).toEqual(['mapa.json', 'personas.csv']);
  });

  it('replaces no file and needs a folder it can write in', async () => {
    writeFileSync(inHome('personas.csv'), small);
    writeFileSync(inHome('pares.csv'), 'de antes');
    expect(await refusalOf()).toBe('storage (match-out-exists)');
    expect(readFileSync(inHome('pares.csv'), 'utf8')).toBe('de antes');
    expect(await refusalOf({ out: inHome('no/existe/pares.csv') })).toBe('storage (match-out)');
    expect(await refusalOf({ csv: inHome('otro.csv'), out: inHome('x.csv') })).toContain('No se pudo leer el archivo');
    expect(readdirSync(home).sort()).toEqual(['mapa.json', 'pares.csv', 'personas.csv']);
  });

  it.skipIf(isWindows || process.getuid?.() === 0)('says so when the folder is read-only', async () => {
    writeFileSync(inHome('personas.csv'), small);
    mkdirSync(inHome('cerrada'));
    chmodSync(inHome('cerrada'), 0o500);
    expect(await refusalOf({ out: inHome('cerrada/pares.csv') })).toBe('storage (match-out)');
  });

  it('ends with code 1 and Spanish words on standard error, opening no register', async () => {
    writeFileSync(inHome('personas.csv'), `${small}b;Otra;Ana;\n`);
    const ended = await runMatch();
    expect(ended).toMatchObject({ code: 1, out: '' });
    expect(ended.err).toMatch(/^invalid \(match-csv\): El archivo de personas no se puede usar\. .+\n {2}fila 5: /);
  });
});
