/** Objects, clothes and captures handed over to the centre (referrals §6): what it keeps apart until PNP or fiscalía sign for it. */
import { attachmentIdSchema } from '../attachments/index.ts';
import { officeIdSchema } from '../directory/index.ts';
import { issuedDocumentSchema } from '../papers/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import { changing, reading } from '../platform/contract.ts';
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { documentIdSchema, caseIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';

export const custodyItemLabels = {
  object: 'Objeto',
  clothes: 'Prenda de vestir',
  digital: 'Captura o archivo digital',
} as const;
export type CustodyItemKind = keyof typeof custodyItemLabels;
export const custodyItemKinds = codesOf(custodyItemLabels);

export const mostCustodyItems = 20;

const itemSchema = z.strictObject({
  kind: z.enum(custodyItemKinds, { error: 'Elija qué es.' }),
  /** What it is and in what state, as it is seen. */
  description: cleanedText(300),
  packing: cleanedText(120),
  /** Number or words of the seal; «Sin precinto» is an answer. */
  seal: cleanedText(80),
  /** Photographs and files of the case that show it; their hash stands on the paper. */
  files: z.array(attachmentIdSchema).max(10),
});
export type CustodyItem = z.infer<typeof itemSchema>;

export const custodyReceiptSchema = z.strictObject({
  handedBy: cleanedText(120),
  /** In what quality: «persona usuaria», «su hermana». */
  handedAs: cleanedText(80),
  receivedOn: civilDateSchema,
  receivedTime: timeOfDaySchema,
  /** Where it is kept, apart from everything else. */
  keptAt: cleanedText(160),
  note: cleanedText(400).nullable(),
  items: z
    .array(itemSchema)
    .min(1, { error: 'Anote al menos una cosa.' })
    .max(mostCustodyItems, { error: `Como máximo ${mostCustodyItems} en un acta.` }),
});
export type CustodyReceiptForm = z.infer<typeof custodyReceiptSchema>;

export const custodyDeliverySchema = z.strictObject({
  on: civilDateSchema,
  time: timeOfDaySchema,
  /** Entry of the directory; null where the office is typed. */
  authorityId: officeIdSchema.nullable(),
  /** PNP or fiscalía. */
  office: cleanedText(160),
  /** Who signed for it, with rank or post. */
  signedBy: cleanedText(160),
  /** What proves it: the cargo, its number. */
  proof: cleanedText(200),
});
export type CustodyDelivery = z.infer<typeof custodyDeliverySchema>;

const receiptIdSchema = idSchema('CustodyReceiptId');

const custodyViewSchema = z.strictObject({
  id: receiptIdSchema,
  version: versionSchema,
  documentId: documentIdSchema,
  /** «Acta de recepción · A-2026-000001». */
  number: z.string(),
  handedBy: z.string(),
  handedAs: z.string(),
  receivedOn: civilDateSchema,
  receivedTime: timeOfDaySchema,
  keptAt: z.string(),
  note: z.string().nullable(),
  items: z.array(itemSchema.extend({ description: z.string(), packing: z.string(), seal: z.string() })),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  /** Null while the centre keeps it. */
  delivery: custodyDeliverySchema.nullable(),
});
export type CustodyView = z.infer<typeof custodyViewSchema>;

export const custodyContract = {
  listCustody: reading({
    input: z.strictObject({ caseId: caseIdSchema }),
    output: z.strictObject({ receipts: z.array(custodyViewSchema) }),
    permission: 'referral.record',
    audit: 'custody.listed',
  }),
  /** The acta is made and frozen with its number; what it says is not changed afterwards. */
  issueCustodyReceipt: changing({
    input: z.strictObject({
      caseId: caseIdSchema,
      receipt: custodyReceiptSchema,
      /** False: refused with what the acta leaves out, so that it is shown first. */
      isTold: z.boolean().default(true),
    }),
    output: z.strictObject({ document: issuedDocumentSchema }),
    permission: 'referral.record',
    audit: 'custody.received',
  }),
  /** Handed to PNP or fiscalía against signature; once. */
  deliverCustody: changing({
    input: z.strictObject({
      caseId: caseIdSchema,
      receiptId: receiptIdSchema,
      delivery: custodyDeliverySchema,
    }),
    output: custodyViewSchema,
    permission: 'referral.record',
    audit: 'custody.delivered',
  }),
} as const;
