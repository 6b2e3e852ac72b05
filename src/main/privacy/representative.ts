/** Nobody whom she denounced asks for her, whatever paper he brings: not as her husband, nor as father of a minor. */
import { namesAccused } from '../../shared/privacy/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { getCaseRow, getPair, listCasesOfPerson } from '../intake/index.ts';
import { getRecord } from '../people/index.ts';
import type { RequestRow } from './request-repository.ts';
import type { Trx } from './tables.ts';

/**
 * Over every ficha of hers, also one that is closed to the reader: the words of the refusal say nothing of any.
 *
 * @throws rule-broken `request-not-for-her`
 */
export async function refuseAccused(
  trx: Trx,
  caseId: CaseId,
  {
    asker,
    represented_by: who,
    identity_words: shown,
  }: Pick<RequestRow, 'asker' | 'represented_by' | 'identity_words'>,
): Promise<void> {
  if (asker !== 'representative') return;
  const { user_id: userId } = await getPair(trx, (await getCaseRow(trx, caseId)).pair_id);
  const accused = new Set<string>();
  for (const { id, role } of await listCasesOfPerson(trx, userId)) {
    if (role !== 'user') continue;
    const row = await getCaseRow(trx, id);
    accused.add((await getPair(trx, row.pair_id)).aggressor_id);
    if (row.maybe_aggressor_id !== null) accused.add(row.maybe_aggressor_id);
  }
  for (const personId of accused) {
    const { record } = await getRecord(trx, personId);
    if ([who, shown].some((words) => words !== null && namesAccused(words, record)))
      throw fail('rule-broken', 'request-not-for-her');
  }
}
