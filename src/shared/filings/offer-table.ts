/** Which kinds a centre offers: family demands lie outside the core of many centres (U53). */
import { z } from '../platform/zod.ts';
import { shippedRow, type RuleTable } from '../rulebook/index.ts';
import { filingKinds } from './codes.ts';
import { kinds } from './kinds/index.ts';

const offerSchema = z.strictObject({ kind: z.literal(filingKinds), isOffered: z.boolean() });
type Offer = z.infer<typeof offerSchema>;

/** Kind 17 is off until the centre says otherwise. */
const offAtFirst: ReadonlySet<number> = new Set([17]);

export const filingOfferTable: RuleTable<Offer> = {
  id: 'filing-offer',
  title: 'Escritos que se ofrecen',
  about: 'Los que no se ofrecen no aparecen al crear un escrito. Los ya emitidos siguen en su ficha.',
  value: offerSchema,
  fields: [
    { name: 'kind', label: 'Escrito', kind: 'number', isFixed: true },
    { name: 'isOffered', label: 'Se ofrece', kind: 'yesNo' },
  ],
  needsTwoEyes: false,
  shipped: filingKinds.map((kind) =>
    shippedRow(`offer-${String(kind).padStart(2, '0')}`, {
      value: { kind, isOffered: !offAtFirst.has(kind) },
      validFrom: '2026-01-01',
      source: 'Criterio del programa; lo decide Coordinación',
      confirmation: 'project',
    }),
  ),
  label: ({ kind, isOffered }) => `${kind}. ${kinds[kind].label}: ${isOffered ? 'se ofrece' : 'no se ofrece'}`,
};
