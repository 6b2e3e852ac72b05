/**
 * With whom a person of a ficha was linked, and of whom it was said that she is not: kept in the history of the ficha by
 * their records, told to each reader as he may know of them, and taken back before the validation.
 */
import type { PairRole } from '../../shared/intake/index.ts';
import { displayName } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { closeAlerts } from '../alerts/index.ts';
import { recordChanges } from '../history/index.ts';
import { findPerson, separateSettled } from '../people/index.ts';
import { getCaseRow, getPair, placePair, updateCase, type CaseRow } from './case-repository.ts';
import { identityWords, linkField, linkOf, linkedInReserve, notField, type Link } from './doubts.ts';
import { toldOf } from './likely.ts';
import { casesAround, maySettle, maySettleAmong } from './person-reach.ts';
import { nameIn } from './person-sight.ts';
import type { Trx, Use } from './tables.ts';

type Said = Partial<Record<'identity' | 'identityReason' | typeof linkField | typeof notField, unknown>>;

/** One answer about who a person is, as it was and as it is. */
export async function recordIdentity(
  unit: Use,
  row: Pick<CaseRow, 'id'>,
  said: {
    readonly role: PairRole;
    readonly before: Said;
    readonly after: Said;
    readonly reason?: Parameters<typeof recordChanges>[1]['reason'];
  },
): Promise<void> {
  const { role, before, after, reason = null } = said;
  const record = { kind: 'case_file', id: row.id };
  await recordChanges(unit, { caseId: row.id, part: role, record, reason, before, after });
}

/** «Son distintas»: asked until now, and of these records nobody is she. */
export function recordDifferent(unit: Use, row: Pick<CaseRow, 'id'>, role: PairRole, ids: readonly string[]) {
  const after = { identity: identityWords.different, [notField]: ids };
  return recordIdentity(unit, row, { role, before: { identity: identityWords.open }, after });
}

/** The person as she was written down in the ficha, whoever she was linked with. */
export async function typedPerson(trx: Trx, row: CaseRow, role: PairRole): Promise<string> {
  return (await linkOf(trx, row, role))?.typedId ?? (await getPair(trx, row.pair_id))[`${role}_id`];
}

/**
 * The ficha goes on with the person who was written down in it, and the linked one is again what she was. Answers whether
 * that was possible: a later union has to be undone before.
 */
export async function undoLink(unit: Use, row: CaseRow, role: PairRole, link: Link): Promise<boolean> {
  const { typedId, knownId } = link;
  const joined = await separateSettled(unit, { keptId: knownId, absorbedId: typedId, caseId: row.id });
  if (joined === 'later-first') return false;
  const now = await getCaseRow(unit.trx, row.id);
  const pair = await getPair(unit.trx, now.pair_id);
  const userId = role === 'user' ? typedId : pair.user_id;
  const aggressorId = role === 'aggressor' ? typedId : pair.aggressor_id;
  await updateCase(unit, now, { pair_id: await placePair(unit, userId, aggressorId) });
  // Told of somebody who this is not; whoever goes on looks at the door again.
  await closeAlerts(unit, { caseId: row.id, kind: 'aggressorAtDoor' });
  return true;
}

/** A person of the history as this reader may know of her: her name and the other fichas in which she stands. */
async function wordsOf(unit: Use, caseId: CaseId, personId: string): Promise<string> {
  const person = await findPerson(unit.trx, personId);
  if (person === null) return 'una persona que ya no está en el registro';
  const cases = (await casesAround(unit, personId)).filter(({ row }) => row.id !== caseId);
  const name = await nameIn(unit.trx, unit, { caseId, personId });
  if (cases.length === 0) return name;
  const fichas = toldOf(unit, cases);
  if (fichas.length === 0 || !maySettleAmong(cases)) return 'una persona que requiere revisión';
  const numbers = fichas.map(({ number }) => number).join(', ');
  return `${name} (${fichas.length === 1 ? 'ficha' : 'fichas'} ${numbers})`;
}

/** A value of the history of who is who in words; other fields stay as they are. */
export async function identityValue(unit: Use, caseId: CaseId, field: string, value: unknown): Promise<unknown> {
  if (value === null) return null;
  if (field === linkField) {
    const { typedId, knownId } = value as Link;
    const typed = await findPerson(unit.trx, typedId);
    const written = typed === null ? '' : `; en la ficha se escribió ${displayName(typed)}`;
    return `${await wordsOf(unit, caseId, knownId)}${written}`;
  }
  if (field !== notField) return value;
  const words: string[] = [];
  for (const id of value as string[]) words.push(await wordsOf(unit, caseId, id));
  return words.join('; ');
}

/** The link that this reader made or may know of: also with somebody of a ficha reservada, of which nothing is joined. */
export async function linkFor(unit: Use, row: CaseRow, role: PairRole): Promise<(Link & { isJoined: boolean }) | null> {
  const joined = await linkOf(unit.trx, row, role);
  if (joined !== null) return { ...joined, isJoined: true };
  const knownId = await linkedInReserve(unit.trx, row, role);
  if (knownId === null || !(await maySettle(unit, knownId))) return null;
  return { typedId: (await getPair(unit.trx, row.pair_id))[`${role}_id`], knownId, isJoined: false };
}

/** Who of the ficha goes on as somebody whom the record knew, as this reader may be told. */
export async function linksOf(unit: Use, row: CaseRow) {
  const links: { role: PairRole; known: string; typed: string; isJoined: boolean; canUndo: boolean }[] = [];
  for (const role of ['user', 'aggressor'] as const) {
    const link = await linkFor(unit, row, role);
    if (link === null) continue;
    const typed = await findPerson(unit.trx, link.typedId);
    links.push({
      role,
      known: await wordsOf(unit, row.id, link.knownId),
      typed: typed === null ? '' : displayName(typed),
      isJoined: link.isJoined,
      canUndo: row.state === 'draft',
    });
  }
  return links;
}
