/** «Tablas y reglas» (D17): every dated row is shown, changed with source and date, and confirmed here. */
import { approving, changing, reading, readingAll } from '../platform/contract.ts';
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { oneOf, z } from '../platform/zod.ts';
import { confirmationLabels } from '../record/index.ts';

const tableIdSchema = z.string().regex(/^[a-z][a-zA-Z-]{1,39}$/);
const rowIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/);

/** Parts of a value by name; the schema of the table says what they must be. */
const ruleValueSchema = z.record(z.string().max(40), z.unknown());

/** What every change states, around a value of the given schema: that of the table in its form. */
export function ruleChangeOf<Value extends z.ZodType>(value: Value) {
  const whole = z.strictObject({
    value,
    validFrom: civilDateSchema,
    validTo: civilDateSchema.nullable(),
    source: cleanedText(300),
    confirmation: z.enum(['official', 'secondary', 'toConfirm'], { error: 'Elija de dónde se sabe.' }),
    note: cleanedText(500).nullable(),
    /** A version whose first day was wrong and that must not count at all; null for a change from a day on. */
    replaces: versionSchema.nullable(),
  });
  return whole.superRefine((change, context) => {
    const { validFrom, validTo } = change as { validFrom: string; validTo: string | null };
    if (validTo === null || validTo >= validFrom) return;
    const message = 'El último día no puede ser anterior al primero.';
    context.addIssue({ code: 'custom', path: ['validTo'], message });
  });
}

const ruleChangeSchema = ruleChangeOf(ruleValueSchema);
export type RuleChange = z.infer<typeof ruleChangeSchema>;

export const ruleVersionSchema = z.strictObject({
  rowId: rowIdSchema,
  version: versionSchema,
  label: z.string(),
  value: ruleValueSchema,
  validFrom: civilDateSchema,
  validTo: civilDateSchema.nullable(),
  source: z.string(),
  /** As it counts: `toConfirm` until the second person approved. */
  confirmation: oneOf(confirmationLabels),
  /** As its author put it. */
  claimed: oneOf(confirmationLabels),
  note: z.string().nullable(),
  /** Null for what came with the program. */
  editedBy: z.string().nullable(),
  editedAt: instantSchema.nullable(),
  confirmedBy: z.string().nullable(),
  /** A second person has it in the queue of approvals. */
  isWaiting: z.boolean(),
  /** A later version corrects it: it counts on no day. */
  isReplaced: z.boolean(),
  isCurrent: z.boolean(),
  /** It passes the check of today; one that does not is used nowhere until it is mended. */
  isSound: z.boolean(),
});
export type RuleVersion = z.infer<typeof ruleVersionSchema>;

const tableSummarySchema = z.strictObject({
  tableId: tableIdSchema,
  title: z.string(),
  rows: z.int().nonnegative(),
  /** Rows whose version of today waits for its official source. */
  toConfirm: z.int().nonnegative(),
});
export type RuleTableSummary = z.infer<typeof tableSummarySchema>;

export const rulebookContract = {
  listRuleTables: readingAll('settings.read', 'rule.tablesListed', { tables: z.array(tableSummarySchema) }),
  /** Every version of every row of a table, oldest first. */
  listRules: reading('settings.read', 'rule.listed', {
    input: z.strictObject({ tableId: tableIdSchema }),
    output: z.strictObject({ versions: z.array(ruleVersionSchema) }),
  }),
  /** A new version with its own first day; nothing that was is altered. `rowId` null adds a row. */
  changeRule: changing('settings.datedTables', 'rule.changed', {
    input: z.strictObject({
      tableId: tableIdSchema,
      rowId: rowIdSchema.nullable(),
      /** How many versions of the row the screen showed; 0 for a new row. */
      seenVersions: z.int().nonnegative(),
      change: ruleChangeSchema,
    }),
    output: z.strictObject({
      rowId: rowIdSchema,
      version: versionSchema,
      /** A second person must approve before it counts as confirmed; it works meanwhile. */
      isWaiting: z.boolean(),
    }),
  }),
  approveRuleChange: approving(
    'rule-change',
    'rule.confirmed',
    z.strictObject({ rowId: rowIdSchema, version: versionSchema }),
  ),
} as const;
