/**
 * What comes along from her earlier ficha into one that is still a draft, and what never does: whether it is safe to call.
 *
 * Nothing is copied: it is read when Section A is opened, so that it is the same whether the desk linked her or a
 * professional does later (decision 0054). Of a ficha that the reader may not read nothing comes along.
 */
import { carriedAnswers, type Carried, type FormerContact, type SectionAAnswers } from '../../shared/intake/index.ts';
import { blankUser, contactWords, type Contact, type UserPerson } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { getPerson } from '../people/index.ts';
import { isPhoneOfAccused } from './accused-phones.ts';
import { listCasesOfUser, type CaseRow } from './case-repository.ts';
import { hiddenIn, personSeen, personSight, readableCases, shown, type Reader } from './person-sight.ts';
import { allowed } from './rights.ts';
import { getSectionA } from './section-repository.ts';
import type { Trx, Use } from './tables.ts';

/** Earlier fichas of the user, newest first; none once this one counts. */
async function earlierOf(trx: Trx, row: CaseRow, userId: string): Promise<CaseRow[]> {
  if (row.state !== 'draft') return [];
  const order = ({ admitted_on, opened_at, number }: CaseRow) => `${admitted_on} ${opened_at} ${number}`;
  const others = (await listCasesOfUser(trx, userId)).filter((one) => one.id !== row.id && order(one) < order(row));
  return others.toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
}

export const isBlankContact = (contact: Contact) => Object.values(contact).every((value) => value === null);

/** Whether the contact of the record was told before this ficha and not asked again in it. */
export async function isFormerContact(
  trx: Trx,
  row: CaseRow,
  { userId, contact }: { userId: string; contact: Contact },
) {
  if (row.contact_asked_on !== null || isBlankContact(contact)) return false;
  return (await earlierOf(trx, row, userId)).length > 0;
}

/** The day on which she was last asked about calling her before this ficha; null when she never was. */
export async function lastAskedOn(trx: Trx, row: CaseRow, userId: string): Promise<CivilDate | null> {
  const others = (await listCasesOfUser(trx, userId)).filter(({ id }) => id !== row.id);
  const days = others.map(({ contact_asked_on: asked, admitted_on: admitted }) => asked ?? admitted).toSorted();
  return days.at(-1) ?? null;
}

/**
 * Whether «¿Es seguro llamar?» still has to be asked: required where the record holds a contact of an earlier ficha, of
 * which the reader may know.
 */
export async function isContactDue(trx: Trx, reader: Reader, row: CaseRow, userId: string): Promise<boolean> {
  const { contact } = await getPerson(trx, userId);
  const seen = (await personSeen(trx, reader, { caseId: row.id, personId: userId })).contact;
  if (isBlankContact(seen) || (await earlierOf(trx, row, userId)).length === 0) return false;
  return row.contact_asked_on === null || (contact.mayCall === null && contact.phone !== null);
}

/** How she may be called, for who reads Section A; a contact told in an earlier ficha is no answer of today. */
export async function contactSeen(unit: Use, row: CaseRow, userId: string): Promise<string | null> {
  if ((await allowed(unit, 'registerForm.readA', row.id)) === null) return null;
  const { contact } = await personSeen(unit.trx, unit, { caseId: row.id, personId: userId });
  const isFormer = await isFormerContact(unit.trx, row, { userId, contact });
  if (isFormer) return contactWords(blankUser().contact);
  const isUnsafe = await isPhoneOfAccused(unit.trx, userId, contact.phone);
  return contactWords(isUnsafe ? { ...contact, mayCall: 'no' } : contact);
}

/**
 * What Section A shows of her earlier visits; nothing of a ficha that the reader may not read. `user`: as the form starts
 * from her; `isMoreKnown`: more than the reader may see.
 */
export async function readEarlierVisit(
  unit: Use,
  row: CaseRow,
  of: { userId: string; answers: SectionAAnswers },
): Promise<{ user: UserPerson; isMoreKnown?: true; formerContact: FormerContact | null; carried: Carried | null }> {
  const { trx } = unit;
  const known = await getPerson(trx, of.userId);
  const sight = await personSight(trx, unit, { caseId: row.id, personId: of.userId });
  const seen = shown(known, sight);
  const asksAgain = await isFormerContact(trx, row, { userId: of.userId, contact: known.contact });
  const user = asksAgain ? { ...seen, contact: blankUser().contact } : seen;
  // What this ficha was told itself is not asked again.
  const isHidden = [...hiddenIn(known, sight)].some((name) => sight.told.facts[name] === undefined);
  const seenNow = isHidden ? ({ user, isMoreKnown: true } as const) : { user };
  const earlier = await earlierOf(trx, row, of.userId);
  const ids = earlier.map(({ id }) => id);
  const readable = await readableCases(trx, unit, ids);
  const last = earlier.find(({ id }) => readable.has(id));
  if (last === undefined) return { ...seenNow, formerContact: null, carried: null };
  const source = { number: last.number, on: last.admitted_on };
  const answers = carriedAnswers((await getSectionA(trx, last.id)).answers, of.answers);
  const { phone, email } = seen.contact;
  return {
    ...seenNow,
    formerContact: asksAgain ? { ...source, phone, email } : null,
    carried: Object.keys(answers).length === 0 ? null : { ...source, answers },
  };
}
