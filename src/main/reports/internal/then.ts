/** What a closed unit counted of some fichas, by their answers of that moment: changes since are taken back. */
import type { CaseId } from '../../../shared/platform/ids.ts';
import { countCube } from '../../../shared/reports/index.ts';
import { changesAfter } from '../../history/index.ts';
import { sealedWhen, sectionsByCase } from '../../intake/index.ts';
import { tablesIn, type FrozenReport, type Trx } from '../tables.ts';
import type { FichaRow } from './population.ts';
import { valuesIn } from '../../platform/storage/rows.ts';

/** Of a month that went out as a band no ficha is told to be counted: those that stood on that day were. */
async function countedIn(trx: Trx, report: FrozenReport, rows: readonly FichaRow[]): Promise<CaseId[]> {
  const known = new Set(await valuesIn(tablesIn(trx), 'counted_case.case_id', { report_id: report.id }));
  const { closed_at: at } = report;
  const ids = rows.map(({ id }) => id);
  const sealed = await sealedWhen(trx, ids, at);
  const stood = ({ id, validated_at, annulled_at }: FichaRow) =>
    validated_at !== null && validated_at <= at && (annulled_at === null || annulled_at > at) && !sealed.has(id);
  return rows.filter((row) => known.has(row.id) || (report.view === 'band' && stood(row))).map(({ id }) => id);
}

type Answers = Partial<Record<string, unknown>>;

/** Answers of fields as they were before everything that changed them since. */
async function asThen(
  trx: Trx,
  { at, fields }: { readonly at: FrozenReport['closed_at']; readonly fields: readonly string[] },
  saved: ReadonlyMap<CaseId, Answers>,
): Promise<Map<CaseId, Answers>> {
  const then = new Map([...saved].map(([id, answers]) => [id, { ...answers }]));
  for (const { caseId, field, before } of await changesAfter(trx, [...saved.keys()], { fields, after: at })) {
    const own = caseId === null ? undefined : then.get(caseId);
    if (own !== undefined) own[field] = before;
  }
  return then;
}

type Saved = Awaited<ReturnType<typeof sectionsByCase>>;
const answersOf = (saved: Saved) => new Map<CaseId, Answers>([...saved].map(([id, { answers }]) => [id, answers]));

/**
 * Counted from these fichas and from nothing else: of one that is not among them no figure can say anything. A section B
 * never leaves a ficha that was counted by it.
 */
export async function cubeThen(trx: Trx, report: FrozenReport, open: readonly FichaRow[]) {
  const at = report.closed_at;
  const ids = await countedIn(trx, report, open);
  const a = await asThen(trx, { at, fields: ['userSex', 'userAge'] }, answersOf(await sectionsByCase(trx, 'a', ids)));
  const b = await asThen(trx, { at, fields: ['violenceType'] }, answersOf(await sectionsByCase(trx, 'b', ids)));
  return countCube(
    ids.map((id) => {
      const { userSex: sex, userAge: age } = a.get(id) ?? {};
      return { violenceType: b.get(id)?.['violenceType'], age, sex };
    }),
  );
}
