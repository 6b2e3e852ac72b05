/** Consent: the professional's record of what she said (decision D12). */
import type { attentionContract, careContract, interviewContract, movingContract } from '../../shared/care/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { Trx } from '../database.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { attentionHandlers } from './attentions.ts';
import { interviewHandlers } from './interviews.ts';
import { movingHandlers } from './moves.ts';
import { insertConsent, listConsents } from './repository.ts';

export const careHandlers: Handlers<typeof careContract, Trx> = {
  recordConsent: inside(async (unit, { caseId, consent }) => {
    const id = unit.newId();
    await insertConsent(
      unit.trx,
      {
        id,
        case_id: caseId,
        scope: consent.scope,
        form: consent.form,
        reason: consent.reason,
        recorded_by: unit.session.staffId,
        recorded_at: unit.now,
        version: 1,
      },
      consent.receivers,
    );
    unit.touch('consent', id);
    unit.note({ scope: consent.scope, form: consent.form });
    const recorded = (await listConsents(unit.trx, caseId)).find((entry) => entry.id === id);
    if (recorded === undefined) throw fail('not-found');
    return recorded;
  }),
  listConsents: inside(async (unit, { caseId }) => ({ consents: await listConsents(unit.trx, caseId) })),
};

/** What is given in a case after its opening, and mended. */
export const followUpHandlers: Handlers<
  typeof attentionContract & typeof interviewContract & typeof movingContract,
  Trx
> = { ...attentionHandlers, ...interviewHandlers, ...movingHandlers };
