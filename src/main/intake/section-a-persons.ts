/** The persons of Section A: as a reader may see them, and as a save leaves them in the record. */
import { changesBetween } from '../../shared/history/index.ts';
import { pairRoles, type PairRole, type SectionAForm } from '../../shared/intake/index.ts';
import {
  blankUser,
  documentsBeside,
  factOfField,
  mostListed,
  nothingTold,
  toldAfter,
  untold,
  withStored,
  withToldAge,
  type FactName,
  type PersonContact,
  type UserPerson,
} from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isUnanswered } from '../../shared/record/index.ts';
import {
  asInformant,
  getPerson,
  getRecord,
  insertPerson,
  keepTold,
  saveRecord,
  toldOf,
  updatePerson,
} from '../people/index.ts';
import type { CaseRow, PairRow } from './case-repository.ts';
import type { PartChange } from './changes.ts';
import { isBlankContact, isFormerContact, lastAskedOn } from './earlier-visit.ts';
import { knownBy } from './door-answers.ts';
import { casesAround } from './person-reach.ts';
import { hiddenIn, personSeen, personSight, shown, type PersonSight } from './person-sight.ts';
import type { Use } from './tables.ts';

/** The informant as the reader may see her; null when she came by herself. */
export async function informantSeen(unit: Use, row: CaseRow): Promise<SectionAForm['informant']> {
  if (row.informant_id === null) return null;
  return asInformant(await personSeen(unit.trx, unit, { caseId: row.id, personId: row.informant_id }));
}

/** One person of the form beside what the record holds of her. */
export type Kept<P extends UserPerson = UserPerson> = {
  readonly personId: string;
  readonly sight: PersonSight;
  readonly stored: UserPerson;
  /** As the form was shown, as it came back, and as it is to be kept. */
  readonly shown: UserPerson;
  readonly form: P;
  readonly kept: P;
  /** A document of which the form was not shown the first: it stands beside that one. */
  readonly isDocumentBeside: boolean;
};

const contactFacts = ['phone', 'mayCall', 'email'] as const satisfies readonly FactName[];

async function kept<P extends UserPerson>(
  unit: Use,
  { caseId, personId, isFormer }: { caseId: CaseId; personId: string; isFormer: boolean },
  form: P,
): Promise<Kept<P>> {
  const stored = await getPerson(unit.trx, personId);
  const sight = await personSight(unit.trx, unit, { caseId, personId });
  // A number told elsewhere is not erased by a ficha that is told none: the page of the person takes it out.
  const elsewhere = sight.hasOthers ? untold(stored, [sight.told]) : new Set<FactName>();
  const silent = new Set<FactName>([
    ...hiddenIn(stored, sight),
    ...sight.beside,
    ...(isFormer ? contactFacts : []),
    ...(['phone', 'email'] as const).filter((name) => elsewhere.has(name)),
  ]);
  const seen = shown(stored, sight);
  const before = isFormer ? { ...seen, contact: blankUser().contact } : seen;
  const now = withStored(form, stored, { shown: before, silent });
  const isDocumentBeside = silent.has('document') && JSON.stringify(now.document) !== JSON.stringify(stored.document);
  return { personId, sight, stored, shown: before, form, kept: now, isDocumentBeside };
}

/** Asked again: a «Sí» is said of a number, and no answer of before stands for one of today. */
function askedAgain(one: Kept): Kept {
  const { contact } = one.form;
  const isOfNoNumber = contact.mayCall === 'yes' && contact.phone === null && one.stored.contact.phone !== null;
  const mayCall = isOfNoNumber ? null : contact.mayCall;
  return { ...one, kept: { ...one.kept, contact: { ...one.kept.contact, mayCall } } };
}

export type KeptPersons = {
  readonly user: Kept;
  readonly aggressor: Kept;
  /** Null where nobody informed, or somebody who was not written before. */
  readonly informant: Kept | null;
  readonly askedOn: CivilDate | null;
};

/**
 * The persons of the form as they are to be kept. A contact that was not asked again stays in the record as it was, for
 * reminders and papers, and stays to be asked.
 */
