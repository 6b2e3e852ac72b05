/** What the search of persons needs of other domains, joined here so that `people` depends on none. */
import { decide, isClosedBy } from '../shared/access/index.ts';
import type { PlaceIndex } from '../shared/people/index.ts';
import type { CaseId } from '../shared/platform/ids.ts';
import { isCaseClosed } from './door-context.ts';
import type { AttachmentsOpened } from './attachments/index.ts';
import type { PapersOpened } from './papers/index.ts';
import { tablesOf, type Trx, columnsIn } from './platform/storage/rows.ts';
import {
  areToldApart,
  findCaseByNumber,
  getCaseRow,
  getPair,
  listCasesOfPerson,
  listParticipantRows,
  recordFor,
  relationTo,
  reopenOfPersons,
  reopenWhy,
  standsOnlyInAnnulled,
  tellApart,
} from './intake/index.ts';
import type { PersonContext } from './people/index.ts';
import { isArrivalOpenTo } from './reception/index.ts';

const tablesIn = tablesOf<unknown, PapersOpened & AttachmentsOpened>();

async function holdings(trx: Trx, caseIds: readonly CaseId[]): Promise<{ papers: number; files: number }> {
  const papers = await columnsIn(tablesIn(trx), 'issued_document', ['id'], { case_id: caseIds });
  const files = await columnsIn(tablesIn(trx), 'attachment', ['id'], { case_id: caseIds, annulled_at: null });
  return { papers: papers.length, files: files.length };
}

export function personContext(places: PlaceIndex): PersonContext {
  return {
    places,
    isArrivalOpen: (unit, arrivalId) => isArrivalOpenTo(unit, arrivalId, isCaseClosed),
    personsToIdentify: async (unit, caseId) => {
      await unit.require('registerForm.writeB', caseId);
      unit.about('case_file', caseId);
      const row = await getCaseRow(unit.trx, caseId);
      const { user_id, aggressor_id } = await getPair(unit.trx, row.pair_id);
      const others = (await listParticipantRows(unit.trx, caseId)).map(({ person_id }) => person_id);
      return new Set([user_id, aggressor_id, ...(row.informant_id === null ? [] : [row.informant_id]), ...others]);
    },
    ofFicha: async (unit, number) => {
      const row = await findCaseByNumber(unit.trx, number);
      if (row === undefined || (await isCaseClosed(unit, row.id))) return null;
      const now = { instant: unit.now, today: unit.today };
      const relation = await relationTo(unit.trx, unit.session, row.id, now);
      const decision = decide(unit.session.roles, 'person.readIdentity', relation);
      return decision.allowed && decision.view === null ? (await getPair(unit.trx, row.pair_id)).user_id : null;
    },
    seen: (unit, personId) => recordFor(unit.trx, unit, { caseId: null, personId }),
    isOfAnnulled: standsOnlyInAnnulled,
    identityChanged: (unit, personIds, how) => reopenOfPersons(unit, personIds, reopenWhy[how]),
    tellApart,
    areToldApart,
    holdings,
    casesOf: async (unit, personId) => {
      const cases = [];
      for (const one of await listCasesOfPerson(unit.trx, personId)) {
        const now = { instant: unit.now, today: unit.today };
        const relation = await relationTo(unit.trx, unit.session, one.id, now);
        const decision = decide(unit.session.roles, 'person.readIdentity', relation);
        cases.push({
          ...one,
          isSealed: relation === null || isClosedBy(relation),
          canOpen: decision.allowed && decision.view === null,
        });
      }
      return cases;
    },
  };
}
