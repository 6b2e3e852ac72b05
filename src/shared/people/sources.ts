/**
 * In which fichas what the record knows of a person was told.
 *
 * She is one row for all her fichas; who reads one of them reads of her what was told in it, or in another that this
 * reader may read. What is told together is kept together: a number with whose it is, a street with its reference.
 */
import { under } from '../platform/codes-of.ts';
import { z } from '../platform/zod.ts';
import type { PersonRecord, ToldAge } from './record.ts';
import { blankUser, type Address, type Contact, type IdentityDocument, type UserPerson } from './schema.ts';

export const factNames = [
  ...(['preferredName', 'aliases', 'birth', 'document', 'phone', 'mayCall', 'email', 'street'] as const),
  ...(['district', 'reserve'] as const),
] as const;
export type FactName = (typeof factNames)[number];
type Facts = {
  readonly preferredName: string | null;
  readonly aliases: string | null;
  readonly birth: UserPerson['birth'];
  readonly document: IdentityDocument;
  readonly phone: Pick<Contact, 'phone' | 'whose' | 'hours' | 'whatToSay'>;
  readonly mayCall: Contact['mayCall'];
  readonly email: Pick<Contact, 'email' | 'emailIsSafe'>;
  readonly street: Pick<Address, 'streetKind' | 'text' | 'reference' | 'settlement'>;
  readonly district: string | null;
  readonly reserve: Pick<Address, 'isReserved' | 'reservedReason'>;
};

function factsOf(person: UserPerson): Facts {
  const { preferredName, aliases, birth } = person;
  const { phone, whose, hours, whatToSay, mayCall, email, emailIsSafe } = person.contact;
  const { streetKind, text, reference, settlement, districtCode, isReserved, reservedReason } = person.address;
  const { kind, state, number } = person.document;
  return {
    ...{ preferredName, aliases, document: { kind, state, number } },
    birth: birth === null ? null : { year: birth.year, month: birth.month, day: birth.day },
    phone: { phone, whose, hours, whatToSay },
    mayCall,
    email: { email, emailIsSafe },
    street: { streetKind, text, reference, settlement },
    district: districtCode,
    reserve: { isReserved, reservedReason },
  };
}

function withFacts<P extends UserPerson>(person: P, facts: Facts): P {
  const { preferredName, aliases, birth, document, phone, mayCall, email, street, district, reserve } = facts;
  return {
    ...person,
    ...{ preferredName, aliases, birth, document },
    contact: { ...phone, mayCall, ...email },
    address: { ...street, districtCode: district, ...reserve },
  };
}

const blank = factsOf(blankUser());

/** Facts as texts, those that say nothing left out. */
function textsOf(facts: Facts): ReadonlyMap<FactName, string> {
  const texts = factNames.map((name): [FactName, string] => [name, JSON.stringify(facts[name])]);
  return new Map(texts.filter(([name, text]) => text !== JSON.stringify(blank[name])));
}

/** What was told of a person in one ficha: facts as they were told, and what stands in her further lists. */
export const toldSchema = z.strictObject({
  facts: z.partialRecord(z.enum(factNames), z.string()),
  /** Telephones, document numbers and aliases of the page of the person, and the age told with its day. */
  listed: z.array(z.string()),
});
export type Told = z.infer<typeof toldSchema>;
export const nothingTold: Told = { facts: {}, listed: [] };

export type Hidden = ReadonlySet<FactName>;

/** Facts that were told in none of these fichas as they are now. */
export function untold(person: UserPerson, fichas: readonly Told[]): Hidden {
  const known = [...textsOf(factsOf(person))];
  return new Set(
    known.filter(([name, text]) => !fichas.some(({ facts }) => facts[name] === text)).map(([name]) => name),
  );
}

const documentText = ({ kind, state, number }: IdentityDocument) => JSON.stringify({ kind, state, number });

/** Facts that this ficha was told otherwise than the first of the record, and that stand in her lists beside it. */
export function toldBeside({ documents }: Pick<PersonRecord, 'documents'>, { facts }: Told): Hidden {
  const isBeside = documents.findIndex((one) => documentText(one) === facts.document) > 0;
  return new Set(isBeside ? ['document'] : []);
}

