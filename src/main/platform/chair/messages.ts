/** What the two ends of the chair say to each other. JSON, and nothing of it a password or a key in clear. */
import { z } from '../../../shared/platform/zod.ts';
import { canonicalJson } from '../crypto/canonical.ts';
import { bytesSchema, wrappedSlotSchema } from '../storage/keyring-format.ts';
import type { WrappedSlot } from '../storage/slot-secret.ts';

/** In place of a password, and of a new one: 256 random bits after it, hexadecimal. */
export const voucherPrefix = 'cem-voucher:';
export const newSlotPrefix = 'cem-new-slot:';

/** Four files of a folder may each hold another archive of keys. */
export const mostOffered = 4;

const identity = { dbId: z.uuid(), practice: z.boolean() };

/** A slot as it is handed out: whoever knows its password makes its secret of it, nobody else. */
export const offeredSlotSchema = z.strictObject({ ...identity, slot: wrappedSlotSchema });
export type OfferedSlot = z.infer<typeof offeredSlotSchema>;

export const challengeSchema = z.strictObject({
  challengeId: z.uuid(),
  /** X25519 public key of this challenge alone. Base64. */
  ephemeral: bytesSchema(32),
  slots: z.array(offeredSlotSchema).min(1).max(mostOffered),
});
export type Challenge = z.infer<typeof challengeSchema>;

export const newSlotChallengeSchema = z.strictObject({
  ...identity,
  challengeId: z.uuid(),
  ephemeral: bytesSchema(32),
  staffId: z.uuid(),
  login: z.string().max(32),
  /** The cost that the slots of this centre have. */
  kdf: z.strictObject({ m: z.int().positive(), t: z.int().positive(), p: z.int().positive() }),
  /** What a password must not consist of: centre and login. */
  names: z.array(z.string().max(300)).max(100),
});
export type NewSlotChallenge = z.infer<typeof newSlotChallengeSchema>;

/** The secret of a slot, for the keeper's ephemeral key. */
export const secretBoxSchema = z.strictObject({ nonce: bytesSchema(12), ct: bytesSchema(32), tag: bytesSchema(16) });
export type SecretBox = z.infer<typeof secretBoxSchema>;

const challengeId = z.uuid();
const login = z.string().min(1).max(64);

/** Bodies of the four questions of a companion. */
export const bodySchemas = {
  ask: z.strictObject({ login }),
  prove: z.strictObject({ challengeId, slotId: z.uuid(), box: secretBoxSchema }),
  askNewSlot: z.strictObject({ session: z.string().max(128) }),
  keepNewSlot: z.strictObject({ challengeId, slot: wrappedSlotSchema, box: secretBoxSchema }),
} as const;
export type QuestionName = keyof typeof bodySchemas;
export type BodyOf<Name extends QuestionName> = z.infer<(typeof bodySchemas)[Name]>;

export const voucherSchema = z.strictObject({
  voucher: z.string().regex(new RegExp(`^(?:${voucherPrefix}|${newSlotPrefix})[0-9a-f]{64}$`)),
});
export type Voucher = z.infer<typeof voucherSchema>;

export type Exchange = {
  /** `prove` with the slot that is there, `new-slot` with one that was just made. */
  readonly purpose: 'prove' | 'new-slot';
  readonly challengeId: string;
  /** `exportKeyingMaterial` of the line on which it is said, hexadecimal: another line has another one. */
  readonly context: string;
  readonly ephemeral: string;
  readonly dbId: string;
  readonly practice: boolean;
  readonly slot: WrappedSlot;
};

/** All that was said before the box, both public keys among it: what was altered on the way opens nothing. */
export function transcriptOf({ purpose, challengeId: id, context, ephemeral, dbId, practice, slot }: Exchange): string {
  return canonicalJson({ protocol: 'cem-chair|v1', purpose, id, context, ephemeral, dbId, practice, slot });
}
