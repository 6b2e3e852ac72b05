/** Who is who: a professional says whether the person of a case is one the record knows already. */
import {
  isLeftToSay,
  linkDoubts,
  linkReasonWords,
  type intakeContract,
  type PairRole,
} from '../../shared/intake/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import { raiseAlert } from '../alerts/index.ts';
import { getPerson, getRecord, settleAsSame } from '../people/index.ts';
import { lookAtDoor } from './at-door.ts';
import { getCaseRow, getPair, listCasesOfPerson, placePair, updateCase, type CaseRow } from './case-repository.ts';
import { gatherHistory, savedCase, type HistoryParts } from './condition-history.ts';
import { askInReserve, identityWords, isOfReserved, linkField, linkOf, notField, openDoubt } from './doubts.ts';
import { eraseIdentityAnswers, identityAnswers, keepIdentityAnswer } from './identity-answers.ts';
import { contradictionsFor, contradictionsWith, type OwnPerson } from './identity-facts.ts';
import { linkFor, recordDifferent, recordIdentity, typedPerson, undoLink } from './links.ts';
import { toldOf } from './likely.ts';
import { tellNewEvent } from './news.ts';
import { casesAround, maySettle, rolesIn } from './person-reach.ts';
import { nameIn } from './person-sight.ts';
import { reopenOfPersons, reopenTakenBack, reopenWhy } from './reopen.ts';
import type { Use } from './tables.ts';

type Contract = typeof intakeContract;
type Settle = InputOf<Contract['settlePerson']>;

/** What else is asked before somebody is linked: another role, another name. */
async function doubtsOf(unit: Use, { row, role, personId }: OwnPerson, knownId: string): Promise<string[]> {
  const namedIn = async (id: string) => {
    const { record } = await getRecord(unit.trx, id);
    return { ...record, name: await nameIn(unit.trx, unit, { caseId: row.id, personId: id }) };
  };
  const fichas = toldOf(unit, await casesAround(unit, knownId));
  return linkDoubts(role, { now: await namedIn(personId), known: await namedIn(knownId), fichas });
}

/**
 * Left open at the desk, one of those whom the program offers (which says itself in which role and by which names), or
 * anybody of the record: then with the reason of who knows better (D37).
 *
 * @throws rule-broken `nothing-to-settle`, `link-other-role`, `link-needs-reason`; not-found
 */
async function meantPerson(unit: Use, row: CaseRow, input: Settle, parts: HistoryParts) {
  const open = await openDoubt(unit.trx, row, input.role);
  if (input.personId === undefined || input.personId === open) {
    if (open === null) throw fail('rule-broken', 'nothing-to-settle');
    return { personId: open, isOffered: false };
  }
  const { personId, role } = input;
  if ((await rolesIn(unit.trx, row, personId)).length > 0) throw fail('rule-broken', 'link-other-role');
  // Who was joined to another record, or stands in annulled fichas alone, is nobody any more.
  if ((await casesAround(unit, personId)).length === 0) throw fail('not-found');
  const { likely } = await gatherHistory(unit, await savedCase(unit.trx, unit, input.caseId), parts);
  const isOffered = likely.some((one) => one.role === role && one.personId === personId);
  if (!isOffered && input.reason === null) throw fail('rule-broken', 'link-needs-reason');
  return { personId, isOffered };
}

/**
 * «Son dos personas», said of two records side by side: in every ficha of either the other is somebody else, and what
 * the desk left open is answered. Answers in how many fichas that was new.
 */
export async function tellApart(unit: Use, [one, other]: readonly [string, string]): Promise<number> {
  let fichas = 0;
  const both = [[one, other] as const, [other, one] as const];
  for (const [own, about] of both) {
    for (const { id: caseId, role } of await listCasesOfPerson(unit.trx, own)) {
      if (role === 'related') continue;
      if ((await identityAnswers(unit.trx, caseId, role)).get(about) !== 'different') {
        await keepIdentityAnswer(unit, { caseId, role, personId: about }, 'different');
        fichas += 1;
      }
      const row = await getCaseRow(unit.trx, caseId);
      if (row[`maybe_${role}_id`] !== about) continue;
      await recordDifferent(unit, row, role, [about]);
      await updateCase(unit, row, { [`maybe_${role}_id`]: null });
    }
  }
  return fichas;
}

/**
 * The case goes on with the known person. Who was typed for this case alone is joined to her, so that the record keeps
 * no second one; who stands in other cases too is left to Coordinación.
 */
