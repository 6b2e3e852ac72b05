/** The tables of the pack as CSV beside its pages, and the command that takes both out: one act, two registered copies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, it } from 'vitest';
import { inspectionCommand } from '../../../src/main/commands/inspection.ts';
import type { CommandLine } from '../../../src/main/commands/command.ts';
import { csvBytes } from '../../../src/main/platform/csv.ts';
import { inspectionTables } from '../../../src/shared/inspection/index.ts';
import type { Paper } from '../../../src/shared/papers/index.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';
import { names, never, plantedCase } from '../subject/planted.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

const period = { from: '2026-06-01', to: '2026-06-10' };
const second = { login: 'coordina', password: passphrase };
const again = { password: passphrase };

const rowsOf = (bytes: Uint8Array) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\ufeff')).toBe(true);
  return Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ';', newline: '\r\n' }).data;
};

describe('the tables of the pack', () => {
  it('leave beside its pages in one act, say the same, and name nobody of a case', async () => {
    const centre = await startCentre();
    const { number: ficha } = await plantedCase(centre);
    const auditor = await centre.as('visita');
    const made = await auditor.releaseInspection({ period, second, way: 'save', printer: null }, again);
    const tablesFile = made.tables?.file ?? null;
    if (made.file === null || tablesFile === null) throw new Error('nothing was handed back');
    expect([made.number, made.tables?.number]).toEqual(['CEM-2026-000001', 'CEM-2026-000002']);
    expect(tablesFile.name).toBe('bitácora-tablas.csv');
    const bytes = await bytesOf(auditor, tablesFile);
    const [head, ...rows] = rowsOf(bytes);
    expect(head).toEqual(['tabla', 'fila', 'columna', 'valor']);
    const pages = textOf(await bytesOf(auditor, made.file)).replace(/\s+/g, ' ');
    const tables = [...new Set(rows.map(([table]) => table))];
    expect(tables).toEqual(expect.arrayContaining(['1. Permisos', '2. Accesos a fichas', '8. Prueba de la bitácora']));
    for (const table of tables) expect(pages).toContain(table);
    expect(rows).toContainEqual(['1. Permisos', expect.any(String) as string, 'Persona', 'Luz Inventada Legal']);
    expect(rows).toContainEqual(['8. Prueba de la bitácora', '1', 'No coinciden', '0']);
    const text = bytes.toString('utf8');
    const staff = (one: string) => one.endsWith('Inventada');
    expect(
      [...never, ...names.filter((one) => !staff(one)), 'Quispe', ficha].filter((one) => text.includes(one)),
    ).toEqual([]);
    const { lines } = await (
      await centre.as('coordina')
    ).readPrintRegister({ from: null, to: null, state: null, way: null });
    const told = lines.map((one) => ('purpose' in one ? one.purpose : ''));
    expect(told.toSorted()).toEqual(['Mostrar cómo se cuidó el registro', 'Sus tablas, en CSV']);
  });

  it('are no file where the pack goes to paper', async () => {
    const centre = await startCentre();
    const auditor = await centre.as('visita');
    const made = await auditor.releaseInspection({ period, second, way: 'print', printer: null }, again);
    expect(made).toMatchObject({ file: null, tables: null });
    const coordinator = await centre.as('coordina');
    const { lines } = await coordinator.readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toHaveLength(1);
  });

  it('hold no formula, whatever a name begins with', () => {
    const paper = {
      blocks: [
        { kind: 'heading', level: 2, text: 'Permisos' },
        { kind: 'table', head: ['Persona'], rows: [['=HYPERLINK("x")'], ['+51'], ['＝1'], ['Ana']], widths: ['*'] },
      ],
    } as unknown as Paper;
    expect(rowsOf(csvBytes(inspectionTables(paper))).map((row) => row[3])).toEqual([
      '\'=HYPERLINK("x")',
      "'+51",
      "'＝1",
      'Ana',
    ]);
  });
});

describe('the command', () => {
  const lineOf = async (centre: TestCentre, login: Login, options: Record<string, string>) => {
    const printed: unknown[] = [];
    const session = await centre.sessionOf(login);
    const line: CommandLine = {
      ...{ client: await centre.as(login), application: centre.application, options },
      ...{ signIn: () => Promise.resolve(session), again: () => again, use: () => undefined },
      ...{ print: (value) => void printed.push(value), say: () => undefined, endWith: () => undefined },
    };
    return { line, printed };
  };
  const optionsIn = (out: string, password: string = passphrase) => {
    const file = join(newFolder(), 'segunda.txt');
    writeFileSync(file, password, { mode: 0o600 });
    return { ...period, out, second: 'coordina', 'second-passphrase-file': file };
  };

  it('writes both files by the same gate, and says their numbers', async () => {
    const centre = await startCentre();
    const out = newFolder();
    const { line, printed } = await lineOf(centre, 'visita', optionsIn(out));
    await inspectionCommand.run(line);
    expect(readdirSync(out).toSorted()).toEqual(['bitácora-informe.pdf', 'bitácora-tablas.csv']);
    expect(textOf(readFileSync(join(out, 'bitácora-informe.pdf')))).toContain('Paquete de auditoría');
    expect(rowsOf(readFileSync(join(out, 'bitácora-tablas.csv'))).length).toBeGreaterThan(30);
    expect(printed).toMatchObject([{ copies: ['CEM-2026-000001', 'CEM-2026-000002'] }]);
    // Nothing is replaced, and no number is used for what could not be written.
    const twice = await lineOf(centre, 'visita', optionsIn(out));
    await expect(inspectionCommand.run(twice.line)).rejects.toThrow('ya existe');
    const { lines } = await (
      await centre.as('coordina')
    ).readPrintRegister({ from: null, to: null, state: null, way: null });
    expect(lines).toHaveLength(2);
  });

  it('is refused to whoever may not, and without the password of the second person, and leaves no file', async () => {
    const centre = await startCentre();
    const out = newFolder();
    for (const login of ['psico', 'soporte', 'admision'] as const) {
      const { line } = await lineOf(centre, login, optionsIn(out));
      expect(await refusal(() => inspectionCommand.run(line)), login).toBe('forbidden/');
    }
    const { line } = await lineOf(centre, 'visita', optionsIn(out, 'no es esta frase'));
    expect(await refusal(() => inspectionCommand.run(line))).toBe('wrong-secret/second-wrong');
    expect(readdirSync(out)).toEqual([]);
  });

  it('says what is missing or the wrong way round before it asks anybody', async () => {
    const centre = await startCentre();
    const options = optionsIn(newFolder());
    for (const [more, words] of [
      [{ from: '' }, 'Falta --from'],
      [{ from: '10/06/2026' }, 'AAAA-MM-DD'],
      [{ from: '2026-07-01' }, '--to es anterior'],
      [{ second: '' }, 'Falta --second'],
    ] as const) {
      const { line } = await lineOf(centre, 'visita', { ...options, ...more });
      await expect(inspectionCommand.run(line)).rejects.toThrow(words);
    }
  });
});
