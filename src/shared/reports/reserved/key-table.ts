/** The ministry's key and the order for rows, as dated data that works once a second person approved it. */
import { cleanedText } from '../../platform/text.ts';
import { z } from '../../platform/zod.ts';
import type { RuleTable } from '../../rulebook/index.ts';

/** A public key of age: `age1` and 58 signs of bech32. */
const recipientSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^age1[02-9ac-hj-np-z]{58}$/, {
    error: 'Pegue la clave pública completa: empieza con «age1» y tiene 62 signos.',
  });

/** As it stands on paper, with or without its spaces. */
const fingerprintSchema = z
  .string()
  .transform((typed) =>
    (
      typed
        .toUpperCase()
        .replace(/[\s-]/g, '')
        .match(/.{1,4}/g) ?? []
    ).join(' '),
  )
  .pipe(z.string().regex(/^[0-9A-F]{4}( [0-9A-F]{4}){7}$/, { error: 'Escriba los ocho grupos de cuatro signos.' }));

const keySchema = z.strictObject({ recipient: recipientSchema, fingerprint: fingerprintSchema });
export type MinistryKey = z.infer<typeof keySchema>;

const approved = { needsTwoEyes: true, worksApproved: true, mayAdd: true, shipped: [] } as const;

export const ministryKeyTable: RuleTable<MinistryKey> = {
  id: 'ministry-key',
  title: 'Clave del ministerio',
  about:
    'Con ella se cifra el archivo reservado de un mes: solo la abre quien guarda la otra mitad. La huella se copia del papel que llegó aparte, no de donde vino la clave; si no es la de esa clave, no se guarda. Vale cuando otra persona la aprobó.',
  value: keySchema,
  fields: [
    { name: 'recipient', label: 'Clave pública', kind: 'text', hint: 'Empieza con «age1».' },
    {
      name: 'fingerprint',
      label: 'Huella, como está en el papel',
      kind: 'text',
      hint: 'Ocho grupos de cuatro signos.',
    },
  ],
  ...approved,
  addWords: 'Nueva clave',
  // Two keys at one time would leave open who reads the file.
  oneOf: { field: 'recipient', of: () => '' },
  label: ({ fingerprint }) => `Huella ${fingerprint}`,
};

const orderSchema = z.strictObject({ order: cleanedText(80) });
export type RowsOrder = z.infer<typeof orderSchema>;

export const rowsOrderTable: RuleTable<RowsOrder> = {
  id: 'rows-order',
  title: 'Orden de entregar filas',
  about:
    'Mientras no haya una orden escrita y aprobada por otra persona, de un mes cerrado salen tablas y ninguna fila por caso. Una fila por caso identifica aunque no lleve nombres.',
  value: orderSchema,
  fields: [{ name: 'order', label: 'Documento que lo ordena', kind: 'text', hint: 'Clase, número y fecha.' }],
  ...approved,
  addWords: 'Nueva orden',
  oneOf: { field: 'order', of: () => '' },
  label: ({ order }) => order,
};
