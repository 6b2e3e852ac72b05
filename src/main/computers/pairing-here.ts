/** What makes this computer a companion: the computer that keeps the record, by its key, and the key of this one. */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import type { JoinAsked } from '../companions/index.ts';
import { forgetFormer } from './former-keeper.ts';
import type { Network } from './keeper.ts';
import { keepPairedTerm } from './keeper-term.ts';
import {
  makeIdentity,
  readIdentity,
  writeIdentity,
  type Identity,
  type KeyProtector,
} from '../platform/lan/identity.ts';
import type { LanLimits } from '../platform/lan/lan-host.ts';
import type { LinkPace } from '../platform/lan/link-line.ts';
import { pairWith } from '../platform/lan/pair-with.ts';
import { replaceFile, readJson } from '../platform/storage/durable-file.ts';

export type LanParts = {
  readonly protector: KeyProtector;
  readonly networks?: () => readonly Network[];
  readonly limits?: Partial<LanLimits>;
  readonly pace?: Partial<LinkPace>;
  /** Between two askings for the keeper of before (`former-keeper.ts`). */
  readonly askAgainMs?: number;
};

const pairingSchema = z.strictObject({
  format: z.literal(1),
  address: z.string(),
  port: z.int(),
  keeperFingerprint: z.string(),
  keeperName: z.string(),
  centreName: z.string(),
  name: z.string(),
});
export type Pairing = z.infer<typeof pairingSchema>;

const answerSchema = z.object({ centreName: z.string(), keeperName: z.string() });

const pathIn = (folder: string, name: string) => join(folder, 'lan', name);
const pairingFile = 'companion.json';
/** The same as of a keeper: one that becomes it is known by it. */
const identityFile = 'identity';

export function isCompanion(folder: string): Promise<boolean> {
  return Promise.resolve(existsSync(pathIn(folder, pairingFile)));
}

/** The key by which others know this computer; null before it has one. */
export function readOwnIdentity(folder: string, protector: KeyProtector): Promise<Identity | null> {
  return readIdentity(pathIn(folder, identityFile), protector);
}

/** @throws damaged `pairing-damaged`: disconnect this computer and pair it anew */
export async function readPairing(folder: string, protector: KeyProtector) {
  const identity = await readIdentity(pathIn(folder, identityFile), protector);
  const pairing = readJson(pathIn(folder, pairingFile), pairingSchema);
  if (pairing === null || identity === null) throw fail('damaged', 'pairing-damaged');
  return { pairing, identity };
}

/** What a pairing gave, and stands on no disk yet. */
export type FreshPairing = {
  readonly pairing: Pairing;
  /** Made for this pairing: the caller's to zero. */
  readonly identity: Identity;
  /** What the keeper said of itself. */
  readonly answer: unknown;
};

/** Shows the code to the keeper, under a key that nobody knows yet. @throws as `pairWith` */
export async function pairAnew({ address, port, code, name }: JoinAsked): Promise<FreshPairing> {
  const identity = await makeIdentity();
  try {
    const { keeperFingerprint, answer } = await pairWith({ address, port, code, name, identity });
    const { centreName, keeperName } = answerSchema.parse(answer);
    const at = { address, port, keeperFingerprint };
    return { pairing: { format: 1, ...at, keeperName, centreName, name }, identity, answer };
  } catch (error) {
    identity.privateKeyPem.fill(0);
    throw error;
  }
}

/** Writes it down: a folder that has it is that of a companion. */
export async function keepPairing(folder: string, fresh: FreshPairing, protector: KeyProtector): Promise<void> {
  const { pairing, identity, answer } = fresh;
  await mkdir(pathIn(folder, ''), { recursive: true, mode: 0o700 });
  await keepPairedTerm(folder, answer);
  await writeIdentity(pathIn(folder, identityFile), identity, protector);
  // Last: with it the computer is a companion.
  await replaceFile(pathIn(folder, pairingFile), JSON.stringify(pairing));
}

/** Pairs this computer, which has no record; answers the name of the centre. @throws as `pairWith` */
export async function pairHere(folder: string, asked: JoinAsked, { protector }: LanParts): Promise<string> {
  const fresh = await pairAnew(asked);
  try {
    await keepPairing(folder, fresh, protector);
    return fresh.pairing.centreName;
  } finally {
    fresh.identity.privateKeyPem.fill(0);
  }
}

/** It has no keeper any more. With its key it is still known to others: one that becomes the keeper goes on under it. */
export async function forgetPairing(folder: string, { keepsKey }: { readonly keepsKey: boolean }): Promise<void> {
  await rm(pathIn(folder, pairingFile), { force: true });
  if (keepsKey) return;
  await rm(pathIn(folder, identityFile), { force: true });
  forgetFormer(folder);
}
