/** The acta as it is typed, and the way to the contract. */
import { issuesOf, type FieldIssue } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';
import { custodyItemKinds, custodyReceiptSchema, type CustodyReceiptForm } from '../../../shared/referrals/index.ts';

const typedItem = z.strictObject({
  kind: z.enum(custodyItemKinds).nullable(),
  description: z.string(),
  packing: z.string(),
  seal: z.string(),
  files: z.array(z.string()),
});
export type TypedItem = z.infer<typeof typedItem>;

/** What is typed, complete or not: the draft. */
export const typedReceipt = z.strictObject({
  handedBy: z.string(),
  handedAs: z.string(),
  receivedOn: z.string().nullable(),
  receivedTime: z.string().nullable(),
  keptAt: z.string(),
  note: z.string(),
  items: z.array(typedItem),
});
export type TypedReceipt = z.infer<typeof typedReceipt>;

export const blankItem: TypedItem = { kind: null, description: '', packing: '', seal: '', files: [] };

export const blankReceipt: TypedReceipt = {
  ...{ handedBy: '', handedAs: '', receivedOn: null, receivedTime: null, keptAt: '', note: '' },
  items: [blankItem],
};

/** What can be sent, or what is missing at which field. */
export function receiptOf(typed: TypedReceipt): { receipt: CustodyReceiptForm } | { issues: FieldIssue[] } {
  const parsed = custodyReceiptSchema.safeParse({ ...typed, note: typed.note.trim() === '' ? null : typed.note });
  return parsed.success ? { receipt: parsed.data } : { issues: issuesOf(parsed.error) };
}

const names: Readonly<Record<string, string>> = {
  handedBy: 'Quién entrega',
  handedAs: 'En calidad de',
  receivedOn: 'Fecha',
  receivedTime: 'Hora',
  keptAt: 'Dónde se guarda',
  note: 'Observaciones',
  kind: 'Qué es',
  description: 'Descripción',
  packing: 'Embalaje',
  seal: 'Precinto',
  files: 'Archivos',
};

/** «Cosa 2, Embalaje: Complete este dato.» */
export function summaryWords({ path, message }: FieldIssue): string {
  const [, at, part] = /^items\.(\d+)\.(\w+)/.exec(path) ?? [];
  const name = names[part ?? path] ?? null;
  const where = at === undefined ? name : `Cosa ${Number(at) + 1}, ${name ?? ''}`;
  return where === null ? message : `${where}: ${message}`;
}
