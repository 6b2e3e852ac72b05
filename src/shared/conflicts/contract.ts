/**
 * Conflicts of interest: staff declare themselves and who is close to them, and a case with one of those persons is
 * closed to them before they can see it (security design §5.6).
 */
import { documentKindLabels } from '../people/index.ts';
import { changing, readingAll } from '../platform/contract.ts';
import { civilDateSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, staffIdSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';
import { dismissalReasonLabels, kinshipLabels } from './codes.ts';

export const declaredPersonFields = {
  kinship: {
    ...{ kind: 'choice', label: 'Quién es', options: optionsOf(kinshipLabels), required: true },
    missing: 'Elija quién es esa persona.',
  },
  documentKind: {
    ...{ kind: 'choice', label: 'Tipo de documento', options: optionsOf(documentKindLabels) },
    ...{ inline: true, optional: false },
  },
  documentNumber: { kind: 'text', label: 'Número de documento', max: 40, of: 'code', optional: false },
  firstSurname: { kind: 'text', label: 'Apellido paterno', max: 120, optional: false },
  secondSurname: { kind: 'text', label: 'Apellido materno', max: 120 },
  givenNames: { kind: 'text', label: 'Nombres', max: 120, optional: false },
} as const satisfies Fields;
export const declaredPersonSchema = valuesSchema(declaredPersonFields)
  .refine((person) => (person.documentNumber === null) === (person.documentKind === null), {
    error: 'Elija el tipo y escriba el número del documento.',
    path: ['documentNumber'],
  })
  .refine((person) => person.documentNumber !== null || (person.givenNames !== null && person.firstSurname !== null), {
    error: 'Escriba el documento, o los nombres y el primer apellido.',
    path: ['givenNames'],
  });
export type DeclaredPerson = z.infer<typeof declaredPersonSchema>;

/** What the record keeps is a mark made with the centre's secret: the list discloses nobody, not even to its author. */
export const declarationSchema = z.strictObject({
  declarationId: idSchema('ConflictDeclarationId'),
  kinship: oneOf(kinshipLabels),
  hasDocument: z.boolean(),
  hasNames: z.boolean(),
  declaredOn: civilDateSchema,
});
export type ConflictDeclaration = z.infer<typeof declarationSchema>;

const matchWays = ['document', 'names'] as const;

export const foundConflictSchema = z.strictObject({
  caseId: caseIdSchema,
  number: z.string(),
  staffId: staffIdSchema,
  staffName: z.string(),
  /** By a document the match is sure, by names it may be a namesake. */
  by: z.enum(matchWays),
  /** Null while the person may not see the case; else why it is no conflict. */
  dismissed: oneOf(dismissalReasonLabels).nullable(),
});
export type FoundConflict = z.infer<typeof foundConflictSchema>;

export const conflictsContract = {
  /** A declaration stays: taking it back would open the case to its author. A mistake is mended by `dismissConflict`. */
  declareConflict: changing('conflict.declareOwn', 'conflict.declared', {
    input: z.strictObject({ person: declaredPersonSchema }),
    output: declarationSchema,
  }),
  listOwnDeclarations: readingAll('conflict.declareOwn', 'conflict.ownListed', {
    declarations: z.array(declarationSchema),
  }),
  /** Cases closed to somebody else by a declaration; none that is sealed, or closed to the reader by one. */
  listConflicts: readingAll('conflict.review', 'conflict.listed', { conflicts: z.array(foundConflictSchema) }),
  /**
   * Says that a found conflict is none (a namesake, a mistake): the person may see the case again. Judged are the
   * declarations and persons found now, by what the list showed; others that come later close the case again.
   */
  dismissConflict: changing('conflict.decide', 'conflict.dismissed', {
    input: z.strictObject({
      caseId: caseIdSchema,
      staffId: staffIdSchema,
      by: z.enum(matchWays),
      reason: oneOf(dismissalReasonLabels),
    }),
    whileClosed: 'always',
  }),
} as const;
