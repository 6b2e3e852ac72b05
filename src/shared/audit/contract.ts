/** Reading and proving the audit («bitácora»). */
import { nothing, procedure } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';

export const auditLineSchema = z.strictObject({
  seq: z.int().positive(),
  at: instantSchema,
  /** Name of the staff member; null for the program itself. */
  staffName: z.string().nullable(),
  action: z.string(),
  objectKind: z.string().nullable(),
  /** Number of the case or document, never a name. */
  objectNumber: z.string().nullable(),
  outcome: z.enum(['ok', 'denied', 'failed']),
});
export type AuditLine = z.infer<typeof auditLineSchema>;

const page = { before: z.int().positive().nullable() };

export const auditContract = {
  listOwnAudit: procedure({
    input: z.strictObject(page),
    output: z.strictObject({ lines: z.array(auditLineSchema).max(100) }),
    permission: 'audit.readOwn',
    audit: 'audit.ownRead',
    changes: false,
    failures: [],
  }),
  listAudit: procedure({
    input: z.strictObject(page),
    output: z.strictObject({ lines: z.array(auditLineSchema).max(100) }),
    permission: 'audit.readAll',
    audit: 'audit.read',
    changes: false,
    failures: [],
  }),
  /** Hash chain without gaps and the seal of every record; with a start key also the MACs. */
  verifyRecord: procedure({
    input: nothing,
    output: z.strictObject({
      isSound: z.boolean(),
      entries: z.int(),
      records: z.int(),
      /** Head of the chain: sequence and first 10 base32 characters, for the monthly sheet. */
      head: z.strictObject({ seq: z.int(), seal: z.string() }),
      problems: z.array(z.string()),
    }),
    permission: 'audit.verify',
    audit: 'audit.verified',
    changes: false,
    failures: ['damaged'],
  }),
} as const;
