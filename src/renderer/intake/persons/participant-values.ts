/** What the form of a new participant holds until it becomes one. */
import { participantBonds, participantRoles, type ParticipantRole } from '../../../shared/intake/index.ts';
import {
  blankRecord,
  identityDocumentSchema,
  personNamesSchema,
  type PersonNames,
} from '../../../shared/people/index.ts';
import { partialDateSchema, type CivilDate } from '../../../shared/platform/dates.ts';
import { z } from '../../../shared/platform/zod.ts';

const linkSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('new') }),
    z.strictObject({ kind: z.literal('known'), personId: z.uuid(), name: z.string() }),
    z.strictObject({ kind: z.literal('maybe'), personId: z.uuid(), name: z.string() }),
  ])
  .nullable()
  .refine((link) => link !== null, { error: 'Busque a la persona y elija una opción.' });

function isNameless(names: PersonNames): boolean {
  return names.givenNames === null && names.firstSurname === null && names.secondSurname === null;
}

export const participantFormSchema = z
  .strictObject({
    link: linkSchema,
    person: z.strictObject({
      ...personNamesSchema.shape,
      birth: partialDateSchema.nullable(),
      document: identityDocumentSchema,
    }),
    /** Completed years, when the date of birth is not known. */
    age: z
      .int({ error: 'Escriba la edad en años cumplidos.' })
      .min(0, { error: 'De 0 a 110 años.' })
      .max(110, { error: 'De 0 a 110 años.' })
      .nullable(),
    part: z.strictObject({
      role: z
        .enum(participantRoles)
        .nullable()
        .refine((role) => role !== null, { error: 'Elija qué participación tiene.' }),
      bond: z.enum(participantBonds).nullable(),
      livesWithUser: z.boolean().nullable(),
    }),
  })
  .superRefine(({ link, person }, context) => {
    // This runs although nothing was chosen yet.
    const chosen = link as { readonly kind: string } | null;
    if (chosen?.kind !== 'new') return;
    const nameless = isNameless(person);
    if (person.nameState !== 'unknown' && nameless) {
      const message = 'Escriba un nombre o marque que no se conoce.';
      context.addIssue({ code: 'custom', path: ['person', 'givenNames'], message });
    }
    if (person.nameState === 'unknown' && !nameless) {
      const message = 'Marcó que no se conoce el nombre: borre el nombre o cambie la marca.';
      context.addIssue({ code: 'custom', path: ['person', 'nameState'], message });
    }
  });
export type ParticipantValues = z.input<typeof participantFormSchema>;

export const participantOrder = [
  'link',
  ...['nameState', 'firstSurname', 'secondSurname', 'givenNames', 'birth'].map((name) => `person.${name}`),
  'age',
  ...['kind', 'state', 'number'].map((name) => `person.document.${name}`),
  ...['role', 'bond', 'livesWithUser'].map((name) => `part.${name}`),
];

/** `role` as the last one added: a mother often comes with several children. */
export function blankParticipant(isNew: boolean, role: ParticipantRole | null): ParticipantValues {
  const { nameState, givenNames, firstSurname, secondSurname, birth, documents } = blankRecord();
  const [document = { kind: null, state: 'notAsked' as const, number: null }] = documents;
  return {
    link: isNew ? { kind: 'new' } : null,
    person: { nameState, givenNames, firstSurname, secondSurname, birth, document },
    age: null,
    part: { role, bond: role === 'child' ? 'child' : null, livesWithUser: null },
  };
}

/** As the application takes it; `today` is the day on which the age was told. */
export function participantInput({ link, person, age, part }: ParticipantValues, today: CivilDate) {
  const { role } = part;
  if (link === null || role === null) throw new Error('the form was not checked');
  const who =
    link.kind === 'new'
      ? ({ kind: 'new', person: { ...person, toldAge: age === null ? null : { years: age, on: today } } } as const)
      : ({ kind: 'known', personId: link.personId } as const);
  return { who, part: { ...part, role } };
}
