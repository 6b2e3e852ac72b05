/** The dry run: each row read, compared with the record and with the rows above it. Nothing is written of it. */
import {
  cellOf,
  fieldIds,
  headerKey,
  isBlank,
  isSumText,
  nameFieldsOf,
  nameParts,
  readRow,
  rowRoles,
  type FieldId,
  type ReadContext,
  type ReadRow,
  type RowCandidate,
  type RowEdits,
  type RowFacts,
  type RowIssue,
  type RowRole,
  type SourceRow,
} from '../../shared/imports/index.ts';
import { displayName, legalName } from '../../shared/people/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { getCaseRow, holderOfFichaNumber, isClosedTo, listCasesOfPerson } from '../intake/index.ts';
import { candidatesFor, getPerson, shownCandidates } from '../people/index.ts';
import { isTooWide } from './list-file.ts';
import { personFactsOf, type ListPeople } from './list-people.ts';
import { keepChoices, type RowState } from './row-state.ts';
import type { RowResult, Trx } from './tables.ts';

/** What is wrong with a row as a whole, whatever its columns mean. */
function rowProblems(row: SourceRow, headers: readonly string[]): string[] {
  const filled = row.cells.flatMap((cell, at) => (isBlank(cell) ? [] : [{ at, text: cell.text }]));
  const isHeader = ({ at, text }: { at: number; text: string }) => {
    const key = headerKey(text);
    return key !== '' && key === headerKey(headers[at] ?? '');
  };
  const problems: string[] = [];
  if (isTooWide(row, headers))
    problems.push('La fila tiene más celdas que los títulos: quizá hay un separador dentro de un dato.');
  if (filled.slice(0, 3).some(({ text }) => isSumText(text)))
    problems.push('Parece una fila de totales, no un caso. Déjela fuera.');
  if (filled.length > 1 && filled.filter(isHeader).length * 2 > filled.length)
    problems.push('Repite los títulos de la lista: no es un caso. Déjela fuera.');
  return problems;
}

/** What each column holds now; where a whole name was parted, its parts too. */
function textsOf(
  row: SourceRow,
  edits: RowEdits,
  { settings }: ReadContext,
  names: ReadRow['names'],
): RowResult['texts'] {
  const texts: Partial<Record<FieldId, string>> = {};
  for (const field of fieldIds) {
    if (settings.columns[field] !== undefined || edits[field] !== undefined)
      texts[field] = cellOf(row, field, settings, edits).text;
  }
  for (const role of rowRoles) {
    const fields = nameFieldsOf[role];
    if (texts[fields.whole] === undefined && texts[fields.surnames] === undefined) continue;
    for (const part of nameParts) texts[fields[part]] ??= names[role][part] ?? '';
  }
  return texts;
}

/** Reads a row without looking at anything else. */
export function readAlone(
  row: SourceRow,
  edits: RowEdits,
  context: ReadContext,
  headers: readonly string[],
): RowResult {
  const { facts, issues, names } = readRow(row, edits, context);
  const whole = rowProblems(row, headers).map((message): RowIssue => ({
    severity: 'error',
    field: null,
    column: null,
    message,
  }));
  const source = row.cells.flatMap((cell, at) => (isBlank(cell) ? [] : [[headers[at] ?? '', cell.text] as const]));
  return {
    facts: whole.length > 0 ? null : facts,
    issues: [...whole, ...issues],
    texts: textsOf(row, edits, context, names),
    candidates: { user: [], aggressor: [] },
    source,
  };
}

function withError(result: RowResult, field: FieldId | null, message: string): RowResult {
  return { ...result, facts: null, issues: [{ severity: 'error', field, column: null, message }, ...result.issues] };
}

/** What the rows before one have used already. */
export class Seen {
  readonly people: ListPeople;
  readonly #numbers = new Map<string, number>();
  readonly #rows = new Map<string, number>();

  constructor(people: ListPeople) {
    this.people = people;
  }

  /** Refuses a row that stands there twice, or an official number used above. */
  check(line: number, result: RowResult): RowResult {
    const whole = JSON.stringify(result.source);
    const same = this.#rows.get(whole);
    if (same !== undefined) return withError(result, null, `Fila repetida: es igual a la fila ${same}. Déjela fuera.`);
    this.#rows.set(whole, line);
    const number = result.facts?.fichaNumber ?? null;
    if (number === null) return result;
    const key = `${number.year} ${number.numeric} ${number.alphabetic ?? ''}`;
    const first = this.#numbers.get(key);
    if (first !== undefined) {
      return withError(
        result,
        'fichaNumber',
        `Ese número oficial ya está en la fila ${first}. Corrija uno de los dos.`,
      );
    }
    this.#numbers.set(key, line);
    return result;
  }

  add(line: number, facts: RowFacts): void {
    for (const role of rowRoles) this.people.add(line, role, facts);
  }
}

