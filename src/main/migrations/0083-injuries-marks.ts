import { sql, type Kysely } from 'kysely';

const single = ['forehead', 'mouth', 'throat', 'abdomen', 'groin', 'scalp', 'nape', 'spine', 'anus'];
const paired = [
  ...['eye', 'cheek', 'shoulder', 'chest', 'arm', 'forearm', 'hand', 'thigh', 'knee', 'leg', 'foot'],
  ...['ear', 'shoulderBlade', 'lowerBack', 'armBack', 'elbow', 'forearmBack', 'handBack', 'buttock'],
  ...['thighBack', 'kneeBack', 'calf', 'heel'],
];
const regions = [...single, ...paired.flatMap((one) => [`${one}Right`, `${one}Left`])];
const kinds = ['bruise', 'wound', 'burn', 'swelling', 'scrape', 'bite', 'fractureTold', 'painTold', 'other'];

const listed = (codes: readonly string[]) => sql.raw(codes.map((one) => `'${one}'`).join(', '));

/** The body map: marks of what was seen or told, changed by annulment alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE injury_mark (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      -- The one on the figure: never given to another mark of the case.
      number INTEGER NOT NULL CHECK (number > 0),
      region TEXT NOT NULL CHECK (region IN (${listed(regions)})),
      kind TEXT NOT NULL CHECK (kind IN (${listed(kinds)})),
      size TEXT,
      source TEXT NOT NULL CHECK (source IN ('seen', 'told')),
      seen_on TEXT NOT NULL,
      event TEXT NOT NULL CHECK (event IN ('ficha', 'earlier', 'later', 'unknown')),
      event_on TEXT,
      words TEXT,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      annulled_by TEXT REFERENCES staff_member (id),
      annulled_at TEXT,
      annul_reason TEXT CHECK (annul_reason IN ('mistake', 'otherCase', 'twice', 'other')),
      annul_words TEXT,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((annulled_at IS NULL) = (annul_reason IS NULL) AND (annulled_at IS NULL) = (annulled_by IS NULL)),
      UNIQUE (case_id, number)) STRICT`.execute(db);
  await sql`
    CREATE TRIGGER injury_mark_is_final
    BEFORE UPDATE OF number, region, kind, size, source, seen_on, event, event_on, words, recorded_by, recorded_at
    ON injury_mark
    BEGIN SELECT RAISE(ABORT, 'a mark is final: it is annulled'); END`.execute(db);
  await sql`
    CREATE TRIGGER injury_mark_stays_annulled BEFORE UPDATE ON injury_mark WHEN OLD.annulled_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what was annulled stays so'); END`.execute(db);
}

export const sealed = { sealedBefore: { injury_mark: null } };
