/** «Recuperar desde una copia»: proven in a folder of its own before anything takes its place. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopyKey } from '../../shared/backup/index.ts';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import {
  startNewSegment,
  type AuditHead,
  type AuditInput,
  type StartedSegment,
} from '../platform/storage/audit-chain.ts';
import { flushFile } from '../platform/storage/durable-file.ts';
import { writeKeyring } from '../platform/storage/keyring.ts';
import { markKeyOf, resetMark } from '../platform/storage/mark.ts';
import { queriesOf } from '../platform/storage/migrate.ts';
import { platformOf, type PlatformTables } from '../platform/storage/platform-tables.ts';
import { beginRestore, clearQuietly, decideRestore, type PlacingStep } from '../platform/storage/restore-in-hand.ts';
import { clearSecrets, readSecrets } from '../platform/storage/secrets.ts';
import { checkSet } from './content.ts';
import { asideFor } from './copy-job.ts';
import { failureOfDisk } from './disk-failure.ts';
import { takeKeptFiles } from './kept-files.ts';
import { beginLine } from './notes.ts';
import type { CopyParts, Taking } from './parts.ts';
import { openBy, openSet, type OpenedSet } from './set.ts';
import { checkAuthority, checkRestorable, type Second } from './used-folder.ts';
import { handedOn, type Trx } from '../platform/storage/rows.ts';

/** Steps of a restore, in their order; a test watches them, looks at the folder as a cut would leave it, or lets one fail. */
export type RestoreStep = 'noted' | 'database' | 'file' | 'proven' | 'keys' | PlacingStep;
type Watch = (step: RestoreStep) => void;

export type RestoreRequest = {
  readonly folder: string;
  readonly by: CopyKey;
  readonly second: Second;
  /** The start key of the new segment goes to a file of the caller's at once, and needs no sheet. */
  readonly takesStartKey: boolean;
  /** A companion becomes the keeper: Coordinación and another person, or the paper, though nothing stands in the folder. */
  readonly isTakeOver?: boolean;
};

function firstEntry(
  clock: Clock,
  { staffId, manifest }: OpenedSet,
  { aside }: Asked,
  keeper: number | null,
): AuditInput {
  const { audit, utc, counts } = manifest;
  const about = { previousSeq: audit.seq, previousHead: audit.head, copyMadeAt: utc, counts };
  const how = { byRecoveryKey: staffId === null, overUsedFolder: aside !== null };
  const moved = keeper === null ? {} : { keeper };
  return {
    utc: instantIn(clock),
    mono: performance.now(),
    staffId,
    role: null,
    device: 'restore',
    action: 'backup.restored',
    objectKind: null,
    objectId: null,
    reason: null,
    outcome: 'ok',
    detail: JSON.stringify({ ...about, ...how, ...moved }),
  };
}

type Asked = { readonly aside: string | null; readonly takesStartKey: boolean; readonly taking: Taking | null };

/** Proves what was brought and begins its new segment and its new line of copies. */
async function prove(parts: CopyParts, set: OpenedSet, staging: string, asked: Asked): Promise<StartedSegment> {
  const db = openBy(parts, set, { file: join(staging, set.keyring.dbFile), mode: 'copy' });
  try {
    await checkSet(db, { folder: staging, manifest: set.manifest }, parts);
    const queries = queriesOf<PlatformTables>(db);
    beginLine(db);
    return await queries.transaction().execute(async (trx) => {
      const keeper = await nameKeeper(handedOn(trx), set, asked.taking);
      const entry = firstEntry(parts.clock, set, asked, keeper);
      const begun = await startNewSegment(trx, entry);
      if (asked.takesStartKey) await parts.startKeys.noteOnPaper(handedOn(trx), begun.segment);
      return begun;
    });
  } finally {
    db.close();
  }
}

