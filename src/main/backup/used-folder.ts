/** A restore over a record that is there: who may, and what becomes of the old files (decision D4). */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mayEver, type StaffMember } from '../../shared/access/index.ts';
import { asideDays, type CopyKey, type CopyList } from '../../shared/backup/index.ts';
import { instantOf } from '../../shared/platform/clock.ts';
import { instantSchema, type Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { findStaff, isSecond, type TypedSecond } from '../access/index.ts';
import type { Keyring } from '../platform/storage/keyring.ts';
import { queriesOf } from '../platform/storage/migrate.ts';
import type { Database } from '../platform/storage/open-database.ts';
import { asideName, registerFiles } from '../platform/storage/restore-in-hand.ts';
import type { CopyParts } from './parts.ts';
import { openPresent } from './present.ts';
import { archivesIn, keysOfAny, openInPlace, type OpenedSet } from './set.ts';

const dayMs = 24 * 60 * 60 * 1000;

export type Second = TypedSecond | null;

/**
 * @throws rule-broken `restore-while-open`, `copy-of-another-kind`, `copy-of-another-register`; storage
 *   `folder-not-empty` for foreign files
 */
export function checkRestorable({ strongroom, isPracticePlace }: CopyParts, copy: Keyring): void {
  if (strongroom.isOpen) throw fail('rule-broken', 'restore-while-open');
  if (isPracticePlace !== null && copy.practice !== isPracticePlace) throw fail('rule-broken', 'copy-of-another-kind');
  if (strongroom.isEmpty()) return;
  if (registerFiles(strongroom.folder).length === 0) throw fail('storage', 'folder-not-empty');
  const present = archivesIn(strongroom.folder, strongroom.policy);
  if (present.some(({ dbId }) => dbId !== copy.dbId)) throw fail('rule-broken', 'copy-of-another-register');
}

async function secondKeys(archives: readonly Keyring[], second: NonNullable<Second>, parts: CopyParts) {
  try {
    return await keysOfAny(archives, { kind: 'password', ...second }, parts.strongroom.policy);
  } catch (error) {
    const isWrong = error instanceof ExpectedFailure && error.failure.code === 'wrong-secret';
    throw isWrong ? fail('wrong-secret', 'restore-second-wrong') : error;
  }
}

async function staffIn(db: Database, id: string): Promise<StaffMember | null> {
  return queriesOf<unknown>(db)
    .transaction()
    .execute((trx) => findStaff(trx, id));
}

/** What both people are in the record that counts: the one that is there, or the copy where that one cannot be read. */
async function checkBoth(db: Database, [first, second]: readonly [string, string], isTakeOver: boolean): Promise<void> {
  const [one, other] = [await staffIn(db, first), await staffIn(db, second)];
  if (!isTakeOver) {
    const mayRestore = one !== null && mayEver(one.roles, 'backup.restore');
    if (!mayRestore || !isPair(one, other)) throw fail('forbidden', 'restore-not-allowed');
    return;
  }
  const leads = (lead: StaffMember | null) => lead?.roles.includes('coordinator') === true;
  const isAllowed = (leads(one) && isPair(one, other)) || (leads(other) && isPair(other, one));
  if (!isAllowed) throw fail('forbidden', 'take-over-not-allowed');
}

const isPair = (lead: StaffMember | null, other: StaffMember | null): boolean =>
  lead?.state === 'active' && isSecond(other, lead.id);

type Two = { readonly first: string; readonly second: NonNullable<Second>; readonly isTakeOver: boolean };

async function checkTwo(parts: CopyParts, set: OpenedSet, { first, second, isTakeOver }: Two): Promise<void> {
  const present = archivesIn(parts.strongroom.folder, parts.strongroom.policy);
  const other = await secondKeys(present.length === 0 ? [set.keyring] : present, second, parts);
  try {
    if (other.staffId === null || other.staffId === first) throw fail('rule-broken', 'restore-same-person');
    const db = openPresent(parts, present, [other.dek]) ?? openInPlace(parts, set);
    try {
      await checkBoth(db, [first, other.staffId], isTakeOver);
    } finally {
      db.close();
    }
  } finally {
    other.dek.fill(0);
  }
}

/** The paper stands in for two people; it must be the one of the record that is there. */
async function checkPaper(parts: CopyParts, by: CopyKey): Promise<void> {
  const { folder, policy } = parts.strongroom;
  const present = archivesIn(folder, policy);
  if (present.length > 0) (await keysOfAny(present, by, policy)).dek.fill(0);
}

type Asked = {
  readonly by: CopyKey;
  readonly second: Second;
  /** A companion becomes the keeper: one of the two is of Coordinación. */
  readonly isTakeOver?: boolean;
};

/** @throws rule-broken `restore-needs-two`, `restore-same-person`; wrong-secret; forbidden `restore-not-allowed`, `take-over-not-allowed` */
export async function checkAuthority(
  parts: CopyParts,
  set: OpenedSet,
  { by, second, isTakeOver = false }: Asked,
): Promise<void> {
  if (set.staffId === null) return checkPaper(parts, by);
  if (second === null) throw fail('rule-broken', 'restore-needs-two');
  return checkTwo(parts, set, { first: set.staffId, second, isTakeOver });
}

function sinceOf(name: string): Instant | null {
  const [, year, month, day, hour, minute, second] = asideName.exec(name) ?? [];
  if (second === undefined) return null;
  const text = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second}.000Z`;
  return instantSchema.safeParse(text).data ?? null;
}

/** What restores put aside, newest first, and until when it stays. */
export function listAside(folder: string): CopyList['aside'] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const since = sinceOf(name);
      if (since === null) return [];
      const until = instantOf(Date.parse(since) + asideDays * dayMs);
      return [{ name, since, until }];
    })
    .toSorted((a, b) => (a.since < b.since ? 1 : -1));
}

/** Removes what has stood its days; answers how many folders went. */
export function sweepAside(folder: string, now: Instant): number {
  const old = listAside(folder).filter(({ until }) => until < now);
  for (const { name } of old) rmSync(join(folder, name), { recursive: true, force: true });
  return old.length;
}
