/**
 * Everything the record keeps of one person, whatever her roles: several aliases, documents and telephones.
 *
 * The first of each is the one that the form of a ficha shows; the others stand beside it. The address is no part of
 * it: it has a compartment of its own.
 */
import { civilDateSchema, partialDateSchema, type CivilDate } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { documentKindLabels } from './codes.ts';
import { holdSameNumber, isPlausiblePhone, normalizePhone, personWarnings, type Warning } from './rules.ts';
import { blankUser, identityDocumentSchema, personNamesSchema, type PersonNames, type UserPerson } from './schema.ts';

const yesNo = z.enum(['yes', 'no']);

export const personContactSchema = z.strictObject({
  phone: cleanedText(40),
  /** Whose telephone it is, in words. */
  whose: cleanedText(100).nullable(),
  /** Null = not asked: then nobody calls. */
  mayCall: yesNo.nullable(),
  hours: cleanedText(100).nullable(),
  mayLeaveMessage: yesNo.nullable(),
  whatToSay: cleanedText(300).nullable(),
  /** Day somebody last made sure that all this still holds. */
  checkedOn: civilDateSchema.nullable(),
  /** The presumed aggressor uses or answers it too: nobody calls, and it stays hidden. */
  isShared: z.boolean(),
});
export type PersonContact = z.infer<typeof personContactSchema>;

/** An age as it was told, with the day it was told on; kept beside a birth date that is not known. */
/** More years are no fact of anybody: a form may hold them, the record of a person does not. */
export const mostYears = 110;

export const toldAgeSchema = z.strictObject({ years: z.int().min(0).max(mostYears), on: civilDateSchema });
export type ToldAge = z.infer<typeof toldAgeSchema>;

/** More of one kind is a list somebody pasted, not a person. */
export const mostListed = 10;

const recordShape = {
  ...personNamesSchema.shape,
  preferredName: cleanedText(80).nullable(),
  aliases: z.array(cleanedText(200)).max(mostListed, { error: `Máximo ${mostListed} alias.` }),
  birth: partialDateSchema.nullable(),
  toldAge: toldAgeSchema.nullable(),
  documents: z
    .array(identityDocumentSchema)
    .min(1)
    .max(mostListed, { error: `Máximo ${mostListed} documentos.` }),
  contacts: z.array(personContactSchema).max(mostListed, { error: `Máximo ${mostListed} teléfonos.` }),
  email: cleanedText(254).nullable(),
  emailIsSafe: z.boolean().nullable(),
  isDeceased: z.boolean(),
};

export const personRecordSchema = z
  .strictObject(recordShape)
  .refine((person) => person.nameState !== 'unknown' || !hasName(person), {
    error: 'Marcó que no se conoce el nombre: borre el nombre o cambie la marca.',
    path: ['nameState'],
  })
  .refine((person) => person.nameState === 'unknown' || hasName(person), {
    error: 'Escriba un nombre o marque que no se conoce.',
    path: ['givenNames'],
  });
export type PersonRecord = z.infer<typeof personRecordSchema>;

/** The page of a person has a draft of its own for each: several of one ficha may be half written at once. */
export const personDraft = (personId: string) => `person-${personId}` as const;

function hasName(person: Omit<PersonNames, 'nameState'>): boolean {
  return person.givenNames !== null || person.firstSurname !== null || person.secondSurname !== null;
}

export function blankRecord(): PersonRecord {
  const { nameState, givenNames, firstSurname, secondSurname, preferredName, birth, document } = blankUser();
  return {
    ...{ nameState, givenNames, firstSurname, secondSurname, preferredName, birth, toldAge: null },
    ...{ aliases: [], documents: [document], contacts: [], email: null, emailIsSafe: null, isDeceased: false },
  };
}

/** Whether anybody may call this number: she said yes, and he does not use it. */
export function isSafeToCall(contact: Pick<PersonContact, 'mayCall' | 'isShared'>): boolean {
  return contact.mayCall === 'yes' && !contact.isShared;
}

type Phones = { readonly contacts: readonly Pick<PersonContact, 'phone'>[] };

/** Places of the numbers that the other has too, however either was typed. */
export function sharedPhones(one: Phones, other: Phones): number[] {
  const isTheirs = (phone: string) => other.contacts.some((their) => holdSameNumber(phone, their.phone));
  return one.contacts.flatMap(({ phone }, at) => (isTheirs(phone) ? [at] : []));
}

