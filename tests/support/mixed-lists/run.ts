/** A list of clean rows and of every kind of defect goes in and out again, beside its truth. */
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { columnLetter, rowsInOneAct, type ListRow } from '../../../src/shared/imports/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { Database as Tables } from '../tables.ts';
import { bringIn, check, counts, csvOf, everybodyNew, rowsOf, send, takeOut } from '../../services/imports/a-list.ts';
import { insideFile } from '../../services/inside-file.ts';
import { seeded } from '../invented-people.ts';
import type { TestCentre } from '../start-application.ts';
import { defects, type Defect } from './defects.ts';
import { cleanRow, headersOf, type Layout, type Row, type Truth } from './layouts.ts';

type Office = Client<Contract>;
type MixedRow = Row & { readonly line: number; readonly defect: Defect | null; readonly changed: readonly string[] };

const twins: readonly Defect[] = [
  { kind: 'the same row again', make: () => ({}) },
  { kind: 'an official number used above', make: () => ({}) },
];

/** An official number is one of a year: that of the admission. */
const numberOf = ({ cells }: Row) => ({
  'N° Ficha': cells['N° Ficha'] ?? '',
  'Fecha de ingreso': cells['Fecha de ingreso'] ?? '',
});

/** Every second row has a defect, each kind in turn. */
export function mixedRows(seed: number, count: number, layout: Layout): MixedRow[] {
  const random = seeded(seed);
  const kinds = [...defects.filter((one) => one.layouts?.includes(layout) !== false), ...twins];
  const rows: MixedRow[] = [];
  for (let at = 0; at < count; at += 1) {
    const line = at + 2;
    const row = cleanRow(random, layout, at + 1);
    const defect = at % 2 === 0 ? null : (kinds[Math.floor(at / 2) % kinds.length] ?? null);
    const above = rows.findLast((one) => one.defect === null);
    if (defect === null || above === undefined) rows.push({ ...row, line, defect: null, changed: [] });
    else if (defect === twins[0]) rows.push({ ...above, line, defect, changed: [] });
    else {
      const change = defect === twins[1] ? numberOf(above) : defect.make(row, layout, random);
      rows.push({ cells: { ...row.cells, ...change }, truth: row.truth, line, defect, changed: Object.keys(change) });
    }
  }
  return rows;
}

const plain = (text: string | null | undefined) => (text ?? '').toUpperCase().replace(/\s+/g, ' ').trim();

const namesOf = (truth: Truth) => ({
  userNames: truth.userNames,
  userFirstSurname: truth.userFirst,
  userSecondSurname: truth.userSecond ?? '',
  aggressorNames: truth.aggressorNames,
  aggressorFirstSurname: truth.aggressorFirst,
  aggressorSecondSurname: truth.aggressorSecond ?? '',
});

/** Names that the program reads otherwise than the truth. */
function wrongNames(row: ListRow, truth: Truth): Partial<ReturnType<typeof namesOf>> {
  const entries = Object.entries(namesOf(truth)) as [keyof ReturnType<typeof namesOf>, string][];
  return Object.fromEntries(entries.filter(([field, text]) => plain(row.texts[field]) !== plain(text)));
}

function isTold(row: ListRow, mixed: MixedRow, headers: readonly string[]): boolean {
  if (row.verdict === 'error') return true;
  const columns = [...mixed.changed, ...(mixed.defect?.at ?? [])].map((header) =>
    columnLetter(headers.indexOf(header)),
  );
  return row.issues.some(({ column }) => column !== null && columns.includes(column));
}

export type MixedResult = {
  readonly rows: number;
  readonly kinds: number;
  readonly defective: number;
  readonly refused: number;
  readonly asked: number;
  readonly warned: number;
  readonly repaired: number;
  readonly clean: number;
  readonly cleanAsked: number;
  readonly cleanRefused: number;
  readonly cameIn: number;
  /** Row and kind of what went in, or would have, without a word. */
  readonly silent: readonly string[];
  readonly isUndoExact: boolean;
};

type Plan = { edits: Parameters<Office['editImportRows']>[0]['rows']; silent: string[] };

/** What went wrong in silence with a row, in words; null when nothing did. */
function silenceOf(mixed: MixedRow, row: ListRow, headers: readonly string[]): string | null {
  const what = `row ${mixed.line}: ${mixed.defect?.kind ?? 'clean'}`;
  if (!isMeant(mixed)) return isTold(row, mixed, headers) ? null : what;
  const wrong = Object.values(wrongNames(row, mixed.truth));
  const isAsked = row.issues.some(({ severity }) => severity !== 'warning');
  return wrong.length === 0 || isAsked ? null : `${what}, ${wrong.join(' · ')}`;
}

const isMeant = ({ defect }: MixedRow) => defect === null || defect.isRepaired === true;

/** What a careful person does with each row: mends and confirms what is meant, leaves the rest out. */
function planOf(rows: readonly MixedRow[], judged: ReadonlyMap<number, ListRow>, headers: readonly string[]): Plan {
  const plan: Plan = { edits: [], silent: [] };
  for (const mixed of rows) {
    const { line, truth } = mixed;
    const row = judged.get(line);
    if (row === undefined) throw new Error(`row ${line} is missing`);
    plan.silent.push(...[silenceOf(mixed, row, headers)].filter((one) => one !== null));
    if (row.verdict === 'error') continue;
    if (isMeant(mixed)) plan.edits.push({ line, texts: wrongNames(row, truth), isExcluded: false, isConfirmed: true });
    else plan.edits.push({ line, texts: {}, isExcluded: true });
  }
  return plan;
}

