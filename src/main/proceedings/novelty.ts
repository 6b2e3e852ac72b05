/** «Nuevo hecho» and «Incumplimiento»: told by any professional on duty, without a look into the legal file. */
import type { NoveltyForm, proceedingsContract } from '../../shared/proceedings/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { ExpectedFailure, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { findCaseByNumber, forgetTyped, handOverTo, listGrants } from '../intake/index.ts';
import { eventOf, keepEvent, refuseFuture } from './events.ts';
import type { Use } from './tables.ts';

type Contract = typeof proceedingsContract;
type Answer = OutputOf<Contract['reportNovelty']>;

/** The legal service gets the case when it does not have it: an alert nobody may open helps nobody. */
async function callLegalService(unit: Use, caseId: CaseId): Promise<void> {
  const grants = await listGrants(unit.trx, caseId);
  const hasIt = grants.some(
    (grant) => grant.service === 'legal' && (grant.until_at === null || grant.until_at > unit.now),
  );
  if (!hasIt) await handOverTo(unit, caseId, { service: 'legal', staffId: null });
}

async function append(unit: Use, caseId: CaseId, novelty: NoveltyForm): Promise<Answer> {
  refuseFuture(unit, novelty.at, 'novelty.at');
  const recorded = await keepEvent(unit, caseId, eventOf(novelty));
  await callLegalService(unit, caseId);
  return recorded as Answer;
}

export async function reportNovelty(unit: Use, input: InputOf<Contract['reportNovelty']>): Promise<Answer> {
  await forgetTyped(unit, 'novelty', input.caseId);
  return append(unit, input.caseId, input.novelty);
}

/** Refused reads as absent: a number says nothing by itself. */
export async function reportNoveltyByNumber(
  unit: Use,
  { number, novelty }: InputOf<Contract['reportNoveltyByNumber']>,
): Promise<Answer> {
  const refused = failAt('number', 'No existe una ficha con ese número o no tiene acceso.', 'novelty-case');
  const row = await findCaseByNumber(unit.trx, number);
  if (row === undefined) throw refused;
  try {
    await unit.require('novelty.append', row.id);
  } catch (error) {
    throw error instanceof ExpectedFailure ? refused : error;
  }
  unit.about('case_file', row.id);
  await forgetTyped(unit, 'novelty', null);
  return append(unit, row.id, novelty);
}
