/**
 * Who keeps the record of a centre from when on, signed by the centre itself: the key that signs stands inside the record,
 * so only who opened it can say so. Computers that hold different ones agree on the newest without asking anybody.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { instantSchema } from '../../../shared/platform/dates.ts';
import { z } from '../../../shared/platform/zod.ts';
import { canonicalJson } from '../crypto/canonical.ts';

/** SHA-256 of a public key, base64url. */
const fingerprintSchema = z.base64url().length(43);

export const statementSchema = z.strictObject({
  format: z.literal('registro-cem-keeper|v1'),
  dbId: z.uuid(),
  /** Counts keepers: the first one is 1. */
  generation: z.int().positive(),
  /** Fingerprint of the computer that keeps the record. */
  keeper: fingerprintSchema,
  at: instantSchema,
  /** Ed25519 over the canonical JSON of everything else, base64. */
  signature: z.base64(),
});
export type Statement = z.infer<typeof statementSchema>;

/** The centre as a computer knows it that has no record open: its number, and the key that proves what it says. */
export const centreKeySchema = z.strictObject({
  dbId: z.uuid(),
  /** Ed25519, SPKI in base64. */
  publicKey: z.base64(),
});
export type CentreKey = z.infer<typeof centreKeySchema>;

const signedBytes = (rest: Omit<Statement, 'signature'>) => Buffer.from(canonicalJson(rest), 'utf8');

/** @param signingKey of the centre, PKCS #8 DER; stays the caller's */
export function signStatement(said: Omit<Statement, 'format' | 'signature'>, signingKey: Buffer): Statement {
  const rest = { format: 'registro-cem-keeper|v1' as const, ...said };
  const key = createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' });
  return { ...rest, signature: sign(null, signedBytes(rest), key).toString('base64') };
}

export function centreKeyOf(dbId: string, signingKey: Buffer): CentreKey {
  const key = createPublicKey(createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' }));
  return { dbId, publicKey: key.export({ type: 'spki', format: 'der' }).toString('base64') };
}

/** The statement, where it is one of this centre; null for everything else, from whomever it comes. */
export function provenStatement(given: unknown, centre: CentreKey): Statement | null {
  const parsed = statementSchema.safeParse(given);
  if (!parsed.success || parsed.data.dbId !== centre.dbId) return null;
  const { signature, ...rest } = parsed.data;
  try {
    const key = createPublicKey({ key: Buffer.from(centre.publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, signedBytes(rest), key, Buffer.from(signature, 'base64')) ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * Whether one says more than the other. Two computers may have taken over at once: then the later one counts, and of one
 * second the larger fingerprint, so that everybody who sees both comes to the same end.
 */
export function isNewer(one: Statement, other: Statement | null): boolean {
  if (other === null || one.generation !== other.generation) return one.generation > (other?.generation ?? 0);
  if (one.at !== other.at) return one.at > other.at;
  return one.keeper > other.keeper;
}
