/** What a month still lacks: cases that are not counted yet, and data its tables would read (D20). */
import { roleLabels, serviceLabels } from '../../shared/access/index.ts';
import {
  missingFacts,
  questionWords,
  sectionA,
  sectionB,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { spanOf, type Instant, type Month } from '../../shared/platform/dates.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import type { QualityLine, reportsContract } from '../../shared/reports/index.ts';
import { staffNames } from '../access/index.ts';
import {
  closedTo,
  getSectionA,
  getSectionB,
  missingInA,
  missingInB,
  runningGrants,
  type CaseRow,
} from '../intake/index.ts';
import { tablesIn, type Trx } from './tables.ts';

type Reader = { readonly staffId: StaffId; readonly now: Instant };
type Quality = Pick<OutputOf<(typeof reportsContract)['getMonth']>, 'quality' | 'complete'>;

const factsOf = (section: typeof sectionA | typeof sectionB, names: readonly string[]): QualityLine['facts'] =>
  names.map((question) => ({ question, ...questionWords(section, question) }));

/** Of a validated case only what the tables of the month read. */
function missingForTables(a: SectionAAnswers, b: SectionBAnswers): [string[], string[]] {
  const missing = missingFacts('monthlyReport', a, b);
  const on = (page: 'a' | 'b') => missing.filter((fact) => fact.page === page).map(({ question }) => question);
  return [on('a'), on('b')];
}

async function linesOf(trx: Trx, row: CaseRow, who: string): Promise<QualityLine[]> {
  const a = (await getSectionA(trx, row.id)).answers;
  const b = (await getSectionB(trx, row.id)).answers;
  const isDraft = row.state === 'draft';
  const about = { caseId: row.id, number: row.number, isDraft, who };
  const [inA, inB] = isDraft ? [missingInA(a), missingInB(a, b)] : missingForTables(a, b);
  const lines: QualityLine[] = [];
  if (inA.length > 0) lines.push({ ...about, page: 'a', facts: factsOf(sectionA, inA) });
  if (inB.length > 0) lines.push({ ...about, page: 'b', facts: factsOf(sectionB, inB) });
  if (lines.length > 0 || !isDraft) return lines;
  return [{ ...about, page: 'validate', facts: [] }];
}

/** Section A and B are completed by Psicología or Trabajo social where they hold the case. */
const whoFirst = ['psychology', 'social', 'legal'] as const;

async function inCharge(trx: Trx, rows: readonly CaseRow[], now: Instant): Promise<(row: CaseRow) => string> {
  const ids = rows.map(({ id }) => id);
  const grants = Map.groupBy(await runningGrants(trx, ids, now), ({ caseId }) => caseId);
  const names = await staffNames(trx);
  return ({ id }) => {
    const own = grants.get(id) ?? [];
    const service = whoFirst.find((one) => own.some((grant) => grant.service === one));
    if (service !== undefined) return serviceLabels[service];
    const person = own.find(({ staffId }) => staffId !== null)?.staffId ?? null;
    return (person === null ? undefined : names.get(person)) ?? roleLabels.coordinator;
  };
}

/** Drafts admitted in the month and validated cases that count in it, by number; none sealed or closed to the reader. */
export async function qualityOf(trx: Trx, month: Month, { staffId, now }: Reader): Promise<Quality> {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  const { first, last } = spanOf({ year, month: ofYear, day: null });
  const rows = await tablesIn(trx)
    .selectFrom('case_file')
    .selectAll()
    .where('is_sealed', '=', 0)
    .where('annulled_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'draft'), where.between('admitted_on', first, last)]),
        where('reporting_month', '=', month),
      ]),
    )
    .orderBy('number')
    .execute();
  const closed = await closedTo(trx, rows, staffId);
  const open = rows.filter(({ id }) => !closed.has(id));
  const who = await inCharge(trx, open, now);
  const quality: QualityLine[] = [];
  const complete: Quality['complete'] = [];
  for (const row of open) {
    const lines = await linesOf(trx, row, who(row));
    quality.push(...lines);
    if (lines.length === 0) complete.push({ caseId: row.id, number: row.number });
  }
  const drafts = quality.filter(({ isDraft }) => isDraft);
  return { quality: [...drafts, ...quality.filter(({ isDraft }) => !isDraft)], complete };
}
