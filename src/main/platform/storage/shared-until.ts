/**
 * A file that was put back is read, and every reading leaves entries: later openings must still tell from where it parted,
 * so they look for the first sitting that knew, since the read-only state was last ended.
 */
const figure = (name: string) => `case when json_valid(detail) then json_extract(detail, '$.${name}') end`;
const lastEnd =
  "(select coalesce(max(seq), 0) from audit_entry where action in ('rollback.detected', 'backup.restored'))";

/** The last entry before that sitting; null where no sitting knew. One number. */
export const sharedUntilSql = `
  select min(seq) as seq from (
    select seq - 1 as seq from audit_entry
    where action = 'session.start' and seq > ${lastEnd} and ${figure('isReadOnly')} = 1
    union all
    select ${figure('keptTo')} from audit_entry
    where action = 'copy.newer' and seq > ${lastEnd} and ${figure('keptTo')} is not null
  )`;
