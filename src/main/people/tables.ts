import type { DocumentKind, DocumentState, KeyKind, PersonRecord } from '../../shared/people/index.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId, Id, ProposalId } from '../../shared/platform/ids.ts';
import type { PlatformTables } from '../platform/storage/platform-tables.ts';
import { tablesOf, type By, type JsonText, type MaybeBy } from '../platform/storage/rows.ts';

export type PeopleTables = {
  person: {
    id: string;
    name_state: 'known' | 'partial' | 'unknown';
    given_names: string | null;
    first_surname: string | null;
    second_surname: string | null;
    preferred_name: string | null;
    aliases: string | null;
    birth_year: number | null;
    birth_month: number | null;
    birth_day: number | null;
    document_kind: DocumentKind | null;
    document_state: DocumentState;
    document_number: string | null;
    phone: string | null;
    phone_whose: string | null;
    phone_may_call: 'yes' | 'no' | null;
    phone_hours: string | null;
    phone_what_to_say: string | null;
    email: string | null;
    email_is_safe: 0 | 1 | null;
    district_code: string | null;
    settlement: string | null;
    address_is_reserved: 0 | 1;
    address_reserved_reason: string | null;
    phone_may_leave_message: 'yes' | 'no' | null;
    phone_checked_on: CivilDate | null;
    phone_is_shared: 0 | 1 | null;
    told_age: number | null;
    told_age_on: CivilDate | null;
    is_deceased: 0 | 1 | null;
    created_at: Instant;
    version: number;
  };
  /** Of who has more than one alias, document or telephone; `id` is that of the person. */
  person_extra: { id: string; version: number };
  person_extra_alias: { extra_id: string; position: number; alias: string };
  person_extra_document: {
    extra_id: string;
    position: number;
    kind: DocumentKind | null;
    state: DocumentState;
    number: string | null;
  };
  person_extra_contact: {
    extra_id: string;
    position: number;
    phone: string;
    whose: string | null;
    may_call: 'yes' | 'no' | null;
    hours: string | null;
    may_leave_message: 'yes' | 'no' | null;
    what_to_say: string | null;
    checked_on: CivilDate | null;
    is_shared: 0 | 1;
  };
  person_key: { kind: KeyKind; key: string; person_id: string };
  /** Two records that were of one person; the row of the absorbed one stays as it was. */
  person_merge: By<'merged'> &
    MaybeBy<'undone'> & {
      id: Id<'MergeId'>;
      kept_id: string;
      absorbed_id: string;
      state: 'merged' | 'undone';
      /** Approved by a second person, or (null) settled in a case before its validation. */
      proposal_id: ProposalId | null;
      case_id: CaseId | null;
      /** The record that stays, as it was and as the merge left it. */
      kept_before: JsonText<PersonRecord>;
      kept_after: JsonText<PersonRecord>;
      undo_proposal_id: ProposalId | null;
      version: number;
    };
  person_merge_move: {
    merge_id: string;
    position: number;
    table_name: string;
    column_name: string;
    row_id: string;
    before_value: string | null;
    after_value: string | null;
  };
  /** One row: the edition of the rules that the keys were made by; none before they were first made. */
  person_key_edition: { id: 1; edition: string };
};

/** What other domains may read. */
export type PeopleOpened = Pick<PeopleTables, 'person'>;

export const tablesIn = tablesOf<PeopleTables & Pick<PlatformTables, 'draft' | 'sealed_field'>>();
export type { Trx, Use } from '../platform/unit.ts';
