/** Persons: one row each, the address in a sealed field, the keys to find them beside. */
import { sql } from 'kysely';
import type { Address, Informant, ToldAge, UserPerson } from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { cellsOf, changeRows, findRow, insertRow, rowOf } from '../platform/storage/rows.ts';
import { insertKeysOf, replaceKeys } from './person-keys.ts';
import { tablesIn, type Trx, type PeopleTables } from './tables.ts';

type PersonRow = PeopleTables['person'];
/** User and presumed aggressor have one shape; an informant has a part of it. */
export type AnyPerson = UserPerson | Informant;

/** What stands in the sealed field `safe_address`; the district stays in the row, for counts and matching. */
type SealedAddress = Pick<Address, 'streetKind' | 'text' | 'reference'>;
const addressField = 'person.safe-address';

/** What only the page of the person writes. */
type RecordColumn =
  | ('phone_may_leave_message' | 'phone_checked_on' | 'phone_is_shared')
  | ('told_age' | 'told_age_on' | 'is_deceased');

function columnsOf(person: AnyPerson): Omit<PersonRow, 'id' | 'created_at' | 'version' | RecordColumn> {
  const whole = 'birth' in person ? person : { ...person, preferredName: null, aliases: null, birth: null };
  const { contact, document } = person;
  return {
    name_state: person.nameState,
    given_names: person.givenNames,
    first_surname: person.firstSurname,
    second_surname: person.secondSurname,
    preferred_name: whole.preferredName,
    aliases: whole.aliases,
    birth_year: whole.birth?.year ?? null,
    birth_month: whole.birth?.month ?? null,
    birth_day: whole.birth?.day ?? null,
    document_kind: document.kind,
    document_state: document.state,
    document_number: document.number,
    phone: contact.phone,
    phone_whose: contact.whose,
    phone_may_call: contact.mayCall,
    phone_hours: contact.hours,
    phone_what_to_say: contact.whatToSay,
    email: contact.email,
    email_is_safe: contact.emailIsSafe === null ? null : contact.emailIsSafe ? 1 : 0,
    ...addressColumns(person.address),
  };
}

/** What of an address stands in the row. */
function addressColumns(address: Address) {
  return {
    district_code: address.districtCode,
    settlement: address.settlement,
    address_is_reserved: address.isReserved ? (1 as const) : (0 as const),
    address_reserved_reason: address.reservedReason,
  };
}

function toPerson(row: PersonRow, sealed: SealedAddress): UserPerson {
  return {
    ...cellsOf(row, 'name_state', 'given_names', 'first_surname', 'second_surname', 'preferred_name', 'aliases'),
    birth: row.birth_year === null ? null : { year: row.birth_year, month: row.birth_month, day: row.birth_day },
    document: { kind: row.document_kind, state: row.document_state, number: row.document_number },
    contact: {
      phone: row.phone,
      whose: row.phone_whose,
      mayCall: row.phone_may_call,
      hours: row.phone_hours,
      whatToSay: row.phone_what_to_say,
      email: row.email,
      emailIsSafe: row.email_is_safe === null ? null : row.email_is_safe === 1,
    },
    address: {
      ...sealed,
      districtCode: row.district_code,
      settlement: row.settlement,
      isReserved: row.address_is_reserved === 1,
      reservedReason: row.address_reserved_reason,
    },
  };
}

const noStreet: SealedAddress = { streetKind: null, text: null, reference: null };

async function readAddress(trx: Trx, personId: string): Promise<SealedAddress> {
  const body = await SealedFields.get(trx, { name: addressField, ownerId: personId });
  return body === null ? noStreet : (JSON.parse(body) as SealedAddress);
}

async function writeAddress(trx: Trx, personId: string, address: Address): Promise<void> {
  const { streetKind, text, reference } = address;
  const body = JSON.stringify({ streetKind, text, reference });
  await SealedFields.put(trx, { name: addressField, ownerId: personId }, body);
}