export async function keptPersons(unit: Use, row: CaseRow, pair: PairRow, form: SectionAForm): Promise<KeptPersons> {
  const caseId = row.id;
  const { contact } = await getPerson(unit.trx, pair.user_id);
  const isFormer = await isFormerContact(unit.trx, row, { userId: pair.user_id, contact });
  const isAsked = !isBlankContact(form.user.contact);
  const living = livingIn(form.user, form.answers.homeDistrict);
  const user = await kept(unit, { caseId, personId: pair.user_id, isFormer }, living);
  const his = livingIn(form.aggressor, form.answers.aggressorHomeDistrict);
  const { informant } = form;
  return {
    user: isFormer && isAsked ? askedAgain(user) : user,
    aggressor: await kept(unit, { caseId, personId: pair.aggressor_id, isFormer: false }, his),
    informant:
      informant === null || row.informant_id === null
        ? null
        : await kept(unit, { caseId, personId: row.informant_id, isFormer: false }, { ...blankUser(), ...informant }),
    askedOn: isAsked ? (row.contact_asked_on ?? unit.today) : row.contact_asked_on,
  };
}

export function formKept(form: SectionAForm, { user, aggressor, informant }: KeptPersons): SectionAForm {
  return {
    ...form,
    user: user.kept,
    aggressor: aggressor.kept,
    informant: informant === null ? form.informant : asInformant(informant.kept),
  };
}

/** The district is asked once, as a question of the form; the person of the record keeps the same. */
function livingIn<P extends UserPerson>(person: P, districtCode: string | null): P {
  return { ...person, address: { ...person.address, districtCode: districtCode ?? person.address.districtCode } };
}

/**
 * A fact of a person who stands in a ficha that counts changes there, too: its reason is asked for. The contact is
 * asked anew in each ficha and what was told before stays in her list.
 *
 * @throws rule-broken `change-needs-reason`
 */
export async function refuseUnreasoned(unit: Use, row: CaseRow, all: KeptPersons, changes: readonly PartChange[]) {
  for (const one of [all.user, all.aggressor, all.informant]) {
    if (one === null || !one.sight.hasOthers) continue;
    const change = changes.find(({ record }) => record.kind === 'person' && record.id === one.personId);
    if (change === undefined || !altersElsewhere(change, one)) continue;
    const cases = await casesAround(unit, one.personId);
    const counting = cases.filter((other) => other.row.id !== row.id && other.row.state !== 'draft');
    if (counting.some(({ reach }) => reach !== 'hidden')) throw fail('rule-broken', 'change-needs-reason');
  }
}

function altersElsewhere({ before, after }: PartChange, { stored, sight, isDocumentBeside }: Kept): boolean {
  const elsewhere = untold(stored, [sight.told]);
  return changesBetween(before ?? {}, after).some(({ field, before: was }) => {
    if (isUnanswered(was) || was === false || field.startsWith('contact.')) return false;
    const fact = factOfField(field);
    if (fact === 'document' && isDocumentBeside) return false;
    return fact === null || elsewhere.has(fact);
  });
}

/** The two persons, each written only when something of her is another now. Answers who is known otherwise by it. */
export async function savePair(
  unit: Use,
  row: CaseRow,
  of: { all: KeptPersons; altered: readonly string[] },
): Promise<PairRole[]> {
  const otherwise: PairRole[] = [];
  for (const role of pairRoles) {
    const one = of.all[role];
    if (of.altered.includes(one.personId)) {
      const known = async () => knownBy((await getRecord(unit.trx, one.personId)).record);
      const before = await known();
      await writePerson(unit, row, one);
      if ((await known()) !== before) otherwise.push(role);
    }
    await tell(unit, row, one);
  }
  return otherwise;
}

