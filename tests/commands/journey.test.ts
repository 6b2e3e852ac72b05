/**
 * The whole job by the command line, over the example files that the documentation hands out.
 *
 * It pays the product's real Argon2id, the only one of the command line: that of this computer where a centre is founded, of
 * a slow one after. One journey in order, so that few processes prove much; a step that fails makes those after it fail too.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWindows, rightsOfOthers } from '../support/rights.ts';
import { createApplication } from '../../src/main/application.ts';
import { productKdfPolicy } from '../../src/main/platform/crypto/kdf.ts';
import { plainPorts } from '../../src/main/platform/plain-ports.ts';
import { monthOf, todayIn } from '../../src/shared/platform/clock.ts';
import { addMonths } from '../../src/shared/platform/dates.ts';
import { textOf } from '../support/paper-text.ts';
import { clientOf } from '../support/start-application.ts';
import { expectCostly } from './costly-keys.ts';
import { underClockOf } from './earlier-clock.ts';
import { phrases, type Login } from './phrases.ts';
import { runCli, type Ended } from './run-cli.ts';

const logins = Object.keys(phrases) as Login[];

/** Last month by the clock of this computer, which the command line reads: the examples are moved into it. */
const month = addMonths(monthOf(todayIn({ now: () => Date.now() })), -1);

let home = '';
let data = '';
let caseNumber = '';
const inHome = (name: string) => join(home, name);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'registro-cli-'));
  data = inHome('registro');
  for (const login of logins) writeFileSync(inHome(`${login}.txt`), `${phrases[login]}\n`, { mode: 0o600 });
  for (const name of readdirSync('docs/examples')) writeFileSync(inHome(name), example(name));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The example as it stands, its June 2026 moved to the month of the journey. */
function example(name: string): string {
  const [year, number] = month.split('-').map(Number);
  return readFileSync(join('docs/examples', name), 'utf8')
    .replaceAll('2026-06', month)
    .replace(/"year": 2026,(\s*)"month": 6,/g, `"year": ${year ?? 0},$1"month": ${number ?? 0},`);
}

function as(login: Login, command: string, more: readonly string[] = [], folder = data): Promise<Ended> {
  const who = ['--data', folder, '--user', login, '--passphrase-file', inHome(`${login}.txt`)];
  return runCli([command, ...who, ...more]);
}

function printed(ended: Ended): Record<string, unknown> {
  expect(ended).toMatchObject({ code: 0, err: '' });
  return JSON.parse(ended.out) as Record<string, unknown>;
}

const isOwnersAlone = (file: string): boolean => rightsOfOthers(file) === 0;

