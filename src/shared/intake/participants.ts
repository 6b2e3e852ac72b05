/** Persons who have a part in a case beside the pair and the informant: children, relatives, guardians, witnesses. */
import {
  personNamesSchema,
  identityDocumentSchema,
  toldAgeSchema,
  type PersonNames,
  type ToldAge,
} from '../people/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { completedYears, partialDateSchema, spanOf, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { caseIdSchema, idSchema, personIdSchema, versionSchema } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';

export const participantRoleLabels = {
  child: 'Hija o hijo',
  relative: 'Familiar',
  guardian: 'Tutora o persona a cargo',
  informant: 'Persona informante',
  witness: 'Testigo',
  other: 'Otra participación',
} as const;
export type ParticipantRole = keyof typeof participantRoleLabels;
export const participantRoles = codesOf(participantRoleLabels);

/** What she is to the user. */
export const participantBonds = [
  ...(['child', 'stepchild', 'grandchild', 'mother', 'father', 'sibling', 'grandparent', 'uncleAunt'] as const),
  ...(['partner', 'formerPartner', 'otherRelative', 'friend', 'neighbour', 'teacher', 'authority', 'other'] as const),
] as const;
export type ParticipantBond = (typeof participantBonds)[number];

export const participantBondLabels = {
  child: 'Hija o hijo',
  stepchild: 'Hijastra o hijastro',
  grandchild: 'Nieta o nieto',
  mother: 'Madre',
  father: 'Padre',
  sibling: 'Hermana o hermano',
  grandparent: 'Abuela o abuelo',
  uncleAunt: 'Tía o tío',
  partner: 'Pareja',
  formerPartner: 'Expareja',
  otherRelative: 'Otro familiar',
  friend: 'Amiga o amigo',
  neighbour: 'Vecina o vecino',
  teacher: 'Docente',
  authority: 'Autoridad',
  other: 'Otro vínculo',
} as const satisfies Record<ParticipantBond, string>;

const participantIdSchema = idSchema('ParticipantId');

/** What can be said of her part in this case; changed without touching the person. */
export const participationSchema = z.strictObject({
  role: z.enum(participantRoles),
  bond: z.enum(participantBonds).nullable(),
  /** Whether she lives with the user; null = not asked. */
  livesWithUser: z.boolean().nullable(),
});
export type Participation = z.infer<typeof participationSchema>;

/** A person of whom the record knows nothing yet: a child often has no document and a newborn no name. */
export const newParticipantSchema = z
  .strictObject({
    ...personNamesSchema.shape,
    birth: partialDateSchema.nullable(),
    toldAge: toldAgeSchema.nullable(),
    document: identityDocumentSchema,
  })
  .refine(({ nameState, ...names }) => (nameState === 'unknown') === isNameless(names), {
    error: 'Escriba un nombre o marque que no se conoce.',
    path: ['givenNames'],
  });

function isNameless(names: Omit<PersonNames, 'nameState'>): boolean {
  return names.givenNames === null && names.firstSurname === null && names.secondSurname === null;
}

export const participantPersonSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), personId: personIdSchema }),
  z.strictObject({ kind: z.literal('new'), person: newParticipantSchema }),
]);

export const participantSchema = z.strictObject({
  ...participationSchema.shape,
  participantId: participantIdSchema,
  version: versionSchema,
  personId: personIdSchema,
  name: z.string(),
  /** Completed years as far as they can be worked out; null when neither birth nor age is known. */
  age: z.int().nullable(),
  isDeceased: z.boolean(),
  /** Roles she has in other cases that the reader may open. */
  knownAs: z.array(z.enum(['user', 'aggressor'])),
  /** She is left out of notices and papers: the guardian who is the presumed aggressor. */
  isLeftOut: z.boolean(),
});
export type Participant = z.infer<typeof participantSchema>;

export const participantRefSchema = z.strictObject({ caseId: caseIdSchema, participantId: participantIdSchema });

/** As told, carried on to a day; from the birth date where it is known. Null when neither is. */
export function ageOf(person: { birth: PartialDate | null; toldAge: ToldAge | null }, on: CivilDate): number | null {
  const { birth, toldAge } = person;
  if (birth !== null) return completedYears(birth, on) ?? Math.max(0, Number(on.slice(0, 4)) - birth.year);
  if (toldAge === null) return null;
  return toldAge.years + Math.max(0, Number(on.slice(0, 4)) - Number(toldAge.on.slice(0, 4)));
}

type Dated = { readonly birth: PartialDate | null; readonly toldAge: ToldAge | null };

/** First and last year of birth that are possible; null when nothing is known. */
function bornIn({ birth, toldAge }: Dated): readonly [number, number] | null {
  if (birth !== null) return [Number(spanOf(birth).first.slice(0, 4)), Number(spanOf(birth).last.slice(0, 4))];
  if (toldAge === null) return null;
  const year = Number(toldAge.on.slice(0, 4)) - toldAge.years;
  return [year - 1, year];
}

const fewestYears = 10;

/** True when the parent, at the widest reading of both dates, is less than ten years older than the child (bad input 43). */
export function isTooYoungAParent(parent: Dated, child: Dated): boolean {
  const [older, younger] = [bornIn(parent), bornIn(child)];
  if (older === null || younger === null) return false;
  return younger[1] - older[0] < fewestYears;
}

const childBonds: readonly (ParticipantBond | null)[] = ['child'];
const parentBonds: readonly (ParticipantBond | null)[] = ['mother', 'father'];

export type FamilyMember = Dated & {
  readonly participantId: string;
  readonly role: ParticipantRole;
  readonly bond: ParticipantBond | null;
  readonly isAggressor: boolean;
  readonly isDeceased: boolean;
};

export type FamilyWarning = { readonly participantId: string | null; readonly message: string };

/**
 * What is worth a second look among the persons of a case (bad inputs 43 and 49). Nothing here refuses.
 *
 * `userAge` null: not known, then nobody asks for a guardian.
 */
export function familyWarnings(
  user: Dated & { readonly age: number | null },
  members: readonly FamilyMember[],
): FamilyWarning[] {
  const warnings: FamilyWarning[] = [];
  const guardians = members.filter((one) => one.role === 'guardian');
  const fit = guardians.filter((one) => !one.isAggressor && !one.isDeceased);
  if (user.age !== null && user.age < 18 && fit.length === 0) {
    const message = 'La persona usuaria es menor de edad y no tiene registrada a una persona adulta a cargo.';
    warnings.push({ participantId: null, message });
  }
  for (const one of members) {
    if (one.role === 'guardian' && one.isAggressor) {
      const message = 'La persona a cargo es la presunta persona agresora: queda fuera de avisos y documentos.';
      warnings.push({ participantId: one.participantId, message });
    }
    const [parent, child] = parentBonds.includes(one.bond) ? [one, user] : [user, one];
    if ((childBonds.includes(one.bond) || parentBonds.includes(one.bond)) && isTooYoungAParent(parent, child)) {
      const message = 'Entre las fechas de nacimiento de madre o padre e hija o hijo hay menos de diez años. Revise.';
      warnings.push({ participantId: one.participantId, message });
    }
  }
  return warnings;
}
