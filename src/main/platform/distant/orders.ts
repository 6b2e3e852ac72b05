/**
 * Paper and files leave at the computer where the person sits, though they are composed where the record is: an order goes
 * there, its bytes are fetched over the same line, and how it ended comes back under the number of the order.
 */
import { leavingNameSchema } from '../../../shared/platform/file-names.ts';
import { failureSchema } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';

const size = z.int().nonnegative();

export const workSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('listPrinters') }),
  z.strictObject({
    do: z.literal('print'),
    printer: z.string(),
    bothSides: z.boolean(),
    sheet: z.enum(['A4', 'A6']),
    size,
  }),
  z.strictObject({
    do: z.literal('save'),
    name: leavingNameSchema,
    /** Folders outside the computers of the centre where Coordinación lets files be saved. */
    allowed: z.array(z.string()),
    size,
  }),
]);
export type Work = z.infer<typeof workSchema>;

export const orderSchema = z.strictObject({ kind: z.literal('order'), id: z.uuid(), work: workSchema });
export type Order = z.infer<typeof orderSchema>;

/** What the other computer says stands in the register: no more of it than any system has, and nothing that is not shown. */
const saidSchema = z
  .string()
  .max(500)
  .refine((text) => !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(text));

export const printersSchema = z.array(z.strictObject({ name: saidSchema, isDefault: z.boolean() })).max(200);
export const savedSchema = z.union([
  z.literal('handed-back'),
  z.strictObject({ path: saidSchema, place: z.enum(['computer', 'removable', 'allowed']) }),
]);

export const outcomeSchema = z.strictObject({
  id: z.uuid(),
  end: z.discriminatedUnion('ok', [
    z.strictObject({ ok: z.literal(true), value: z.unknown() }),
    z.strictObject({ ok: z.literal(false), failure: failureSchema }),
  ]),
});
export type Outcome = z.infer<typeof outcomeSchema>;
