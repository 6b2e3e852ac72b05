import { describe, expect, it } from 'vitest';
import { KnownRelations } from '../../../src/main/platform/gate/known-relations.ts';
import type { Session } from '../../../src/main/platform/gate/session.ts';
import type { CaseRelation } from '../../../src/shared/access/index.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';

const session = {} as Session;
const [one, other] = ['one', 'other'] as unknown as readonly [CaseId, CaseId];
const relation = { isOnTeam: true } as CaseRelation;

function watched(answer: CaseRelation | null) {
  const reads: CaseId[] = [];
  const known = new KnownRelations<object>((_trx, _session, caseId) => {
    reads.push(caseId);
    return Promise.resolve(answer);
  });
  return { known, reads };
}

describe('how the caller stands to a case', () => {
  it.each([relation, null])('is read once in a transaction, for each case', async (answer) => {
    const { known, reads } = watched(answer);
    const trx = {};
    for (const caseId of [one, one, other, one]) expect(await known.of(trx, session, caseId)).toBe(answer);
    expect(reads).toEqual([one, other]);
  });

  it('is read again in another transaction, and after something was touched', async () => {
    const { known, reads } = watched(relation);
    const trx = {};
    await known.of(trx, session, one);
    await known.of({}, session, one);
    expect(reads).toEqual([one, one]);
    known.forget(trx);
    await known.of(trx, session, one);
    expect(reads).toEqual([one, one, one]);
  });
});