/** A record as the person of a form: the first of each list. The address is a blank one. */
export function firstOfEach(record: PersonRecord): UserPerson {
  const { nameState, givenNames, firstSurname, secondSurname, preferredName, birth, email, emailIsSafe } = record;
  const [alias] = record.aliases;
  const [document] = record.documents;
  const [contact] = record.contacts;
  const blank = blankUser();
  const first = contact === undefined ? blank.contact : pick(contact);
  return {
    ...{ nameState, givenNames, firstSurname, secondSurname, preferredName, birth },
    ...{ aliases: alias ?? null, document: document ?? blank.document },
    ...{ contact: { ...first, email, emailIsSafe }, address: blank.address },
  };
}

function pick({ phone, whose, mayCall, hours, whatToSay }: PersonContact) {
  return { phone, whose, mayCall, hours, whatToSay };
}

function contactWarnings(contacts: readonly PersonContact[]): Warning[] {
  return contacts.flatMap(({ phone, mayCall, isShared }, at): Warning[] => {
    const path = `contacts.${at}`;
    const warnings: Warning[] = [];
    if (!isPlausiblePhone(normalizePhone(phone)))
      warnings.push({
        path: `${path}.phone`,
        message: 'El teléfono no tiene la forma habitual. Un número por casilla.',
      });
    if (isShared) {
      const message = 'Lo usa también la presunta persona agresora: no se llama y queda oculto.';
      warnings.push({ path: `${path}.isShared`, message });
    } else if (mayCall === null) {
      const message = '¿Es seguro llamar a este número? Mientras no se sepa, no se llama.';
      warnings.push({ path: `${path}.mayCall`, message });
    }
    return warnings;
  });
}

/** Two numbers of one kind, told in two fichas: one of them is wrong. */
function differingDocuments({ documents }: PersonRecord): Warning[] {
  return documents.flatMap(({ kind, number }, at): Warning[] => {
    const isOther = documents
      .slice(0, at)
      .some((one) => one.kind === kind && one.number !== null && one.number !== number);
    if (kind === null || number === null || !isOther) return [];
    const message = `Tiene dos números distintos de ${documentKindLabels[kind]}: pregunte cuál corresponde y quite el otro.`;
    return [{ path: `documents.${at}.number`, message }];
  });
}

/** Everything worth a second look, paths relative to the record. `today` is the day it is read on. */
export function recordWarnings(record: PersonRecord, today: CivilDate): Warning[] {
  const age = record.toldAge;
  const context = { admittedOn: age?.on ?? today, age: age?.years ?? null };
  const first = personWarnings({ ...firstOfEach(record), contact: blankUser().contact }, context);
  const further = record.documents.slice(1).flatMap((document, at) =>
    personWarnings({ ...blankUser(), document }, context).map(({ path, message }) => ({
      path: path.replace('document.', `documents.${at + 1}.`),
      message,
    })),
  );
  return [
    ...first.map(({ path, message }) => ({ path: path.replace('document.', 'documents.0.'), message })),
    ...further,
    ...differingDocuments(record),
    ...contactWarnings(record.contacts),
  ];
}

/** The record as single fields, for the history: `document.number` of the first, `documents.2.number` of the second. */
export function flatRecord(record: PersonRecord): Readonly<Record<string, unknown>> {
  const { aliases, documents, contacts, toldAge, email, emailIsSafe, ...rest } = record;
  const numbered = (list: readonly object[], one: string, many: string) =>
    list.flatMap((entry, at) =>
      Object.entries(entry).map(([name, value]: [string, unknown]): [string, unknown] => [
        at === 0 ? `${one}.${name}` : `${many}.${at + 1}.${name}`,
        value,
      ]),
    );
  return {
    ...rest,
    ...Object.fromEntries(aliases.map((alias, at) => [at === 0 ? 'aliases' : `aliases.${at + 1}`, alias])),
    ...Object.fromEntries(numbered(documents, 'document', 'documents')),
    ...Object.fromEntries(numbered(contacts, 'contact', 'contacts')),
    'contact.email': email,
    'contact.emailIsSafe': emailIsSafe,
    'toldAge.years': toldAge?.years ?? null,
    'toldAge.on': toldAge?.on ?? null,
  };
}