describe('the command line', () => {
  it('founds the centre of the example with keys as costly as the product promises', async () => {
    const found = (folder: string, settings: string, recovery: string) => {
      const args = ['--data', folder, '--settings', inHome(settings), '--recovery-out', inHome(recovery)];
      return runCli(['init', ...args, '--passphrase-file', inHome('coordina.txt')]);
    };
    writeFileSync(
      inHome('init-sola.json'),
      JSON.stringify({ ...(JSON.parse(example('init.json')) as object), staff: [] }),
    );
    expect(printed(await found(inHome('medida'), 'init-sola.json', 'medida.txt'))).toMatchObject({
      staff: ['coordina'],
    });
    expectCostly(inHome('medida'), 1);
    // A centre publishes no month before that of its founding, and the journey closes the one that is over.
    const ended = await underClockOf(`${month}-01T15:00:00.000Z`, home, () => found(data, 'init.json', 'clave.txt'));
    expect(printed(ended)).toMatchObject({ staff: ['coordina', 'admision', 'psico', 'social', 'legal'] });
    const recovery = readFileSync(inHome('clave.txt'), 'utf8').trim();
    expect(ended.out).not.toContain(recovery.slice(0, 9));
    expect(isOwnersAlone(inHome('clave.txt'))).toBe(true);
    expectCostly(data, logins.length);
  });

  it('lets nobody register before the recovery key came back from paper', async () => {
    const early = await as('psico', 'intake', ['--from', inHome('intake.json')]);
    expect(early).toMatchObject({ code: 1, out: '' });
    expect(early.err).toContain('rule-broken (wrong-phase)');
    const groups = readFileSync(inHome('clave.txt'), 'utf8').trim().split('-');
    const args = ['init', '--data', data, '--confirm-recovery', '--user', 'coordina'];
    const file = ['--passphrase-file', inHome('coordina.txt')];
    const asked = await runCli([...args, ...file], 'solo dos\n');
    expect(asked.code).toBe(2);
    const positions = [...(/los grupos ([\d, ]+) de/.exec(asked.err)?.[1] ?? '').matchAll(/\d+/g)].map(Number);
    expect(positions).toHaveLength(4);
    const typed = positions.map((position) => groups[position - 1]).join('\n');
    expect(printed(await runCli([...args, ...file], `${typed}\n`))).toEqual({ ready: true });
  });

  it('takes the example of a case to its validation', async () => {
    const opened = printed(await as('psico', 'intake', ['--from', inHome('intake.json')]));
    expect(opened).toMatchObject({ number: `${month.slice(0, 4)}-0001`, missing: [], left: [] });
    caseNumber = String(opened['number']);
    const risk = await as('psico', 'risk', ['--case', caseNumber, '--from', inHome('risk.json')]);
    expect(printed(risk)).toMatchObject({ level: expect.any(String) as string, points: expect.any(Number) as number });
    const asked = await as('psico', 'condition', ['--case', caseNumber, '--from', inHome('validate.json')]);
    expect(printed(asked)).toMatchObject({ proposed: 1, needsAnswer: [], likely: [], decisions: [] });
    expect(printed(asked)['reasons']).toEqual([expect.stringMatching(/A\.1\.1/)]);
    expect(asked.out).not.toMatch(/Quispe|Condori/);
    const validated = await as('psico', 'validate', ['--case', caseNumber, '--from', inHome('validate.json')]);
    expect(printed(validated)).toMatchObject({ condition: 1, reportingMonth: month });
  });

  it('drafts and issues the filing, and replaces no file', async () => {
    const args = ['--case', caseNumber, '--kind', '3', '--from', inHome('filing.json'), '--out'];
    printed(await as('legal', 'filing', [...args, inHome('borrador.pdf'), '--draft']));
    expect(textOf(readFileSync(inHome('borrador.pdf')))).toContain('BORRADOR');
    printed(await as('legal', 'filing', [...args, inHome('borrador.docx'), '--draft', '--format', 'docx']));
    expect(readFileSync(inHome('borrador.docx')).subarray(0, 2).toString()).toBe('PK');
    const issued = printed(await as('legal', 'filing', [...args, inHome('escrito.pdf')]));
    expect(issued).toMatchObject({ number: expect.any(String) as string, copy: expect.any(String) as string });
    const bytes = readFileSync(inHome('escrito.pdf'));
    expect(textOf(bytes)).not.toContain('BORRADOR');
    expect(isOwnersAlone(inHome('escrito.pdf'))).toBe(true);
    const again = await as('legal', 'filing', [...args, inHome('escrito.pdf'), '--draft']);
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toContain('ya existe');
    expect(readFileSync(inHome('escrito.pdf')).equals(bytes)).toBe(true);
  });

  it('drafts every kind that the centre offers', async () => {
    const every = printed(await as('legal', 'filing', ['--case', caseNumber, '--all', '--out', inHome('borradores')]));
    const { length } = every['drafts'] as unknown[];
    expect(length).toBeGreaterThan(10);
    expect(readdirSync(inHome('borradores'))).toHaveLength(length);
    const args = ['--case', caseNumber, '--all', '--out', inHome('borradores-word'), '--format', 'docx'];
    printed(await as('legal', 'filing', args));
    const words = readdirSync(inHome('borradores-word'));
    expect(words).toHaveLength(length);
    for (const name of words) {
      expect(name).toMatch(/\.docx$/);
      expect(
        readFileSync(join(inHome('borradores-word'), name))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    }
  });

  const unwritable = [
    ['derivacion.pdf', 'ya existe'],
    ['no-hay/derivacion.pdf', 'La carpeta de --out no existe'],
    ['una-nota.txt/derivacion.pdf', 'La carpeta de --out no existe'],
    [`${'a'.repeat(300)}.pdf`, 'demasiado largo'],
  ] as const;
  it('issues nothing that could not be written: the next paper has the first number', async () => {
    for (const name of ['derivacion.pdf', 'una-nota.txt']) writeFileSync(inHome(name), 'de antes');
    for (const [command, file] of [
      ['referral', ['--kind', 'health', '--from', inHome('referral.json')]],
      ['filing', ['--kind', '3', '--from', inHome('filing.json')]],
    ] as const) {
      for (const [out, words] of unwritable) {
        const who = command === 'referral' ? 'psico' : 'legal';
        const refused = await as(who, command, ['--case', caseNumber, ...file, '--out', inHome(out)]);
        expect([out, refused.code, refused.out, refused.err.includes(words)]).toEqual([out, 2, '', true]);
      }
    }
    expect(readFileSync(inHome('derivacion.pdf'), 'utf8')).toBe('de antes');
    rmSync(inHome('derivacion.pdf'));
  });

  it('issues the report of a service with its letter, each in a file of its own', async () => {
    const informe_hallazgos = 'Hallazgo inventado uno';
    const options = { answers: { informe_clase: 1, informe_hallazgos } };
    writeFileSync(inHome('informe.json'), JSON.stringify({ options, missingReason: 'urgency' }));
    const args = [
      '--case',
      caseNumber,
      '--kind',
      '20',
      '--from',
      inHome('informe.json'),
      '--out',
      inHome('oficio.pdf'),
    ];
    const issued = printed(await as('psico', 'filing', args));
    expect(issued['number']).toMatch(/^Oficio N\.º /);
    expect(issued['report']).toMatchObject({
      number: expect.stringMatching(/^Informe psicológico N\.º /) as string,
      copy: expect.any(String) as string,
    });
    expect(textOf(readFileSync(inHome('oficio.pdf')))).not.toContain(informe_hallazgos);
    expect(textOf(readFileSync(inHome('oficio-informe.pdf')))).toContain(informe_hallazgos);
    expect(isOwnersAlone(inHome('oficio-informe.pdf'))).toBe(true);
    rmSync(inHome('oficio.pdf'));
    expect(await as('psico', 'filing', args)).toMatchObject({ code: 2, out: '' });
    expect(existsSync(inHome('oficio.pdf'))).toBe(false);
  });

  it('writes the filing as a Word file, and knows its own papers from changed and strange ones', async () => {
    const args = ['--case', caseNumber, '--kind', '3', '--from', inHome('filing.json'), '--out'];
    const word = await as('legal', 'filing', [...args, inHome('escrito.docx'), '--format', 'docx']);
    printed(word);
    expect(readFileSync(inHome('escrito.docx')).subarray(0, 2).toString()).toBe('PK');
    expect((await as('legal', 'filing', [...args, inHome('otro.odt'), '--format', 'odt'])).code).toBe(2);
    const who = ['--data', data, '--user', 'legal', '--passphrase-file', inHome('legal.txt')];
    const verify = (...asked: string[]) => runCli(['document', 'verify', ...who, ...asked]);
    expect(await verify('--file', inHome('escrito.docx'))).toMatchObject({ code: 0 });
    const pdf = readFileSync(inHome('escrito.pdf'));
    expect(await verify('--file', inHome('escrito.pdf'))).toMatchObject({ code: 0 });
    writeFileSync(inHome('cambiado.pdf'), Buffer.concat([pdf, Buffer.from(' ')]));
    expect(await verify('--file', inHome('cambiado.pdf'))).toMatchObject({ code: 3 });
    expect(await verify('--number', '2026-099999')).toMatchObject({ code: 4 });
    expect((await verify()).code).toBe(2);
  });

  it('issues the referral with the consent of its file', async () => {
    const args = ['--case', caseNumber, '--kind', 'health', '--from', inHome('referral.json')];
    const issued = printed(await as('psico', 'referral', [...args, '--out', inHome('derivacion.pdf')]));
    expect(issued['number']).toBe('Derivación · D-2026-000001');
    expect(textOf(readFileSync(inHome('derivacion.pdf')))).toContain('Centro de Salud Villa Inventada');
  });

  it('asks before the kit goes to a ficha that speaks against it, and takes the answer as an option', async () => {
    const options = {
      receiver: { post: 'Jefatura del servicio de emergencia', establishment: 'Centro de Salud Villa Inventada' },
      services: ['emergency-kit'],
      reason: 'Motivo inventado.',
    };
    writeFileSync(inHome('kit.json'), JSON.stringify({ options }));
    const args = [
      '--case',
      caseNumber,
      '--kind',
      'emergency-kit',
      '--from',
      inHome('kit.json'),
      '--out',
      inHome('kit.pdf'),
    ];
    const refused = await as('psico', 'referral', args);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^rule-broken \(referral-kit-doubtful\): .*\n.*¿lo deriva igual\?/);
    expect(existsSync(inHome('kit.pdf'))).toBe(false);
    expect(printed(await as('psico', 'referral', [...args, '--anyway']))['number']).toBe('Derivación · D-2026-000002');
  });

  it('refuses the report of an open month, closes it with two people, then gives the same bytes twice', async () => {
    const report = (out: string, more: readonly string[] = []) =>
      as('coordina', 'report', ['--month', month, '--out', inHome(out), ...more]);
    const open = await report('abierto');
    expect(open).toMatchObject({ code: 1, out: '' });
    expect(open.err).toMatch(/^rule-broken \(month-open\): .+/);
    expect(existsSync(inHome('abierto'))).toBe(false);
    const second = ['--close', '--second', 'legal', '--second-passphrase-file', inHome('legal.txt')];
    writeFileSync(inHome('un-archivo'), '');
    expect(await report('un-archivo', second)).toMatchObject({ code: 2, out: '' });
    mkdirSync(inHome('ocupada'));
    writeFileSync(inHome(`ocupada/lista-firmada-${month}.json`), 'de antes');
    const taken = await report('ocupada', second);
    expect(taken).toMatchObject({ code: 2, out: '' });
    expect(taken.err).toContain('ya existe');
    expect(readdirSync(inHome('ocupada'))).toEqual([`lista-firmada-${month}.json`]);
    expect(readFileSync(inHome(`ocupada/lista-firmada-${month}.json`), 'utf8')).toBe('de antes');
    expect(await report('sigue-abierto')).toMatchObject({ code: 1 });
    const { files } = printed(await report('reporte', second)) as { files: string[] };
    expect(files.length).toBeGreaterThan(1);
    printed(await report('otra-vez'));
    expect(readdirSync(inHome('otra-vez')).sort()).toEqual([...files].sort());
    for (const name of files) {
      const [first, again] = ['reporte', 'otra-vez'].map((folder) => readFileSync(join(home, folder, name)));
      expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it('lists what it wrote outside: the key, every draft, every file of both months and the copies', async () => {
    const options = { dataFolder: data, host: 'direct', ports: plainPorts(), kdfPolicy: productKdfPolicy } as const;
    const application = await createApplication(options);
    const { token } = await clientOf(application, () => null).signIn({ login: 'coordina', password: phrases.coordina });
    const { lines } = await clientOf(application, () => token).listSavedOutside({});
    await application.close();
    const counts: Record<string, number> = {};
    for (const line of lines) {
      const kind = (line.sort === 'file' ? line.file : line.document)?.kind ?? 'closed';
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    const exported = readdirSync(inHome('reporte')).length;
    const drafts = readdirSync(inHome('borradores')).length * 2 + 2;
    expect(counts).toMatchObject({ 'recovery-sheet': 1, 'month-export': exported * 2, referral: 2 });
    expect(counts['filing-draft']).toBe(drafts);
    expect(JSON.stringify(lines)).not.toContain('clave');
  });

  it('checks the example of an old list, then brings it in with a second person, once', async () => {
    const list = ['--from', inHome('import-list.csv'), '--map', inHome('import-map.json')];
    const dry = await as('coordina', 'import', [...list, '--dry-run']);
    expect(printed(dry)).toMatchObject({ counts: { error: 0, ask: 0, excluded: 1 } });
    // A terminal keeps what was printed: rows and columns, never a person.
    expect(dry.out).not.toMatch(/Rosalinda|Domitila|40007919/);
    const alone = await as('coordina', 'import', list);
    expect(alone).toMatchObject({ code: 2, out: '' });
    const second = ['--second', 'legal', '--second-passphrase-file', inHome('legal.txt')];
    expect(printed(await as('coordina', 'import', [...list, ...second]))).toMatchObject({ cases: 3 });
    const again = await as('coordina', 'import', [...list, ...second]);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^duplicate \(list-imported\)/);
  });

  it('brings in nothing of a list with an error or a question, and leaves nothing of it behind', async () => {
    const map = JSON.parse(readFileSync(inHome('import-map.json'), 'utf8')) as Record<string, unknown>;
    writeFileSync(inHome('otro-mapa.json'), JSON.stringify({ ...map, exclude: [] }));
    writeFileSync(inHome('otra.csv'), `${readFileSync(inHome('import-list.csv'), 'utf8').replaceAll('-A;', '-B;')}\n`);
    const list = ['--from', inHome('otra.csv'), '--map', inHome('otro-mapa.json')];
    const second = ['--second', 'legal', '--second-passphrase-file', inHome('legal.txt')];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const ended = await as('coordina', 'import', [...list, ...second]);
      expect(ended.code).toBe(1);
      expect(ended.err).toMatch(/^rule-broken \(list-errors\)/);
      // Those who came in before are known now.
      expect(JSON.parse(ended.out)).toMatchObject({ counts: { error: 1, ask: 3 } });
    }
  });

  it('registers for Admisión all but Section B, says whose that is, and adds it for who attends', async () => {
    const file = ['--from', inHome('intake-admision.json')];
    const another = example('intake.json').replaceAll('00112233', '00445566').replaceAll('Rosa', 'Lía');
    writeFileSync(inHome('intake-admision.json'), another);
    const atDesk = await as('admision', 'intake', file);
    const words = 'La Sección B la registra quien atiende: Psicología, Trabajo social, Servicio legal o Coordinación.';
    expect(atDesk).toMatchObject({ code: 0, err: expect.stringContaining(words) as string });
    const { number, left } = JSON.parse(atDesk.out) as { number: string; left: string[] };
    expect(atDesk.err).toBe(`${words} Lo demás se guardó en la ficha ${number}.\n`);
    expect(left).toEqual(['sectionB']);
    const add = ['--case', number, ...file];
    const refused = await as('admision', 'intake', add);
    expect(refused).toMatchObject({ code: 1, out: '', err: `rule-broken (section-b-whose): ${words}\n` });
    const onlyA = ['--case', number, '--from', inHome('validate.json')];
    expect(await as('psico', 'intake', onlyA)).toMatchObject({ code: 2, out: '' });
    expect(printed(await as('psico', 'intake', add))).toMatchObject({ missing: [], left: [] });
    const again = await as('psico', 'intake', add);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toMatch(/^rule-broken \(section-b-there\): /);
  });

  it('copies, restores into an empty folder, and verifies what came back with a passphrase from standard input', async () => {
    const copied = await as('coordina', 'backup', ['--to', inHome('copias')]);
    expect(copied).toMatchObject({ code: 0, err: expect.stringMatching(/memoria o un disco externo/) as string });
    const copy = join(home, 'copias', readdirSync(inHome('copias')).sort()[0] ?? '');
    const restored = inHome('recuperado');
    const back = await as('coordina', 'restore', ['--from', copy], restored);
    expect(back).toMatchObject({ code: 0 });
    expect(back.err).toContain('La carpeta de datos está vacía: no se pierde nada de aquí.');
    expect(JSON.parse(back.out)).toMatchObject({ restored: true });
    const verified = await runCli(
      ['verify', '--data', restored, '--user', 'coordina', '--passphrase-file', '-'],
      `${phrases.coordina}\n`,
    );
    expect(printed(verified)).toMatchObject({ isSound: true });
    const over = await as('coordina', 'restore', ['--from', copy]);
    expect(over).toMatchObject({ code: 1, out: '' });
  });

  it('answers a wrong passphrase with code 1 and words that name nothing', async () => {
    writeFileSync(inHome('otra.txt'), 'esta no es la frase', { mode: 0o600 });
    const wrong = await runCli(['verify', '--data', data, '--user', 'social', '--passphrase-file', inHome('otra.txt')]);
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toMatch(/^wrong-secret: No se pudo entrar\./);
    expect(wrong.err).not.toContain('esta no es la frase');
  });

  it.skipIf(isWindows)('ends with 2 for a passphrase file that other accounts may read', async () => {
    writeFileSync(inHome('abierta.txt'), phrases.psico);
    chmodSync(inHome('abierta.txt'), 0o640);
    const ended = await runCli([
      'verify',
      '--data',
      data,
      '--user',
      'psico',
      '--passphrase-file',
      inHome('abierta.txt'),
    ]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('chmod 600');
  });
});
