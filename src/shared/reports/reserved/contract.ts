/** «Exacto reservado»: the exact figures of a closed month, encrypted to the ministry's key (disclosure §7). */
import { proposalSchema } from '../../access/index.ts';
import { codesOf } from '../../platform/codes-of.ts';
import { approving, changing, reading } from '../../platform/contract.ts';
import { civilDateSchema, instantSchema, monthSchema } from '../../platform/dates.ts';
import { fileHandleSchema, idSchema } from '../../platform/ids.ts';
import { cleanedText } from '../../platform/text.ts';
import { listOf, z } from '../../platform/zod.ts';

export const reservedProductLabels = { tables: 'Tablas', rows: 'Filas, una por caso' } as const;

export const reservedPurposeLabels = {
  consolidation: 'Consolidado del programa',
  supervision: 'Supervisión o control',
  statistics: 'Estadística oficial',
  mandate: 'Mandato de una autoridad',
} as const;

const month = { month: monthSchema };
const exportIdSchema = idSchema('ReservedExportId');

/** What a proposal states, and the file says of itself. */
export const reservedAskSchema = z.strictObject({
  ...month,
  product: z.enum(codesOf(reservedProductLabels), { error: 'Elija qué se entrega.' }),
  purpose: z.enum(codesOf(reservedPurposeLabels), { error: 'Elija para qué se entrega.' }),
  recipient: cleanedText(80),
  office: cleanedText(120),
  letter: cleanedText(60),
});
export type ReservedAsk = z.infer<typeof reservedAskSchema>;

export const reservedContract = {
  /** Whether a file can be made of the month, and those that were. */
  readReserved: reading('report.internal', 'report.reservedRead', {
    input: z.strictObject(month),
    output: z.strictObject({
      /** To which it would be encrypted today; null where none is in force. */
      key: z.strictObject({ fingerprint: z.string(), validFrom: civilDateSchema, source: z.string() }).nullable(),
      /** Typed, and not approved yet. */
      keyWaits: z.boolean(),
      /** The written order for rows in force. */
      rowsOrder: z.string().nullable(),
      proposal: proposalSchema.nullable(),
      files: listOf({
        ...reservedAskSchema.omit({ month: true }).shape,
        ...{ id: exportIdSchema, name: z.string(), sha256: z.string(), madeAt: instantSchema },
      }),
    }),
  }),
  proposeReservedExport: changing('report.exportReserved', 'report.reservedProposed', {
    input: reservedAskSchema,
    output: proposalSchema,
    passwordAgain: true,
  }),
  /** Counts, encrypts and freezes; nothing of it leaves in clear. */
  approveReservedExport: approving('reserved-export', 'report.reservedMade', z.strictObject(month)),
  /** The stored bytes, as they were encrypted. */
  takeReservedExport: reading('report.internal', 'report.reservedTaken', {
    input: z.strictObject({ exportId: exportIdSchema }),
    output: z.strictObject({ file: fileHandleSchema }),
  }),
} as const;
