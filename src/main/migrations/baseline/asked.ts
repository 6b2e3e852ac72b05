/** Columns by which a table that grows with every case is asked: without these it was read whole each time. */
const columns: readonly (readonly [table: string, ...columns: string[]])[] = [
  // What belongs to a case, and what is sealed in a row: at every call about one.
  ['alert_seen', 'case_id'],
  ['case_seal', 'case_id'],
  ['own_copy_choice', 'case_id'],
  ['sealed_field', 'owner_id'],
  // Its newest entry of one kind, of years.
  ['audit_entry', 'action'],
  // In which fichas a person stands: for each one that may be the same as somebody.
  ['case_file', 'informant_id', 'maybe_user_id', 'maybe_aggressor_id'],
  ['queue_entry', 'person_id', 'arrival_id'],
  ['queue_wait', 'entry_id'],
  // What a paper, a file or a form carries.
  ['filing_bundle', 'filing_id'],
  ['filing_bundle_annex', 'attachment_id'],
  ['filing_answer', 'document_id'],
  ['document_copy', 'bundle_id'],
  ['location_annex', 'form_id'],
  ['same_day_fact', 'form_id'],
];

export const asked = columns
  .flatMap(([table, ...all]) => all.map((one) => `CREATE INDEX ${table}_by_${one} ON ${table} (${one});\n`))
  .join('');
