/** What the arrival screen holds until it becomes a case. */
import { admissionSchema } from '../../../shared/intake/index.ts';
import {
  aggressorPersonSchema,
  blankAggressor,
  blankUser,
  saidFacts,
  userPersonSchema,
} from '../../../shared/people/index.ts';
import { admissionNow } from '../../../shared/intake/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import type { PersonLink } from '../../people/index.ts';
import { admissionFieldNames } from './values.ts';

const chosen = { personId: z.uuid(), name: z.string() };

export function linkSchema(message: string) {
  return z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('new'), different: z.array(z.uuid()).optional() }),
      z.strictObject({ kind: z.literal('known'), ...chosen }),
      z.strictObject({ kind: z.literal('maybe'), ...chosen }),
    ])
    .nullable()
    .refine((link) => link !== null, { error: message });
}

export const arrivalSchema = z.strictObject({
  arrivalId: z.uuid(),
  userLink: linkSchema('Busque a la persona usuaria y elija una opción.'),
  user: userPersonSchema,
  aggressorLink: linkSchema('Busque a la presunta persona agresora, o indique que no se sabe quién es.'),
  aggressor: aggressorPersonSchema,
  admission: admissionSchema,
});
export type ArrivalValues = z.input<typeof arrivalSchema>;

export const arrivalOrder = [
  'userLink',
  ...['firstSurname', 'secondSurname', 'givenNames', 'preferredName'].map((name) => `user.${name}`),
  ...['document.kind', 'document.state', 'document.number'].map((name) => `user.${name}`),
  'aggressorLink',
  ...['nameState', 'firstSurname', 'secondSurname', 'givenNames', 'aliases'].map((name) => `aggressor.${name}`),
  ...admissionFieldNames,
];

export function blankArrival(arrivalId: string, now: number): ArrivalValues {
  return {
    arrivalId,
    userLink: null,
    user: blankUser(),
    aggressorLink: null,
    aggressor: blankAggressor(),
    admission: admissionNow({ now: () => now }),
  };
}

/** The person sent with a link: somebody of the record keeps what is stored, so only the name seen goes along. */
export function userFor(link: PersonLink | null): ArrivalValues['user'] {
  return link?.kind === 'known' ? { ...blankUser(), givenNames: link.name } : blankUser();
}

export function aggressorFor(link: PersonLink | null): ArrivalValues['aggressor'] {
  if (link?.kind === 'known') return { ...blankAggressor(), nameState: 'known', givenNames: link.name };
  return blankAggressor();
}

/** What was said in the search, where nothing was typed yet: it is not asked again. */
export function withSaid<P extends ArrivalValues['user']>(person: P, words: string): P {
  const { names, document, phone } = saidFacts(words);
  const isNamed = [person.givenNames, person.firstSurname, person.secondSurname].some((name) => name !== null);
  return {
    ...person,
    ...(names === null || isNamed ? {} : names),
    ...(document === null || person.document.state !== 'notAsked' ? {} : { document }),
    ...(phone === null || person.contact.phone !== null ? {} : { contact: { ...person.contact, phone } }),
  };
}

/** The link as the application takes it: without the name that only the screen shows. */
export function wireLink(link: ArrivalValues['userLink']) {
  if (link === null) return { kind: 'new' } as const;
  if (link.kind === 'new') return { kind: 'new', different: link.different ?? [] } as const;
  return { kind: link.kind, personId: link.personId } as const;
}
