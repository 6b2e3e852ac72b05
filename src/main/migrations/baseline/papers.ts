import { id, laterWho, version, who, whoLater } from './columns.ts';

/** Papers, filings, referrals, attached files, the central register. */
export const papers = `
-- PAPERS
-- A copy has its number before it leaves, also when it fails.
CREATE TABLE document_copy (${id},
  number TEXT NOT NULL UNIQUE,
  document_id TEXT NOT NULL REFERENCES issued_document (id),
  way TEXT NOT NULL CHECK (way IN ('save', 'print')),
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'sent', 'confirmed', 'failed')),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  requested_at TEXT NOT NULL,
  ${version},
  edition TEXT CHECK (edition IN ('court', 'office')),
  format TEXT CHECK (format IN ('pdf', 'docx')),
  batch_id TEXT,
  part INTEGER CHECK (part > 0),
  parts INTEGER CHECK (parts >= part),
  printer TEXT,
  seal TEXT,
  content_hash TEXT CHECK (length(content_hash) = 64),
  reprint_of TEXT REFERENCES document_copy (id),
  ${laterWho('removed')},
  bundle_id TEXT REFERENCES filing_bundle (id),
  saved_to TEXT,
  saved_place TEXT CHECK (saved_place IN ('computer', 'removable', 'allowed'))) STRICT;
CREATE INDEX document_copy_document ON document_copy (document_id);
CREATE INDEX document_copy_batch ON document_copy (batch_id);
CREATE INDEX document_copy_hash ON document_copy (content_hash);
CREATE TRIGGER document_copy_leaves_once BEFORE UPDATE OF removed_at ON document_copy
  WHEN old.removed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'copy already gone'); END;
CREATE INDEX document_copy_outside ON document_copy (staff_id) WHERE way = 'save' AND removed_at IS NULL;
-- Goes up only: a gap is an annulled or failed document, never a number used twice.
CREATE TABLE document_counter (
  series TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (series, year)) STRICT, WITHOUT ROWID;
CREATE TABLE allowed_printer (${id},
  name TEXT NOT NULL UNIQUE,
  is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
  ${who('decided')}, ${version}) STRICT;
CREATE TABLE allowed_folder (${id},
  path TEXT NOT NULL UNIQUE,
  is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
  ${who('decided')}, ${version}) STRICT;
-- Files that are no copies of papers. Of the recovery sheet no row says what it is called or where it lies.
CREATE TABLE saved_file (${id},
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN (
    'attachment-original', 'month-export', 'recovery-sheet', 'filing-draft', 'access-sheet', 'segment-sheet')),
  case_id TEXT REFERENCES case_file (id),
  attachment_id TEXT REFERENCES attachment (id),
  name TEXT,
  state TEXT NOT NULL CHECK (state IN ('requested', 'sent', 'failed')),
  saved_to TEXT,
  saved_place TEXT CHECK (saved_place IN ('computer', 'removable', 'allowed')),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  requested_at TEXT NOT NULL,
  ${laterWho('removed')}, ${version},
  CHECK ((kind IN ('attachment-original', 'filing-draft')) = (case_id IS NOT NULL)),
  CHECK ((kind = 'attachment-original') = (attachment_id IS NOT NULL)),
  CHECK (kind NOT IN ('recovery-sheet', 'segment-sheet') OR (name IS NULL AND saved_to IS NULL)),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL))) STRICT;
CREATE INDEX saved_file_case ON saved_file (case_id);
CREATE INDEX saved_file_attachment ON saved_file (attachment_id);
CREATE INDEX saved_file_outside ON saved_file (staff_id) WHERE removed_at IS NULL;
CREATE TRIGGER saved_file_leaves_once BEFORE UPDATE OF removed_at ON saved_file
  WHEN old.removed_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'saved file already gone'); END;
-- Frozen bytes.
CREATE TABLE issued_document (${id},
  case_id TEXT REFERENCES case_file (id),
  kind TEXT NOT NULL CHECK (kind IN (
    'filing', 'reserved-sheet', 'referral', 'monthly-report', 'register-sheet', 'custody-receipt', 'location-sheet',
    'official-letter', 'psychological-report', 'social-report', 'day-sheet', 'hearing-sheet', 'neutral-card',
    'own-copy')),
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  template TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  pages INTEGER NOT NULL CHECK (pages > 0),
  bytes BLOB NOT NULL,
  missing_reason TEXT,
  ${who('issued')}, ${version},
  recipient TEXT,
  paper TEXT CHECK (paper IS NULL OR json_valid(paper))) STRICT;
CREATE INDEX issued_document_case ON issued_document (case_id);
CREATE INDEX issued_document_hash ON issued_document (content_hash);
CREATE TRIGGER issued_document_is_final BEFORE UPDATE ON issued_document
  BEGIN SELECT RAISE(ABORT, 'issued document is final'); END;

-- FILINGS
-- The words are the frozen bytes of the paper; «options» is kept to start a correction from.
CREATE TABLE filing (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  -- 22: of a kind that the centre made itself; which one, its options and its template say.
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 20 OR kind = 22),
  writ_number INTEGER NOT NULL,
  document_id TEXT NOT NULL REFERENCES issued_document (id),
  options TEXT NOT NULL,
  ${version}) STRICT;
CREATE INDEX filing_case ON filing (case_id);
CREATE TABLE filing_measure (
  filing_id TEXT NOT NULL REFERENCES filing (id),
  measure TEXT NOT NULL,
  PRIMARY KEY (filing_id, measure)) STRICT, WITHOUT ROWID;
CREATE TABLE filing_bundle (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  filing_id TEXT NOT NULL REFERENCES filing (id),
  limit_bytes INTEGER CHECK (limit_bytes > 0),
  reduced INTEGER NOT NULL CHECK (reduced IN (0, 1)),
  ${who('made')}, ${version}) STRICT;
CREATE INDEX filing_bundle_case ON filing_bundle (case_id);
CREATE TABLE filing_bundle_part (
  bundle_id TEXT NOT NULL REFERENCES filing_bundle (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
  pages INTEGER NOT NULL CHECK (pages > 0),
  PRIMARY KEY (bundle_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE filing_bundle_annex (
  bundle_id TEXT NOT NULL REFERENCES filing_bundle (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  title TEXT NOT NULL,
  PRIMARY KEY (bundle_id, position)) STRICT, WITHOUT ROWID;
-- Annulled, never changed; of one writ one holds.
CREATE TABLE filing_presentation (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  filing_id TEXT NOT NULL REFERENCES filing (id),
  presented_on TEXT NOT NULL,
  presented_time TEXT NOT NULL,
  desk TEXT NOT NULL,
  instance TEXT NOT NULL CHECK (instance IN ('police', 'prosecutor', 'court', 'other')),
  entry_number TEXT NOT NULL,
  folios INTEGER NOT NULL CHECK (folios > 0),
  signed_id TEXT REFERENCES attachment (id),
  cargo_id TEXT REFERENCES attachment (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  comparison TEXT CHECK (comparison IN ('same', 'changed', 'other-paper', 'no-text', 'unreadable')),
  ${who('recorded')},
  ${whoLater('annulled')},
  annul_reason TEXT CHECK (annul_reason IN ('wrongFiling', 'wrongData', 'returned', 'twice', 'other')),
  annul_words TEXT,
  ${version},
  CHECK ((signed_id IS NULL) = (comparison IS NULL)),
  CHECK ((annulled_at IS NULL) = (annul_reason IS NULL) AND (annulled_at IS NULL) = (annulled_by IS NULL)),
  CHECK ((annul_reason IS NOT NULL AND annul_reason = 'other') = (annul_words IS NOT NULL))) STRICT;
CREATE INDEX filing_presentation_case ON filing_presentation (case_id);
CREATE UNIQUE INDEX filing_presented_once ON filing_presentation (filing_id) WHERE annulled_at IS NULL;
CREATE TRIGGER filing_presentation_is_final BEFORE UPDATE ON filing_presentation
  WHEN OLD.annulled_at IS NOT NULL OR NEW.id IS NOT OLD.id OR NEW.case_id IS NOT OLD.case_id
  OR NEW.filing_id IS NOT OLD.filing_id OR NEW.presented_on IS NOT OLD.presented_on
  OR NEW.presented_time IS NOT OLD.presented_time OR NEW.desk IS NOT OLD.desk OR NEW.instance IS NOT OLD.instance
  OR NEW.entry_number IS NOT OLD.entry_number OR NEW.folios IS NOT OLD.folios
  OR NEW.signed_id IS NOT OLD.signed_id OR NEW.cargo_id IS NOT OLD.cargo_id OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.comparison IS NOT OLD.comparison OR NEW.recorded_by IS NOT OLD.recorded_by
  OR NEW.recorded_at IS NOT OLD.recorded_at
  BEGIN SELECT RAISE(ABORT, 'presentation is final'); END;
CREATE TABLE filing_answer (
  presentation_id TEXT NOT NULL REFERENCES filing_presentation (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  answered_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('granted', 'partly', 'denied', 'observed', 'transferred', 'noted', 'other')),
  words TEXT NOT NULL,
  document_id TEXT REFERENCES attachment (id),
  ${who('recorded')},
  PRIMARY KEY (presentation_id, position)) STRICT, WITHOUT ROWID;
CREATE TRIGGER filing_answer_is_final BEFORE UPDATE ON filing_answer BEGIN SELECT RAISE(ABORT, 'answer is final'); END;

-- REFERRALS
CREATE TABLE referral (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  urgency TEXT NOT NULL,
  receiver TEXT NOT NULL,
  consent_id TEXT REFERENCES consent (id),
  document_id TEXT NOT NULL REFERENCES issued_document (id),
  options TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('printed', 'handedOver', 'received', 'attended', 'notAttended', 'closed')),
  ${version},
  code TEXT,
  handed_how TEXT CHECK (handed_how IN ('toHer', 'courier', 'accompanied')),
  handed_at TEXT) STRICT;
CREATE INDEX referral_case ON referral (case_id);
CREATE UNIQUE INDEX referral_code ON referral (code) WHERE code IS NOT NULL;
CREATE TABLE referral_slip (${id},
  referral_id TEXT NOT NULL UNIQUE REFERENCES referral (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  attended INTEGER NOT NULL CHECK (attended IN (0, 1)),
  not_attended_reason TEXT CHECK (not_attended_reason IN ('didNotCome', 'noAttention', 'sentElsewhere', 'refused')),
  attended_on TEXT,
  attended_time TEXT,
  kit TEXT CHECK (kit IN ('yes', 'no', 'partial')),
  next_on TEXT,
  next_time TEXT,
  next_place TEXT,
  recommendations TEXT,
  professional TEXT,
  college TEXT,
  result TEXT NOT NULL,
  ${who('recorded')}, ${version},
  CHECK ((attended = 0) = (not_attended_reason IS NOT NULL)),
  CHECK (attended = 1 OR attended_on IS NULL)) STRICT;
CREATE INDEX referral_slip_case ON referral_slip (case_id);
CREATE TABLE referral_slip_tick (
  slip_id TEXT NOT NULL REFERENCES referral_slip (id),
  list TEXT NOT NULL CHECK (list IN ('service', 'kit')),
  code TEXT NOT NULL,
  PRIMARY KEY (slip_id, list, code)) STRICT, WITHOUT ROWID;
CREATE TABLE referral_refusal (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  kind TEXT NOT NULL,
  reason INTEGER NOT NULL CHECK (reason BETWEEN 1 AND 10),
  words TEXT,
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX referral_refusal_case ON referral_refusal (case_id);
CREATE TABLE custody_receipt (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  document_id TEXT NOT NULL UNIQUE REFERENCES issued_document (id),
  handed_by TEXT NOT NULL,
  handed_as TEXT NOT NULL,
  received_on TEXT NOT NULL,
  received_time TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  note TEXT,
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX custody_receipt_case ON custody_receipt (case_id);
CREATE TABLE custody_item (
  receipt_id TEXT NOT NULL REFERENCES custody_receipt (id),
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('object', 'clothes', 'digital')),
  description TEXT NOT NULL,
  packing TEXT NOT NULL,
  seal TEXT NOT NULL,
  -- JSON list of the files of the case that show it, each with its hash on the day of the receipt.
  files TEXT NOT NULL,
  PRIMARY KEY (receipt_id, position)) STRICT, WITHOUT ROWID;
CREATE TABLE custody_delivery (${id},
  receipt_id TEXT NOT NULL UNIQUE REFERENCES custody_receipt (id),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  delivered_on TEXT NOT NULL,
  delivered_time TEXT NOT NULL,
  authority_id TEXT REFERENCES office (id),
  office TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  proof TEXT NOT NULL,
  ${who('recorded')}, ${version}) STRICT;
CREATE INDEX custody_delivery_case ON custody_delivery (case_id);

-- ATTACHMENTS
-- Bytes stand encrypted beside the database; the row keeps the name there, the key of that file alone, the hashes.
-- It belongs to a case or to an activity of prevention; its key is longer where it is closed under that of the case.
CREATE TABLE stored_file (${id},
  case_id TEXT REFERENCES case_file (id),
  name TEXT NOT NULL UNIQUE CHECK (name GLOB '[0-9a-f]*.bin' AND length(name) = 36),
  file_key BLOB NOT NULL CHECK (length(file_key) >= 32),
  size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  stored_size INTEGER NOT NULL CHECK (stored_size > size),
  stored_sha256 TEXT NOT NULL CHECK (length(stored_sha256) = 64),
  ${version},
  activity_id TEXT REFERENCES prevention_activity (id),
  CHECK ((case_id IS NULL) <> (activity_id IS NULL))) STRICT;
CREATE INDEX stored_file_case ON stored_file (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX stored_file_activity ON stored_file (activity_id) WHERE activity_id IS NOT NULL;
CREATE TRIGGER stored_file_is_final BEFORE UPDATE ON stored_file
  WHEN NEW.id IS NOT OLD.id OR NEW.name IS NOT OLD.name OR NEW.file_key IS NOT OLD.file_key
  OR NEW.size IS NOT OLD.size OR NEW.sha256 IS NOT OLD.sha256
  OR NEW.stored_size IS NOT OLD.stored_size OR NEW.stored_sha256 IS NOT OLD.stored_sha256
  OR NEW.activity_id IS NOT OLD.activity_id
  BEGIN SELECT RAISE(ABORT, 'stored file is final'); END;
CREATE TABLE attachment (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  file_id TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
  type TEXT NOT NULL CHECK (type IN (
    'pdf', 'jpg', 'png', 'heic', 'mp3', 'm4a', 'ogg', 'opus', 'mp4', 'docx', 'xlsx', 'txt')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  shown_name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN (
    'identity', 'civilRecord', 'medical', 'complaint', 'decision', 'notification', 'photo', 'messages', 'recording',
    'report', 'signedWrit', 'receipt', 'expenses', 'other')),
  area TEXT NOT NULL CHECK (area IN ('common', 'psychology', 'social', 'legal')),
  description TEXT NOT NULL,
  received_from TEXT,
  pages INTEGER CHECK (pages > 0),
  warnings TEXT NOT NULL,
  ${who('added')},
  annulled_at TEXT,
  annul_reason TEXT CHECK (annul_reason IN ('wrongFile', 'otherCase', 'unreadable', 'asked', 'other')),
  annul_words TEXT,
  ${version},
  CHECK ((annulled_at IS NULL) = (annul_reason IS NULL)),
  CHECK (annul_words IS NULL OR annul_reason IS NOT NULL)) STRICT;
CREATE INDEX attachment_case ON attachment (case_id);
CREATE UNIQUE INDEX attachment_once ON attachment (case_id, area, sha256) WHERE annulled_at IS NULL;
-- The chain of custody only grows.
CREATE TABLE attachment_event (
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
  PRIMARY KEY (attachment_id, position)) STRICT, WITHOUT ROWID;
CREATE TRIGGER attachment_event_is_final BEFORE UPDATE ON attachment_event
  BEGIN SELECT RAISE(ABORT, 'custody is final'); END;
CREATE TRIGGER attachment_event_stays BEFORE DELETE ON attachment_event
  BEGIN SELECT RAISE(ABORT, 'custody is final'); END;

-- REGISTER
-- One row per act: a later one corrects it with its reason.
CREATE TABLE central_registration (${id},
  case_id TEXT NOT NULL REFERENCES case_file (id),
  ficha_numeric INTEGER NOT NULL,
  ficha_alphabetic TEXT,
  ficha_year INTEGER NOT NULL,
  registered_on TEXT NOT NULL,
  reason TEXT,
  ${who('recorded')}, ${version},
  UNIQUE (case_id, version)) STRICT;
CREATE TRIGGER central_registration_is_final BEFORE UPDATE ON central_registration
  BEGIN SELECT RAISE(ABORT, 'central registration is final'); END;
-- Marks of work beside the record, as a draft: which lines were passed, by the mark of their answer.
CREATE TABLE register_tick (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  line TEXT NOT NULL,
  mark TEXT NOT NULL CHECK (length(mark) = 32),
  ${who('ticked')},
  PRIMARY KEY (case_id, line)) STRICT, WITHOUT ROWID;
-- How far a case was when it was last counted, and the state of the record it was counted on.
CREATE TABLE register_progress (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  stamp TEXT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  changed INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE blank_paper (${id},
  number TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('ficha', 'partnerRisk', 'consent', 'referral', 'safetyCard')),
  batch_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('unused', 'used', 'voided')),
  case_id TEXT REFERENCES case_file (id),
  reason TEXT,
  ${who('printed')},
  ${whoLater('settled')}, ${version},
  CHECK ((state = 'used') = (case_id IS NOT NULL)),
  CHECK ((state = 'voided') = (reason IS NOT NULL))) STRICT;
CREATE INDEX blank_paper_case ON blank_paper (case_id);
`;
