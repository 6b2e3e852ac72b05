/** Two records of one person: which value stays where they differ. Nothing of either is lost. */
import { codesOf, eachOf } from '../platform/codes-of.ts';
import { z } from '../platform/zod.ts';
import type { Match } from './linkage/index.ts';
import type { PersonRecord } from './record.ts';
import { holdSameNumber, normalizeDocumentNumber, normalizePhone, legalName } from './rules.ts';

/** What can be chosen; aliases, documents and telephones of both stay, the chosen side first. */
export const mergeFieldLabels = {
  names: 'Nombres y apellidos',
  preferredName: 'Cómo quiere que la llamen',
  birth: 'Nacimiento o edad',
  documents: 'Documentos',
  contacts: 'Teléfonos',
  email: 'Correo',
  address: 'Domicilio',
} as const;
export type MergeField = keyof typeof mergeFieldLabels;
export const mergeFields = codesOf(mergeFieldLabels);

const sideSchema = z.enum(['kept', 'absorbed']);
export type MergeSide = z.infer<typeof sideSchema>;
export const mergeChoicesSchema = z.strictObject(eachOf(mergeFields, () => sideSchema));
export type MergeChoices = z.infer<typeof mergeChoicesSchema>;

type Address = { readonly words: string | null };

/** One field in a form that can be compared; null when nothing is known. */
function valueOf(record: PersonRecord, field: MergeField, address: Address): unknown {
  switch (field) {
    case 'names':
      return legalName(record);
    case 'preferredName':
      return record.preferredName;
    case 'birth':
      return record.birth ?? record.toldAge;
    case 'documents': {
      const numbered = record.documents.filter((one) => one.number !== null);
      return numbered.length === 0 ? null : numbered;
    }
    case 'contacts':
      return record.contacts.length === 0 ? null : record.contacts;
    case 'email':
      return record.email;
    case 'address':
      return address.words;
  }
}

type Side = { readonly record: PersonRecord; readonly address: Address };

export function differences(kept: Side, absorbed: Side): MergeField[] {
  return mergeFields.filter((field) => {
    const [one, other] = [kept, absorbed].map((side) => JSON.stringify(valueOf(side.record, field, side.address)));
    return one !== other;
  });
}

/** The record that stays, except where it knows nothing and the other does. */
export function proposedChoices(kept: Side, absorbed: Side): MergeChoices {
  const choose = (field: MergeField): MergeSide => {
    const isEmpty = valueOf(kept.record, field, kept.address) === null;
    return isEmpty && valueOf(absorbed.record, field, absorbed.address) !== null ? 'absorbed' : 'kept';
  };
  return eachOf(mergeFields, choose);
}

/** What the program thinks of two records, for a person to check. */
export const mergeOpinions = ['same', 'two', 'open'] as const;
export type MergeOpinion = (typeof mergeOpinions)[number];

function sharesDocument(one: PersonRecord, other: PersonRecord): boolean {
  const numbers = ({ documents }: PersonRecord) =>
    documents.flatMap(({ number }) => (number === null ? [] : [normalizeDocumentNumber(number)]));
  const theirs = new Set(numbers(other));
  return numbers(one).some((number) => theirs.has(number));
}

/**
 * One thing that contradicts may be a slip of the pen, two hardly. One number on two people is never settled by what else
 * differs: somebody has to look at it.
 */
export function opinionOf(match: Match | undefined, one: PersonRecord, other: PersonRecord): MergeOpinion {
  if (match === undefined) return 'open';
  const objections = match.reasons.filter(({ speaks }) => speaks === 'against').length;
  if (objections === 0) return match.level === 'probable' ? 'same' : 'open';
  const isTwo = objections > 1 || match.probability < 0.5;
  return isTwo && !sharesDocument(one, other) ? 'two' : 'open';
}

/** Entries of both lists, each once. */
function union<Entry>(first: readonly Entry[], second: readonly Entry[], keyOf: (entry: Entry) => string | null) {
  const seen = new Set<string>();
  return [...first, ...second].filter((entry) => {
    const key = keyOf(entry);
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** As many as a record holds. */
const most = 10;

function documentsOf(first: PersonRecord, second: PersonRecord): PersonRecord['documents'] {
  const numbered = second.documents.filter((one) => one.number !== null);
  const both = union(first.documents, numbered, ({ kind, number }) =>
    number === null ? null : `${kind ?? ''} ${normalizeDocumentNumber(number)}`,
  );
  return both.slice(0, most);
}

/** The other name goes on as an alias: she is found by it, and it is not lost. */
function aliasesOf(kept: PersonRecord, absorbed: PersonRecord, chosen: PersonRecord): string[] {
  const other = chosen === kept ? absorbed : kept;
  const otherName = legalName(other);
  const names = otherName === null || otherName === legalName(chosen) ? [] : [otherName];
  const both = union([...kept.aliases, ...absorbed.aliases], names, (alias) => alias.toLocaleLowerCase('es'));
  return both.slice(0, most);
}

export function mergeRecords(kept: PersonRecord, absorbed: PersonRecord, choices: MergeChoices): PersonRecord {
  const of = (field: MergeField) => (choices[field] === 'kept' ? kept : absorbed);
  const otherThan = (one: PersonRecord) => (one === kept ? absorbed : kept);
  const { nameState, givenNames, firstSurname, secondSurname } = of('names');
  const contacts = union(of('contacts').contacts, otherThan(of('contacts')).contacts, ({ phone }) =>
    normalizePhone(phone),
  );
  const shared = [...kept.contacts, ...absorbed.contacts].filter((one) => one.isShared);
  const isShared = ({ phone }: PersonRecord['contacts'][number]) =>
    shared.some((one) => holdSameNumber(one.phone, phone));
  return {
    ...{ nameState, givenNames, firstSurname, secondSurname },
    preferredName: of('preferredName').preferredName,
    aliases: aliasesOf(kept, absorbed, of('names')),
    birth: of('birth').birth,
    toldAge: of('birth').toldAge,
    documents: documentsOf(of('documents'), otherThan(of('documents'))),
    // What one record knew to be unsafe stays unsafe.
    contacts: contacts.slice(0, most).map((one) => (isShared(one) ? { ...one, isShared: true } : one)),
    email: of('email').email,
    emailIsSafe: of('email').emailIsSafe,
    isDeceased: kept.isDeceased || absorbed.isDeceased,
  };
}

/**
 * The record as it goes back when a merge is undone: what was written since stays, everything else as before.
 */
export function recordBefore(now: PersonRecord, kept: { before: PersonRecord; after: PersonRecord }): PersonRecord {
  const fields = Object.keys(kept.before) as (keyof PersonRecord)[];
  const back = fields.map((field) => {
    const isUntouched = JSON.stringify(now[field]) === JSON.stringify(kept.after[field]);
    return [field, isUntouched ? kept.before[field] : now[field]] as const;
  });
  return Object.fromEntries(back) as PersonRecord;
}
