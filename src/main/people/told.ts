/** In which fichas the facts of a person were told: beside her address, sealed with her. */
import { nothingTold, toldSchema, type Told } from '../../shared/people/index.ts';
import { z } from '../../shared/platform/zod.ts';
import type { Trx } from '../database.ts';
import type { Unit } from '../platform/gate/handler.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';

const field = 'person.told';
const byCaseSchema = z.record(z.string(), toldSchema);
type ByCase = z.infer<typeof byCaseSchema>;

/** By the id of the ficha; a ficha that told nothing since this is kept is left out. */
export async function toldOf(trx: Trx, personId: string): Promise<ReadonlyMap<string, Told>> {
  const body = await SealedFields.get(trx, { name: field, ownerId: personId });
  return new Map(body === null ? [] : Object.entries(byCaseSchema.parse(JSON.parse(body))));
}

async function put(unit: Unit<Trx>, personId: string, told: ByCase): Promise<void> {
  await SealedFields.put(unit.trx, { name: field, ownerId: personId }, JSON.stringify(told));
  unit.touch('person', personId);
}

/** Answers whether it was another than the one kept. */
export async function keepTold(unit: Unit<Trx>, personId: string, caseId: string, told: Told): Promise<boolean> {
  const known = await toldOf(unit.trx, personId);
  if (JSON.stringify(known.get(caseId) ?? nothingTold) === JSON.stringify(told)) return false;
  await put(unit, personId, { ...Object.fromEntries(known), [caseId]: told });
  return true;
}

/** Two records are one person now: what a ficha told of the one it told of the other. */
export async function joinTold(unit: Unit<Trx>, { from, to }: { from: string; to: string }): Promise<void> {
  const moved = await toldOf(unit.trx, from);
  if (moved.size === 0) return;
  await put(unit, to, { ...Object.fromEntries(await toldOf(unit.trx, to)), ...Object.fromEntries(moved) });
}