async function becomeKnown(unit: Use, row: CaseRow, role: Settle['role'], knownId: string): Promise<void> {
  const pair = await getPair(unit.trx, row.pair_id);
  const typedId = pair[`${role}_id`];
  const userId = role === 'user' ? knownId : pair.user_id;
  const aggressorId = role === 'aggressor' ? knownId : pair.aggressor_id;
  const isAlone = (await listCasesOfPerson(unit.trx, typedId)).length === 1;
  // What was asked today goes along with the number it was asked about; without one it is asked again of hers.
  const hasNumber = (await getPerson(unit.trx, typedId)).contact.phone !== null;
  const contact = role === 'user' && !(isAlone && hasNumber) ? { contact_asked_on: null } : {};
  if (isAlone && userId !== aggressorId && typedId !== knownId) {
    const isContactNew = role === 'user' && hasNumber && row.contact_asked_on !== null;
    await settleAsSame(unit, { knownId, typedId, caseId: row.id, isContactNew });
    await updateCase(unit, await getCaseRow(unit.trx, row.id), contact);
    return;
  }
  const pairId = await placePair(unit, userId, aggressorId);
  await updateCase(unit, row, { ...contact, pair_id: pairId });
}

/** A document, an age, a sex that cannot be hers: whoever links the two saw it and is sure. @throws rule-broken `link-contradicts` */
async function refuseUnsure(unit: Use, own: OwnPerson, knownId: string): Promise<void> {
  if ((await contradictionsWith(unit.trx, own, knownId)).length > 0) throw fail('rule-broken', 'link-contradicts');
}

/** The same of another role, or names that have nothing in common. @throws rule-broken `link-contradicts` */
async function refuseDoubtful(unit: Use, row: CaseRow, role: PairRole, knownId: string): Promise<void> {
  const own = { row, role, personId: await typedPerson(unit.trx, row, role) };
  if ((await doubtsOf(unit, own, knownId)).length > 0) throw fail('rule-broken', 'link-contradicts');
}

/**
 * Who was linked with somebody else before is separated from that one first: what was told goes along with her. Of a
 * ficha reservada nothing is joined: answers whom this one goes on naming beside its own person.
 */
async function link(unit: Use, input: Settle, personId: string): Promise<string | null> {
  const { role } = input;
  const row = await getCaseRow(unit.trx, input.caseId);
  const former = await linkOf(unit.trx, row, role);
  if (former !== null) await undoLink(unit, row, role, former);
  const now = await getCaseRow(unit.trx, row.id);
  const typedId = (await getPair(unit.trx, now.pair_id))[`${role}_id`];
  if (!input.isSure) await refuseUnsure(unit, { row: now, role, personId: typedId }, personId);
  const isReserved = await isOfReserved(unit.trx, personId, row.id);
  if (!isReserved) await becomeKnown(unit, now, role, personId);
  await recordIdentity(unit, row, {
    role,
    before: { identity: identityWords.open, [linkField]: former },
    after: {
      identity: identityWords.same,
      [linkField]: { typedId, knownId: personId },
      ...(input.reason === null ? {} : { identityReason: linkReasonWords(input.reason, role) }),
    },
  });
  return isReserved ? personId : null;
}

/**
 * Once a case counts, whoever was known already is another one only by what Coordinación proposes and a second person
 * approves: the two records are separated, or joined.
 *
 * @throws rule-broken `relink-validated`
 */
async function refuseMove(unit: Use, row: CaseRow, role: Settle['role']): Promise<void> {
  if (row.state === 'draft') return;
  const ownId = (await getPair(unit.trx, row.pair_id))[`${role}_id`];
  const isKnown = (await listCasesOfPerson(unit.trx, ownId)).length > 1;
  if (isKnown || (await linkOf(unit.trx, row, role)) !== null) throw fail('rule-broken', 'relink-validated');
}

export async function settlePerson(unit: Use, input: Settle, parts: HistoryParts) {
  const { role, isSame } = input;
  const row = await getCaseRow(unit.trx, input.caseId);
  if (row.version !== input.version) throw fail('conflict');
  const { personId, isOffered } = await meantPerson(unit, row, input, parts);
  if (!(await maySettle(unit, personId))) throw fail('rule-broken', 'settle-needs-coordination');
  if (isSame) {
    if (!isOffered && !input.isSure) await refuseDoubtful(unit, row, role, personId);
    await refuseMove(unit, row, role);
  }
  const ownId = (await getPair(unit.trx, row.pair_id))[`${role}_id`];
  const beside = isSame ? await link(unit, input, personId) : null;
  if (!isSame) await recordDifferent(unit, row, role, [personId]);
  // Joining the two records may have settled the column already.
  const now = await getCaseRow(unit.trx, row.id);
  await updateCase(unit, now, { [`maybe_${role}_id`]: beside });
  unit.about('case_file', row.id);
  if (isSame) {
    if (row.state !== 'draft') await reopenOfPersons(unit, [personId, ownId], reopenWhy.settled);
    await lookAtDoor(unit, row.id);
    await tellNewEvent(unit, await getCaseRow(unit.trx, row.id), parts);
  }
  unit.note({ role, isSame });
  return { version: (await getCaseRow(unit.trx, row.id)).version };
}

