import { sql, type Kysely } from 'kysely';

/**
 * Keys under which persons are found: documents, telephones, dates, words of the name and pairs of them. They are made
 * from the persons; the program makes those of earlier rows before the first search, and all of them again when their
 * rules change (`person_key_edition`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`DROP TABLE person_name_key`.execute(db);
  await sql`
    CREATE TABLE person_key (
      kind TEXT NOT NULL CHECK (kind IN (
        'document', 'documentHalf', 'phone', 'birth', 'pair', 'wordYear', 'word'
      )),
      key TEXT NOT NULL,
      person_id TEXT NOT NULL REFERENCES person (id),
      PRIMARY KEY (kind, key, person_id)
    ) STRICT, WITHOUT ROWID`.execute(db);
  await sql`CREATE INDEX person_key_person ON person_key (person_id)`.execute(db);
  await sql`
    CREATE TABLE person_key_edition (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      edition TEXT NOT NULL
    ) STRICT`.execute(db);
}
