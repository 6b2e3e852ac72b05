/**
 * What comes along from her earlier ficha into one that is still a draft, and what never does: whether it is safe to call.
 *
 * Nothing is copied: it is read when Section A is opened, so that it is the same whether the desk linked her or a
 * professional does later (decision 0054).
 */
import {
  carriedAnswers,
  type Carried,
  type FormerContact,
  type SectionAAnswers,
  type SectionAForm,
} from '../../shared/intake/index.ts';
import { blankUser, type Contact, type UserPerson } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Trx } from '../database.ts';
import { getPerson } from '../people/index.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { isClosedTo } from './case-persons.ts';
import { listCasesOfUser, type CaseRow } from './case-repository.ts';
import { numberFor } from './rights.ts';
import { getSectionA } from './section-repository.ts';

type Use = Unit<Trx>;

/** Earlier fichas of the user, newest first; none once this one counts. */
async function earlierOf(trx: Trx, row: CaseRow, userId: string): Promise<CaseRow[]> {
  if (row.state !== 'draft') return [];
  const order = ({ admitted_on, opened_at, number }: CaseRow) => `${admitted_on} ${opened_at} ${number}`;
  const others = (await listCasesOfUser(trx, userId)).filter((one) => one.id !== row.id && order(one) < order(row));
  return others.toSorted((one, other) => (order(one) < order(other) ? 1 : -1));
}

const isBlank = (contact: Contact) => Object.values(contact).every((value) => value === null);

/** Whether the contact of the record was told before this ficha and not asked again in it. */
async function isFormer(trx: Trx, row: CaseRow, { userId, contact }: { userId: string; contact: Contact }) {
  if (row.contact_asked_on !== null || isBlank(contact)) return false;
  return (await earlierOf(trx, row, userId)).length > 0;
}

/** Whether «¿Es seguro llamar?» still has to be asked: required where the record holds a contact of an earlier ficha. */
export async function isContactDue(trx: Trx, row: CaseRow, userId: string): Promise<boolean> {
  const { contact } = await getPerson(trx, userId);
  if (isBlank(contact) || (await earlierOf(trx, row, userId)).length === 0) return false;
  return row.contact_asked_on === null || (contact.mayCall === null && contact.phone !== null);
}

type EarlierVisit = {
  /** The person as the form starts from her: a contact told before is no answer of today. */
  readonly user: UserPerson;
  readonly formerContact: FormerContact | null;
  readonly carried: Carried | null;
};

/** What Section A shows of her earlier visits; nothing of a ficha that is closed to the reader. */
export async function readEarlierVisit(
  unit: Use,
  row: CaseRow,
  of: { userId: string; answers: SectionAAnswers },
): Promise<EarlierVisit> {
  const { trx } = unit;
  const user = await getPerson(trx, of.userId);
  const { contact } = user;
  const asksAgain = await isFormer(trx, row, { userId: of.userId, contact });
  const shown = asksAgain ? { ...user, contact: blankUser().contact } : user;
  const [last] = await earlierOf(trx, row, of.userId);
  if (last === undefined || (await isClosedTo(trx, last, unit.session.staffId)))
    return { user: shown, formerContact: null, carried: null };
  const source = { number: await numberFor(unit, last), on: last.admitted_on as CivilDate };
  const answers = carriedAnswers((await getSectionA(trx, last.id)).answers, of.answers);
  return {
    user: shown,
    formerContact: asksAgain ? { ...source, phone: contact.phone, email: contact.email } : null,
    carried: Object.keys(answers).length === 0 ? null : { ...source, answers },
  };
}

/**
 * The form as it is to be kept: a contact that was not asked again stays in the record as it was, for reminders and
 * papers, and stays to be asked.
 */
export async function withContact(
  unit: Use,
  row: CaseRow,
  of: { userId: string; form: SectionAForm },
): Promise<{ form: SectionAForm; askedOn: string | null }> {
  const { form, userId } = of;
  const { contact } = await getPerson(unit.trx, userId);
  if (!isBlank(form.user.contact)) return { form, askedOn: row.contact_asked_on ?? unit.today };
  if (!(await isFormer(unit.trx, row, { userId, contact }))) return { form, askedOn: row.contact_asked_on };
  return { form: { ...form, user: { ...form.user, contact } }, askedOn: null };
}