/** What cannot be true of both, told before anybody links them. */
export async function compareForLink(
  unit: Use,
  { caseId, role, personId: given }: InputOf<Contract['compareForLink']>,
) {
  const row = await getCaseRow(unit.trx, caseId);
  const personId = given ?? row[`maybe_${role}_id`];
  if (personId === null) throw fail('rule-broken', 'nothing-to-settle');
  if ((await casesAround(unit, personId)).length === 0) throw fail('not-found');
  if (!(await maySettle(unit, personId))) throw fail('rule-broken', 'settle-needs-coordination');
  const own = { row, role, personId: await typedPerson(unit.trx, row, role) };
  unit.note({ role });
  const against = (await contradictionsFor(unit.trx, unit, own, personId)).map(({ text }) => text);
  return { contradictions: [...(await doubtsOf(unit, own, personId)), ...against] };
}

/** A wrong link is taken back by who made it, until the case counts; then Coordinación separates the two records. */
export async function unlinkPerson(unit: Use, { caseId, version, role }: InputOf<Contract['unlinkPerson']>) {
  const row = await getCaseRow(unit.trx, caseId);
  if (row.version !== version) throw fail('conflict');
  if (row.state !== 'draft') throw fail('rule-broken', 'unlink-validated');
  const found = await linkFor(unit, row, role);
  if (found === null) throw fail('rule-broken', 'nothing-to-unlink');
  const { isJoined, ...former } = found;
  if (isJoined && !(await undoLink(unit, row, role, former))) throw fail('rule-broken', 'merge-later-first');
  if (!isJoined) {
    await updateCase(unit, row);
  }
  await recordIdentity(unit, row, {
    role,
    before: { identity: identityWords.same, [linkField]: former },
    after: { identity: identityWords.open, [linkField]: null },
  });
  unit.about('case_file', row.id);
  await lookAtDoor(unit, row.id);
  unit.note({ role });
  return { version: (await getCaseRow(unit.trx, row.id)).version };
}

/** «Ninguna es ella», «ninguno es él»: said of everybody who is alike now, so that whoever comes later is asked about. */
export async function ruleOutPersons(unit: Use, input: InputOf<Contract['ruleOutPersons']>, parts: HistoryParts) {
  const { caseId, role } = input;
  const row = await getCaseRow(unit.trx, caseId);
  if (row.version !== input.version) throw fail('conflict');
  const { likely } = await gatherHistory(unit, await savedCase(unit.trx, unit, caseId), parts);
  const open = likely.filter((one) => one.role === role && isLeftToSay(one));
  if (open.length === 0) throw fail('rule-broken', 'nobody-to-rule-out');
  const seen = open.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  if (seen.toSorted().join() !== input.personIds.toSorted().join()) throw fail('rule-broken', 'not-alike');
  for (const { id, personId } of open) {
    const answer = personId === null ? 'reviewAsked' : 'different';
    await keepIdentityAnswer(unit, { caseId, role, personId: id }, answer);
    if (personId === null) await askInReserve(unit, row, id);
  }
  const isReviewAsked = open.some(({ personId }) => personId === null);
  if (isReviewAsked) await raiseAlert(unit, { caseId, kind: 'identityToReview', note: null });
  if (seen.length > 0) await recordDifferent(unit, row, role, seen);
  await updateCase(unit, row);
  unit.about('case_file', row.id);
  unit.note({ role, persons: open.length });
  return { version: row.version + 1 };
}

/** «No es la misma» said by mistake: it is asked again. Once the case counts with a reason, and its condition is opened. */
export async function takeBackAnswer(
  unit: Use,
  { caseId, version, role, personId, reason }: InputOf<Contract['takeBackAnswer']>,
) {
  const row = await getCaseRow(unit.trx, caseId);
  if (row.version !== version) throw fail('conflict');
  if (row.state !== 'draft' && reason === null) throw fail('rule-broken', 'change-needs-reason');
  if (!(await maySettle(unit, personId))) throw fail('rule-broken', 'settle-needs-coordination');
  if (!(await eraseIdentityAnswers(unit, { caseId, role, personId }))) throw fail('not-found');
  await recordIdentity(unit, row, {
    role,
    before: { identity: identityWords.different, [notField]: [personId] },
    after: { identity: identityWords.open, [notField]: null },
    reason: row.state === 'draft' ? null : reason,
  });
  await updateCase(unit, row);
  unit.about('case_file', row.id);
  if (row.state !== 'draft') await reopenTakenBack(unit, row);
  unit.note({ role });
  return { version: row.version + 1 };
}
