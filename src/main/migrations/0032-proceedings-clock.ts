import { sql, type Kysely } from 'kysely';

/** Proceedings: what happened, the hearings, and the terms with every date they ever had; alerts of the clock. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await events(db);
  await hearings(db);
  await deadlines(db);
  await widenAlertKinds(db);
}

async function events(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE proceeding_event (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'complaintFiled', 'policeInformed', 'prosecutorReceived', 'courtReceived', 'measuresRequested',
        'measuresDecided', 'accusedNotified', 'policeNotified', 'executionStarted', 'breach', 'measuresVaried',
        'measuresLifted', 'appealFiled', 'appealGranted', 'chamberReceived', 'chamberHeard', 'chamberDecided', 'arrest',
        'investigationOpened', 'singleInterview', 'preparatoryOpened', 'civilPartyAdmitted', 'archived', 'accusation',
        'trialOpened', 'judgment', 'orderNotified', 'alimonyJudgment', 'judgmentFinal', 'supervisionOrdered',
        'supervisionReported', 'newFact', 'other'
      )),
      happened_on TEXT NOT NULL,
      happened_time TEXT,
      authority_id TEXT,
      office TEXT,
      district TEXT,
      file_number TEXT,
      document TEXT,
      source TEXT,
      notified_form TEXT CHECK (notified_form IN ('electronicBox', 'paper', 'hearing', 'personal')),
      entry_on TEXT,
      entry_time TEXT,
      effect_on TEXT,
      words TEXT,
      note TEXT,
      risk_level INTEGER CHECK (risk_level IN (1, 2, 3)),
      withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((notified_form IS NULL) = (entry_on IS NULL)),
      CHECK (effect_on IS NULL OR entry_on IS NOT NULL),
      CHECK (entry_time IS NULL OR entry_on IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX proceeding_event_case ON proceeding_event (case_id, happened_on)`.execute(db);
  await sql`
    CREATE TABLE proceeding_event_measure (
      event_id TEXT NOT NULL REFERENCES proceeding_event (id),
      measure TEXT NOT NULL CHECK (measure IN (
        'removal-from-home', 'no-approach', 'no-contact', 'weapon-ban', 'property-inventory', 'emergency-allowance',
        'no-disposal-of-property', 'no-removal-of-dependents', 'aggressor-treatment', 'victim-treatment',
        'safe-shelter', 'other-measure', 'alimony', 'visits', 'custody', 'parental-authority', 'family-placement',
        'property-regime'
      )),
      outcome TEXT CHECK (outcome IN ('granted', 'partlyGranted', 'denied')),
      detail TEXT,
      PRIMARY KEY (event_id, measure)
    ) STRICT, WITHOUT ROWID`.execute(db);
  // What a correction replaced, as the form it was.
  await sql`
    CREATE TABLE proceeding_event_change (
      event_id TEXT NOT NULL REFERENCES proceeding_event (id),
      position INTEGER NOT NULL,
      before TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason IN ('mistyped', 'otherDate', 'addedDetail', 'notHappened', 'other')),
      words TEXT,
      changed_by TEXT NOT NULL REFERENCES staff_member (id),
      changed_at TEXT NOT NULL,
      PRIMARY KEY (event_id, position),
      CHECK (reason <> 'other' OR words IS NOT NULL)
    ) STRICT, WITHOUT ROWID`.execute(db);
}

async function hearings(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE hearing (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'protectionMeasures', 'appeal', 'singleInterview', 'flagrancy', 'accusationControl', 'trial', 'conciliation',
        'alimony', 'otherAct'
      )),
      held_on TEXT NOT NULL,
      held_time TEXT NOT NULL,
      mode TEXT NOT NULL CHECK (mode IN ('room', 'video')),
      authority_id TEXT,
      office TEXT NOT NULL,
      district TEXT,
      room TEXT,
      link TEXT,
      bring TEXT,
      attends_id TEXT REFERENCES staff_member (id),
      substitute_id TEXT REFERENCES staff_member (id),
      user_attends INTEGER NOT NULL CHECK (user_attends IN (0, 1)),
      note TEXT,
      state TEXT NOT NULL CHECK (state IN ('scheduled', 'held', 'postponed', 'cancelled')),
      result TEXT,
      recorded_by TEXT NOT NULL REFERENCES staff_member (id),
      recorded_at TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK (mode <> 'video' OR link IS NOT NULL),
      CHECK (substitute_id IS NULL OR substitute_id IS NOT attends_id)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX hearing_case ON hearing (case_id)`.execute(db);
  await sql`CREATE INDEX hearing_day ON hearing (held_on) WHERE state = 'scheduled'`.execute(db);
}

async function deadlines(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE deadline (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      event_id TEXT NOT NULL REFERENCES proceeding_event (id),
      rule_id TEXT NOT NULL,
      -- The earlier of the two ends as it stands now; null for a term without length.
      warn_on TEXT,
      warn_time TEXT,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'notApplicable')),
      -- Closed because what started it was corrected, not by a person.
      closed_by_change INTEGER NOT NULL CHECK (closed_by_change IN (0, 1)),
      settled_on TEXT,
      settled_by TEXT REFERENCES staff_member (id),
      settled_at TEXT,
      proof TEXT,
      document_id TEXT REFERENCES issued_document (id),
      version INTEGER NOT NULL CHECK (version > 0),
      UNIQUE (event_id, rule_id),
      CHECK ((warn_on IS NULL) = (warn_time IS NULL)),
      CHECK ((state = 'open') = (settled_on IS NULL)),
      CHECK ((settled_on IS NULL) = (settled_by IS NULL) AND (settled_on IS NULL) = (settled_at IS NULL)),
      CHECK (closed_by_change = 0 OR state = 'notApplicable'),
      CHECK (state = 'open' OR closed_by_change = 1 OR proof IS NOT NULL OR document_id IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`CREATE INDEX deadline_case ON deadline (case_id)`.execute(db);
  await sql`CREATE INDEX deadline_open ON deadline (warn_on) WHERE state = 'open'`.execute(db);
  // Every computation, the last one counts: dates, skipped days and the words of the rule as they were.
  await sql`
    CREATE TABLE deadline_due (
      deadline_id TEXT NOT NULL REFERENCES deadline (id),
      position INTEGER NOT NULL,
      rule_version INTEGER NOT NULL CHECK (rule_version > 0),
      computed TEXT NOT NULL,
      why TEXT NOT NULL CHECK (why IN ('recorded', 'corrected', 'rulesChanged')),
      computed_at TEXT NOT NULL,
      PRIMARY KEY (deadline_id, position)
    ) STRICT, WITHOUT ROWID`.execute(db);
}

async function widenAlertKinds(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE alert_wider (
      id TEXT PRIMARY KEY,
      case_id TEXT NOT NULL REFERENCES case_file (id),
      kind TEXT NOT NULL CHECK (kind IN (
        'aggressorAtDoor', 'askedAbout', 'measureBreached', 'levelRising',
        'newEvent', 'handedOver', 'correctionAsked', 'mergeProposed',
        'deadlineOverdue', 'deadlineNear', 'hearingNear', 'deadlineMoved'
      )),
      note TEXT,
      raised_at TEXT NOT NULL,
      raised_on TEXT NOT NULL,
      raised_by TEXT REFERENCES staff_member (id),
      seen_at TEXT,
      seen_by TEXT REFERENCES staff_member (id),
      closed_at TEXT,
      closed_by TEXT REFERENCES staff_member (id),
      version INTEGER NOT NULL CHECK (version > 0),
      CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
      CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
      CHECK (closed_at IS NULL OR seen_at IS NOT NULL)
    ) STRICT`.execute(db);
  await sql`INSERT INTO alert_wider SELECT * FROM alert`.execute(db);
  await sql`DROP TABLE alert`.execute(db);
  await sql`ALTER TABLE alert_wider RENAME TO alert`.execute(db);
  await sql`CREATE INDEX alert_case ON alert (case_id)`.execute(db);
  await sql`CREATE INDEX alert_open ON alert (raised_at) WHERE closed_at IS NULL`.execute(db);
}
