/** The archive of keys `keyring.json`: what it holds and what authenticates it (security design §2.2). */
import { z } from '../../../shared/platform/zod.ts';
import { canonicalJson } from '../crypto/canonical.ts';
import { withinPolicy, type KdfPolicy } from '../crypto/kdf.ts';
import { hkdf, hmac, sameBytes } from '../crypto/sealing.ts';
import { fileCipher } from './open-database.ts';

/** Files and slots beyond these are refused before any work. */
export const largestKeyringBytes = 64 * 1024;
const mostSlots = 40;

/** Base64 of exactly so many bytes, in its one canonical spelling. */
export function bytesSchema(length: number) {
  return z.string().refine((text) => {
    if (text.length > 4 * Math.ceil(length / 3)) return false;
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  });
}

/** Kinds of content under keys of their own (security design §2.8). */
export const compartments = ['psychology'] as const;
export type Compartment = (typeof compartments)[number];

/** Empty in an archive of before: nobody has written there yet. */
const sealedCompartmentsSchema = z.partialRecord(
  z.enum(compartments),
  z.strictObject({ version: z.int().positive(), epoch: z.int().positive(), key: bytesSchema(92) }),
);

const kdfSchema = z.strictObject({
  alg: z.literal('argon2id'),
  version: z.literal(19),
  m: z.int().positive(),
  t: z.int().positive(),
  p: z.int().positive(),
  salt: bytesSchema(16),
});

/** Short alias, no name: `lquispe`. */
export const loginSchema = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/);

const staffSlotSchema = z.strictObject({
  slotId: z.uuid(),
  kind: z.literal('staff'),
  staffId: z.uuid(),
  login: loginSchema,
  kdf: kdfSchema,
  device: z.literal('none'),
  publicKey: bytesSchema(32),
  wrappedSecretKey: z.strictObject({ nonce: bytesSchema(12), ct: bytesSchema(32), tag: bytesSchema(16) }),
  sealedDek: bytesSchema(92),
  sealedCompartments: sealedCompartmentsSchema,
});
export type StaffSlot = z.infer<typeof staffSlotSchema>;

/** A slot without what is sealed to it, as it is handed to a computer at which its password is typed. */
export const wrappedSlotSchema = staffSlotSchema.omit({ sealedDek: true, sealedCompartments: true });

const recoverySlotSchema = z.strictObject({
  ...staffSlotSchema.shape,
  kind: z.literal('recovery'),
  ...{ staffId: z.null(), login: z.null(), kdf: z.null(), wrappedSecretKey: z.null() },
});
export type RecoverySlot = z.infer<typeof recoverySlotSchema>;

const slotSchema = z.discriminatedUnion('kind', [staffSlotSchema, recoverySlotSchema]);
export type KeyringSlot = z.infer<typeof slotSchema>;

function distinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const keyringSchema = z
  .strictObject({
    format: z.literal(1),
    dbId: z.uuid(),
    epoch: z.int().positive(),
    revision: z.int().positive(),
    dbFile: z.string(),
    cipher: z.literal(fileCipher),
    practice: z.boolean(),
    slots: z.array(slotSchema).min(1).max(mostSlots),
    mac: bytesSchema(32),
  })
  // A file name made from the epoch cannot lead anywhere else.
  .refine((keyring) => keyring.dbFile === databaseFileName(keyring.epoch))
  .refine((keyring) => distinct(keyring.slots.map((slot) => slot.slotId)))
  .refine((keyring) => distinct(staffSlotsOf(keyring).map((slot) => slot.login)))
  .refine((keyring) => distinct(staffSlotsOf(keyring).map((slot) => slot.staffId)))
  .refine((keyring) => keyring.slots.filter((slot) => slot.kind === 'recovery').length === 1);
export type Keyring = z.infer<typeof keyringSchema>;

/** The recovery slot alone: lets the paper open a folder whose archive of keys is lost. */
export const recoveryFileSchema = z.strictObject({
  format: z.literal(1),
  dbId: z.uuid(),
  epoch: z.int().positive(),
  practice: z.boolean(),
  slot: recoverySlotSchema,
});
export type RecoveryFile = z.infer<typeof recoveryFileSchema>;

export function databaseFileName(epoch: number): string {
  return `registro.e${epoch}.db`;
}

export function staffSlotsOf(keyring: { slots: readonly KeyringSlot[] }): StaffSlot[] {
  return keyring.slots.filter((slot) => slot.kind === 'staff');
}

/** The keyring of a text; null when any rule is broken, KDF bounds included. Nothing is computed before. */
export function parseKeyring(text: string, policy: KdfPolicy): Keyring | null {
  if (Buffer.byteLength(text) > largestKeyringBytes) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = keyringSchema.safeParse(value);
  if (!parsed.success) return null;
  return staffSlotsOf(parsed.data).every((slot) => withinPolicy(policy, slot.kdf)) ? parsed.data : null;
}

/** The one spelling of an archive: two files that say the same are the same bytes. */
export function keyringText(keyring: Keyring): string {
  return JSON.stringify(keyringSchema.parse(keyring), null, 1);
}

/** The recovery slot of an archive alone, in its one spelling; null when it has none. */
export function recoveryText({ dbId, epoch, practice, slots }: Keyring): string | null {
  const slot = slots.find((one) => one.kind === 'recovery');
  return slot === undefined
    ? null
    : JSON.stringify(recoveryFileSchema.parse({ format: 1, dbId, epoch, practice, slot }), null, 1);
}

/** Authenticated data of a wrapped secret key: a lowered cost or a slot moved to another person does not open. */
export function slotAad(
  keyring: Pick<Keyring, 'dbId' | 'practice'>,
  slot: Omit<StaffSlot, 'wrappedSecretKey' | 'sealedDek' | 'sealedCompartments'>,
): string {
  const { slotId, kind, staffId, login, kdf, device, publicKey } = slot;
  const { dbId, practice } = keyring;
  return canonicalJson({ format: 1, dbId, practice, slotId, kind, staffId, login, kdf, device, publicKey });
}

export function dekContext(keyring: Pick<Keyring, 'dbId' | 'epoch' | 'practice'>, slotId: string): string {
  return `${keyring.dbId}|${keyring.epoch}|${slotId}`;
}

function macOf(keyring: Omit<Keyring, 'mac'>, dek: Buffer): Buffer {
  const { format, dbId, epoch, revision, dbFile, cipher, practice, slots } = keyring;
  const key = hkdf(dek, 'keyring-mac|v1');
  try {
    return hmac(key, canonicalJson({ format, dbId, epoch, revision, dbFile, cipher, practice, slots }));
  } finally {
    key.fill(0);
  }
}

export function withMac(keyring: Omit<Keyring, 'mac'>, dek: Buffer): Keyring {
  return { ...keyring, mac: macOf(keyring, dek).toString('base64') };
}

/** True when the whole file is as the holder of the key wrote it. */
export function verifyMac(keyring: Keyring, dek: Buffer): boolean {
  return sameBytes(Buffer.from(keyring.mac, 'base64'), macOf(keyring, dek));
}
