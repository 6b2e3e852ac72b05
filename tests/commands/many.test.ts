/** Many centres: invented years as files, and those files added up; every reason for which one is not. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { combine, type CombineOptions } from '../../scripts/many/combine/command.ts';
import { refusalWords, type RefusalKind } from '../../scripts/many/combine/read.ts';
import { generate, keysName, type GenerateOptions } from '../../scripts/many/generate.ts';
import { Told } from '../../scripts/many/told.ts';
import { truthName } from '../../scripts/many/truth.ts';
import { inventCentre } from '../../scripts/many/year.ts';
import { UsageError } from '../../src/main/commands/command.ts';
import { manifestFile } from '../../src/main/reports/files/index.ts';
import { readSpreadsheet } from '../../src/main/platform/spreadsheet.ts';
import { manifestNameOf, type ReportFile } from '../../src/shared/reports/index.ts';
import { runScript } from './run-cli.ts';

const seed = 5;
const small = { centres: '3', 'cases-per-year': '400', seed: String(seed) };
let home = '';
let made = '';
let from = '';
let out = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'registro-many-'));
  made = join(home, 'made');
  generate({ ...small, out: made });
});
beforeEach(() => {
  const fresh = mkdtempSync(join(home, 'one-'));
  from = join(fresh, 'from');
  out = join(fresh, 'out');
  cpSync(made, from, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const fileOf = (centre: number, period: string) =>
  join(from, `c-000${centre}`, `reporte-c-000${centre}-${period.toLowerCase()}-v2.json`);
const listOf = (centre: number, period: string) => join(from, `c-000${centre}`, manifestNameOf(period));
const readReport = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as ReportFile;
/** A month that is shown. */
const shownOf = (centre: number) => {
  const names = readdirSync(join(from, `c-000${centre}`)).filter((name) => /-2026-\d\d-v2\.json$/.test(name));
  const found = names.map((name) => readReport(join(from, `c-000${centre}`, name))).find(({ view }) => view !== 'band');
  return found?.period ?? '';
};

/** Changes a report, signed by its own centre as if the program had written it. */
function sign(
  centre: number,
  period: string,
  change: (report: ReportFile) => object,
  to = fileOf(centre, period),
): void {
  const bytes = Buffer.from(JSON.stringify(change(readReport(fileOf(centre, period))), null, 2));
  const { signingKey } = inventCentre(seed, centre, 400);
  const list = manifestFile(
    { centre: `C-000${centre}`, period, schemaVersion: 2 },
    [{ name: basename(to), bytes }],
    signingKey,
  );
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  writeFileSync(join(dirname(to), manifestNameOf(period)), list);
}

const run = (more: CombineOptions = {}) => combine({ from, out, keys: join(from, keysName), ...more });
const rowsOf = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(out, name), 'utf8').slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data;
const totalOf = () =>
  Number(
    rowsOf('nacional-2026.csv').find((row) => row['tabla'] === 'periods' && row['codigo_fila'] === 'total')?.['valor'],
  );
const sumOfFiles = (isIn: (file: string) => boolean = () => true) =>
  readdirSync(from, { recursive: true, encoding: 'utf8' })
    .filter((name) => /reporte-[^/\\]*\.json$/.test(name) && isIn(name))
    .reduce((sum, name) => sum + (readReport(join(from, name)).total ?? 0), 0);

async function refusalOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof UsageError) return `usage: ${error.message}`;
    if (error instanceof Told) return error.message;
    throw error;
  }
  return 'none';
}

describe('generate', () => {
  it('writes the same files for the same seed, a folder a centre, with keys and the truth', () => {
    const again = join(dirname(out), 'again');
    const { units, truth } = generate({ ...small, out: again });
    const names = readdirSync(again, { recursive: true, encoding: 'utf8' }).sort();
    expect(names).toEqual(readdirSync(made, { recursive: true, encoding: 'utf8' }).sort());
    for (const name of names.filter((one) => /\.\w+$/.test(one))) {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(made, name)))).toBe(true);
    }
    expect(names.filter((name) => /\.json$/.test(name))).toHaveLength(2 * units + 1);
    expect(truth.counts.total).toBeGreaterThan(600);
    expect(Object.values(truth.departments).reduce((sum, count) => sum + count, 0)).toBe(truth.counts.total);
  });

  it.each<[string, GenerateOptions, RegExp]>([
    ['without how many', { out: 'x' }, /^usage: .*--centres/],
    ['no number', { ...small, centres: '2.5', out: 'x' }, /^usage: Escriba --centres como un número entero/],
    ['an unknown distribution', { ...small, distribution: 'x', out: 'x' }, /^usage: Escriba --distribution/],
    ['a year out of reach', { ...small, year: '1999', out: 'x' }, /^usage: Escriba --year/],
  ])('refuses %s', async (_, options, words) => {
    expect(await refusalOf(() => generate(options))).toMatch(words);
  });

  it('refuses a folder with something in it', async () => {
    expect(await refusalOf(() => generate({ ...small, out: from }))).toMatch(/no está vacía/);
  });
});

