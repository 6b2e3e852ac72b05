/** What is being typed of prevention, kept for its author until it is saved. */
import type { preventionContract, PreventionDraftForm } from '../../shared/prevention/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { findDraft, forgetTyped, insertDraft, updateDraft } from '../intake/index.ts';
import type { Use } from './tables.ts';

type Contract = typeof preventionContract;

const keyOf = ({ session }: Use, form: PreventionDraftForm) => ({ staffId: session.staffId, form, caseId: null });

export async function readDraft(unit: Use, { form }: InputOf<Contract['readPreventionDraft']>) {
  const found = await findDraft(unit.trx, keyOf(unit, form));
  return { body: found?.body ?? null, savedAt: found?.updated_at ?? null };
}

export async function keepDraft(
  unit: Use,
  { form, body }: InputOf<Contract['keepPreventionDraft']>,
): Promise<Record<string, never>> {
  if (body === null) {
    await forgetDraft(unit, form);
    return {};
  }
  const key = keyOf(unit, form);
  const found = await findDraft(unit.trx, key);
  const id = found?.id ?? unit.newId<'DraftId'>();
  if (found === undefined) await insertDraft(unit.trx, { ...key, id, at: unit.now });
  await updateDraft(unit.trx, id, { staffId: key.staffId, body, at: unit.now });
  return {};
}

/** It is saved, or not wanted any more. */
export const forgetDraft = (unit: Use, form: PreventionDraftForm) => forgetTyped(unit, form, null);
