/** Old lists for the tests: invented people, sent and read as the window does it. */
import type { Contract } from '../../../src/shared/contract.ts';
import { rowRoles, sentPieceSize, type ImportView, type ListRow } from '../../../src/shared/imports/index.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import { passphrase } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

type Office = Client<Contract>;

export const headers = [
  ...['N° Ficha', 'Fecha de ingreso', 'Apellido paterno', 'Apellido materno', 'Nombres', 'DNI', 'Edad', 'Sexo'],
  ...['Agresor', 'Apellido paterno agresor', 'Vínculo', 'Tipo de violencia', 'Riesgo', 'Condición'],
];

/** One row in the order of `headers`. */
export function aLine(at: number, changes: Partial<Record<string, string>> = {}): string[] {
  const given = ['Rosalinda', 'Teodora', 'Marcelina', 'Filomena', 'Domitila', 'Eufemia', 'Gregoria', 'Hilaria'];
  const surnames = [
    'Quispe',
    'Huarcaya',
    'Ticona',
    'Ccopa',
    'Sulca',
    'Ramos',
    'Yupanqui',
    'Mendívil',
    'Ñaupari',
    'Ochoa',
  ];
  const pick = (list: readonly string[], step: number) => list[Math.floor(at / step) % list.length] ?? '';
  const values: Record<string, string> = {
    'N° Ficha': `${at}-A`,
    'Fecha de ingreso': `${String(13 + (at % 15)).padStart(2, '0')}/0${1 + (at % 9)}/2019`,
    'Apellido paterno': pick(surnames, 1),
    'Apellido materno': pick(surnames, 10),
    Nombres: `${pick(given, 1)} ${pick(given, 8)}`,
    DNI: String(40_000_000 + at * 7919),
    Edad: String(20 + (at % 40)),
    Sexo: 'F',
    Agresor: pick(['Eleodoro', 'Fortunato', 'Anacleto', 'Leoncio', 'Saturnino'], 3),
    'Apellido paterno agresor': pick([...surnames].reverse(), 2),
    Vínculo: 'Conviviente',
    'Tipo de violencia': 'Física',
    Riesgo: 'Moderado',
    Condición: 'Nuevo',
    ...changes,
  };
  return headers.map((header) => values[header] ?? '');
}

export function csvOf(rows: readonly (readonly string[])[], titles: readonly string[] = headers): Uint8Array {
  const cell = (text: string) => (/[;,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return Buffer.from([titles, ...rows].map((row) => row.map(cell).join(';')).join('\r\n'), 'utf8');
}

export async function send(office: Office, bytes: Uint8Array, fileName = 'lista.csv'): Promise<string> {
  const fileId = crypto.randomUUID();
  for (let offset = 0; offset < bytes.byteLength || offset === 0; offset += sentPieceSize) {
    const piece = Buffer.from(bytes.subarray(offset, offset + sentPieceSize)).toString('base64');
    await office.sendImportPiece({ fileId, offset, base64: piece });
  }
  return (await office.openImport({ fileId, fileName })).importId;
}

export async function check(office: Office, importId: string): Promise<ImportView> {
  const { version } = await office.getImport({ importId });
  await office.checkImport({ importId, version });
  return office.getImport({ importId });
}

export async function rowsOf(office: Office, importId: string): Promise<ListRow[]> {
  const found: ListRow[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: { rows: ListRow[]; next: number | null } = await office.listImportRows({
      importId,
      verdict: null,
      after,
    });
    found.push(...page.rows);
    after = page.next;
  }
  return found;
}

/** Whom anybody resembles is by chance: every open question of who she is ends with somebody new. */
export async function everybodyNew(office: Office, importId: string): Promise<void> {
  for (const { line, ...row } of await rowsOf(office, importId)) {
    for (const role of rowRoles) {
      if (row[role].choice !== null || !row[role].candidates.some(({ level }) => level === 'probable')) continue;
      await office.chooseImportPerson({ importId, line, role, choice: { kind: 'new' } });
    }
  }
}

/** Rows of every table that a list writes to; the record is closed meanwhile. */
export async function counts(folder: string): Promise<Record<string, number>> {
  const tables = [
    'person',
    'case_file',
    'case_pair',
    'incident',
    'section_a',
    'section_b',
    'person_key',
    'sealed_field',
  ];
  return insideFile(folder, (db) =>
    Object.fromEntries(
      tables.map((table) => [table, (db.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n]),
    ),
  );
}

export async function bringIn(office: Office, second: Office, importId: string): Promise<number> {
  const { version } = await office.getImport({ importId });
  const { proposalId } = await office.proposeImport({ importId, version }, { password: passphrase });
  return (await second.approveImport({ proposalId }, { password: passphrase })).cases;
}

export async function takeOut(
  office: Office,
  second: Office,
  importId: string,
  keepsTouched = false,
): Promise<{ erased: number; kept: number }> {
  const { version } = await office.getImport({ importId });
  const { proposalId } = await office.proposeImportUndo(
    { importId, version, reason: 'wrongList', keepsTouched },
    { password: passphrase },
  );
  return second.approveImportUndo({ proposalId }, { password: passphrase });
}
