/** What the storage itself keeps, before any domain: also the whole schema of its own tests. */
export const platform = `
CREATE TABLE meta (key text primary key, value text not null) strict, without rowid;
CREATE TABLE secret (name text primary key, value blob not null) strict, without rowid;
CREATE TABLE audit_entry (
  seq integer primary key check (seq >= 1),
  segment integer not null check (segment >= 1),
  utc text not null,
  mono integer not null,
  staff_id text,
  role text,
  device text not null,
  action text not null,
  object_kind text,
  object_id text,
  reason text,
  outcome text not null check (outcome in ('ok', 'denied', 'failed')),
  detail text,
  prev_hash blob not null check (length(prev_hash) = 32),
  hash blob not null check (length(hash) = 32),
  mac blob not null check (length(mac) = 32),
  signature blob) strict;
-- The insert triggers also close the way by INSERT OR REPLACE, which deletes without firing delete triggers.
CREATE TRIGGER audit_entry_next before insert on audit_entry
  when new.seq <> (select coalesce(max(seq), 0) + 1 from audit_entry)
  begin select raise(abort, 'audit_entry is append-only'); end;
CREATE TRIGGER audit_entry_no_update before update on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;
CREATE TRIGGER audit_entry_no_delete before delete on audit_entry
  begin select raise(abort, 'audit_entry is append-only'); end;
CREATE TABLE audit_object (
  seq integer not null references audit_entry (seq),
  position integer not null check (position >= 0),
  object_kind text not null,
  object_id text not null,
  object_version integer,
  object_seal blob check (object_seal is null or length(object_seal) = 32),
  primary key (seq, position)) strict;
CREATE INDEX audit_object_by_object on audit_object (object_kind, object_id, seq);
CREATE TRIGGER audit_object_next before insert on audit_object
  when new.seq <> (select max(seq) from audit_entry)
  or new.position <> (select coalesce(max(position), -1) + 1 from audit_object where seq = new.seq)
  begin select raise(abort, 'audit_object is append-only'); end;
CREATE TRIGGER audit_object_no_update before update on audit_object
  begin select raise(abort, 'audit_object is append-only'); end;
CREATE TRIGGER audit_object_no_delete before delete on audit_object
  begin select raise(abort, 'audit_object is append-only'); end;
CREATE TABLE audit_state (
  id integer primary key check (id = 1),
  segment integer not null,
  head_seq integer not null,
  head_hash blob not null check (length(head_hash) = 32),
  audit_key blob check (audit_key is null or length(audit_key) = 32)) strict;
CREATE TABLE idempotency_key (
  key text primary key,
  procedure text not null,
  staff_id text not null,
  output text not null,
  at text not null) strict, without rowid;
CREATE TABLE sealed_field (
  owner_kind text not null,
  owner_id text not null,
  field text not null,
  compartment text not null,
  key_version integer not null check (key_version >= 0),
  row_version integer not null check (row_version >= 1),
  enc text not null check (enc in ('none', 'aes-256-gcm')),
  body blob not null,
  primary key (owner_kind, owner_id, field)) strict;
CREATE TABLE proposal (
  id text primary key,
  kind text not null,
  subject_kind text not null,
  subject_id text,
  payload text not null,
  proposed_by text not null,
  proposed_at text not null,
  state text not null check (state in ('pending', 'approved', 'declined', 'withdrawn')),
  decided_by text,
  decided_at text,
  reason text,
  version integer not null check (version >= 1),
  check ((state = 'pending') = (decided_at is null))) strict;
CREATE INDEX proposal_by_state on proposal (state, proposed_at);
CREATE TABLE draft (
  id text primary key,
  staff_id text not null,
  form text not null,
  case_id text,
  body text not null,
  created_at text not null,
  updated_at text not null,
  version integer not null check (version >= 1)) strict;
CREATE INDEX draft_by_staff on draft (staff_id, form);
`;
