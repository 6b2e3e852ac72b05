/** Reading the account with all that was added to it; adding to it once it is locked. */
import { nothing, changing, reading } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { accountLockSchema } from './account.ts';

const ofCase = { caseId: caseIdSchema };
const writing = { body: z.string(), by: z.string(), at: instantSchema };

export const supplementSchema = cleanedText(20_000);

/** Telling it to the police, a prosecutor, a health post, another CEM… before coming. */
export const toldBeforeSchema = z.int().min(0).max(99);

export const accountContract = {
  getAccount: reading({
    input: z.strictObject(ofCase),
    output: z.strictObject({
      /** Null while nothing is written. */
      account: z.strictObject({ ...writing, lock: accountLockSchema }).nullable(),
      /** Earlier words, newest first. */
      earlier: z.array(z.strictObject({ ...writing, version: z.int().positive() })),
      supplements: z.array(z.strictObject({ ...writing, id: idSchema('SupplementId') })),
      /** The account is that of another ficha of the event (D10); its number only for who may open it. */
      quotedFrom: z.strictObject({ number: z.string().nullable() }).nullable(),
      /** Version of the case, for `recordToldBefore`. */
      version: versionSchema,
      /** How often she told it elsewhere before coming; null while it was not asked. */
      toldBefore: toldBeforeSchema.nullable(),
    }),
    permission: 'account.read',
    audit: 'account.read',
  }),
  addAccountSupplement: changing({
    input: z.strictObject({ ...ofCase, body: supplementSchema }),
    output: nothing,
    permission: 'account.write',
    audit: 'account.supplemented',
  }),
  recordToldBefore: changing({
    input: z.strictObject({ ...ofCase, version: versionSchema, times: toldBeforeSchema.nullable() }),
    output: z.strictObject({ version: versionSchema }),
    permission: 'account.write',
    audit: 'account.toldBeforeRecorded',
  }),
} as const;
