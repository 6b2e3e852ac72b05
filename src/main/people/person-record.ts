/** Everything that is kept of one person: her row, and what it cannot hold beside it. The address stays where it is. */
import { sql } from 'kysely';
import {
  displayName,
  type IdentityDocument,
  type PersonContact,
  type PersonRecord,
} from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { cellsOf, insertRow, nextVersions, rowOf, rowsOf, columnsIn, hasRow } from '../platform/storage/rows.ts';
import { replaceKeys } from './person-keys.ts';
import { tablesIn, type Trx, type PeopleTables, type Use } from './tables.ts';

type PersonRow = PeopleTables['person'];
type ContactRow = PeopleTables['person_extra_contact'];

function firstContact(row: PersonRow): PersonContact[] {
  if (row.phone === null) return [];
  return [
    {
      phone: row.phone,
      whose: row.phone_whose,
      mayCall: row.phone_may_call,
      hours: row.phone_hours,
      mayLeaveMessage: row.phone_may_leave_message,
      whatToSay: row.phone_what_to_say,
      checkedOn: row.phone_checked_on,
      isShared: row.phone_is_shared === 1,
    },
  ];
}

function furtherContact(row: ContactRow): PersonContact {
  return {
    ...cellsOf(row, 'phone', 'whose', 'may_call', 'hours', 'may_leave_message', 'what_to_say', 'checked_on'),
    isShared: row.is_shared === 1,
  };
}

function documentOf({ kind, state, number }: IdentityDocument): IdentityDocument {
  return { kind, state, number };
}

async function furtherOf(trx: Trx, personId: string) {
  const isKept = await hasRow(tablesIn(trx), 'person_extra', { id: personId });
  if (!isKept) return { aliases: [], documents: [], contacts: [] };
  const aliases = await rowsOf(tablesIn(trx), 'person_extra_alias', { extra_id: personId }, 'position');
  const documents = await rowsOf(tablesIn(trx), 'person_extra_document', { extra_id: personId }, 'position');
  const contacts = await rowsOf(tablesIn(trx), 'person_extra_contact', { extra_id: personId }, 'position');
  return { aliases: aliases.map(({ alias }) => alias), documents, contacts };
}

/** Her record and the version it has. @throws not-found */
export async function getRecord(trx: Trx, personId: string): Promise<{ record: PersonRecord; version: number }> {
  const row = await rowOf(tablesIn(trx), 'person', { id: personId });
  const further = await furtherOf(trx, personId);
  const first = documentOf({ kind: row.document_kind, state: row.document_state, number: row.document_number });
  return {
    version: row.version,
    record: {
      ...cellsOf(row, 'name_state', 'given_names', 'first_surname', 'second_surname', 'preferred_name', 'email'),
      aliases: [...(row.aliases === null ? [] : [row.aliases]), ...further.aliases],
      birth: row.birth_year === null ? null : { year: row.birth_year, month: row.birth_month, day: row.birth_day },
      toldAge: row.told_age === null || row.told_age_on === null ? null : { years: row.told_age, on: row.told_age_on },
      documents: [first, ...further.documents.map(documentOf)],
      contacts: [...firstContact(row), ...further.contacts.map(furtherContact)],
      emailIsSafe: row.email_is_safe === null ? null : row.email_is_safe === 1,
      isDeceased: row.is_deceased === 1,
    },
  };
}

/** By what a person is told from another: names and every document. */
export type Identity = Pick<PersonRecord, 'givenNames' | 'firstSurname' | 'secondSurname' | 'documents'>;

/** The same of many persons, by their ids; one that does not exist is left out. */
export async function identitiesOf(trx: Trx, personIds: Iterable<string>): Promise<ReadonlyMap<string, Identity>> {
  const ids = [...personIds];
  const rows = await rowsOf(tablesIn(trx), 'person', { id: ids });
  const further = await rowsOf(tablesIn(trx), 'person_extra_document', { extra_id: ids }, 'position');
  const byPerson = Map.groupBy(further, ({ extra_id }) => extra_id);
  return new Map(
    rows.map((row): [string, Identity] => {
      const first = documentOf({ kind: row.document_kind, state: row.document_state, number: row.document_number });
      const names = { givenNames: row.given_names, firstSurname: row.first_surname, secondSurname: row.second_surname };
      return [row.id, { ...names, documents: [first, ...(byPerson.get(row.id) ?? []).map(documentOf)] }];
    }),
  );
}

/**
 * How the screens call many persons, by their ids; one that does not exist is left out. `isCalled`: she is called by
 * something that some ficha was told, which not every reader may see.
 */
export async function displayNamesOf(trx: Trx, personIds: Iterable<string>) {
  const names = ['name_state', 'given_names', 'first_surname', 'second_surname', 'preferred_name', 'aliases'] as const;
  const rows = await columnsIn(tablesIn(trx), 'person', ['id', ...names], { id: [...personIds] });
  return new Map(
    rows.map((row) => {
      const { name_state: nameState, given_names: givenNames, aliases, preferred_name: preferredName } = row;
      const surnames = { firstSurname: row.first_surname, secondSurname: row.second_surname };
      const name = displayName({ nameState, givenNames, ...surnames, preferredName, aliases });
      return [row.id, { name, isCalled: preferredName !== null || aliases !== null }];
    }),
  );
}

