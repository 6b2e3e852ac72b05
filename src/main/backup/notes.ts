/** What the record itself keeps of its copies, in `meta`: where they go, the newest, the last drill. */
import { randomUUID } from 'node:crypto';
import { copyPlaces, drillSchema, type CopyPlace, type CopyState, type Drill } from '../../shared/backup/index.ts';
import { instantSchema, type Instant } from '../../shared/platform/dates.ts';
import { z } from '../../shared/platform/zod.ts';
import { metaValue, type Database } from '../platform/storage/open-database.ts';
import type { VerifiedCopy } from './copy-job.ts';
import { metaOf, writeMeta } from '../platform/storage/meta.ts';
import type { Trx } from '../platform/storage/rows.ts';

const folderKey = 'copy_folder';
/** Whether that folder stands on another disk, as it was when it was chosen or last copied to. */
const placeKey = 'copy_place';
/** Whether the files of the newest copy are limited to the accounts of the staff: 1 or 0. */
const limitedKey = 'copy_limited';
/** The line of copies this record goes on in: founded and restored records begin one each (decision D35). */
const lineKey = 'copy_line';
const lastKey = 'last_copy';
/** Newest verified copy on another disk than the record's. */
const outsideKey = 'last_outside_at';
const drillKey = 'copy_drill';

const lastSchema = z.strictObject({
  name: z.string(),
  at: instantSchema,
  seq: z.int(),
  head: z.string(),
  /** How many files of cases it had to be made without. */
  lostFiles: z.int(),
});
export type LastCopy = z.infer<typeof lastSchema>;

export type PlacedCopy = {
  readonly copy: VerifiedCopy;
  readonly place: CopyPlace;
  /** Only the accounts of the staff may use its files; a stick, as a rule, cannot hold that. */
  readonly isLimited: boolean;
};

const lateAfterMs = 24 * 60 * 60 * 1000;

export function readFolder(trx: Trx): Promise<string | null> {
  return metaOf(trx, folderKey);
}

export async function writeFolder(trx: Trx, folder: string, place: CopyPlace): Promise<void> {
  await writeMeta(trx, folderKey, folder);
  await writeMeta(trx, placeKey, place);
}

/** The line of this record; null before its first copy. */
export function readLine(trx: Trx): Promise<string | null> {
  return metaOf(trx, lineKey);
}

/** The line of this record; begun when it has none. */
export async function lineOf(trx: Trx): Promise<string> {
  const known = await readLine(trx);
  if (known !== null) return known;
  const line = randomUUID();
  await writeMeta(trx, lineKey, line);
  return line;
}

export async function readLast(trx: Trx): Promise<LastCopy | null> {
  const text = await metaOf(trx, lastKey);
  return text === null ? null : lastSchema.parse(JSON.parse(text));
}

export async function noteCopy(trx: Trx, { copy, place, isLimited }: PlacedCopy): Promise<void> {
  const { name, at, seq, head, lostFiles } = copy;
  await writeMeta(
    trx,
    lastKey,
    JSON.stringify({ name, at, seq, head, lostFiles: lostFiles.length } satisfies LastCopy),
  );
  await writeMeta(trx, placeKey, place);
  await writeMeta(trx, limitedKey, isLimited ? '1' : '0');
  if (place === 'outside') await writeMeta(trx, outsideKey, at);
}

export async function readDrill(trx: Trx): Promise<Drill | null> {
  const text = await metaOf(trx, drillKey);
  return text === null ? null : drillSchema.parse(JSON.parse(text));
}

export async function noteDrill(trx: Trx, drill: Drill): Promise<void> {
  await writeMeta(trx, drillKey, JSON.stringify(drill));
}

function placeOf(text: string | null): CopyPlace | null {
  return copyPlaces.find((place) => place === text) ?? null;
}

export async function stateOf(trx: Trx, now: Instant): Promise<CopyState> {
  const last = await readLast(trx);
  const outside = (await metaOf(trx, outsideKey)) as Instant | null;
  return {
    folder: await readFolder(trx),
    place: placeOf(await metaOf(trx, placeKey)),
    isOpenToOthers: (await metaOf(trx, limitedKey)) === '0',
    lastVerifiedAt: last?.at ?? null,
    lastOutsideAt: outside,
    isLate: outside === null || Date.parse(now) - Date.parse(outside) > lateAfterMs,
    lostFiles: last?.lostFiles ?? 0,
    drill: await readDrill(trx),
  };
}

/** A copy that stands at another computer counts as outside this one; never back to an older one. */
export async function noteOutside(trx: Trx, at: Instant): Promise<void> {
  const known = await metaOf(trx, outsideKey);
  if (known === null || known < at) await writeMeta(trx, outsideKey, at);
}

/** Age of the newest verified copy outside this computer's disk; null while none, or while the record is closed. */
export function outsideCopyAt(strongroom: { readonly isOpen: boolean; readonly database: Database }): Instant | null {
  return strongroom.isOpen ? (metaValue(strongroom.database, outsideKey) as Instant | null) : null;
}

/** In a restored record, before anything else is written: a line of its own, and no folder until one is chosen. */
export function beginLine(db: Database): void {
  const forget = db.prepare('delete from meta where key = ?');
  for (const key of [folderKey, placeKey, limitedKey, lastKey, outsideKey, drillKey]) forget.run(key);
  db.prepare('insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value').run(
    lineKey,
    randomUUID(),
  );
}
