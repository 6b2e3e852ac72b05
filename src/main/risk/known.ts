/** What the record already says about the questions of the partner form, as far as the reader may know of it. */
import { knownFacts, type KnownFact, type PartnerRiskRecord } from '../../shared/risk/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CivilDate, Instant } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { allowed, getCaseRow, getSectionA, getSectionB } from '../intake/index.ts';
import { listRiskForms, otherCasesOfPair } from './repository.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';
import { aboveRisk } from './above.ts';

const dayOf = (instant: Instant) => civilDateOf(Date.parse(instant));

/** Day of the last change of a section; the day of admission before any was kept. */
async function savedOn(trx: Trx, caseId: CaseId, part: 'a' | 'b'): Promise<CivilDate> {
  const row = await tablesIn(trx)
    .selectFrom('change_set')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .where('case_id', '=', caseId)
    .where('part', '=', part)
    .executeTakeFirst();
  const at = row?.at ?? null;
  return at === null ? (await getCaseRow(trx, caseId)).admitted_on : dayOf(at);
}

/** Signed forms of this pair, newest first: those of another ficha only for who may open it. */
export async function earlierForms(unit: Use, caseId: CaseId): Promise<PartnerRiskRecord[]> {
  const forms = await listRiskForms(unit.trx, caseId);
  for (const other of await otherCasesOfPair(unit.trx, caseId)) {
    if ((await allowed(unit, 'risk.assess', other)) !== null) {
      forms.push(...(await listRiskForms(unit.trx, other)));
    }
  }
  return forms.toSorted((one, other) => other.assessedAt.localeCompare(one.assessedAt));
}

export async function knownOf(unit: Use, caseId: CaseId): Promise<{ isPregnant: 0 | 1 | null; known: KnownFact[] }> {
  const { trx } = unit;
  const a = (await getSectionA(trx, caseId)).answers;
  const known = knownFacts({
    a: { answers: a, on: await savedOn(trx, caseId, 'a') },
    b: { answers: (await getSectionB(trx, caseId)).answers, on: await savedOn(trx, caseId, 'b') },
    earlier: (await earlierForms(unit, caseId)).map(({ answers, assessedAt }) => ({ answers, on: dayOf(assessedAt) })),
    breaches: await aboveRisk.ask.breachDays(trx, caseId),
  });
  return { isPregnant: a.isPregnant, known };
}