const flag = (value: boolean | null): 0 | 1 | null => (value === null ? null : value ? 1 : 0);

const noContact = {
  ...{ phone: null, whose: null, mayCall: null, hours: null, mayLeaveMessage: null, whatToSay: null },
  ...{ checkedOn: null, isShared: false },
} as const;

function contactColumns(record: PersonRecord) {
  const contact = record.contacts[0] ?? noContact;
  return {
    phone: contact.phone,
    phone_whose: contact.whose,
    phone_may_call: contact.mayCall,
    phone_hours: contact.hours,
    phone_may_leave_message: contact.mayLeaveMessage,
    phone_what_to_say: contact.whatToSay,
    phone_checked_on: contact.checkedOn,
    // Empty where there is nothing to say, as in the rows of before.
    phone_is_shared: contact.isShared ? (1 as const) : null,
    email: record.email,
    email_is_safe: flag(record.emailIsSafe),
  };
}

function birthColumns({ birth, toldAge }: PersonRecord) {
  return {
    birth_year: birth?.year ?? null,
    birth_month: birth?.month ?? null,
    birth_day: birth?.day ?? null,
    told_age: toldAge?.years ?? null,
    told_age_on: toldAge?.on ?? null,
  };
}

function columnsOf(record: PersonRecord): Partial<PersonRow> {
  const document = record.documents[0] ?? ({ kind: null, state: 'notAsked', number: null } as const);
  return {
    name_state: record.nameState,
    given_names: record.givenNames,
    first_surname: record.firstSurname,
    second_surname: record.secondSurname,
    preferred_name: record.preferredName,
    aliases: record.aliases[0] ?? null,
    document_kind: document.kind,
    document_state: document.state,
    document_number: document.number,
    is_deceased: record.isDeceased ? 1 : null,
    ...birthColumns(record),
    ...contactColumns(record),
  };
}

/**
 * Writes the record of a person, and her keys.
 *
 * @param version the one that was read; null where the caller's own record guards against a stale save
 * @throws conflict when she changed since
 */
export async function saveRecord(
  unit: Use,
  target: { id: string; version: number | null },
  record: PersonRecord,
): Promise<number> {
  let update = tablesIn(unit.trx)
    .updateTable('person')
    .set({ ...columnsOf(record), version: sql<number>`version + 1` })
    .where('id', '=', target.id);
  if (target.version !== null) update = update.where('version', '=', target.version);
  const row = await update.returning('version').executeTakeFirst();
  if (row === undefined) throw fail('conflict');
  unit.touch('person', target.id);
  await saveFurther(unit, target.id, record);
  await replaceKeys(unit.trx, target.id);
  return row.version;
}

async function saveFurther(unit: Use, personId: string, record: PersonRecord): Promise<void> {
  const { trx } = unit;
  const further = {
    aliases: record.aliases.slice(1),
    documents: record.documents.slice(1),
    contacts: record.contacts.slice(1),
  };
  const isKept = await hasRow(tablesIn(trx), 'person_extra', { id: personId });
  const isEmpty = Object.values(further).every((list) => list.length === 0);
  if (!isKept && isEmpty) return;
  if (!isKept) await insertRow(tablesIn(trx), 'person_extra', { id: personId, version: 1 });
  for (const table of ['person_extra_alias', 'person_extra_document', 'person_extra_contact'] as const)
    await tablesIn(trx).deleteFrom(table).where('extra_id', '=', personId).execute();
  // Nothing beside the row is as before there was anything: no empty record stays.
  if (isEmpty) await tablesIn(trx).deleteFrom('person_extra').where('id', '=', personId).execute();
  else if (isKept) await nextVersions(tablesIn(trx), 'person_extra', { id: personId }, {});
  await insertFurther(trx, personId, further);
  unit.touch('person_extra', personId);
}

async function insertFurther(
  trx: Trx,
  extra_id: string,
  { aliases, documents, contacts }: Pick<PersonRecord, 'aliases' | 'documents' | 'contacts'>,
): Promise<void> {
  const rows = tablesIn(trx);
  const named = aliases.map((alias, position) => ({ extra_id, position, alias }));
  await insertRow(rows, 'person_extra_alias', named);
  const shown = documents.map((document, position) => ({ extra_id, position, ...document }));
  await insertRow(rows, 'person_extra_document', shown);
  const called = contacts.map((contact, position) => ({ extra_id, position, ...contactRow(contact) }));
  await insertRow(rows, 'person_extra_contact', called);
}

function contactRow(contact: PersonContact): Omit<ContactRow, 'extra_id' | 'position'> {
  return {
    phone: contact.phone,
    whose: contact.whose,
    may_call: contact.mayCall,
    hours: contact.hours,
    may_leave_message: contact.mayLeaveMessage,
    what_to_say: contact.whatToSay,
    checked_on: contact.checkedOn,
    is_shared: contact.isShared ? 1 : 0,
  };
}

/** Whether nobody may call or remind her at the number of her row: she died, or he uses it too. */
export async function isOutOfReach(trx: Trx, personId: string): Promise<boolean> {
  const [row] = await columnsIn(tablesIn(trx), 'person', ['is_deceased', 'phone_is_shared'], { id: personId });
  return row?.is_deceased === 1 || row?.phone_is_shared === 1;
}
