/** What holds in a case now, beside its history: measures, the next hearing, and who attends her. */
import { services, servicesOf, type Service } from '../../shared/access/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { isInForce, measureStateLabels, measureLabels, hearingKindLabels } from '../../shared/proceedings/index.ts';
import type { timelineContract } from '../../shared/timeline/index.ts';
import { listStaff } from '../access/index.ts';
import { allowed, listGrants, type CaseRow } from '../intake/index.ts';
import { listEvents, listHearings, measuresOf } from '../proceedings/index.ts';
import { columnsIn } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Read = OutputOf<(typeof timelineContract)['readTimeline']>;

/** Null for who may not read the proceeding. */
export async function inForce(unit: Use, row: CaseRow): Promise<Read['inForce']> {
  if ((await allowed(unit, 'legalFile.read', row.id)) === null) return null;
  const measures = measuresOf(await listEvents(unit.trx, row.id)).filter(({ state }) => isInForce(state));
  const hearings = (await listHearings(unit.trx, row.id)).filter(({ state }) => state === 'scheduled');
  const next = hearings.find(({ held_on }) => held_on >= unit.today);
  return {
    measures: measures.map(({ kind, detail, state, steps }) => ({
      words: detail === null ? measureLabels[kind] : `${measureLabels[kind]}, ${detail}`,
      state: measureStateLabels[state],
      since: steps.find((step) => isInForce(step.state))?.at.on ?? null,
    })),
    hearing:
      next === undefined
        ? null
        : { words: hearingKindLabels[next.kind], office: next.office, on: next.held_on, time: next.held_time },
  };
}

/** Of each service that has the case, who worked in it last; null where nobody did yet. */
export async function teamOf({ trx, now }: Use, row: CaseRow): Promise<Read['team']> {
  const staff = new Map((await listStaff(trx)).map((member) => [member.id as string, member]));
  const grants = (await listGrants(trx, row.id)).filter(({ until_at }) => until_at === null || until_at > now);
  const sets = await columnsIn(tablesIn(trx), 'change_set', ['changed_by', 'changed_at'], { case_id: row.id });
  const written = sets.map(({ changed_by: by, changed_at: at }) => ({ by, at }));
  const given = grants.flatMap(({ staff_id, from_at }) => (staff_id === null ? [] : [{ by: staff_id, at: from_at }]));
  const work = [...written, ...given].toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const worksFor = (by: string, service: Service) => servicesOf(staff.get(by)?.roles ?? []).includes(service);
  const has = (service: Service) =>
    grants.some((one) => one.service === service || (one.staff_id !== null && worksFor(one.staff_id, service)));
  return services.filter(has).map((service) => {
    const last = work.find(({ by }) => worksFor(by, service));
    return { service, name: last === undefined ? null : (staff.get(last.by)?.fullName ?? null) };
  });
}
