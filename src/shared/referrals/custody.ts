/** Objects, clothes and captures handed over to the centre (referrals §6): what it keeps apart until PNP or fiscalía sign for it. */
import { attachmentIdSchema } from '../attachments/index.ts';
import { documentIdSchema, caseIdSchema, idSchema, versionSchema } from '../platform/ids.ts';
import { instantSchema } from '../platform/dates.ts';
import { changing, readingCase } from '../platform/contract.ts';
import { z } from '../platform/zod.ts';
import { issuedDocumentSchema } from '../papers/index.ts';
import { optionsOf, valuesSchema, type Fields } from '../record/index.ts';

export const custodyItemLabels = {
  object: 'Objeto',
  clothes: 'Prenda de vestir',
  digital: 'Captura o archivo digital',
} as const;

export const mostCustodyItems = 20;

export const custodyItemFields = {
  kind: {
    ...{ kind: 'choice', label: 'Qué es', options: optionsOf(custodyItemLabels), inline: true, required: true },
    missing: 'Elija qué es.',
  },
  /** What it is and in what state, as it is seen. */
  description: {
    ...{ kind: 'text', label: 'Descripción', max: 300, required: true },
    hint: 'Lo que se ve, sin abrirlo ni probarlo.',
  },
  packing: { kind: 'text', label: 'Embalaje', max: 120, required: true, hint: 'La ropa, en bolsa de papel.' },
  /** Number or words of the seal; «Sin precinto» is an answer. */
  seal: { kind: 'text', label: 'Precinto', max: 80, required: true, hint: 'Su número, o «Sin precinto».' },
} as const satisfies Fields;

const itemSchema = z.strictObject({
  ...valuesSchema(custodyItemFields).shape,
  /** Photographs and files of the case that show it; their hash stands on the paper. */
  files: z.array(attachmentIdSchema).max(10),
});
export type CustodyItem = z.infer<typeof itemSchema>;

export const custodyFields = {
  handedBy: { kind: 'text', label: 'Quién entrega', max: 120, required: true },
  handedAs: {
    ...{ kind: 'text', label: 'En calidad de', max: 80, required: true },
    hint: 'Persona usuaria, su hermana…',
  },
  receivedOn: { kind: 'date', label: 'Fecha', required: true },
  receivedTime: { kind: 'time', label: 'Hora', required: true },
  keptAt: { kind: 'text', label: 'Dónde se guarda', max: 160, required: true, hint: 'Aparte y bajo llave.' },
  note: { kind: 'text', label: 'Observaciones', max: 400 },
} as const satisfies Fields;

export const custodyReceiptSchema = z.strictObject({
  ...valuesSchema(custodyFields).shape,
  items: z
    .array(itemSchema)
    .min(1, { error: 'Anote al menos una cosa.' })
    .max(mostCustodyItems, { error: `Como máximo ${mostCustodyItems} en un acta.` }),
});
export type CustodyReceiptForm = z.infer<typeof custodyReceiptSchema>;

export const custodyDeliveryFields = {
  /** Entry of the directory; null where the office is typed. */
  authorityId: { kind: 'id', brand: 'OfficeId', label: 'Del directorio' },
  office: { kind: 'text', label: 'A qué dependencia', max: 160, required: true, hint: 'Comisaría o fiscalía.' },
  on: { kind: 'date', label: 'Fecha', required: true, column: 'delivered_on' },
  time: { kind: 'time', label: 'Hora', required: true, column: 'delivered_time' },
  signedBy: { kind: 'text', label: 'Quién firmó', max: 160, required: true, hint: 'Grado o cargo, y nombre.' },
  proof: {
    ...{ kind: 'text', label: 'Con qué se comprueba', max: 200, required: true },
    hint: 'El cargo firmado: su número o dónde está.',
  },
} as const satisfies Fields;
export const custodyDeliverySchema = valuesSchema(custodyDeliveryFields);

const receiptIdSchema = idSchema('CustodyReceiptId');

const custodyViewSchema = z.strictObject({
  id: receiptIdSchema,
  version: versionSchema,
  documentId: documentIdSchema,
  /** «Acta de recepción · A-2026-000001». */
  number: z.string(),
  // As they stand on the paper, where what it leaves out has other words.
  ...custodyReceiptSchema.shape,
  ...{ handedBy: z.string(), handedAs: z.string(), keptAt: z.string(), note: z.string().nullable() },
  items: z.array(itemSchema.extend({ description: z.string(), packing: z.string(), seal: z.string() })),
  recordedBy: z.string(),
  recordedAt: instantSchema,
  /** Null while the centre keeps it. */
  delivery: custodyDeliverySchema.nullable(),
});
export type CustodyView = z.infer<typeof custodyViewSchema>;

export const custodyContract = {
  listCustody: readingCase('referral.record', 'custody.listed', { receipts: z.array(custodyViewSchema) }),
  /** The acta is made and frozen with its number; what it says is not changed afterwards. */
  issueCustodyReceipt: changing('referral.record', 'custody.received', {
    input: z.strictObject({
      caseId: caseIdSchema,
      receipt: custodyReceiptSchema,
      /** False: refused with what the acta leaves out, so that it is shown first. */
      isTold: z.boolean().default(true),
    }),
    output: z.strictObject({ document: issuedDocumentSchema }),
  }),
  /** Handed to PNP or fiscalía against signature; once. */
  deliverCustody: changing('referral.record', 'custody.delivered', {
    input: z.strictObject({
      caseId: caseIdSchema,
      receiptId: receiptIdSchema,
      delivery: custodyDeliverySchema,
    }),
    output: custodyViewSchema,
    whileClosed: 'always',
  }),
} as const;
