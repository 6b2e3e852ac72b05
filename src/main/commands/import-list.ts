/** `import`: an old list from Excel or CSV, as the window brings it in: read, checked, approved by a second person. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  listFields,
  listLimits,
  listSettingsSchema,
  personChoiceSchema,
  rowRoles,
  rowsInOneAct,
  sentPieceSize,
  type FieldId,
  type ImportView,
  type ListRow,
  type ListSettings,
  type PersonChoice,
  type RowRole,
} from '../../shared/imports/index.ts';
import { fail, issuesOf } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import {
  flag,
  ofSecond,
  readJson,
  required,
  secondPerson,
  UsageError,
  word,
  type Command,
  type CommandLine,
  type Given,
} from './command.ts';

const fieldNames = Object.keys(listFields) as [FieldId, ...FieldId[]];

/** What the map may say; what it leaves out is read from the file, and asked when the file leaves a doubt. */
const mapSchema = z.strictObject({
  /** Header of the column of each field, as it stands in the file. */
  columns: z.partialRecord(z.enum(fieldNames), z.string()),
  ...listSettingsSchema.omit({ columns: true }).partial().shape,
  /** Rows left out, by their number in the file. */
  exclude: z.array(z.int().positive()).optional(),
  /** Rows whose doubtful cells are right as they stand, by their number in the file. */
  confirm: z.array(z.int().positive()).optional(),
  /** Who a person of a row is: `same` the likeliest candidate, `new` somebody else, or a choice as `--dry-run` prints it. */
  decisions: z
    .array(
      z.strictObject({
        line: z.int().positive(),
        role: z.enum(rowRoles),
        choice: z.union([z.enum(['same', 'new']), personChoiceSchema]),
      }),
    )
    .optional(),
  /** What to do with probable candidates that no decision names. Without it they stop the import. */
  probable: z.enum(['ask', 'same']).optional(),
});
type ListMap = z.infer<typeof mapSchema>;

function readMap(path: string): ListMap {
  const parsed = mapSchema.safeParse(readJson(path));
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  return parsed.data;
}

/** Sends the file piece by piece: never more of it in memory than one piece. */
async function sendFile(line: CommandLine, path: string): Promise<string> {
  const fileId = crypto.randomUUID();
  let file: number;
  try {
    if (statSync(path).size > listLimits.bytes) throw fail('rule-broken', 'list-too-big');
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UsageError('No se pudo leer la lista de --from.');
    throw error;
  }
  try {
    const piece = Buffer.alloc(sentPieceSize);
    for (let offset = 0, size = 0; offset === 0 || size > 0; offset += size) {
      size = readSync(file, piece, 0, piece.length, offset);
      if (size > 0 || offset === 0) {
        await line.client.sendImportPiece({ fileId, offset, base64: piece.toString('base64', 0, size) });
      }
      if (size === 0) break;
    }
  } finally {
    closeSync(file);
  }
  return (await line.client.openImport({ fileId, fileName: basename(path) })).importId;
}

function columnOf(view: ImportView, header: string): number {
  const at = view.columns.findIndex((column) => column.header === header.trim());
  if (at < 0) throw new UsageError('El mapa nombra una columna que la lista no tiene.');
  return at;
}

function settingsFrom(view: ImportView, map: ListMap): ListSettings {
  const {
    columns: names,
    exclude: _exclude,
    confirm: _confirm,
    decisions: _decisions,
    probable: _probable,
    ...given
  } = map;
  const columns: ListSettings['columns'] = {};
  for (const [field, header] of Object.entries(names)) columns[field as FieldId] = columnOf(view, header);
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...view.settings, ...said, columns };
}

/** How the file is read first, then its columns: another encoding may give them other names. */
async function apply(line: CommandLine, importId: string, map: ListMap): Promise<void> {
  const { encoding, delimiter, sheet, headerLine } = map;
  const first = await line.client.getImport({ importId });
  const file = Object.fromEntries(
    Object.entries({ encoding, delimiter, sheet, headerLine }).filter(([, value]) => value !== undefined),
  );
  if (Object.keys(file).length > 0) {
    const settings = { ...first.settings, ...file };
    await line.client.setImportSettings({ importId, version: first.version, settings });
  }
  let view = await line.client.getImport({ importId });
  await line.client.setImportSettings({ importId, version: view.version, settings: settingsFrom(view, map) });
  // New columns weigh the dates anew; what the map says of them is said again.
  view = await line.client.getImport({ importId });
  await line.client.setImportSettings({ importId, version: view.version, settings: settingsFrom(view, map) });
}

async function check(line: CommandLine, importId: string): Promise<ImportView> {
  const { version, pending } = await line.client.getImport({ importId });
  if (pending.length > 0) {
    throw fail(
      'rule-broken',
      'list-pending',
      pending.map((message) => ({ path: 'map', message })),
    );
  }
  await line.client.checkImport({ importId, version });
  return line.client.getImport({ importId });
}