async function settle(office: Office, importId: string, plan: Plan): Promise<void> {
  for (let start = 0; start < plan.edits.length; start += rowsInOneAct)
    await office.editImportRows({ importId, rows: plan.edits.slice(start, start + rowsInOneAct) });
  const { version, counts } = await office.getImport({ importId });
  if ((counts?.error ?? 0) > 0) await office.leaveOutWrongRows({ importId, version });
  // A person who was decided to be new may be the one that a later row resembles.
  for (let round = 0; round < 3; round += 1) {
    await check(office, importId);
    await everybodyNew(office, importId);
  }
}

type Stored = Record<string, string | number | null>;

async function storedOf(folder: string): Promise<Map<number, Stored>> {
  const rows = await insideFile(folder, (db) =>
    queriesOf<Tables>(db)
      .selectFrom('list_import_case as came')
      .innerJoin('case_file', 'case_file.id', 'came.case_id')
      .innerJoin('person as user', 'user.id', 'came.user_id')
      .innerJoin('person as man', 'man.id', 'came.aggressor_id')
      .innerJoin('section_a', 'section_a.case_id', 'came.case_id')
      .innerJoin('section_b', 'section_b.case_id', 'came.case_id')
      .select(['came.line', 'case_file.admitted_on as admittedOn', 'user.given_names as userNames'])
      .select(['user.first_surname as userFirst', 'user.second_surname as userSecond'])
      .select(['user.document_number as userDni', 'user.told_age as userAge', 'user.phone as userPhone'])
      .select(['section_a.user_sex as userSex', 'man.given_names as aggressorNames'])
      .select(['man.first_surname as aggressorFirst', 'man.second_surname as aggressorSecond'])
      .select(['section_b.violence_type as violence'])
      .execute(),
  );
  return new Map(rows.map(({ line, ...stored }) => [line, stored as Stored]));
}

/** Rows whose ficha says otherwise than the truth. */
function wrongRows(rows: readonly MixedRow[], stored: ReadonlyMap<number, Stored>): string[] {
  return rows.flatMap(({ line, truth, defect }) => {
    const found = stored.get(line);
    if (found === undefined) return [];
    const wrong = Object.entries(truth).filter(
      ([field, value]) => plain(String(found[field] ?? '')) !== plain(String(value ?? '')),
    );
    return wrong.length === 0
      ? []
      : [`row ${line}: ${defect?.kind ?? 'clean'}, ${wrong.map(([field]) => field).join()}`];
  });
}

export async function runMixedList(
  start: TestCentre,
  { seed, rows: count, layout }: { readonly seed: number; readonly rows: number; readonly layout: Layout },
): Promise<{ result: MixedResult; centre: TestCentre }> {
  let centre = start;
  const rows = mixedRows(seed, count, layout);
  const headers = headersOf(layout);
  await centre.close();
  const before = JSON.stringify(await counts(centre.folder));
  centre = await centre.restart();
  const first = await centre.as('coordina');
  const lines = rows.map(({ cells }) => headers.map((header) => cells[header] ?? ''));
  const importId = await send(first, csvOf(lines, headers), `lista-${layout}-${seed}.csv`);
  const { settings, version } = await first.getImport({ importId });
  await first.setImportSettings({ importId, version, settings: { ...settings, sexLetter: 'male' } });
  await check(first, importId);
  const judged = new Map((await rowsOf(first, importId)).map((row) => [row.line, row]));
  const plan = planOf(rows, judged, headers);
  await settle(first, importId, plan);
  const cameIn = await bringIn(first, await centre.as('legal'), importId);
  await centre.close();
  const wrong = wrongRows(rows, await storedOf(centre.folder));
  centre = await centre.restart();
  await takeOut(await centre.as('coordina'), await centre.as('legal'), importId);
  await centre.close();
  const isUndoExact = JSON.stringify(await counts(centre.folder)) === before;
  centre = await centre.restart();
  return { centre, result: { ...figures(rows, judged), cameIn, silent: [...plan.silent, ...wrong], isUndoExact } };
}

function figures(rows: readonly MixedRow[], judged: ReadonlyMap<number, ListRow>) {
  const of = (isClean: boolean) => rows.filter(({ defect }) => (defect === null) === isClean);
  const has = (mixed: MixedRow, severity: 'ask' | 'warning') =>
    judged.get(mixed.line)?.issues.some((issue) => issue.severity === severity) === true;
  const isError = (mixed: MixedRow) => judged.get(mixed.line)?.verdict === 'error';
  const [clean, bad] = [of(true), of(false)];
  const rest = bad.filter((one) => !isError(one));
  return {
    rows: rows.length,
    kinds: new Set(bad.map(({ defect }) => defect?.kind)).size,
    defective: bad.length,
    refused: bad.length - rest.length,
    asked: rest.filter((one) => has(one, 'ask')).length,
    warned: rest.filter((one) => !has(one, 'ask') && has(one, 'warning')).length,
    repaired: rest.filter(({ defect }) => defect?.isRepaired === true).length,
    clean: clean.length,
    cleanAsked: clean.filter((one) => has(one, 'ask')).length,
    cleanRefused: clean.filter(isError).length,
  };
}
