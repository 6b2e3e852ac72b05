/** «Ninguna es la misma», said when a ficha is opened: it counts for the same persons while nothing new was told. */
import type { intakeContract, PairRole } from '../../shared/intake/index.ts';
import type { PersonRecord } from '../../shared/people/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { recordChanges } from '../history/index.ts';
import { recognisedAs } from './at-door.ts';
import type { CaseRow } from './case-repository.ts';
import { identityWords, notField } from './doubts.ts';
import { eraseDoorAnswers, keepIdentityAnswer } from './identity-answers.ts';
import { casesAround, maySettleAmong } from './person-reach.ts';
import type { Use } from './tables.ts';

type DoorLink = InputOf<(typeof intakeContract)['openCase']>['userLink'];
type Opened = Pick<CaseRow, 'id' | 'opened_at' | 'state'>;

async function record(unit: Use, row: Opened, role: PairRole, said: { ids: readonly string[]; isBack: boolean }) {
  if (said.ids.length === 0) return;
  const open = { identity: identityWords.open, [notField]: null };
  const different = { identity: identityWords.different, [notField]: said.ids };
  const [before, after] = said.isBack ? [different, open] : [open, different];
  const target = { kind: 'case_file', id: row.id };
  await recordChanges(unit, { caseId: row.id, part: role, record: target, reason: null, before, after });
}

/** Of women whom this person may say so of; of others it stays to be asked, and of him always: the desk only heard his name. */
export async function keepDoorAnswers(unit: Use, row: Opened, link: DoorLink) {
  const role = 'user';
  if (link.kind !== 'new' || link.different === undefined) return;
  const ids: string[] = [];
  for (const personId of new Set(link.different)) {
    const cases = await casesAround(unit, personId);
    if (cases.length === 0 || cases.some((one) => one.row.id === row.id) || !maySettleAmong(cases)) continue;
    await keepIdentityAnswer(unit, { caseId: row.id, role, personId }, 'different');
    ids.push(personId);
  }
  await record(unit, row, role, { ids, isBack: false });
}

/** By what somebody is told from another; the same text as before is nothing new. */
export const knownBy = (one: PersonRecord) => recognisedAs(one) + JSON.stringify(one.birth);

/** Her names, a document or a birth date were told otherwise than when the ficha was opened. */
export async function askAgain(unit: Use, row: Opened, role: PairRole): Promise<void> {
  if (row.state !== 'draft') return;
  await record(unit, row, role, { ids: await eraseDoorAnswers(unit, row, role), isBack: true });
}
