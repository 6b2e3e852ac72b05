/** Acts of the services, of the proceeding and of the referrals, each by its day (T13, T14, T15). */
import { civilDateOf, instantAt } from '../../../shared/platform/clock.ts';
import { addDays, type CivilDate } from '../../../shared/platform/dates.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { tellsBreach } from '../../../shared/care/index.ts';
import type { EventKind } from '../../../shared/proceedings/index.ts';
import type { SingleCountGroup } from '../../../shared/reports/index.ts';
import { actionsDone, attentionsByCase } from '../../care/index.ts';
import { asksMeasures, presentedFilings } from '../../filings/index.ts';
import { among } from '../../platform/storage/among.ts';
import { parsed } from '../../platform/storage/rows.ts';
import { heldHearings, standingActs } from '../../proceedings/index.ts';
import { tablesIn, type Trx } from '../tables.ts';

export type Act = { readonly caseId: CaseId; readonly on: CivilDate; readonly group: string };
type Days = { readonly from: CivilDate; readonly to: CivilDate };
type Named = Act & { readonly group: SingleCountGroup };

const attentionOf = {
  psychology: 'psychological-attention',
  social: 'social-attention',
  legal: 'legal-attention',
} as const satisfies Record<string, SingleCountGroup>;

/** What an act of the proceeding counts as; a decision on measures counts where it grants any. */
const eventGroups: Partial<Record<EventKind, SingleCountGroup>> = {
  measuresRequested: 'measures-requested',
  measuresDecided: 'measures-granted',
  executionStarted: 'measures-executed',
  breach: 'measures-breached',
  civilPartyRequested: 'civil-party',
  singleInterview: 'single-interview',
  appealFiled: 'appeals',
  judgment: 'first-instance-judgments',
  immediateJudgment: 'first-instance-judgments',
  alimonyJudgment: 'first-instance-judgments',
  appealJudgment: 'second-instance-judgments',
};

/** What leaving a writ counts as. */
const filingGroups: Readonly<Record<number, SingleCountGroup>> = {
  4: 'appearances',
  7: 'appeals',
  9: 'civil-party',
  14: 'appeals',
};
const appearance = 4;
const lastWrit = 19;

type Filed = Awaited<ReturnType<typeof presentedFilings>>[number];

/** «Variación de medidas» asks where it names any. */
const variation = 5;

function groupOfFiling(filing: Filed): SingleCountGroup | undefined {
  if (asksMeasures(filing)) return 'measures-requested';
  if (filing.kind !== variation) return filingGroups[filing.kind];
  const { measures = [], precautionary = [] } = parsed(filing.options);
  return measures.length + precautionary.length > 0 ? 'measures-requested' : undefined;
}

const dayOf = ({ caseId, on, group }: Named) => `${caseId} ${on} ${group}`;

/** A writ and the act that it left in the proceeding on that day are one. */
function legalActs(filed: readonly Filed[], events: readonly Named[]): Named[] {
  const known = new Set(events.map(dayOf));
  const left = filed.flatMap((filing): Named[] => {
    const group = groupOfFiling(filing);
    return group === undefined ? [] : [{ caseId: filing.case_id, on: filing.presented_on, group }];
  });
  return [...events, ...left.filter((one) => !known.has(dayOf(one)))];
}

/** The day on which so many of these days had come; undefined before. */
const nthDay = (days: readonly (CivilDate | undefined)[], count: number): CivilDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(count - 1);

type Given = { readonly service: keyof typeof attentionOf; readonly on: CivilDate };

/** The day on which a case came to have attention of the three services with sponsorship, and of two of them. */
function wholeActs(caseId: CaseId, given: readonly Given[], filed: readonly Filed[]): Named[] {
  const first = (days: readonly CivilDate[]) => nthDay(days, 1);
  const by = (service: Given['service']) => given.filter((one) => one.service === service).map(({ on }) => on);
  const left = (keep: (kind: number) => boolean) =>
    filed.filter(({ kind }) => keep(kind)).map((one) => one.presented_on);
  const [psychology, social] = [first(by('psychology')), first(by('social'))];
  const legal = first([...by('legal'), ...left((kind) => kind <= lastWrit)]);
  const integral = nthDay([psychology, social, first(left((kind) => kind === appearance))], 3);
  const two = nthDay([psychology, social, legal], 2);
  return [
    ...(integral === undefined ? [] : [{ caseId, on: integral, group: 'integral-attention' as const }]),
    ...(two === undefined ? [] : [{ caseId, on: two, group: 'interdisciplinary-attention' as const }]),
  ];
}

async function referralActs(trx: Trx, caseIds: readonly CaseId[], { from, to }: Days): Promise<Act[]> {
  const rows = await tablesIn(trx)
    .selectFrom('referral')
    .innerJoin('issued_document', 'issued_document.id', 'referral.document_id')
    .select(['referral.case_id', 'referral.kind', 'issued_document.issued_at'])
    .where('referral.case_id', 'in', among(caseIds))
    .where('issued_document.issued_at', '>=', instantAt(from, '00:00'))
    .where('issued_document.issued_at', '<', instantAt(addDays(to, 1), '00:00'))
    .execute();
  return rows.map(({ case_id: caseId, kind, issued_at: at }) => ({
    ...{ caseId, on: civilDateOf(Date.parse(at)), group: `referral-${kind}` },
  }));
}

/** Acts between two days in these cases. */
export async function actsBetween(trx: Trx, caseIds: readonly CaseId[], days: Days): Promise<Act[]> {
  const given = await attentionsByCase(trx, caseIds);
  const filed = await presentedFilings(trx, caseIds);
  const filedOf = Map.groupBy(filed, ({ case_id }) => case_id);
  const events = (await standingActs(trx, caseIds)).flatMap(({ caseId, kind, on, isGranting }): Named[] => {
    const group = eventGroups[kind];
    return group === undefined || (kind === 'measuresDecided' && !isGranting) ? [] : [{ caseId, on, group }];
  });
  const actions = await actionsDone(trx, caseIds);
  const breaches = new Set(events.filter(({ group }) => group === 'measures-breached').map(dayOf));
  const told = actions
    .filter(({ action }) => tellsBreach(action))
    .map(({ caseId, on }): Named => ({ caseId, on, group: 'measures-breached' }))
    .filter((one) => !breaches.has(dayOf(one)));
  const acts: Act[] = [
    ...[...given.values()].flat().map(({ caseId, service, on }) => ({ caseId, on, group: attentionOf[service] })),
    ...actions.map(({ caseId, on }) => ({ caseId, on, group: 'plan-actions' })),
    ...caseIds.flatMap((id) => wholeActs(id, given.get(id) ?? [], filedOf.get(id) ?? [])),
    ...legalActs(filed, [...events, ...told]),
    ...(await heldHearings(trx, caseIds)).map((one) => ({ ...one, group: 'hearings' })),
  ];
  const inDays = acts.filter(({ on }) => on >= days.from && on <= days.to);
  return [...inDays, ...(await referralActs(trx, caseIds, days))];
}
