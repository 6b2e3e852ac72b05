import { sql, type Kysely } from 'kysely';

/** A file that was left with a writ comes back with it: a link of its chain of custody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE attachment_event_wider (
      attachment_id TEXT NOT NULL REFERENCES attachment (id),
      position INTEGER NOT NULL CHECK (position >= 0),
      kind TEXT NOT NULL CHECK (kind IN (
        'received', 'receivedAgain', 'described', 'exportProposed', 'exported', 'changedOutside', 'moved', 'annulled',
        'presented', 'returned')),
      staff_id TEXT NOT NULL REFERENCES staff_member (id),
      at TEXT NOT NULL,
      sha256 TEXT CHECK (length(sha256) = 64),
      note TEXT,
      proposal_id TEXT REFERENCES proposal (id),
      PRIMARY KEY (attachment_id, position)) STRICT, WITHOUT ROWID`.execute(db);
  await sql`INSERT INTO attachment_event_wider SELECT * FROM attachment_event`.execute(db);
  await sql`DROP TABLE attachment_event`.execute(db);
  await sql`ALTER TABLE attachment_event_wider RENAME TO attachment_event`.execute(db);
  await sql`CREATE TRIGGER attachment_event_is_final BEFORE UPDATE ON attachment_event
    BEGIN SELECT RAISE(ABORT, 'custody is final'); END`.execute(db);
  await sql`CREATE TRIGGER attachment_event_stays BEFORE DELETE ON attachment_event
    BEGIN SELECT RAISE(ABORT, 'custody is final'); END`.execute(db);
}