/** Her documents once a ficha that tells the first of them not tells another: its own one before goes, if `isAlone` in it. */
export function documentsBeside(
  documents: readonly IdentityDocument[],
  typed: IdentityDocument,
  { told, isAlone }: { told: Told; isAlone: boolean },
): IdentityDocument[] {
  const [first, ...rest] = documents;
  const others = rest.filter((one) => !(isAlone && documentText(one) === told.facts.document));
  const isListed = typed.number === null || others.some(({ number }) => number === typed.number);
  return [...(first === undefined ? [] : [first]), ...others, ...(isListed ? [] : [typed])];
}

function replaced<P extends UserPerson>(person: P, names: Iterable<FactName>, by: Facts): P {
  const facts = factsOf(person);
  return withFacts(person, { ...facts, ...Object.fromEntries([...names].map((name) => [name, by[name]])) });
}

/** The person as a ficha shows her: of what is hidden, what was told in this very ficha; never an answer about calling. */
export function shownAs<P extends UserPerson>(person: P, hidden: Hidden, own: Told): P {
  if (hidden.size === 0) return person;
  const told = Object.entries(own.facts).filter(([name]) => name !== 'mayCall');
  const facts = Object.fromEntries(told.map(([name, text]): [string, unknown] => [name, JSON.parse(text)]));
  return replaced(person, hidden, { ...blank, ...facts });
}

type Form = {
  /** As the form was shown, and as it came back. */
  readonly shown: UserPerson;
  readonly form: UserPerson;
  /** Of which a blank, or what was shown, says nothing. */
  readonly silent: Hidden;
};

/** The person as she is to be kept: of what the form says nothing, as she is stored. */
export function withStored<P extends UserPerson>(
  form: P,
  stored: UserPerson,
  { shown, silent }: Omit<Form, 'form'>,
): P {
  const [typed, was] = [textsOf(factsOf(form)), textsOf(factsOf(shown))];
  const says = (name: FactName) => typed.has(name) && typed.get(name) !== was.get(name);
  // Whether it is safe to call was said of the number that stood there.
  const isOtherNumber = silent.has('phone') && says('phone');
  const left = [...silent].filter((name) => !says(name) && !(name === 'mayCall' && isOtherNumber));
  return replaced(form, left, factsOf(stored));
}

/** What a ficha has told of her once its form is kept: what it says otherwise than it was shown, beside what it told. */
export function toldAfter(before: Told, kept: UserPerson, { shown, form }: Omit<Form, 'silent'>): Told {
  const [was, typed, now] = [shown, form, kept].map((person) => textsOf(factsOf(person)));
  const facts: Told['facts'] = {};
  for (const name of factNames) {
    const isSame = typed?.get(name) === was?.get(name);
    const text = isSame ? before.facts[name] : typed?.has(name) === true ? now?.get(name) : undefined;
    if (text !== undefined) facts[name] = text;
  }
  return { facts, listed: before.listed };
}

const agePrefix = 'edad ';
const ageEntry = ({ years, on }: ToldAge) => `${agePrefix}${years} ${on}`;

/** A ficha tells one age: the one of today takes the place of what it told before. */
export function withToldAge(told: Told, age: ToldAge): Told {
  return { ...told, listed: [...told.listed.filter((text) => !text.startsWith(agePrefix)), ageEntry(age)] };
}

/** Every entry of the lists of a record, as text. */
function listedIn({ aliases, documents, contacts, toldAge }: PersonRecord): string[] {
  const numbers = documents.flatMap(({ number }) => number ?? []);
  const ages = toldAge === null ? [] : [ageEntry(toldAge)];
  return [...aliases, ...numbers, ...contacts.map(({ phone }) => phone), ...ages];
}

function entriesOf(told: Told): string[] {
  const { contact, document, aliases } = shownAs(blankUser(), new Set(factNames), told);
  return [...told.listed, ...[contact.phone, document.number, aliases].filter((text) => text !== null)];
}