async function* rowsOf(line: CommandLine, importId: string): AsyncGenerator<ListRow> {
  let after: number | null = 0;
  while (after !== null) {
    const page: { rows: ListRow[]; next: number | null } = await line.client.listImportRows({
      importId,
      verdict: null,
      after,
    });
    yield* page.rows;
    after = page.next;
  }
}

async function edit(
  line: CommandLine,
  importId: string,
  lines: readonly number[],
  change: { readonly isExcluded: boolean; readonly isConfirmed?: boolean },
): Promise<void> {
  for (let start = 0; start < lines.length; start += rowsInOneAct) {
    const rows = lines.slice(start, start + rowsInOneAct).map((one) => ({ line: one, texts: {}, ...change }));
    await line.client.editImportRows({ importId, rows });
  }
}

function choiceOf(row: ListRow, role: RowRole, said: 'same' | 'new' | PersonChoice): PersonChoice {
  if (said === 'new') return { kind: 'new' };
  if (said !== 'same') return said;
  const [best] = row[role].candidates;
  if (best === undefined) throw fail('rule-broken', 'list-choice');
  return best.choice;
}

async function decide(line: CommandLine, importId: string, map: ListMap): Promise<void> {
  const { decisions = [] } = map;
  if (decisions.length > 0) {
    for await (const row of rowsOf(line, importId)) {
      for (const { role, choice } of decisions.filter((one) => one.line === row.line)) {
        await line.client.chooseImportPerson({ importId, line: row.line, role, choice: choiceOf(row, role, choice) });
      }
    }
  }
  if (map.probable === 'same') await line.client.acceptProbable({ importId });
}

/** Rows somebody has to look at: where and why, with the choices there are. Never a name. */
async function toLookAt(line: CommandLine, importId: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const row of rowsOf(line, importId)) {
    if (row.verdict === 'ready' || row.verdict === 'excluded' || found.length >= 1000) continue;
    const choices = rowRoles.flatMap((role) =>
      row[role].choice === null
        ? row[role].candidates.map(({ choice, level, where }) => ({ role, level, where, choice }))
        : [],
    );
    found.push({ line: row.line, verdict: row.verdict, issues: row.issues, choices });
  }
  return found;
}

async function bringIn(line: CommandLine, importId: string): Promise<number> {
  const { version } = await line.client.getImport({ importId });
  const { proposalId } = await line.client.proposeImport({ importId, version }, line.again());
  const second = await secondPerson(line);
  line.use(await line.client.signIn(second));
  const { cases } = await line.client.approveImport({ proposalId }, { password: second.password });
  await line.client.lock({ why: 'asked' });
  return cases;
}

async function drop(line: CommandLine, importId: string): Promise<void> {
  const { version } = await line.client.getImport({ importId });
  await line.client.discardImport({ importId, version });
}

async function prepare(line: CommandLine, importId: string, map: ListMap): Promise<ImportView> {
  await apply(line, importId, map);
  await check(line, importId);
  const lines = map.exclude ?? [];
  if (lines.length > 0) {
    await edit(line, importId, lines, { isExcluded: true });
    await check(line, importId);
  }
  await edit(line, importId, map.confirm ?? [], { isExcluded: false, isConfirmed: true });
  await decide(line, importId, map);
  return line.client.getImport({ importId });
}

/** @throws UsageError */
function importAsked(line: Given) {
  const path = required(line, 'from');
  const mapPath = required(line, 'map');
  const isDry = line.options['dry-run'] === true;
  if (!isDry) required(line, 'second');
  return { path, mapPath, isDry };
}

export const importCommand: Command = {
  usage: `--data CARPETA --user USUARIO --passphrase-file ARCHIVO --from LISTA --map MAPA.json
             [--dry-run | --second USUARIO --second-passphrase-file ARCHIVO]

  Una fila con error, o una persona probable sin decidir, termina con código 1 y no entra nada.
  La lista no queda abierta: se corrige el archivo o el mapa y se repite.`,
  options: { from: word, map: word, 'dry-run': flag, ...ofSecond },
  check: (line) => void importAsked(line),
  run: async (line) => {
    const { path, mapPath, isDry } = importAsked(line);
    const map = readMap(mapPath);
    const first = await line.signIn();
    const importId = await sendFile(line, path);
    let isKept = false;
    try {
      const { counts } = await prepare(line, importId, map);
      const isReady = counts !== null && counts.error === 0 && counts.ask === 0;
      if (isDry || !isReady) line.print({ counts, rows: await toLookAt(line, importId) });
      if (isDry) return;
      const cases = await bringIn(line, importId);
      isKept = true;
      line.print({ counts, cases });
    } finally {
      // Nothing of a list that did not go in stays behind a command.
      if (!isKept) {
        line.use(first);
        await drop(line, importId).catch(() => undefined);
      }
    }
  },
};
