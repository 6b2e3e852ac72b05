/** Argon2id and the bounds its parameters must keep (security design §2.5). */
import { hashRaw } from '@node-rs/argon2';
import { fail } from '../../../shared/platform/failures.ts';

/** `m` in KiB, `t` passes, `p` lanes. */
export interface KdfParams {
  m: number;
  t: number;
  p: number;
}

/** Parameters for new slots, and the bounds outside which a slot is refused before any work. */
export interface KdfPolicy {
  target: KdfParams;
  floor: KdfParams;
  cap: KdfParams;
}

const mebibyte = 1024;

/** The only policy the product builds; a cheaper one exists in tests, as an argument, and nowhere else. */
export const productKdfPolicy: KdfPolicy = {
  target: { m: 128 * mebibyte, t: 3, p: 1 },
  floor: { m: 64 * mebibyte, t: 3, p: 1 },
  cap: { m: 256 * mebibyte, t: 10, p: 4 },
};

export const saltBytes = 16;
/** Longest password in characters; longer input is refused before any work. */
export const longestPassphrase = 1000;

export function withinPolicy(policy: KdfPolicy, params: KdfParams): boolean {
  return (['m', 't', 'p'] as const).every(
    (name) =>
      Number.isSafeInteger(params[name]) && params[name] >= policy.floor[name] && params[name] <= policy.cap[name],
  );
}

/** The same policy with other parameters for new slots; throws a plain error when they are out of bounds. */
export function withTarget(policy: KdfPolicy, target: KdfParams): KdfPolicy {
  if (!withinPolicy(policy, target)) throw new Error('KDF target out of bounds');
  return { ...policy, target };
}

/**
 * The password as bytes in NFKC: the one place that normalises it, no trimming and no truncation.
 *
 * The caller zeroes the result. Plain ASCII in a Buffer never becomes a string. Throws `wrong-secret`
 * for bytes that are not text and for more than 1,000 characters.
 */
export function passphraseBytes(passphrase: string | Buffer): Buffer {
  if (typeof passphrase !== 'string' && passphrase.every((byte) => byte < 0x80)) {
    if (passphrase.length > longestPassphrase) throw fail('wrong-secret');
    return Buffer.from(passphrase);
  }
  const text = typeof passphrase === 'string' ? passphrase : textOf(passphrase);
  // 4 bytes a character at most before normalising: nobody makes us normalise megabytes.
  if (text.length > longestPassphrase * 2) throw fail('wrong-secret');
  const normal = text.normalize('NFKC');
  if (Array.from(normal).length > longestPassphrase) throw fail('wrong-secret');
  return Buffer.from(normal, 'utf8');
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw fail('wrong-secret');
  }
}

/** 32 bytes, off the calling thread; the caller zeroes them. */
export async function derive(passphrase: string | Buffer, params: KdfParams, salt: Buffer): Promise<Buffer> {
  const bytes = passphraseBytes(passphrase);
  try {
    return await hashRaw(bytes, {
      // Argon2id, version 0x13. The library exports ambient const enums, which isolated modules cannot read.
      algorithm: 2,
      version: 1,
      memoryCost: params.m,
      timeCost: params.t,
      parallelism: params.p,
      outputLen: 32,
      salt,
    });
  } finally {
    bytes.fill(0);
  }
}

const wantedMs = 1000;
const longestMs = 1200;
const memoryStep = 16 * mebibyte;

/** Median of three runs, in milliseconds, of one derivation. */
export async function measureKdf(params: KdfParams): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const started = performance.now();
    (await derive('una frase larga de prueba', params, Buffer.alloc(saltBytes, run))).fill(0);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

/**
 * Parameters costing about one second on this computer, for all slots of the centre: memory first, then passes.
 *
 * Called once, at first start. Never below the floor nor above the cap of the policy. `measure` answers milliseconds.
 */
export async function calibrateKdf(
  policy: KdfPolicy,
  measure: (params: KdfParams) => Promise<number> = measureKdf,
): Promise<KdfParams> {
  const { floor, cap } = policy;
  let params: KdfParams = { ...floor };
  let cost = await measure(params);
  for (let step = 0; step < 3; step += 1) {
    const next = scaled(params, wantedMs / Math.max(cost, 1), policy);
    if (cost >= wantedMs * 0.8 && cost <= longestMs) break;
    if (next.m === params.m && next.t === params.t) break;
    params = next;
    cost = await measure(params);
  }
  return { m: clamp(params.m, floor.m, cap.m), t: clamp(params.t, floor.t, cap.t), p: floor.p };
}

/** The parameters at `factor` times the cost: all of it in memory while the cap allows, the rest in passes. */
function scaled(params: KdfParams, factor: number, { floor, cap }: KdfPolicy): KdfParams {
  const work = params.m * params.t * factor;
  const m = clamp(Math.floor(work / floor.t / memoryStep) * memoryStep, floor.m, cap.m);
  return { m, t: clamp(Math.floor(work / m), floor.t, cap.t), p: floor.p };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
