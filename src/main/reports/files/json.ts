/** The JSON of the published month: the file a restored centre reads back before it may freeze again. */
import {
  reportFileSchema,
  type AuditMark,
  type PublishedMonth,
  type ReportFile,
} from '../../../shared/reports/index.ts';

/** Bytes with two-space indent and a final line end; keys and rows in canonical order. */
export function reportJson(month: PublishedMonth, audit: AuditMark): Uint8Array {
  const file = reportFileSchema.parse({ ...month, auditSeq: audit.seq, auditSeal: audit.seal });
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

/** Reads a published file strictly. Throws SyntaxError or ZodError when it is none. */
export function parseReportJson(bytes: Uint8Array): ReportFile {
  return reportFileSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}
