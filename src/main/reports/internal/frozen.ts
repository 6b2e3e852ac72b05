/** A closed month as it was frozen, as it would be counted today, and the fichas that make the difference (M14, M15). */
import type { OutputOf } from '../../../shared/platform/contract.ts';
import type { Instant, Month } from '../../../shared/platform/dates.ts';
import { civilDateOf } from '../../../shared/platform/clock.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import {
  countMonth,
  emptyCounts,
  marginLines,
  type ChangeCause,
  type internalContract,
} from '../../../shared/reports/index.ts';
import { sectionsMoved } from '../../care/index.ts';
import { changesAfter } from '../../history/index.ts';
import { closedCases, sealedAt, unsealedAt } from '../../intake/index.ts';
import { activitiesChangedAfter } from '../../prevention/index.ts';
import type { Unit } from '../../platform/gate/handler.ts';
import { among } from '../../platform/storage/among.ts';
import { countableCases, findFrozen } from '../repository.ts';
import { tablesIn, type Trx } from '../tables.ts';
import { daysOf } from './population.ts';

type Use = Unit<Trx>;
type Changes = OutputOf<(typeof internalContract)['readMonthChanges']>;
type Found = {
  readonly caseId: CaseId;
  readonly cause: ChangeCause;
  readonly at: Instant;
  readonly other?: CaseId | undefined;
};

/** Answers that the frozen cells are made of. */
const countedFields = ['userSex', 'userAge', 'violenceType'];

async function frozenCube(trx: Trx, reportId: string): Promise<number[]> {
  const cells = await tablesIn(trx)
    .selectFrom('frozen_cell')
    .select('exact')
    .where('report_id', '=', reportId)
    .orderBy('position')
    .execute();
  return cells.map(({ exact }) => exact);
}

/** Fichas that counted, or count, in the month. */
function casesIn(trx: Trx, month: Month) {
  return tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['case_file.id', 'case_file.number', 'case_file.annulled_at', 'case_file.is_sealed'])
    .select(['case_file.validated_at', 'case_pair.user_id'])
    .where('case_file.reporting_month', '=', month)
    .execute();
}

type Row = Awaited<ReturnType<typeof casesIn>>[number];

/** Of the same person, admitted in the month and counted in another one: she was typed again. */
async function typedAgain(trx: Trx, month: Month, rows: readonly Row[]): Promise<ReadonlyMap<string, CaseId>> {
  const { from, to } = daysOf({ from: month, to: month });
  const again = await tablesIn(trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['case_file.id', 'case_pair.user_id'])
    .where('case_file.admitted_on', '>=', from)
    .where('case_file.admitted_on', '<=', to)
    .where('case_file.reporting_month', '<>', month)
    .where('case_file.annulled_at', 'is', null)
    .execute();
  const byPerson = new Map(again.map((row) => [row.user_id, row.id]));
  return new Map(
    rows.flatMap(({ id, user_id }) => (byPerson.has(user_id) ? [[id, byPerson.get(user_id)]] : [])) as [
      string,
      CaseId,
    ][],
  );
}

async function changesOf(trx: Trx, month: Month, closedAt: Instant): Promise<Found[]> {
  const rows = await casesIn(trx, month);
  const isAfter = (at: Instant | null | undefined): at is Instant => at !== null && at !== undefined && at > closedAt;
  const annulled = rows.filter(({ annulled_at: at }) => isAfter(at));
  const again = await typedAgain(trx, month, annulled);
  const ids = rows.filter(({ annulled_at: at }) => at === null).map(({ id }) => id);
  const sealed = [...(await sealedAt(trx, ids))].filter(([, at]) => isAfter(at));
  const opened = [...(await unsealedAt(trx, ids))].filter(([, at]) => isAfter(at));
  const moved = await sectionsMoved(trx, ids, { section: 'b', after: closedAt });
  const corrected = await changesAfter(trx, ids, { fields: countedFields, after: closedAt });
  const found: Found[] = [
    ...annulled.map(({ id, annulled_at: at }): Found => {
      const other = again.get(id);
      return { caseId: id, cause: other === undefined ? 'annulled' : 'twice', at: at ?? closedAt, other };
    }),
    ...sealed.map(([caseId, at]): Found => ({ caseId, cause: 'sealed', at })),
    ...opened.map(([caseId, at]): Found => ({ caseId, cause: 'unsealed', at })),
    ...moved.map(({ from, to, at }): Found => {
      const isFrom = ids.includes(from);
      return { caseId: isFrom ? from : to, cause: 'moved', at, other: isFrom ? to : from };
    }),
    ...corrected.flatMap(({ caseId, at }): Found[] => (caseId === null ? [] : [{ caseId, cause: 'corrected', at }])),
  ];
  const key = ({ caseId, cause }: Found) => `${caseId} ${cause}`;
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}

/** What the reader may know of each: the number of a ficha within reach, and a link while it stands. */
async function shown(unit: Use, found: readonly Found[]): Promise<NonNullable<Changes['frozen']>['changes']> {
  const ids = [...new Set(found.flatMap(({ caseId, other }) => (other === undefined ? [caseId] : [caseId, other])))];
  const closed = await closedCases(unit.trx, unit.session.staffId, ids);
  const rows = await tablesIn(unit.trx)
    .selectFrom('case_file')
    .select(['id', 'number', 'annulled_at'])
    .where('id', 'in', among(ids))
    .execute();
  const open = new Map(rows.filter(({ id }) => !closed.has(id)).map((row) => [row.id, row]));
  return found.map(({ caseId, cause, at, other }) => {
    const row = open.get(caseId);
    const second = other === undefined ? undefined : open.get(other);
    return {
      ...{ cause, on: civilDateOf(Date.parse(at)), number: row?.number ?? null },
      caseId: row === undefined || row.annulled_at !== null ? null : row.id,
      other: second === undefined ? null : { caseId: second.id, number: second.number },
    };
  });
}

export async function monthChanges(unit: Use, month: Month): Promise<Changes> {
  const report = await findFrozen(unit.trx, month);
  // A unit that came back from its files holds no exact figure.
  if (report === undefined || report.cases === null) return { frozen: null };
  const frozen = { ...emptyCounts(), total: report.cases, cube: await frozenCube(unit.trx, report.id) };
  const today = countMonth(await countableCases(unit.trx, month));
  const before = marginLines(frozen);
  const now = marginLines(today);
  const changes = await shown(unit, await changesOf(unit.trx, month, report.closed_at));
  unit.note({ month, changes: changes.length });
  return {
    frozen: {
      rows: before.map(({ label, count }, at) => ({ label, frozen: count, today: now[at]?.count ?? 0 })),
      changes,
      prevention: await activitiesChangedAfter(unit.trx, month, report.closed_at),
    },
  };
}
