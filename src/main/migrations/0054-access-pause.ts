import { sql, type Kysely } from 'kysely';

/**
 * «Pausa»: the PIN of a person, as what a slow derivation made of it, and the minutes without use that each chose.
 *
 * No row means no PIN and the minutes of the program. The rules of the centre stand in `meta` (`pause_allowed`,
 * `idle_maximum`): two single facts that Coordinación sets.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE staff_pause (
      staff_id TEXT PRIMARY KEY REFERENCES staff_member (id),
      idle_minutes INTEGER CHECK (idle_minutes BETWEEN 2 AND 15),
      pin_hash BLOB CHECK (length(pin_hash) = 32),
      pin_salt BLOB CHECK (length(pin_salt) = 16),
      kdf_m INTEGER CHECK (kdf_m > 0),
      kdf_t INTEGER CHECK (kdf_t > 0),
      kdf_p INTEGER CHECK (kdf_p > 0),
      CHECK ((pin_hash IS NULL) = (pin_salt IS NULL)),
      CHECK ((pin_hash IS NULL) = (kdf_m IS NULL)),
      CHECK ((pin_hash IS NULL) = (kdf_t IS NULL)),
      CHECK ((pin_hash IS NULL) = (kdf_p IS NULL))
    ) STRICT`.execute(db);
}
