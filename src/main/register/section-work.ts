/** Reads what was done in a case for the questions of one section; nothing that its reader may not read on its own page. */
import { formSections, type WorkLine } from '../../shared/intake/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { asksForKit } from '../../shared/referrals/index.ts';
import { noKeptWork, workLines, type Work, type WorkSectionId } from '../../shared/register/index.ts';
import { actionsDone } from '../care/index.ts';
import { listOffices } from '../directory/index.ts';
import { issuedFilings, presentedFilings } from '../filings/index.ts';
import { allowed, getCaseRow, getFormSection } from '../intake/index.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import { listEvents } from '../proceedings/index.ts';
import { reintegrationOf } from '../reintegration/index.ts';
import { levelAsked, listReferralsOfCase, listRefusals, optionsOfReferral, slipsOf } from '../referrals/index.ts';
import type { Trx, Use } from './tables.ts';

const homeVisit = 'social-home-visit';

async function actsOf(trx: Trx, caseId: CaseId): Promise<Work['acts']> {
  const kinds = new Map<string, Work['acts'][number]['officeKind']>(
    (await listOffices(trx)).map(({ id, kind }) => [id, kind]),
  );
  const events = (await listEvents(trx, caseId)).filter(({ withdrawn }) => withdrawn === 0);
  return events.map((event) => ({
    ...cellsOf(event, 'kind', 'act', 'favours', 'instance', 'office'),
    on: event.happened_on,
    officeKind: kinds.get(event.authority_id ?? '') ?? null,
  }));
}

async function filingsOf(trx: Trx, caseId: CaseId): Promise<Work['filings']> {
  const titles = new Map((await issuedFilings(trx, caseId)).map(({ id, title }) => [id, title]));
  return (await presentedFilings(trx, [caseId])).map(({ id, kind, instance, presented_on: on }) => ({
    ...{ kind, instance, on, title: titles.get(id) ?? '' },
  }));
}

async function referralsOf(trx: Trx, caseId: CaseId): Promise<Pick<Work, 'referrals' | 'kitRefusals'>> {
  const rows = await listReferralsOfCase(trx, caseId);
  const ids = rows.map(({ id }) => id);
  const slips = await slipsOf(trx, ids);
  const refusals = (await listRefusals(trx, caseId)).filter(({ kind }) => kind === 'emergency-kit');
  return {
    referrals: rows.map((row) => {
      const options = optionsOfReferral(row);
      const { attended = false, on = null, professional = null } = slips.get(row.id) ?? {};
      return {
        kind: row.kind,
        asksKit: asksForKit(row.kind, options),
        establishment: options.receiver?.establishment ?? null,
        issuedOn: civilDateOf(Date.parse(row.issued_at)),
        level: levelAsked(row),
        attended: attended && on !== null ? { on, professional } : null,
      };
    }),
    kitRefusals: refusals.map(({ reason, words, recorded_at }) => ({
      ...{ reason, words, on: civilDateOf(Date.parse(recorded_at)) },
    })),
  };
}

export async function sectionWork(unit: Use, caseId: CaseId, section: WorkSectionId): Promise<WorkLine[]> {
  const { trx } = unit;
  const may = async (action: string) => (await allowed(unit, action, caseId)) !== null;
  const mayReadLegal = await may('legalFile.read');
  const done = (await may('attention.read')) ? await actionsDone(trx, [caseId]) : [];
  return workLines(section, {
    admittedOn: (await getCaseRow(trx, caseId)).admitted_on,
    answersB: (await may(formSections.b.read)) ? (await getFormSection(trx, 'b', caseId)).answers : {},
    homeVisits: done.filter(({ action }) => action === homeVisit).map(({ on }) => on),
    kept: (await may('reintegration.read')) ? await reintegrationOf(trx, caseId) : noKeptWork,
    acts: mayReadLegal ? await actsOf(trx, caseId) : [],
    filings: mayReadLegal ? await filingsOf(trx, caseId) : [],
    ...((await may('referral.record')) ? await referralsOf(trx, caseId) : { referrals: [], kitRefusals: [] }),
  });
}
