/** In which fichas the facts of a person were told: beside her address, sealed with her. */
import { toldSchema, type Told } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { z } from '../../shared/platform/zod.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { valuesIn } from '../platform/storage/rows.ts';

const field = 'person.told';
const byCaseSchema = z.record(z.string(), toldSchema);

async function ownTold(trx: Trx, personId: string): Promise<z.infer<typeof byCaseSchema>> {
  const body = await SealedFields.get(trx, { name: field, ownerId: personId });
  return body === null ? {} : byCaseSchema.parse(JSON.parse(body));
}

/** The records that go on under this one, also through one another: taking a merge apart takes what they told along. */
async function absorbedBy(trx: Trx, personId: string): Promise<string[]> {
  const found: string[] = [];
  for (let next = [personId]; next.length > 0;) {
    const absorbed = await valuesIn(tablesIn(trx), 'person_merge.absorbed_id', { kept_id: next, state: 'merged' });
    next = absorbed.filter((id) => !found.includes(id));
    found.push(...next);
  }
  return found;
}

/** By the id of the ficha; a ficha that told nothing since this is kept is left out. */
export async function toldOf(trx: Trx, personId: string): Promise<ReadonlyMap<string, Told>> {
  const told = new Map<string, Told>();
  for (const id of [...(await absorbedBy(trx, personId)), personId])
    for (const [caseId, one] of Object.entries(await ownTold(trx, id))) told.set(caseId, one);
  return told;
}

/** What a ficha has told of her from now on; nothing is written where it told the same before. */
export async function keepTold(
  unit: Use,
  of: { readonly caseId: CaseId; readonly personId: string },
  { before, told }: { before: Told; told: Told },
): Promise<void> {
  const { trx } = unit;
  const { caseId, personId } = of;
  if (JSON.stringify(before) === JSON.stringify(told)) return;
  const all = { ...(await ownTold(trx, personId)), [caseId]: told };
  await SealedFields.put(trx, { name: field, ownerId: personId }, JSON.stringify(all));
  unit.touch('person', personId);
}
