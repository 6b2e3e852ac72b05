/** What shows that an activity was held: photographs with their permissions, and the signed list, which is kept apart. */
import type { FileType } from '../attachments/index.ts';
import { instantSchema } from '../platform/dates.ts';
import { idSchema, versionSchema } from '../platform/ids.ts';
import { oneOf, z } from '../platform/zod.ts';

export const evidenceKindLabels = { photo: 'Fotografía', list: 'Lista firmada' } as const;
export type EvidenceKind = keyof typeof evidenceKindLabels;

export const evidenceTypes: Readonly<Record<EvidenceKind, readonly FileType[]>> = {
  photo: ['jpg', 'png'],
  list: ['pdf', 'jpg', 'png'],
};

/** Files of one activity. */
export const mostEvidence = 30;

const people = z.int().min(0).max(500);
const withoutConsent = 'Falta el permiso de alguien que se reconoce. No guarde esta foto: tape los rostros o bórrela.';

/** Whom a photograph shows, and who of them gave a written permission. */
export const photoConsentsSchema = z
  .strictObject({ people, consents: people, children: people, guardianConsents: people })
  .superRefine((given, context) => {
    const lacks = [
      ...(given.consents < given.people ? ['consents'] : []),
      ...(given.guardianConsents < given.children ? ['guardianConsents'] : []),
    ];
    for (const path of lacks) context.addIssue({ code: 'custom', path: [path], message: withoutConsent });
  });
export type PhotoConsents = z.infer<typeof photoConsentsSchema>;

export const evidenceFactsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('photo'), consents: photoConsentsSchema }),
  z.strictObject({ kind: z.literal('list') }),
]);
export type EvidenceFacts = z.infer<typeof evidenceFactsSchema>;

export const preventionFileIdSchema = idSchema('PreventionFileId');
export type PreventionFileId = z.infer<typeof preventionFileIdSchema>;

/** One file of an activity as it is listed: what it is, never what stands in it. */
export const evidenceSchema = z.strictObject({
  ...{ id: preventionFileIdSchema, version: versionSchema, kind: oneOf(evidenceKindLabels) },
  size: z.int().positive(),
  addedBy: z.string(),
  addedAt: instantSchema,
  /** A list is opened by who leads the activity and by Coordinación. */
  mayOpen: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