/** Answers the number of the keeper that this computer becomes; null where nothing of it changes. */
async function nameKeeper(trx: Trx, { keyring }: OpenedSet, taking: Taking | null): Promise<number | null> {
  if (taking === null) return null;
  const secrets = await readSecrets(platformOf(trx));
  try {
    return await taking.name(trx, { dbId: keyring.dbId, signingKey: secrets.centreSigningKey });
  } finally {
    clearSecrets(secrets);
  }
}

/** Brings the copy into the folder, under names that open nothing. */
async function bring(set: OpenedSet, staging: string, watch: Watch): Promise<void> {
  const file = join(staging, set.keyring.dbFile);
  copyFileSync(join(set.folder, 'data.db'), file);
  flushFile(file);
  watch('database');
  await takeKeptFiles(set.folder, staging, set.manifest, () => {
    watch('file');
  });
}

/** Marks and archive of keys of the new record, beside its database. */
async function equip(
  { clock }: CopyParts,
  { keyring, dek }: OpenedSet,
  staging: string,
  head: AuditHead,
): Promise<void> {
  const markKey = markKeyOf(dek);
  const mark = { dbId: keyring.dbId, seq: head.seq, hash: head.hash.toString('hex'), utc: instantIn(clock) };
  await resetMark(staging, markKey, mark);
  markKey.fill(0);
  await writeKeyring(staging, keyring);
}

async function restoreSet(parts: CopyParts, set: OpenedSet, asked: Asked, watch: Watch): Promise<StartedSegment> {
  const { folder } = parts.strongroom;
  try {
    const staging = await beginRestore(folder);
    watch('noted');
    await bring(set, staging, watch);
    const begun = await prove(parts, set, staging, asked);
    watch('proven');
    await equip(parts, set, staging, begun.head);
    watch('keys');
    await decideRestore(folder, asked.aside, watch);
    return begun;
  } catch (error) {
    // Nothing of what was there is touched before the decision, and nothing goes after it.
    clearQuietly(folder);
    throw failureOfDisk(error);
  }
}

/**
 * Restores a verified copy. Into an empty folder one person's password of the copy is enough; over a record two people or
 * the paper are asked for, and what was there is put aside, raw. Answers the name of the folder it stands in, and the segment that began, whose start key must
 * reach a paper.
 *
 * Whatever fails before the end leaves the folder as it was; a cut of the power after the decision is finished by the next
 * start.
 *
 * @throws storage, damaged, wrong-secret, from-the-future, rule-broken, forbidden
 */
export async function restoreCopy(
  parts: CopyParts,
  request: RestoreRequest,
  watch: Watch = () => undefined,
): Promise<{ aside: string | null; segment: number; startKey: string | null }> {
  const { strongroom, clock } = parts;
  // Nobody signs in and nobody restores meanwhile: what is open must not be moved.
  const letGo = await strongroom.keepShut();
  try {
    const set = await openSet(parts, request.folder, request.by);
    try {
      checkRestorable(parts, set.keyring);
      const isUsed = !strongroom.isEmpty();
      if (isUsed || request.isTakeOver === true) await checkAuthority(parts, set, request);
      const aside = isUsed ? asideFor(strongroom.folder, instantIn(clock)) : null;
      const taking = (await parts.taking?.()) ?? null;
      const begun = await restoreSet(parts, set, { aside, takesStartKey: request.takesStartKey, taking }, watch);
      await taking?.done();
      return { aside, ...handOut(begun, request.takesStartKey, parts) };
    } finally {
      set.dek.fill(0);
    }
  } finally {
    letGo();
  }
}

/** The key of the segment that began: to the caller at once, or kept until its sheet is printed. */
function handOut(begun: StartedSegment, takesStartKey: boolean, { startKeys }: CopyParts) {
  const { segment, startKey } = begun;
  if (!takesStartKey) {
    startKeys.keep(begun);
    return { segment, startKey: null };
  }
  const printed = startKeys.printed(startKey);
  startKey.fill(0);
  return { segment, startKey: printed };
}
