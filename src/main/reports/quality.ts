/** What a month still lacks: cases that are not counted yet, and data its tables would read (D20). */
import { missingFacts, sectionA, sectionB } from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Month } from '../../shared/platform/dates.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import type { Questions } from '../../shared/platform/questions.ts';
import type { reportsContract } from '../../shared/reports/index.ts';
import type { Trx } from '../database.ts';
import { getSectionA, getSectionB, missingInA, missingInB, type CaseRow } from '../intake/index.ts';

type Line = OutputOf<(typeof reportsContract)['getMonth']>['quality'][number];

/** Longer lists say how many more there are: the page of the case names them all. */
const namedAtMost = 4;

function sentence(questions: Questions, names: readonly string[]): string {
  const words = names.slice(0, namedAtMost).map((name) => questions[name]?.label ?? name);
  const more = names.length - words.length;
  return `Falta: ${words.join('; ')}${more > 0 ? `; y ${more} más` : ''}`;
}

async function linesOf(trx: Trx, row: CaseRow): Promise<Line[]> {
  const a = (await getSectionA(trx, row.id)).answers;
  const b = (await getSectionB(trx, row.id)).answers;
  const about = { caseId: row.id as CaseId, number: row.number };
  if (row.state !== 'draft') {
    return missingFacts('monthlyReport', a, b).map(({ page, label }) => ({
      ...about,
      problem: `Falta: ${label}`,
      page,
    }));
  }
  const lines: Line[] = [];
  const [inA, inB] = [missingInA(a), missingInB(a, b)];
  if (inA.length > 0) lines.push({ ...about, problem: sentence(sectionA.questions, inA), page: 'a' });
  if (inB.length > 0) lines.push({ ...about, problem: sentence(sectionB.questions, inB), page: 'b' });
  if (lines.length > 0) return lines;
  return [{ ...about, problem: 'Falta validar el caso', page: 'validate' }];
}

/** Drafts admitted in the month and validated cases that count in it, by number. Sealed cases are not named. */
export async function qualityOf(trx: Trx, month: Month): Promise<Line[]> {
  const rows = await trx
    .selectFrom('case_file')
    .selectAll()
    .where('is_sealed', '=', 0)
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'draft'), where('admitted_on', 'like', `${month}-%`)]),
        where('reporting_month', '=', month),
      ]),
    )
    .orderBy('number')
    .execute();
  const drafts: Line[] = [];
  const validated: Line[] = [];
  for (const row of rows) (row.state === 'draft' ? drafts : validated).push(...(await linesOf(trx, row)));
  return [...drafts, ...validated];
}
