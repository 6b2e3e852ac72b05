/**
 * Copies that a key of before opens. What stood in the folder when a new key came is kept in `meta`, so that a memory stick
 * that is elsewhere is not forgotten; what stands there now is looked up by the manifests, which name their key by number.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formerCopySchema, isStanding, type FormerCopy, type FormerCopyRef } from '../../shared/backup/index.ts';
import { instantSchema, type Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { manifestsIn } from './keep.ts';
import { readLast } from './notes.ts';
import type { CopyParts } from './parts.ts';
import { refusePlace } from './places.ts';
import { archivesIn } from './set.ts';
import { listAside } from './used-folder.ts';
import type { Trx } from '../platform/storage/rows.ts';
import { metaOf, writeMeta } from '../platform/storage/meta.ts';

const formerKey = 'former_copies';

const keptSchema = z.array(
  formerCopySchema
    .pick({ kind: true, folder: true, name: true, madeAt: true })
    .extend({
      /** Which key opens it: the epoch of its archive of keys. */
      epoch: z.int().positive(),
      destroyed: z.strictObject({ at: instantSchema, staffId: z.string() }).nullable(),
    })
    .strict(),
);
type Kept = z.infer<typeof keptSchema>[number];

const isSame = (one: FormerCopyRef, other: FormerCopyRef) => one.folder === other.folder && one.name === other.name;

/** What stands in the folder of the copies; null when it cannot be read. */
function inFolder(folder: string, parts: CopyParts): Kept[] | null {
  try {
    refusePlace(folder, parts);
    const { dbId } = parts.strongroom.keyring;
    return manifestsIn(folder)
      .filter(({ manifest }) => manifest.dbId === dbId)
      .map(({ name, manifest }) => ({
        ...{ kind: 'copy' as const, folder, name, madeAt: manifest.utc },
        ...{ epoch: manifest.epoch, destroyed: null },
      }));
  } catch (error) {
    if (error instanceof ExpectedFailure || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}

function putAside({ strongroom }: CopyParts): Kept[] {
  const { folder, keyring, policy } = strongroom;
  return listAside(folder).flatMap(({ name, since }) => {
    const archive = archivesIn(join(folder, name), policy).find(({ dbId }) => dbId === keyring.dbId);
    if (archive === undefined) return [];
    return [{ kind: 'aside' as const, folder, name, madeAt: since, epoch: archive.epoch, destroyed: null }];
  });
}

/** Everything that is there now, of whichever key. Looks at disks: not inside a transaction. */
export function lookForCopies(folder: string | null, parts: CopyParts): { found: Kept[]; isReachable: boolean } {
  const copies = folder === null ? [] : inFolder(folder, parts);
  return { found: [...(copies ?? []), ...putAside(parts)], isReachable: copies !== null };
}

async function readKept(trx: Trx): Promise<Kept[]> {
  const text = await metaOf(trx, formerKey);
  return text === null ? [] : keptSchema.parse(JSON.parse(text));
}

/** Kept ones first: they know what was said of them. */
function joined(kept: readonly Kept[], found: readonly Kept[]): Kept[] {
  return [...kept, ...found.filter((one) => !kept.some((other) => isSame(one, other)))];
}

/** Before a new key: what is there is not forgotten, nor the last copy of a folder that cannot be read now. */
export async function keepFormer(
  trx: Trx,
  { found, isReachable }: ReturnType<typeof lookForCopies>,
  { folder, epoch }: { readonly folder: string | null; readonly epoch: number },
): Promise<void> {
  const last = isReachable || folder === null ? null : await readLast(trx);
  const unseen: Kept[] =
    last === null || folder === null
      ? []
      : [{ kind: 'copy', folder, name: last.name, madeAt: last.at, epoch, destroyed: null }];
  await writeMeta(trx, formerKey, JSON.stringify(joined(await readKept(trx), [...found, ...unseen])));
}

function isThere({ folder, name }: FormerCopyRef): boolean | null {
  if (existsSync(join(folder, name))) return true;
  return existsSync(folder) ? false : null;
}

/** What is kept of copies, as it stands in the record. */
export type KeptCopies = { readonly kept: readonly Kept[]; readonly names: ReadonlyMap<string, string> };

export async function readFormer(trx: Trx, names: ReadonlyMap<string, string>): Promise<KeptCopies> {
  return { kept: await readKept(trx), names };
}

/** Copies that the key of today does not open, newest first. Looks at disks. */
export function listFormer({ kept, names }: KeptCopies, found: readonly Kept[], epoch: number): FormerCopy[] {
  return joined(kept, found)
    .filter((one) => one.epoch < epoch)
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
    .map(({ kind, folder, name, madeAt, destroyed }) => ({
      ...{ kind, folder, name, madeAt, isThere: isThere({ folder, name }) },
      destroyed: destroyed === null ? null : { at: destroyed.at, by: names.get(destroyed.staffId) ?? '' },
    }))
    .filter((one) => one.kind === 'copy' || isStanding(one));
}

/** Notes that a copy of before was destroyed. @throws not-found for one that no list shows; rule-broken `copy-still-there` */
export async function noteDestroyed(
  trx: Trx,
  ref: FormerCopyRef,
  {
    found,
    epoch,
    by,
  }: {
    readonly found: readonly Kept[];
    readonly epoch: number;
    readonly by: { readonly at: Instant; readonly staffId: string };
  },
): Promise<void> {
  const all = joined(await readKept(trx), found);
  const meant = all.find((one) => isSame(one, ref) && one.epoch < epoch);
  if (meant === undefined) throw fail('not-found');
  if (isThere(ref) === true) throw fail('rule-broken', 'copy-still-there');
  const { at, staffId } = by;
  const after = all.map((one) => (one === meant ? { ...one, destroyed: one.destroyed ?? { at, staffId } } : one));
  await writeMeta(trx, formerKey, JSON.stringify(after));
}
