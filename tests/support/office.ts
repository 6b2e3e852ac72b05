/** LibreOffice as a reader of what we write: the cells that it sees, and which of them it takes for formulas. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../scripts/programs.ts';

/** Null where it is not installed: say so aloud and skip. */
export const officeProgram = process.env['SOFFICE'] ?? findProgram('soffice');

export type OfficeCells = { readonly formulas: number; readonly texts: readonly string[] };

/** Semicolons, UTF-8, every cell by its look, special numbers and formulas evaluated: the most that an importer can be asked. */
const asCsv = '--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,0,true';

/** Files by their name, each as LibreOffice reads it. */
export function readByOffice(files: Readonly<Record<string, Uint8Array>>): Record<string, OfficeCells> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-office-'));
  const out = join(folder, 'out');
  mkdirSync(out);
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, nameAlone(name)), bytes);
    for (const [ending, more] of [
      ['.csv', [asCsv]],
      ['.xlsx', []],
    ] as const) {
      const names = Object.keys(files).filter((name) => name.endsWith(ending));
      if (names.length === 0) continue;
      const own = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const paths = names.map((name) => join(folder, nameAlone(name)));
      execFileSync(
        String(officeProgram),
        [own, '--headless', ...more, '--convert-to', 'fods', '--outdir', out, ...paths],
        {
          stdio: 'pipe',
        },
      );
    }
    return Object.fromEntries(
      Object.keys(files).map((name) => [
        name,
        cellsOf(readFileSync(join(out, nameAlone(name).replace(/\.\w+$/, '.fods')), 'utf8')),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `mes.csv` and `mes.xlsx` are two files also after both were converted. */
const nameAlone = (name: string) => name.replace(/\.(\w+)$/, '-$1.$1');

function cellsOf(fods: string): OfficeCells {
  const sheets = fods.slice(fods.indexOf('<office:spreadsheet'));
  const texts = [...sheets.matchAll(/<table:table-cell[^>]*?(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
    ([, inside = '']) =>
      [...inside.matchAll(/<text:p[^>]*?(?:\/>|>(.*?)<\/text:p>)/gs)]
        .map(([, words = '']) => wordsOf(words))
        .join('\n'),
  );
  return { formulas: (sheets.match(/table:formula=/g) ?? []).length, texts: texts.filter((text) => text !== '') };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function wordsOf(xml: string): string {
  return xml
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
    .replaceAll('<text:tab/>', '\t')
    .replaceAll('<text:line-break/>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(\w+);/g, (_, name: string) => entities[name] ?? '');
}
