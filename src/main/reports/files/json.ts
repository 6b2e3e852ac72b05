/** The JSON of the published month: the file a restored centre reads back before it may freeze again. */
import {
  reportFileBeforeSchema,
  reportFileSchema,
  yearFileSchema,
  type Imprint,
  type Published,
  type PublishedMonth,
  type ReportFile,
} from '../../../shared/reports/index.ts';
import { z } from '../../../shared/platform/zod.ts';

const fileSchema = z.union([reportFileSchema, yearFileSchema]);

/** Bytes with two-space indent and a final line end; keys and rows in canonical order. */
export function reportJson(unit: Published, imprint: Imprint): Uint8Array {
  const file = fileSchema.parse({ ...unit, imprint });
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
}

const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));

/** Reads a published file strictly. Throws SyntaxError or ZodError when it is none. */
export function parseReportJson(bytes: Uint8Array): ReportFile {
  return reportFileSchema.parse(read(bytes));
}

/** The same for the lists of a year beside the months. Throws as above. */
export function parseUnitJson(bytes: Uint8Array): z.infer<typeof fileSchema> {
  return fileSchema.parse(read(bytes));
}

/** A file of schema 1; null for any other. */
export function parseBefore(bytes: Uint8Array): z.infer<typeof reportFileBeforeSchema> | null {
  return reportFileBeforeSchema.safeParse(read(bytes)).data ?? null;
}

const publishedSchema = z.union([
  reportFileSchema.transform(({ imprint: _imprint, ...month }) => month),
  reportFileBeforeSchema.transform(({ auditSeq: _seq, auditSeal: _seal, ...month }) => month),
]);

/** The figures of a published file, whichever version wrote it. Throws as above. */
export function parsePublished(bytes: Uint8Array): PublishedMonth {
  return publishedSchema.parse(read(bytes));
}