/** Which ficha has it is not told: a list is read by whoever brought it, before any ficha of it is anybody's. */
async function refuseTakenNumber(trx: Trx, result: RowResult): Promise<RowResult> {
  const number = result.facts?.fichaNumber ?? null;
  if (number === null || (await holderOfFichaNumber(trx, number, null)) === undefined) return result;
  return withError(result, 'fichaNumber', 'Ese número oficial ya es de otra ficha del registro. Revise el número.');
}

type Known = { readonly candidate: RowCandidate; readonly admittedOn: readonly { number: string; on: CivilDate }[] };

/** A person of the record as a candidate; masked where the reader may not know of her cases. */
async function knownCandidate(
  trx: Trx,
  staffId: StaffId,
  found: Awaited<ReturnType<typeof candidatesFor>>[number],
): Promise<Known> {
  const cases = await listCasesOfPerson(trx, found.personId);
  let isHidden = false;
  for (const one of cases.slice(0, 5)) {
    const row = await getCaseRow(trx, one.id);
    isHidden ||= await isClosedTo(trx, row, staffId);
  }
  const person = await getPerson(trx, found.personId);
  const choice = { kind: 'known', personId: found.personId } as RowCandidate['choice'];
  if (isHidden) {
    const hidden = { name: 'Requiere revisión', where: 'En el registro', reasons: [] };
    return { candidate: { choice, ...hidden, level: found.level }, admittedOn: [] };
  }
  const newest = cases[0];
  const where =
    newest === undefined ? 'En el registro' : `Ficha ${newest.number}, ingreso ${formatCivilDate(newest.admittedOn)}`;
  return {
    candidate: {
      choice,
      name: legalName(person) ?? displayName(person),
      where,
      level: found.level,
      reasons: found.reasons.map((reason) => reason.text),
    },
    admittedOn: cases.filter((one) => one.role === 'user').map((one) => ({ number: one.number, on: one.admittedOn })),
  };
}

/** Persons of the record who may be the one of the row, likeliest first. */
async function knownCandidates(trx: Trx, staffId: StaffId, facts: RowFacts, role: RowRole): Promise<Known[]> {
  const person = personFactsOf(facts, role);
  if (person === null) return [];
  const known: Known[] = [];
  for (const found of (await candidatesFor(trx, person)).slice(0, shownCandidates)) {
    known.push(await knownCandidate(trx, staffId, found));
  }
  return known;
}

/** Level first: what is probable stands before what is possible, the record before the list. */
function ranked(candidates: readonly RowCandidate[]): RowCandidate[] {
  const rank = (one: RowCandidate) => (one.level === 'probable' ? 0 : 1);
  return candidates.toSorted((one, other) => rank(one) - rank(other)).slice(0, shownCandidates);
}

/** Judges one row that was read alone: numbers taken, rows repeated, who its persons may be. */
export async function judge(trx: Trx, staffId: StaffId, state: RowState, seen: Seen): Promise<RowState> {
  if (state.isExcluded) return state;
  const result = await refuseTakenNumber(trx, seen.check(state.line, state.result));
  const { facts } = result;
  if (facts === null) return { ...state, result };
  const issues: RowIssue[] = [...result.issues];
  const candidates: Record<RowRole, RowCandidate[]> = { user: [], aggressor: [] };
  for (const role of rowRoles) {
    const known = await knownCandidates(trx, staffId, facts, role);
    candidates[role] = ranked([...known.map(({ candidate }) => candidate), ...seen.people.candidates(facts, role)]);
    const twice = role === 'user' ? known.filter((one) => one.candidate.level === 'probable') : [];
    for (const { number, on } of twice.flatMap((one) => one.admittedOn).filter((one) => one.on === facts.admittedOn)) {
      const message = `La ficha ${number} de una persona muy parecida tiene la misma fecha de ingreso (${formatCivilDate(on)}): quizá ya está registrada.`;
      issues.push({ severity: 'warning', field: 'admittedOn', column: null, message });
    }
  }
  seen.add(state.line, facts);
  const judged: RowResult = { ...result, issues, candidates };
  return { ...state, result: judged, choices: keepChoices(judged, state.choices) };
}

/**
 * Whether the record holds a probable candidate for a person taken as new that the check did not show.
 *
 * Days may pass between the check and the approval.
 */
export async function hasNewCandidate(trx: Trx, state: RowState): Promise<boolean> {
  const { facts } = state.result;
  if (facts === null || state.isExcluded) return false;
  for (const role of rowRoles) {
    const choice = state.choices[role];
    const person = choice === null || choice.kind === 'new' ? personFactsOf(facts, role) : null;
    if (person === null) continue;
    const shown = state.result.candidates[role].map(({ choice: one }) => (one.kind === 'known' ? one.personId : null));
    const found = (await candidatesFor(trx, person)).slice(0, shownCandidates);
    if (found.some((one) => one.level === 'probable' && !shown.some((id) => id === one.personId))) return true;
  }
  return (await refuseTakenNumber(trx, state.result)).facts === null;
}