const noRecordColumns = {
  ...{ phone_may_leave_message: null, phone_checked_on: null, phone_is_shared: null },
  ...{ told_age: null, told_age_on: null, is_deceased: null },
} as const satisfies Record<RecordColumn, null>;

/** Another address for the same person: district and reserve in her row, the street in its sealed field. */
export async function saveAddress(trx: Trx, id: string, address: Address): Promise<void> {
  await changeRows(tablesIn(trx), 'person', { id }, addressColumns(address));
  await writeAddress(trx, id, address);
}

/** `toldAge`: an age that somebody told of her, with its day, where no form asks for it. */
export type NewPerson = AnyPerson & { readonly toldAge?: ToldAge | null };

export async function insertPerson(trx: Trx, id: string, person: NewPerson, createdAt: Instant): Promise<void> {
  const { toldAge = null, ...known } = person;
  const told = { told_age: toldAge?.years ?? null, told_age_on: toldAge?.on ?? null };
  const row = { ...columnsOf(known), ...noRecordColumns, ...told, id, created_at: createdAt, version: 1 };
  await insertRow(tablesIn(trx), 'person', row);
  await writeAddress(trx, id, person.address);
  await insertKeysOf(trx, row);
}

/** What is known of a number holds for that number: with another one nothing is known. */
function ofSamePhone(phone: string | null) {
  const kept = <Value>(column: string) => sql<Value>`case when phone is ${phone} then ${sql.ref(column)} else null end`;
  return {
    phone_may_leave_message: kept<'yes' | 'no' | null>('phone_may_leave_message'),
    phone_checked_on: kept<CivilDate | null>('phone_checked_on'),
    phone_is_shared: kept<0 | 1 | null>('phone_is_shared'),
  };
}

/** Writes the person as she is now; the caller's section carries the version that guards against stale saves. */
export async function updatePerson(trx: Trx, id: string, person: AnyPerson): Promise<void> {
  const row = await tablesIn(trx)
    .updateTable('person')
    .set({ ...columnsOf(person), ...ofSamePhone(person.contact.phone), version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  await writeAddress(trx, id, person.address);
  await replaceKeys(trx, id);
}

/** A change of a known person, as her version tells: an age told on a day, unless a later one is known. */
export async function keepToldAge(trx: Trx, id: string, { years, on }: ToldAge): Promise<boolean> {
  const result = await tablesIn(trx)
    .updateTable('person')
    .set({ told_age: years, told_age_on: on, version: sql`version + 1` })
    .where('id', '=', id)
    .where((where) => where.or([where('told_age_on', 'is', null), where('told_age_on', '<=', on)]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes a person out of the record with her address and keys; the caller made sure that nothing hangs on her. */
export async function erasePerson(trx: Trx, id: string): Promise<void> {
  await tablesIn(trx).deleteFrom('person_key').where('person_id', '=', id).execute();
  await tablesIn(trx).deleteFrom('sealed_field').where('owner_id', '=', id).execute();
  await tablesIn(trx).deleteFrom('person').where('id', '=', id).execute();
}

export async function findPerson(trx: Trx, id: string): Promise<UserPerson | null> {
  const row = await findRow(tablesIn(trx), 'person', { id });
  return row === undefined ? null : toPerson(row, await readAddress(trx, id));
}

/** What a candidate is shown by; her street, which is sealed, is not read for it. @throws not-found */
export async function getShown(trx: Trx, id: string) {
  const row = await rowOf(tablesIn(trx), 'person', { id });
  const { address, ...person } = toPerson(row, noStreet);
  return { ...person, districtCode: address.districtCode };
}

/** @throws not-found */
export async function getPerson(trx: Trx, id: string): Promise<UserPerson> {
  const person = await findPerson(trx, id);
  if (person === null) throw fail('not-found');
  return person;
}

/** An informant has no birth date, alias or preferred name of her own in the form. */
export function asInformant(person: UserPerson): Informant {
  const { nameState, givenNames, firstSurname, secondSurname, document, contact, address } = person;
  return { nameState, givenNames, firstSurname, secondSurname, document, contact, address };
}
