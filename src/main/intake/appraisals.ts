/** Professional appraisals: one text a service and case, in that service's compartment. */
import { appraisals, blankAppraisal, type Appraisal, type AppraisalService } from '../../shared/intake/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { recordChanges } from '../history/index.ts';
import { SealedFields } from '../platform/storage/sealed-fields.ts';
import { allowed } from './rights.ts';
import { findRow, insertRow, nextVersions, byNow } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type IntakeTables, type Use } from './tables.ts';

type Saved = { readonly row: IntakeTables['appraisal']; readonly appraisal: Appraisal };

async function findAppraisal(trx: Trx, caseId: CaseId, service: AppraisalService): Promise<Saved | null> {
  const row = await findRow(tablesIn(trx), 'appraisal', { case_id: caseId, service });
  if (row === undefined) return null;
  const text = await SealedFields.get(trx, { name: `case.${service}-appraisal`, ownerId: row.id });
  return { row, appraisal: { text, isHandedOver: row.is_handed_over === 1 } };
}

/** Of all services, before anything is held back: for who decides line by line. */
export async function appraisalsOf(trx: Trx, caseId: CaseId): Promise<Record<AppraisalService, Appraisal>> {
  const of = async (service: AppraisalService) =>
    (await findAppraisal(trx, caseId, service))?.appraisal ?? blankAppraisal;
  return { psychology: await of('psychology'), social: await of('social'), legal: await of('legal') };
}

export type AppraisalRead = {
  /** Left out for who may not write it. */
  readonly own?: Appraisal;
  /** What its author lets this reader see; null when there is nothing, or when the reader writes it. */
  readonly handedOver: string | null;
};

/** As far as this reader may: the author's service whole, the others what was handed over. */
export async function readAppraisal(unit: Use, caseId: CaseId, service: AppraisalService): Promise<AppraisalRead> {
  const { read, write } = appraisals[service];
  const saved = await findAppraisal(unit.trx, caseId, service);
  if ((await allowed(unit, write, caseId)) !== null)
    return { own: saved?.appraisal ?? blankAppraisal, handedOver: null };
  const reading = await allowed(unit, read, caseId);
  if (saved === null || reading === null) return { handedOver: null };
  return { handedOver: reading.view === null || saved.appraisal.isHandedOver ? saved.appraisal.text : null };
}

/** Undefined leaves it as it is. @throws not-found for who may not write it */
export async function saveAppraisal(
  unit: Use,
  target: { caseId: CaseId; service: AppraisalService },
  appraisal: Appraisal | undefined,
): Promise<void> {
  if (appraisal === undefined) return;
  const { caseId, service } = target;
  await unit.require(appraisals[service].write, caseId);
  const saved = await findAppraisal(unit.trx, caseId, service);
  const before = saved?.appraisal ?? blankAppraisal;
  if (before.text === appraisal.text && before.isHandedOver === appraisal.isHandedOver) return;
  const id = await write(unit, { ...target, id: saved?.row.id ?? null, appraisal });
  await recordChanges(unit, {
    caseId,
    part: service,
    record: { kind: 'appraisal', id },
    before: saved === null ? null : before,
    after: appraisal,
    reason: null,
    reserve: { name: `change.${service}-appraisal`, isReserved: (field) => field === 'text' },
  });
}

type Write = { caseId: CaseId; service: AppraisalService; id: string | null; appraisal: Appraisal };

async function write(unit: Use, { caseId, service, id, appraisal }: Write): Promise<string> {
  const { trx } = unit;
  const own = id ?? unit.newId();
  const change = {
    is_handed_over: appraisal.isHandedOver ? (1 as const) : (0 as const),
    ...byNow(unit, 'written'),
  };
  if (id === null) {
    await insertRow(tablesIn(trx), 'appraisal', { id: own, case_id: caseId, service, ...change, version: 1 });
  } else {
    await nextVersions(tablesIn(trx), 'appraisal', { id }, change);
  }
  await SealedFields.put(trx, { name: `case.${service}-appraisal`, ownerId: own }, appraisal.text);
  unit.touch('appraisal', own);
  return own;
}
