/** What a restore would take away, counted in both records before anything is changed. */
import { missingKinds, type CopyKey, type MissingKind, type RestorePreview } from '../../shared/backup/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import type { Database } from '../platform/storage/open-database.ts';
import type { CopyParts } from './parts.ts';
import { openPresent, presentKeys } from './present.ts';
import { archivesIn, openInPlace, openSet, type OpenedSet } from './set.ts';
import { checkRestorable } from './used-folder.ts';

type Missing = Extract<RestorePreview['present'], { kind: 'record' }>['missing'];

/** When a record of each kind came to be: an instant, or a day and a time in Lima. */
const writtenAt: Readonly<Record<MissingKind, string>> = {
  arrival: 'opened_at',
  case_file: "strftime('%Y-%m-%dT%H:%M:00.000Z', admitted_on || 'T' || admitted_time || ':00-05:00')",
  attention: 'recorded_at',
  interview: 'recorded_at',
  partner_risk_form: 'assessed_at',
  issued_document: 'issued_at',
  attachment: 'added_at',
  change_set: 'changed_at',
};

function hasTable(db: Database, name: string): boolean {
  return db.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(name) !== undefined;
}

/** Names of tables are constants of this program. */
function idsOf(db: Database, table: MissingKind): Set<string> {
  if (!hasTable(db, table)) return new Set();
  return new Set(db.prepare(`select id from ${table}`).pluck().all() as string[]);
}

function missingIn(copy: Database, present: Database): Missing {
  return missingKinds.flatMap((kind) => {
    if (!hasTable(present, kind)) return [];
    const kept = idsOf(copy, kind);
    const rows = present.prepare(`select id, ${writtenAt[kind]} as at from ${kind}`).all() as {
      id: string;
      at: Instant | null;
    }[];
    const gone = rows.filter(({ id }) => !kept.has(id));
    const last = gone.map(({ at }) => at).toSorted((a, b) => ((a ?? '') < (b ?? '') ? 1 : -1))[0];
    return gone.length === 0 ? [] : [{ kind, count: gone.length, last: last ?? null }];
  });
}

function lastEntryAt(db: Database): Instant {
  return db.prepare('select utc from audit_entry order by seq desc limit 1').pluck().get() as Instant;
}

/** Entries that are not in the copy: from where the two histories part. */
function entriesAfter(copy: Database, present: Database): number {
  const head = copy.prepare('select seq, hash from audit_entry order by seq desc');
  const find = present.prepare('select 1 from audit_entry where seq = ? and hash = ?');
  const total = present.prepare('select max(seq) from audit_entry').pluck().get() as number;
  for (const row of head.iterate() as Iterable<{ seq: number; hash: Buffer }>) {
    if (find.get(row.seq, row.hash) !== undefined) return total - row.seq;
  }
  return total;
}

async function presentOf(
  parts: CopyParts,
  set: OpenedSet,
  by: CopyKey,
  copy: Database,
): Promise<RestorePreview['present']> {
  const { strongroom } = parts;
  if (strongroom.isEmpty()) return { kind: 'empty' };
  const archives = archivesIn(strongroom.folder, strongroom.policy);
  if (archives.length === 0) return { kind: 'unreadable' };
  const keys = await presentKeys(parts, archives, set, by);
  const present = openPresent(parts, archives, keys);
  for (const key of keys.slice(1)) key.fill(0);
  if (present === null) return { kind: 'unreadable' };
  try {
    return {
      kind: 'record',
      lastEntryAt: lastEntryAt(present),
      entries: entriesAfter(copy, present),
      missing: missingIn(copy, present),
    };
  } finally {
    present.close();
  }
}

/** @throws what `openSet` and `checkRestorable` throw */
export async function previewRestore(
  parts: CopyParts,
  { folder, by }: { readonly folder: string; readonly by: CopyKey },
): Promise<RestorePreview> {
  const letGo = await parts.strongroom.keepShut();
  try {
    const set = await openSet(parts, folder, by);
    try {
      checkRestorable(parts, set.keyring);
      const copy = openInPlace(parts, set);
      try {
        const present = await presentOf(parts, set, by, copy);
        const its = { folder: set.folder, among: set.among };
        return { copy: its, madeAt: set.manifest.utc, lastEntryAt: lastEntryAt(copy), present };
      } finally {
        copy.close();
      }
    } finally {
      set.dek.fill(0);
    }
  } finally {
    letGo();
  }
}
