/**
 * A confirmed condition keeps the fichas it rests on (D37). When one of them is annulled, corrected or turns out to be of
 * somebody else, or another one of hers is found, the condition is opened again and its team is told.
 */
import { sql } from 'kysely';
import { changesBetween } from '../../shared/history/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { CaseCondition, oldListVersion } from '../../shared/intake/index.ts';
import { closeAlerts, openAlerts, raiseAlert } from '../alerts/index.ts';
import { among } from '../platform/storage/among.ts';
import { getPair, isBefore, listCasesOfUser, validatedBefore, type CaseRow } from './case-repository.ts';
import { readAggressors } from './condition-history.ts';
import type { PartChange } from './changes.ts';
import { womenOf } from './doubts.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables, type Use } from './tables.ts';

export type Basis = Pick<IntakeTables['condition_basis'], 'rests_on' | 'aggressor'>;

/** The fichas that the condition of a case rests on now, and how its aggressor stands to theirs. */
export async function basisOf(trx: Trx, row: CaseRow): Promise<Basis[]> {
  const pair = await getPair(trx, row.pair_id);
  const earlier = [];
  for (const userId of await womenOf(trx, row, pair)) earlier.push(...(await validatedBefore(trx, row, userId)));
  const men = earlier.map(({ aggressor_id }) => aggressor_id);
  const standing = await readAggressors(trx, { row, aggressorId: pair.aggressor_id }, men);
  return earlier.map((one) => ({ rests_on: one.id, aggressor: standing(one.aggressor_id) }));
}

/** What the newest decision of a case kept; null for a decision of before bases were kept that speaks of an earlier ficha. */
async function keptBasis(trx: Trx, row: CaseRow): Promise<Basis[] | null> {
  const newest = tablesIn(trx)
    .selectFrom('condition_decision')
    .select('id')
    .where('case_id', '=', row.id)
    .orderBy('decided_at', 'desc')
    .orderBy(sql`rowid`, 'desc')
    .limit(1);
  const kept = await tablesIn(trx)
    .selectFrom('condition_basis')
    .select(['rests_on', 'aggressor'])
    .where('decision_id', '=', newest)
    .execute();
  return kept.length === 0 && ofEarlier.includes(row.condition_confirmed ?? 0) ? null : kept;
}

const sorted = (basis: readonly Basis[]) =>
  basis
    .map(({ rests_on, aggressor }) => `${rests_on} ${aggressor}`)
    .toSorted()
    .join();

/** These speak of an earlier ficha. */
const ofEarlier: readonly number[] = [CaseCondition.reentry, CaseCondition.repeat, CaseCondition.continuing];

async function restsOtherwise(trx: Trx, row: CaseRow): Promise<boolean> {
  const kept = await keptBasis(trx, row);
  return kept === null || sorted(kept) !== sorted(await basisOf(trx, row));
}

function noteOf(row: CaseRow, why: string): string {
  const month = row.reporting_month?.split('-').toReversed().join('/');
  return month === undefined ? why : `${why} Este caso cuenta en el mes ${month}.`;
}

async function reopen(unit: Use, row: CaseRow, why: string): Promise<void> {
  await raiseAlert(unit, { caseId: row.id, kind: 'conditionReopened', note: noteOf(row, why) });
}

/** Why other fichas stand behind a condition than when it was confirmed. */
export const reopenWhy = {
  joined: 'Dos registros de una persona se unieron.',
  separated: 'Dos registros unidos se separaron.',
  settled: 'Se confirmó quién es una persona de la ficha.',
  takenBack: 'Se retiró la respuesta «No es la misma» de una persona de la ficha.',
  listCame: 'Una lista antigua trajo una ficha anterior de ella. Véala en «Fichas y hechos anteriores».',
  listLeft: 'Se retiró la lista antigua que había traído una ficha anterior de ella.',
} as const;

/** Of what undoes each other only the newest is true. */
const families: readonly (readonly string[])[] = [
  [reopenWhy.joined, reopenWhy.separated, reopenWhy.settled, reopenWhy.takenBack],
  [reopenWhy.listCame, reopenWhy.listLeft],
];

/** Takes back what this reason makes untrue; answers whether anything was. */
async function replaceOlder(unit: Use, row: CaseRow, why: string): Promise<boolean> {
  const alert = { caseId: row.id, kind: 'conditionReopened' } as const;
  const family = families.find((reasons) => reasons.includes(why))?.map((one) => noteOf(row, one)) ?? [];
  const older = (await openAlerts(unit.trx, alert)).filter(({ note }) => note !== null && family.includes(note));
  for (const { note } of older) await closeAlerts(unit, { ...alert, note });
  return older.length > 0;
}

