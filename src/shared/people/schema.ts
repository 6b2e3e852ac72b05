/**
 * A person as it travels: user, presumed aggressor, informant. One schema for form, wire and service.
 *
 * Identity data warn, they do not block: what is doubtful (a DNI of seven digits, a phone of ten) is accepted as typed
 * and reported by `personWarnings`; only impossible types are refused here.
 */
import { partialDateSchema } from '../platform/dates.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { documentKinds, documentStates, nameStateLabels, streetKinds } from './codes.ts';

/** Letters of any alphabet on one line: a line end pasted in the middle is a space, a drawing is no name. */
const nameText = cleanedText(120)
  .refine((text) => !/\p{Extended_Pictographic}/u.test(text), { error: 'Escriba el nombre con letras, sin dibujos.' })
  .transform((text) => text.replace(/\s+/g, ' '));

const nameShape = {
  nameState: oneOf(nameStateLabels),
  givenNames: nameText.nullable(),
  firstSurname: nameText.nullable(),
  /** Null when there is none (foreigners, one-parent registration). */
  secondSurname: nameText.nullable(),
};

export const personNamesSchema = z.strictObject(nameShape);
export type PersonNames = z.infer<typeof personNamesSchema>;

export const identityDocumentSchema = z
  .strictObject({
    /** Null while it was not asked, or when she has none. */
    kind: z.enum(documentKinds).nullable(),
    state: z.enum(documentStates),
    /** Text: leading zeros stay. */
    number: cleanedText(40).nullable(),
  })
  .refine((document) => document.number === null || hasNumber(document.state), {
    error: 'Para escribir el número, elija «Número registrado» o «recuerda el número».',
    path: ['number'],
  })
  .refine((document) => document.number === null || document.kind !== null, {
    error: 'Elija el tipo de documento.',
    path: ['kind'],
  });
export type IdentityDocument = z.infer<typeof identityDocumentSchema>;

export function hasNumber(state: (typeof documentStates)[number]): boolean {
  return state === 'known' || state === 'notCarriedKnown';
}

export const contactSchema = z.strictObject({
  phone: cleanedText(40).nullable(),
  /** Whose telephone it is, in words. */
  whose: cleanedText(100).nullable(),
  /** Null = not asked: then nobody calls. */
  mayCall: z.enum(['yes', 'no']).nullable(),
  hours: cleanedText(100).nullable(),
  whatToSay: cleanedText(300).nullable(),
  email: cleanedText(254).nullable(),
  /** Null = not asked: then it is not used. */
  emailIsSafe: z.boolean().nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

export const addressSchema = z.strictObject({
  streetKind: z.enum(streetKinds).nullable(),
  text: cleanedText(200).nullable(),
  reference: cleanedText(300).nullable(),
  /** INEI code, six digits; `999999` is another country. */
  districtCode: z
    .string()
    .regex(/^\d{6}$/, { error: 'Elija un distrito de la lista.' })
    .nullable(),
  settlement: cleanedText(120).nullable(),
  isReserved: z.boolean(),
  reservedReason: cleanedText(300).nullable(),
});
export type Address = z.infer<typeof addressSchema>;

const personShape = {
  ...nameShape,
  /** What the person wants to be called; used on screen, the legal name on papers. */
  preferredName: cleanedText(80).nullable(),
  aliases: cleanedText(200).nullable(),
  birth: partialDateSchema.nullable(),
  document: identityDocumentSchema,
  contact: contactSchema,
  address: addressSchema,
};

export const userPersonSchema = z.strictObject(personShape).refine((person) => hasAnyName(person), {
  error: 'Escriba al menos un nombre o un apellido.',
  path: ['givenNames'],
});
export type UserPerson = z.infer<typeof userPersonSchema>;

/** `unknown` and a name contradict each other; the rest may stay empty (register form §2, rule 8). */
export const aggressorPersonSchema = z
  .strictObject(personShape)
  .refine((person) => person.nameState !== 'unknown' || !hasAnyName(person), {
    error: 'Marcó que no se conoce el nombre: borre el nombre o cambie la marca.',
    path: ['nameState'],
  })
  .refine((person) => person.nameState === 'unknown' || hasAnyName(person), {
    error: 'Escriba un nombre o marque que no se conoce.',
    path: ['givenNames'],
  });
export type AggressorPerson = z.infer<typeof aggressorPersonSchema>;

export const informantSchema = z.strictObject({
  ...nameShape,
  document: identityDocumentSchema,
  contact: contactSchema,
  address: addressSchema,
});
export type Informant = z.infer<typeof informantSchema>;

function hasAnyName(names: PersonNames): boolean {
  return names.givenNames !== null || names.firstSurname !== null || names.secondSurname !== null;
}

function blankNames(nameState: PersonNames['nameState']): PersonNames {
  return { nameState, givenNames: null, firstSurname: null, secondSurname: null };
}

function blankRest(): Pick<UserPerson, 'document' | 'contact' | 'address'> {
  return {
    document: { kind: null, state: 'notAsked', number: null },
    contact: { phone: null, whose: null, mayCall: null, hours: null, whatToSay: null, email: null, emailIsSafe: null },
    address: {
      streetKind: null,
      text: null,
      reference: null,
      districtCode: null,
      settlement: null,
      isReserved: false,
      reservedReason: null,
    },
  };
}

/** A user of whom nothing is written yet; not valid until it has a name. */
export function blankUser(): UserPerson {
  return { ...blankNames('known'), preferredName: null, aliases: null, birth: null, ...blankRest() };
}

/** An aggressor nobody could name yet: valid as it is. */
export function blankAggressor(): AggressorPerson {
  return { ...blankNames('unknown'), preferredName: null, aliases: null, birth: null, ...blankRest() };
}

export function blankInformant(): Informant {
  return { ...blankNames('known'), ...blankRest() };
}
