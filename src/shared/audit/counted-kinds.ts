/** Kinds of records that are counted where a record is compared with itself at another time: the weekly sheet, a copy. */
export const countedKinds = [
  ...(['queue_entry', 'person', 'case_file', 'partner_risk_form', 'attention', 'interview', 'consent'] as const),
  ...(['filing', 'referral', 'attachment', 'issued_document', 'document_copy', 'staff_member'] as const),
] as const;