describe('combine', () => {
  it('adds up every file, says that nothing is missing and how far it is from the truth', async () => {
    const { code, lines } = await run();
    expect(code).toBe(0);
    expect(totalOf()).toBe(sumOfFiles());
    expect(lines.at(-1)).toMatch(/^3 centros · [\d,]+ casos · error total [+−]0\.\d{3} %$/);
    expect(lines).toContain('Qué no está: Nada: están todos los meses de todos los centros');
    const sheets = await readSpreadsheet(readFileSync(join(out, 'nacional-2026.xlsx')), 5000);
    expect(sheets.map(({ name }) => name)).toEqual(['Nacional', 'Centros', 'Datos', 'Revisión']);
    expect(sheets[2]?.rows).toContainEqual([2026, 'periods', 'total', 'Total', 'cases', 'Casos', sumOfFiles(), null]);
    expect(readFileSync(join(out, 'nacional-2026.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(rowsOf('revision-2026.csv')).toEqual([]);
  });

  it('makes each table of its own cells: types, sexes and departments add up to what they cover', async () => {
    await run();
    const rows = rowsOf('nacional-2026.csv');
    const valueOf = (table: string, row: string, column: string) =>
      Number(
        rows.find((one) => one['tabla'] === table && one['codigo_fila'] === row && one['codigo_columna'] === column)?.[
          'valor'
        ],
      );
    const covered = sumOfFiles((name) => !/2026-residual/.test(name));
    for (const table of ['T4', 'T1', 'T3', 'T6', 'T7', 'T12-complaint', 'T12-protection'])
      expect(valueOf(table, 'total', 'cases')).toBe(covered);
    expect(['sex-0', 'sex-1'].reduce((sum, row) => sum + valueOf('T1', row, 'cases'), 0)).toBe(covered);
    expect(valueOf('departments', 'total', 'cases')).toBe(sumOfFiles());
    expect(
      valueOf('centres', 'C-0001', 'months-shown') +
        valueOf('centres', 'C-0001', 'months-residual') +
        valueOf('centres', 'C-0001', 'months-rest'),
    ).toBe(12);
  });

  const cases: readonly [RefusalKind, string, () => void][] = [
    ['unreadable', 'a file of a megabyte', () => writeFileSync(fileOf(1, '2026-01'), ' '.repeat(1_000_001))],
    ['schema', 'what is no report', () => writeFileSync(fileOf(1, '2026-01'), '{"schemaVersion":2}')],
    ['version', 'tables of before', () => writeFileSync(fileOf(1, '2026-01'), '{ "schemaVersion": 1 }')],
    [
      'name',
      'a renamed file',
      () => cpSync(fileOf(1, '2026-01'), join(from, 'c-0001', 'reporte-c-0001-2026-13-v2.json')),
    ],
    ['unknown-centre', 'a centre without a key', () => dropKey('C-0001')],
    ['no-list', 'a file without its list', () => rmSync(listOf(1, '2026-01'))],
    ['list', 'a list that is none', () => writeFileSync(listOf(1, '2026-01'), '{}')],
    ['list', 'the list of another month', () => cpSync(listOf(1, '2026-02'), listOf(1, '2026-01'))],
    ['other-key', 'the signature of another centre', () => changeKey('C-0001')],
    [
      'altered',
      'figures changed by hand',
      () => {
        const file = fileOf(1, '2026-01');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"revision": 1', '"revision": 3'));
      },
    ],
    [
      'sums',
      'cells that do not add up',
      () => sign(1, shownOf(1), (report) => ({ ...report, total: (report.total ?? 0) + 3 })),
    ],
    [
      'early',
      'a month that was not over',
      () => sign(1, '2026-02', (report) => ({ ...report, imprint: { ...report.imprint, cutOff: '2026-02-20' } })),
    ],
    [
      'two-versions',
      'two of one revision that differ',
      () =>
        sign(
          1,
          shownOf(1),
          (report) => ({ ...report, note: 'otra' }),
          join(from, 'otra', basename(fileOf(1, shownOf(1)))),
        ),
    ],
  ];
  it.each(cases)('leaves out, and says why: %s, %s', async (kind, _, spoil) => {
    spoil();
    const { code, lines } = await run();
    expect(code).toBe(3);
    const told = rowsOf('revision-2026.csv');
    expect(told.map((row) => row['motivo'])).toContain(kind);
    const bad = new Set(told.map((row) => row['archivo']));
    expect(totalOf()).toBe(sumOfGood(bad));
    expect(lines.some((line) => line.includes(refusalWords[kind]))).toBe(true);
    expect(lines.find((line) => line.startsWith('Qué no está'))).toMatch(/no se sum(?:ó|aron)/);
  });

  it('counts a file that came twice once, and says it', async () => {
    cpSync(join(from, 'c-0001'), join(from, 'otra-vez'), { recursive: true });
    const { code } = await run();
    expect(code).toBe(0);
    expect(totalOf()).toBe(sumOfFiles((name) => !name.includes('otra-vez')));
    expect(new Set(rowsOf('revision-2026.csv').map((row) => row['motivo']))).toEqual(new Set(['repeated']));
  });

  it('takes revision 2 in place of revision 1, and says it', async () => {
    const period = shownOf(1);
    const to = join(from, 'corregido', basename(fileOf(1, period)));
    sign(1, period, (report) => ({ ...report, revision: 2 }), to);
    const { code } = await run();
    expect(code).toBe(0);
    expect(totalOf()).toBe(sumOfFiles((name) => !name.includes('corregido')));
    expect(rowsOf('revision-2026.csv').map((row) => [row['motivo'], row['archivo']])).toEqual([
      ['replaced', relative(from, fileOf(1, period))],
    ]);
  });

  it('asks which year, and leaves the other out', async () => {
    generate({ ...small, year: '2027', out: join(from, 'siguiente') });
    expect(await refusalOf(() => run())).toBe('Hay archivos de 2026 y 2027. Diga cuál se suma con --year.');
    const { code } = await run({ year: '2026' });
    expect(code).toBe(3);
    expect(totalOf()).toBe(sumOfFiles((name) => !name.includes('siguiente')));
    expect(new Set(rowsOf('revision-2026.csv').map((row) => row['motivo']))).toEqual(new Set(['other-year']));
  });

  it('says which months, residuals, rests and centres are not there', async () => {
    rmSync(join(from, 'c-0002'), { recursive: true });
    rmSync(fileOf(3, '2026-05'));
    rmSync(fileOf(3, '2026-residual'));
    const residual = readdirSync(join(from, 'c-0001')).find((name) => /reporte.*-q\d-residual.*json$/.test(name));
    if (residual !== undefined) rmSync(join(from, 'c-0001', residual));
    const { code, lines } = await run();
    expect(code).toBe(0);
    const missing = lines.find((line) => line.startsWith('Qué no está'));
    expect(missing).toMatch(/1 centro sin ningún archivo; 13 meses sin archivo/);
    const gapOf = (centre: string) =>
      rowsOf('nacional-2026.csv').find((row) => row['codigo_fila'] === centre && row['codigo_columna'] === 'missing')?.[
        'texto'
      ];
    expect(gapOf('C-0002')).toBe('todo');
    expect(gapOf('C-0003')).toBe('mayo de 2026; el resto del año');
    expect(gapOf('C-0001')).toBe(
      residual === undefined ? '' : '1 residual(es) de trimestre, por el número de publicación',
    );
    expect(lines).toContain(
      'Centros: 3 en la lista de claves; 2 con archivos; ' + (residual === undefined ? '1' : '0') + ' completos',
    );
  });

  it.each<[string, () => CombineOptions, RegExp]>([
    ['no folder named', () => ({ from: '' }), /^usage: .*--from/],
    ['a list that is not there', () => ({ keys: join(from, 'nada.csv') }), /No se pudo leer la lista de claves/],
    ['a list without its columns', () => ({ keys: keysWith('a;b\r\n1;2\r\n') }), /necesita las columnas/],
    ['a list with no centre', () => ({ keys: keysWith('centro;huella\r\n') }), /no tiene ningún centro/],
    ['a code that is none', () => ({ keys: keysWith('centro;huella\r\nc 1;0000\r\n') }), /línea 2: el código/],
    [
      'a fingerprint that is none',
      () => ({ keys: keysWith('centro;huella\r\nC-0001;0000\r\n') }),
      /línea 2: la huella/,
    ],
    [
      'a centre twice',
      () => ({ keys: keysWith(`centro;huella\r\n${`C-1;${'0'.repeat(32)}\r\n`.repeat(2)}`) }),
      /línea 3: el centro C-1 está dos veces/,
    ],
    ['a year that is none', () => ({ year: '26' }), /^usage: Escriba --year/],
    ['a truth that is none', () => ({ truth: join(from, keysName) }), /no es la verdad/],
    ['a folder that is not there', () => ({ from: join(from, 'nada') }), /No se pudo leer la carpeta/],
    ['nothing to add up', () => ({ year: '2031' }), /No hay ningún archivo que se pueda sumar/],
    [
      'an answer that is there',
      () => {
        mkdirSync(out);
        writeFileSync(join(out, 'nacional-2026.pdf'), '');
        return {};
      },
      /ya existe y no se reemplaza/,
    ],
    ['a folder that cannot be made', () => ({ out: join(from, keysName, 'x') }), /No se pudo escribir/],
  ])('refuses %s, and writes nothing', async (_, spoil, words) => {
    const more = { from, out, keys: join(from, keysName), ...spoil() };
    expect(await refusalOf(() => combine(more))).toMatch(words);
    const written = existsSync(out) ? readdirSync(out) : [];
    expect(written.filter((name) => name !== 'nacional-2026.pdf')).toEqual([]);
  });
});

describe('combine without --keys', () => {
  it('takes the list that came with the files and says so; refuses where there is none', async () => {
    expect((await combine({ from, out })).lines).toContain(
      'Claves: claves.csv, que vino con los archivos: vale solo si se comprobó',
    );
    rmSync(join(from, keysName));
    expect(await refusalOf(() => combine({ from, out: `${out}-2` }))).toBe(
      'usage: Diga la lista de claves con --keys.',
    );
  });
});

describe('both, as a person at a terminal starts them', () => {
  it('end with 0, 3, 1 and 2', async () => {
    const target = join(dirname(out), 'generated');
    const generated = await runScript('scripts/generate.ts', [
      '--centres',
      '1',
      '--cases-per-year',
      '300',
      '--seed',
      '1',
      '--out',
      target,
    ]);
    expect(generated).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^1 centros? · \d+ unidades publicadas · \d+ casos\n$/) as string,
    });
    const line = (to: string) => runScript('scripts/combine.ts', ['--from', target, '--out', to]);
    const whole = await line(out);
    expect([whole.code, whole.err]).toEqual([0, '']);
    expect(whole.out).toContain('Claves: claves.csv, que vino con los archivos');
    expect(whole.out).toMatch(/\n1 centro · \d+ casos · error total [+−]\d\.\d{3} %\n$/);
    expect((await line(out)).code).toBe(1);
    rmSync(join(target, truthName));
    writeFileSync(join(target, 'reporte-x.json'), '{}');
    const partly = await line(`${out}-2`);
    expect(partly.code).toBe(3);
    expect(partly.out).toContain('error total desconocido');
    const wrong = await runScript('scripts/combine.ts', ['--frm', target]);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect((await runScript('scripts/combine.ts', ['--help'])).out).toMatch(/^Uso: npm run -s combine/);
  });
});

function keysWith(text: string): string {
  const file = join(dirname(out), 'claves-otras.csv');
  writeFileSync(file, text);
  return file;
}

const changeLines = (change: (line: string) => string) => {
  const file = join(from, keysName);
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .split('\r\n')
      .map(change)
      .filter((line) => line !== 'x')
      .join('\r\n'),
  );
};
const dropKey = (centre: string) => changeLines((line) => (line.startsWith(centre) ? 'x' : line));
const changeKey = (centre: string) =>
  changeLines((line) => (line.startsWith(centre) ? line.replace(/[0-9A-F]{4}$/, '0000') : line));

/** What is left when the files that were told are not counted, whatever stands in them. */
const sumOfGood = (bad: ReadonlySet<string | undefined>) => sumOfFiles((name) => !bad.has(name));
