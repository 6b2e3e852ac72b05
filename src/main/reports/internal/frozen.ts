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
import { unsealedAt } from '../../intake/index.ts';
import { preventionSince } from '../../prevention/index.ts';
import { countableFor, findFrozen } from '../repository.ts';
import { tablesIn, type FrozenReport, type Use } from '../tables.ts';
import { cubeThen } from './then.ts';
import { daysOf, fichas, openAmong, type FichaRow } from './population.ts';
import { valuesIn } from '../../platform/storage/rows.ts';

type Changes = OutputOf<(typeof internalContract)['readMonthChanges']>;
type Found = {
  readonly caseId: CaseId;
  readonly cause: ChangeCause;
  readonly at: Instant;
  readonly other?: CaseId | undefined;
};

/** Answers that the frozen cells are made of. */
const countedFields = ['userSex', 'userAge', 'violenceType'];

/** Neither reserved today, also for a member, nor closed to the reader: nothing here says anything of the others. */
function openOf(unit: Use, rows: readonly FichaRow[]) {
  const unsealed = rows.filter(({ is_sealed }) => is_sealed === 0);
  return openAmong(unit.trx, unsealed, unit.session.staffId);
}

/** Of the same person, admitted in the month and counted in another one: she was typed again. */
async function typedAgain(unit: Use, month: Month, rows: readonly FichaRow[]): Promise<ReadonlyMap<string, CaseId>> {
  const { from, to } = daysOf({ from: month, to: month });
  const again = await fichas(unit.trx)
    .where('case_file.admitted_on', '>=', from)
    .where('case_file.admitted_on', '<=', to)
    .where('case_file.reporting_month', '<>', month)
    .where('case_file.annulled_at', 'is', null)
    .execute();
  const byPerson = new Map((await openOf(unit, again)).map((row) => [row.user_id, row.id]));
  return new Map(
    rows.flatMap(({ id, user_id }): [string, CaseId][] => {
      const other = byPerson.get(user_id);
      return other === undefined ? [] : [[id, other]];
    }),
  );
}

async function changesOf(unit: Use, rows: readonly FichaRow[], of: { month: Month; closedAt: Instant }) {
  const { trx } = unit;
  const isAfter = (at: Instant | null | undefined): at is Instant =>
    at !== null && at !== undefined && at > of.closedAt;
  const annulled = rows.filter(({ annulled_at: at }) => isAfter(at));
  const again = await typedAgain(unit, of.month, annulled);
  const ids = rows.filter(({ annulled_at: at }) => at === null).map(({ id }) => id);
  const opened = [...(await unsealedAt(trx, ids))].filter(([, at]) => isAfter(at));
  const moved = await sectionsMoved(trx, ids, { section: 'b', after: of.closedAt });
  const corrected = await changesAfter(trx, ids, { fields: countedFields, after: of.closedAt });
  const found: Found[] = [
    ...annulled.map(({ id, annulled_at: at }): Found => {
      const other = again.get(id);
      return { caseId: id, cause: other === undefined ? 'annulled' : 'twice', at: at ?? of.closedAt, other };
    }),
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

/** Each with its number, and a link while it stands; of the other ficha only where the reader may open that. */
async function shown(unit: Use, found: readonly Found[]): Promise<NonNullable<Changes['frozen']>['changes']> {
  const ids = [...new Set(found.flatMap(({ caseId, other }) => (other === undefined ? [caseId] : [caseId, other])))];
  const rows = ids.length === 0 ? [] : await fichas(unit.trx).where('case_file.id', 'in', ids).execute();
  const open = new Map((await openOf(unit, rows)).map((row) => [row.id, row]));
  return found.flatMap(({ caseId, cause, at, other }) => {
    const row = open.get(caseId);
    const second = other === undefined ? undefined : open.get(other);
    if (row === undefined) return [];
    return [
      {
        ...{ cause, on: civilDateOf(Date.parse(at)), number: row.number },
        caseId: row.annulled_at === null ? row.id : null,
        other: second === undefined ? null : { caseId: second.id, number: second.number },
      },
    ];
  });
}

type Of = { readonly rows: readonly FichaRow[]; readonly open: readonly FichaRow[] };

/** Exact, as it was closed: with what is closed to the reader left out, counted anew from the others alone. */
async function frozenFor(unit: Use, report: FrozenReport, { rows, open }: Of) {
  if (rows.length !== open.length) return cubeThen(unit.trx, report, open);
  const cube = await valuesIn(tablesIn(unit.trx), 'frozen_cell.exact', { report_id: report.id }, 'position');
  return { ...emptyCounts(), total: report.cases ?? 0, cube };
}

const preventionLabels = [
  ['activities', 'Actividades de prevención'],
  ['participants', 'Participaciones'],
] as const;

export async function monthChanges(unit: Use, month: Month): Promise<Changes> {
  const report = await findFrozen(unit.trx, month);
  // A unit that came back from its files holds no exact figure.
  if (report === undefined || report.cases === null) return { frozen: null };
  // Those that counted, or count, in the month.
  const rows = await fichas(unit.trx).where('case_file.reporting_month', '=', month).execute();
  const open = await openOf(unit, rows);
  const before = marginLines(await frozenFor(unit, report, { rows, open }));
  const now = marginLines(countMonth(await countableFor(unit.trx, month, unit.session.staffId)));
  const changes = await shown(unit, await changesOf(unit, open, { month, closedAt: report.closed_at }));
  const prevention = await preventionSince(unit.trx, month, report.closed_at);
  unit.note({ month, changes: changes.length });
  return {
    frozen: {
      rows: before.map(({ label, count }, at) => ({ label, frozen: count, today: now[at]?.count ?? 0 })),
      changes,
      prevention: [...prevention.changed],
      preventionRows: preventionLabels.map(([key, label]) => ({
        ...{ label, frozen: prevention.then[key], today: prevention.now[key] },
      })),
    },
  };
}