async function writePerson(unit: Use, row: CaseRow, one: Kept): Promise<void> {
  const [first] = (await getRecord(unit.trx, one.personId)).record.contacts;
  const { document } = one.isDocumentBeside ? one.stored : one.kept;
  await updatePerson(unit.trx, one.personId, { ...one.kept, document });
  unit.touch('person', one.personId);
  if (one.isDocumentBeside) await keepDocument(unit, row, one);
  await keepAlias(unit, one);
  const { phone } = one.stored.contact;
  const isOfElsewhere = one.sight.hasOthers && untold(one.stored, [one.sight.told]).has('phone');
  if (first === undefined || phone === one.kept.contact.phone || !isOfElsewhere) return;
  await keepNumber(unit, one.personId, {
    ...first,
    checkedOn: first.checkedOn ?? (await lastAskedOn(unit.trx, row, one.personId)),
  });
}

/** What another ficha was told is not replaced by who was not shown it: both numbers find her. */
async function keepDocument(unit: Use, row: CaseRow, { personId, sight, kept: { document } }: Kept): Promise<void> {
  const { record } = await getRecord(unit.trx, personId);
  const own = sight.told.facts.document;
  const others = [...(await toldOf(unit.trx, personId))].filter(([caseId]) => caseId !== row.id);
  const isAlone = !others.some(([, told]) => told.facts.document === own);
  const documents = documentsBeside(record.documents, document, { told: sight.told, isAlone });
  await saveRecord(unit, { id: personId, version: null }, { ...record, documents: documents.slice(0, mostListed) });
}

/** What she was called in a ficha that the form was not shown stays among what she is called. */
async function keepAlias(unit: Use, { personId, sight, stored, kept }: Kept): Promise<void> {
  const former = stored.aliases;
  if (former === null || former === kept.aliases || !hiddenIn(stored, sight).has('aliases')) return;
  const { record } = await getRecord(unit.trx, personId);
  if (record.aliases.includes(former)) return;
  const aliases = [...record.aliases.slice(0, 1), former, ...record.aliases.slice(1)].slice(0, mostListed);
  await saveRecord(unit, { id: personId, version: null }, { ...record, aliases });
}

/** The number that another one takes the place of stays among hers, with what was said of it on its day. */
async function keepNumber(unit: Use, personId: string, former: PersonContact): Promise<void> {
  const { record } = await getRecord(unit.trx, personId);
  if (record.contacts.some(({ phone }) => phone === former.phone)) return;
  const [first = [], ...rest] = record.contacts.map((one) => [one]);
  const contacts = [...first, former, ...rest.flat()].slice(0, mostListed);
  await saveRecord(unit, { id: personId, version: null }, { ...record, contacts });
}

async function tell(unit: Use, row: CaseRow, one: Kept): Promise<void> {
  const before = one.sight.told;
  await keepTold(unit, { caseId: row.id, personId: one.personId }, { before, told: toldAfter(before, one.kept, one) });
}

/** What a ficha tells of somebody written for it. */
export async function tellNew(unit: Use, caseId: CaseId, personId: string): Promise<void> {
  const person = await getPerson(unit.trx, personId);
  const { toldAge } = (await getRecord(unit.trx, personId)).record;
  const told = toldAfter(nothingTold, person, { shown: blankUser(), form: person });
  const all = toldAge === null ? told : withToldAge(told, toldAge);
  await keepTold(unit, { caseId, personId }, { before: nothingTold, told: all });
}

export async function saveInformant(
  unit: Use,
  row: CaseRow,
  { form, all, altered }: { form: SectionAForm; all: KeptPersons; altered: readonly string[] },
): Promise<string | null> {
  if (form.informant === null) return null;
  if (all.informant !== null) {
    const { personId } = all.informant;
    if (altered.includes(personId)) {
      // She may be the user of a linked ficha: what is asked of an informant is only a part of her.
      const { stored, kept: told } = all.informant;
      await writePerson(unit, row, { ...all.informant, kept: { ...stored, ...asInformant(told) } });
    }
    await tell(unit, row, all.informant);
    return personId;
  }
  const id = unit.newId();
  await insertPerson(unit.trx, id, form.informant, unit.now);
  unit.touch('person', id);
  await tellNew(unit, row.id, id);
  return id;
}
