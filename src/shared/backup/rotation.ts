/** A new key for the file of the record: why, who is the second person, and the copies that the key of before opens. */
import { loginSchema, passwordSchema, typedRecoveryKeySchema } from '../access/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { instantSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';

/** Somebody left · a password was seen by somebody else · once a year. */
export const rotationReasonLabels = {
  left: 'Alguien dejó el centro',
  'password-exposed': 'Otra persona pudo ver una contraseña',
  yearly: 'Cambio de cada año',
} as const;
export type RotationReason = keyof typeof rotationReasonLabels;
export const rotationReasons = codesOf(rotationReasonLabels);

/** Hours within which an exposed password must have been changed: what opens the new key has to be newer than the leak. */
export const exposedRenewedHours = 24;

export const rotationFormSchema = z
  .strictObject({
    reason: z.enum(rotationReasons, { error: 'Elija el motivo.' }),
    /** Whose password was seen; null for the other reasons. */
    exposedId: z.uuid({ error: 'Elija a la persona.' }).brand<'StaffId'>().nullable(),
  })
  .refine(({ reason, exposedId }) => (reason === 'password-exposed') === (exposedId !== null), {
    error: 'Elija a la persona.',
    path: ['exposedId'],
  });
export type RotationForm = z.infer<typeof rotationFormSchema>;

/** Who stands beside: somebody with the own password, or the recovery key where there is nobody (D4). */
export const rotationSecondSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), login: loginSchema, password: passwordSchema }),
  z.strictObject({ kind: z.literal('recoveryKey'), key: typedRecoveryKeySchema }),
]);
export type RotationSecond = z.infer<typeof rotationSecondSchema>;

/** How the verified copy ended that is made before: `none` where no folder was chosen. */
export const copyEnds = ['made', 'none', 'failed'] as const;
export type CopyEnd = (typeof copyEnds)[number];

/** `copy`: a verified copy. `aside`: what a restore put aside in the data folder, which the program takes away itself. */
export const formerKinds = ['copy', 'aside'] as const;

const formerNameSchema = z.string().regex(/^(?:backup|anterior)-[0-9a-z-]{1,60}$/);

/** A copy that a key of before opens: whoever kept an old password or the old paper reads it. */
export const formerCopySchema = z.strictObject({
  kind: z.enum(formerKinds),
  /** Where it was when it was last seen. */
  folder: z.string(),
  name: formerNameSchema,
  madeAt: instantSchema,
  /** Whether it stands there now; null where the folder cannot be read. */
  isThere: z.boolean().nullable(),
  /** When somebody said that it was destroyed, and who; null while nobody did. */
  destroyed: z.strictObject({ at: instantSchema, by: z.string() }).nullable(),
});
export type FormerCopy = z.infer<typeof formerCopySchema>;

/** Which copy is meant: its name alone may stand in two folders. */
export const formerCopyRefSchema = z.strictObject({ folder: z.string().min(1).max(1000), name: formerNameSchema });
export type FormerCopyRef = z.infer<typeof formerCopyRefSchema>;

/** Still to be destroyed or locked away: neither gone nor said to be destroyed. */
export function isStanding({ isThere, destroyed }: Pick<FormerCopy, 'isThere' | 'destroyed'>): boolean {
  return destroyed === null && isThere !== false;
}