/** The record as a reader of these fichas may see it: further entries only where they were told in one of them. */
export function recordSeen(record: PersonRecord, of: { person: UserPerson; fichas: readonly Told[] }): PersonRecord {
  const hidden = untold(of.person, of.fichas);
  const listed = new Set(of.fichas.flatMap(entriesOf));
  const shows = (at: number, name: FactName, text: string | null) =>
    text === null || listed.has(text) || (at === 0 && !hidden.has(name));
  const documents = record.documents.filter(({ number }, at) => shows(at, 'document', number));
  const { birth, toldAge } = record;
  const showsAge = (birth !== null && !hidden.has('birth')) || (toldAge !== null && listed.has(ageEntry(toldAge)));
  return {
    ...record,
    preferredName: hidden.has('preferredName') ? null : record.preferredName,
    birth: hidden.has('birth') ? null : birth,
    toldAge: showsAge ? toldAge : null,
    aliases: record.aliases.filter((alias, at) => shows(at, 'aliases', alias)),
    documents: documents.length === 0 ? [blankUser().document] : documents,
    contacts: record.contacts.filter(({ phone }, at) => shows(at, 'phone', phone)),
    email: hidden.has('email') ? null : record.email,
    emailIsSafe: hidden.has('email') ? null : record.emailIsSafe,
  };
}

/** A record given back by somebody who was shown `seen` of it: what was not shown stays, the first of a list in front. */
export function recordKept(given: PersonRecord, stored: PersonRecord, seen: PersonRecord): PersonRecord {
  const behind = <One>(all: readonly One[], shown: readonly One[], now: readonly One[]): One[] => {
    const texts = new Set([...shown, ...now].map((one) => JSON.stringify(one)));
    const hidden = all.map((one) => ({ one, isHidden: !texts.has(JSON.stringify(one)) }));
    const ones = (isFirst: boolean) =>
      hidden.flatMap(({ one, isHidden }, at) => (isHidden && (at === 0) === isFirst ? [one] : []));
    return [...ones(true), ...now, ...ones(false)];
  };
  const written = given.documents.filter(({ number, state }) => number !== null || state !== 'notAsked');
  const documents = behind(stored.documents, seen.documents, written);
  const kept = <Name extends 'preferredName' | 'birth' | 'toldAge' | 'email' | 'emailIsSafe'>(name: Name) =>
    seen[name] === null && given[name] === null ? stored[name] : given[name];
  return {
    ...given,
    ...{ preferredName: kept('preferredName'), birth: kept('birth'), toldAge: kept('toldAge') },
    ...{ email: kept('email'), emailIsSafe: kept('emailIsSafe') },
    aliases: behind(stored.aliases, seen.aliases, given.aliases),
    documents: documents.length === 0 ? given.documents : documents,
    contacts: behind(stored.contacts, seen.contacts, given.contacts),
  };
}

/** Entries of the lists told in a ficha once a page is kept: those of before that still stand, and what it adds. */
export function listedAfter(before: readonly string[], seen: PersonRecord, given: PersonRecord): string[] {
  const shown = listedIn(seen);
  const now = listedIn(given);
  return [...new Set([...before.filter((text) => now.includes(text)), ...now.filter((text) => !shown.includes(text))])];
}

const fieldFacts: Readonly<Record<string, FactName>> = {
  ...{ preferredName: 'preferredName', aliases: 'aliases', birth: 'birth' },
  ...{ 'contact.mayCall': 'mayCall', 'contact.email': 'email', 'contact.emailIsSafe': 'email' },
  ...{ 'address.districtCode': 'district', 'address.isReserved': 'reserve', 'address.reservedReason': 'reserve' },
};

/** The fact that a field of the history belongs to (`contact.phone`, `documents.2.number`); null for her names. */
export function factOfField(field: string): FactName | null {
  const exact = fieldFacts[field];
  if (exact !== undefined) return exact;
  const kinds = { contact: 'phone', contacts: 'phone', document: 'document', documents: 'document' } as const;
  const others = { aliases: 'aliases', address: 'street', toldAge: 'birth' } as const;
  return under<FactName>({ ...kinds, ...others }, field.split('.')[0] ?? '') ?? null;
}
