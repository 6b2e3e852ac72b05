/** The lines of one case as a reader sees them, and how far they are passed to the central register. */
import { createHash } from 'node:crypto';
import { grantOf, type Role } from '../../shared/access/index.ts';
import {
  isTyped,
  lineStateOf,
  linesToType,
  registerLines,
  sectionBehind,
  sheetStateOf,
  type LineGuard,
  type RegisterLine,
  type SheetLine,
  type SheetProgress,
} from '../../shared/register/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Section } from '../../shared/record/index.ts';
import { staffNames } from '../access/index.ts';
import { allowed, type CaseRow, type Reader } from '../intake/index.ts';
import { registerFacts } from './facts.ts';
import { keepProgress, listRegistrationRows, listTicks, stampOf, type TickRow } from './repository.ts';
import { type Trx, type Use, tablesIn } from './tables.ts';
import { findRow } from '../platform/storage/rows.ts';

/** Says which answer was passed without holding it: the first half of its SHA-256, lower-case hex. */
export function markOf({ value }: Pick<RegisterLine, 'value'>): string {
  return createHash('sha256').update(value).digest('hex').slice(0, 32);
}

export function asMarks(ticks: readonly TickRow[]): ReadonlyMap<string, string> {
  return new Map(ticks.map(({ line, mark }) => [line, mark]));
}

/** A line, and whether it holds what was told of a person in fichas that the reader may not read alone. */
export type ReadLine = RegisterLine & { readonly isUntold: boolean };

/** Lines of the whole ficha, before anything is held back. */
export async function linesOf(trx: Trx, caseId: CaseId, reader: Reader, places: PlaceIndex): Promise<ReadLine[]> {
  const { whole, seen } = await registerFacts(trx, caseId, reader);
  const shown = new Map(registerLines(seen, places).map((line) => [line.id, line.value]));
  return registerLines(whole, places).map((line) => ({ ...line, isUntold: shown.get(line.id) !== line.value }));
}

/** The lines as this reader may have them on a paper. */
export function shownLines(lines: readonly ReadLine[]): RegisterLine[] {
  return lines.map(({ isUntold, ...line }) => (isUntold ? { ...line, value: '', words: '' } : line));
}

function progressOf(
  lines: readonly RegisterLine[],
  ticks: ReadonlyMap<string, string>,
  registeredOn: string | null,
): SheetProgress {
  const states = linesToType(lines, ticks).map((line) => lineStateOf(line.id, markOf(line), ticks));
  return {
    state: sheetStateOf(registeredOn, states),
    total: states.length,
    done: states.filter((state) => state === 'done').length,
    changed: states.filter((state) => state === 'changed').length,
  };
}

/** The count kept, while nothing of the case changed since; else counted again. */
export async function progressOfCase(
  unit: Use,
  row: CaseRow & { readonly registered_on: string | null },
  places: PlaceIndex,
): Promise<SheetProgress> {
  const kept = await findRow(tablesIn(unit.trx), 'register_progress', { case_id: row.id });
  if (kept?.stamp !== (await stampOf(unit.trx, row)))
    return keepCount(unit.trx, row, await linesOf(unit.trx, row.id, unit, places));
  const { total, done, changed } = kept;
  const left = done === total ? [] : (['todo'] as const);
  return { state: sheetStateOf(row.registered_on, left), total, done, changed };
}

/** Under the state of the record that it was taken on. */
export async function keepCount(trx: Trx, row: CaseRow, lines: readonly RegisterLine[]): Promise<SheetProgress> {
  const registered = (await listRegistrationRows(trx, row.id))[0]?.registered_on ?? null;
  const progress = progressOf(lines, asMarks(await listTicks(trx, row.id)), registered);
  const { total, done, changed } = progress;
  await keepProgress(trx, { case_id: row.id, stamp: await stampOf(trx, row), total, done, changed });
  return progress;
}

type Guarded = Pick<RegisterLine, 'guard' | 'guardView'>;

/** Whether the reader has that row for this case; a limited view opens only the lines that say so. */
async function mayRead(unit: Use, guard: LineGuard, view: Guarded['guardView'], caseId: CaseId): Promise<boolean> {
  const isEnough = (role: Role) => {
    const grant = grantOf(role, guard);
    return grant !== null && (view === 'any' || grant.view === null);
  };
  if (!unit.session.roles.some(isEnough)) return false;
  return (await allowed(unit, guard, caseId)) !== null;
}

const keyOf = ({ guard, guardView }: Guarded) => `${guard ?? ''} ${guardView}`;

/** Says of a line whether it is closed to this reader. */
async function closedLines(unit: Use, lines: readonly Guarded[], caseId: CaseId): Promise<(line: Guarded) => boolean> {
  const closed = new Set<string>();
  for (const [key, { guard, guardView }] of new Map(lines.map((line) => [keyOf(line), line]))) {
    if (guard !== null && !(await mayRead(unit, guard, guardView, caseId))) closed.add(key);
  }
  return (line) => closed.has(keyOf(line));
}

/** Lines that this reader may pass: typed by somebody, and not held back. */
export async function openLines(unit: Use, lines: readonly ReadLine[], caseId: CaseId): Promise<ReadLine[]> {
  const isClosed = await closedLines(unit, lines, caseId);
  return lines.filter((line) => isTyped(line) && !line.isUntold && !isClosed(line));
}

/** Lines as they travel: what the reader may not read is named and empty, a closed section is one line. */
export async function sheetLines(unit: Use, lines: readonly ReadLine[], caseId: CaseId): Promise<SheetLine[]> {
  const ticks = await listTicks(unit.trx, caseId);
  const marks = asMarks(ticks);
  const names = await staffNames(unit.trx);
  const by = new Map(ticks.map(({ line, ticked_by }) => [line, names.get(ticked_by) ?? '']));
  const isClosedLine = await closedLines(unit, lines, caseId);
  const told = new Set<LineGuard>();
  return lines.flatMap(({ guard, guardView, source, value, words, isUntold, ...line }): SheetLine[] => {
    const isClosed = guard !== null && isClosedLine({ guard, guardView });
    const section = isClosed ? sectionBehind(guard) : undefined;
    if (isClosed && section !== undefined) {
      if (told.has(guard)) return [];
      told.add(guard);
      const ofSection = lines.filter((one) => one.guard === guard);
      return [heldSection(section, ofSection, marks)];
    }
    const isWithheld = (isClosed || isUntold) && value !== '';
    const mark = markOf({ value });
    const held = isWithheld ? { value: '', words: '', mark: '' } : { value, words, mark };
    const state = isTyped({ source }) ? lineStateOf(line.id, mark, marks) : null;
    return [{ ...line, ...held, isWithheld, state, passedBy: by.get(line.id) ?? null }];
  });
}

/** A whole section held back: only whether something of it waits to be passed. */
function heldSection(
  { id, title }: Section,
  lines: readonly RegisterLine[],
  marks: ReadonlyMap<string, string>,
): SheetLine {
  const states = linesToType(lines, marks).map((line) => lineStateOf(line.id, markOf(line), marks));
  const waits = states.find((state) => state === 'changed') ?? states.find((state) => state === 'todo');
  return {
    id: `section.${id}`,
    variable: '',
    block: title,
    item: id,
    label: 'Toda la sección',
    value: '',
    words: '',
    isReserved: true,
    isWithheld: true,
    state: waits ?? 'done',
    mark: '',
    passedBy: null,
  };
}
