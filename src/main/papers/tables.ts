export type PapersTables = {
  issued_document: {
    id: string;
    case_id: string | null;
    kind: string;
    number: string;
    title: string;
    /** Template id and version, `filing-3@2026-1`. */
    template: string;
    content_hash: string;
    pages: number;
    bytes: Uint8Array;
    missing_reason: string | null;
    issued_by: string;
    issued_at: string;
    version: number;
  };
  document_copy: {
    id: string;
    number: string;
    document_id: string;
    way: string;
    recipient: string;
    purpose: string;
    state: string;
    staff_id: string;
    requested_at: string;
    version: number;
  };
  document_counter: { series: string; year: number; last: number };
};
