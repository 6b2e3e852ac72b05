/**
 * A file that was put back is read, and every reading leaves entries: later openings must still tell from where it parted,
 * so they look for the first sitting that knew, since the read-only state was last ended.
 */
const lastEnd =
  "(select coalesce(max(seq), 0) from audit_entry where action in ('rollback.detected', 'backup.restored'))";

/** The last entry before that sitting; null where no sitting knew. One number. */
export const sharedUntilSql = `
  select min(seq) as seq from (
    select seq - 1 as seq from audit_entry
    where action = 'session.start' and seq > ${lastEnd} and json_extract(detail, '$.isReadOnly') = 1
    union all
    select json_extract(detail, '$.keptTo') from audit_entry
    where action = 'copy.newer' and seq > ${lastEnd} and json_extract(detail, '$.keptTo') is not null
  )`;
