/** Manifests of copies as witnesses of the audit: what its head was when each was made. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure } from '../../shared/platform/failures.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { checkManifestMac, manifestFileName, manifestFormat, manifestSchema, type Manifest } from './manifest.ts';

export type CopyWitness = {
  readonly source: 'copy';
  readonly name: string;
  readonly seq: number;
  readonly code: string;
  readonly at: Instant;
  readonly isProven: boolean;
};

const copyFolder = /^backup-/;

type Known = { readonly keyring: Pick<Keyring, 'dbId' | 'epoch'>; readonly dek: Buffer };

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOurs(found: unknown): boolean {
  const format: unknown = typeof found === 'object' && found !== null && 'format' in found ? found.format : null;
  return typeof format === 'string' && manifestFormat.test(format);
}

/** The key of an earlier epoch is gone: such a manifest is compared, and cannot be proven to be ours. */
function macOf(manifest: Manifest, { keyring, dek }: Known): 'sound' | 'unknown' | 'wrong' {
  if (manifest.epoch !== keyring.epoch) return 'unknown';
  try {
    checkManifestMac(manifest, dek);
    return 'sound';
  } catch (error) {
    if (error instanceof ExpectedFailure) return 'wrong';
    throw error;
  }
}

/**
 * What the manifest of a copy witnesses: `unreadable` when it is one of ours and damaged or changed, null for what belongs
 * to another program or another register.
 */
export function copyWitness(path: string, text: string, known: Known): CopyWitness | 'unreadable' | null {
  if (basename(path) !== manifestFileName) return null;
  const folder = basename(dirname(path));
  const found = parse(text);
  if (!isOurs(found)) return copyFolder.test(folder) ? 'unreadable' : null;
  const parsed = manifestSchema.safeParse(found);
  if (!parsed.success) return 'unreadable';
  const manifest = parsed.data;
  if (manifest.dbId !== known.keyring.dbId) return null;
  const mac = macOf(manifest, known);
  if (mac === 'wrong') return 'unreadable';
  const { seq, head: code } = manifest.audit;
  return { source: 'copy', name: folder, seq, code, at: manifest.utc, isProven: mac === 'sound' };
}

export type CopyFacts = {
  /** Whole path of its folder, as it is typed to restore it. */
  readonly path: string;
  readonly at: Instant;
  /** Its last entry of the audit. */
  readonly seq: number;
  /** Rows per table. */
  readonly counts: Readonly<Record<string, number>>;
};

/** The copy in a folder that reaches furthest, of those that the key of this record proves; null when there is none. */
export function furthestCopyIn(target: string, known: Known): CopyFacts | null {
  const [furthest] = copiesIn(target, known)
    .filter(({ isProven }) => isProven)
    .toSorted((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
  if (furthest === undefined) return null;
  const path = join(target, furthest.name);
  const { counts } = manifestSchema.parse(parse(readFileSync(join(path, manifestFileName), 'utf8')));
  return { path, at: furthest.at, seq: furthest.seq, counts };
}

/** What the copies in a folder witness; none when the folder is not there now. */
export function copiesIn(target: string, known: Known): CopyWitness[] {
  if (!existsSync(target)) return [];
  const found: CopyWitness[] = [];
  for (const name of readdirSync(target).filter((one) => copyFolder.test(one))) {
    const path = join(target, name, manifestFileName);
    const witness = existsSync(path) ? copyWitness(path, readFileSync(path, 'utf8'), known) : null;
    if (witness !== null && witness !== 'unreadable') found.push(witness);
  }
  return found;
}
