/** Joins what each domain asks of those above it, whose tables and doors are closed to it. */
import { servicesOf } from '../shared/access/index.ts';
import { tellsBreach } from '../shared/care/index.ts';
import type { CivilDate } from '../shared/platform/dates.ts';
import type { CaseId } from '../shared/platform/ids.ts';
import { listStaff } from './access/index.ts';
import { aboveAttachments } from './attachments/index.ts';
import { aboveAudit } from './audit/index.ts';
import { givenDays } from './care/index.ts';
import { isInBundle, provesWrit } from './filings/index.ts';
import { aboveIntake, getCaseRow, listGrants } from './intake/index.ts';
import { casesOfPapers, copiesLeft, moveSaved, numberOfPaper, papersOfCase } from './papers/index.ts';
import { abovePeople } from './people/index.ts';
import { countArrivals, mergeObstacle, moveBack, moveReferences, standsSomewhere } from './person-moves.ts';
import type { Trx } from './platform/storage/rows.ts';
import { abovePrevention } from './prevention/index.ts';
import { planAnswered } from './plan/index.ts';
import { breachActDays } from './proceedings/index.ts';
import { isInReceipt } from './referrals/index.ts';
import { listRegistrationRows, sectionWork } from './register/index.ts';
import { closedMonths } from './reports/index.ts';
import { aboveRisk, riskFormsOf } from './risk/index.ts';
import { headlinesOf } from './timeline/index.ts';

async function breachDays(trx: Trx, caseId: CaseId): Promise<CivilDate[]> {
  const given = (await givenDays(trx, caseId)).filter(({ action }) => tellsBreach(action));
  const days = [...given.map(({ on }) => on), ...(await breachActDays(trx, caseId))];
  return [...new Set(days)].toSorted().toReversed();
}

async function everOnTeam(trx: Trx, caseId: CaseId): Promise<ReadonlySet<string>> {
  const grants = await listGrants(trx, caseId);
  const granted = new Set(grants.map(({ service }) => service));
  const ofService = (await listStaff(trx)).filter(({ roles }) => servicesOf(roles).some((one) => granted.has(one)));
  const own = [(await getCaseRow(trx, caseId)).opened_by, ...grants.flatMap(({ staff_id: id }) => id ?? [])];
  return new Set([...own, ...ofService.map(({ id }) => id)]);
}

abovePeople.give({ moveReferences, moveBack, countArrivals, mergeObstacle, standsSomewhere });
aboveIntake.give({
  ...{ papersOf: papersOfCase, numberOfPaper, riskFormsOf },
  workOf: sectionWork,
  isRegistered: async (trx, caseId) => (await listRegistrationRows(trx, caseId)).length > 0,
  headlinesOf: async (unit, caseId) =>
    (await headlinesOf(unit, caseId)).map(({ id, on, time, act }) => ({ id, on, time, words: act })),
});
abovePrevention.give({ closedMonths });
aboveRisk.give({ breachDays, planAnswered });
aboveAttachments.give({
  ...{ isInBundle, moveSaved },
  isProof: async (trx, id) => (await provesWrit(trx, id)) || isInReceipt(trx, id),
});
aboveAudit.give({ casesOf: casesOfPapers, copiesLeft, everOnTeam });