/**
 * Of the validated fichas in which these persons stand, those whose condition rests on other fichas now, or was opened for
 * a reason that this one makes untrue.
 *
 * @param except One whose condition is being confirmed.
 */
export async function reopenOfPersons(
  unit: Use,
  personIds: readonly string[],
  why: string,
  except: string | null = null,
): Promise<void> {
  for (const row of await validatedOf(unit.trx, personIds)) {
    if (row.id === except) continue;
    const isReplaced = await replaceOlder(unit, row, why);
    if (isReplaced || (await restsOtherwise(unit.trx, row))) await reopen(unit, row, why);
  }
}

/** Its own condition rested on an answer that was taken back. */
export async function reopenTakenBack(unit: Use, row: CaseRow): Promise<void> {
  await replaceOlder(unit, row, reopenWhy.takenBack);
  await reopen(unit, row, reopenWhy.takenBack);
}

/**
 * The fichas whose condition rests on this one, which does not stand or says something else now.
 *
 * @param what «se anuló», «cambió el día del hecho»; a reserved ficha is not named to the teams of others.
 */
export async function reopenRestingOn(unit: Use, row: CaseRow, what: string): Promise<void> {
  if (row.state === 'draft') return;
  const { user_id } = await getPair(unit.trx, row.pair_id);
  const named = row.is_sealed === 1 ? 'una ficha en la que se apoya' : `la ficha ${row.number}, en la que se apoya`;
  const why = `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} ${named}.`;
  const ofHers = await listCasesOfUser(unit.trx, user_id);
  for (const other of [...ofHers, ...(await linkedBeside(unit.trx, user_id))]) {
    if (other.state === 'draft' || other.form_version === oldListVersion || other.id === row.id) continue;
    const kept = await keptBasis(unit.trx, other);
    const isHers = ofHers.some(({ id }) => id === other.id);
    const rests = kept === null ? isHers && isBefore(row, other) : kept.some(({ rests_on }) => rests_on === row.id);
    if (rests) await reopen(unit, other, why);
  }
}

/** Fichas that name her beside their own person: linked while hers was reserved, nothing is joined. */
function linkedBeside(trx: Trx, userId: string): Promise<CaseRow[]> {
  return rowsOf(tablesIn(trx), 'case_file', { maybe_user_id: userId, annulled_at: null });
}

/** Without those of old lists: nobody decided their conditions here. */
function validatedOf(trx: Trx, personIds: readonly string[]): Promise<CaseRow[]> {
  return tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .selectAll('case_file')
    .where((where) =>
      where.or([
        where('case_pair.user_id', 'in', among(personIds)),
        where('case_pair.aggressor_id', 'in', among(personIds)),
      ]),
    )
    .where('case_file.state', '!=', 'draft')
    .where('case_file.form_version', '<>', oldListVersion)
    .where('case_file.annulled_at', 'is', null)
    .execute();
}

/** Answers and facts of a ficha that its condition rests on, and those on which the conditions of later ones do. */
const ownFacts: Readonly<Record<string, string>> = {
  occurredOn: 'el día del hecho',
  wantsLegalRepresentation: 'si desea patrocinio legal',
  intakeChannel: 'la forma de ingreso',
  knownAsUser: 'si está registrada en un CEM',
  knownAsAggressor: 'si la presunta persona agresora está registrada en un CEM',
  admittedOn: 'la fecha de ingreso',
};
const factsOfOthers: readonly string[] = ['occurredOn', 'admittedOn'];

/** A validated ficha was corrected: what its own condition and those of later ones rest on may be otherwise. */
export async function reopenCorrected(unit: Use, row: CaseRow, changes: readonly PartChange[]): Promise<void> {
  if (row.state === 'draft') return;
  const fields = changes.flatMap(({ before, after }) =>
    before === null ? [] : changesBetween(before, after).map(({ field }) => field),
  );
  const corrected = Object.keys(ownFacts).filter((field) => fields.includes(field));
  if (corrected.length === 0) return;
  const words = corrected.map((field) => ownFacts[field]).join(' y ');
  await reopen(unit, row, `Se corrigió ${words}.`);
  if (corrected.some((field) => factsOfOthers.includes(field))) await reopenRestingOn(unit, row, 'se corrigió');
}

/** Confirmed again. */
export async function closeReopened(unit: Use, caseId: CaseId): Promise<void> {
  await closeAlerts(unit, { caseId, kind: 'conditionReopened' });
}
