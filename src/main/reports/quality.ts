/** What a month still lacks: cases that are not counted yet, and data its tables would read (D20). */
import {
  missingFacts,
  sectionA,
  sectionB,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../../shared/intake/index.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import { spanOf, type Month } from '../../shared/platform/dates.ts';
import type { Questions } from '../../shared/record/index.ts';
import type { reportsContract } from '../../shared/reports/index.ts';
import { closedTo, getSectionA, getSectionB, missingInA, missingInB, type CaseRow } from '../intake/index.ts';
import { tablesIn, type Trx } from './tables.ts';

type Line = OutputOf<(typeof reportsContract)['getMonth']>['quality'][number];

/** Longer lists say how many more there are: the page of the case names them all. */
const namedAtMost = 4;

/** «Falta: Seguro médico (A.4); …», with the numbers of the paper: several questions have the same short name. */
function sentence(questions: Questions, names: readonly string[]): string {
  const words = names.slice(0, namedAtMost).map((name) => {
    const question = questions[name];
    return question === undefined ? name : `${question.label} (${question.item})`;
  });
  const more = names.length - words.length;
  return `Falta: ${words.join('; ')}${more > 0 ? `; y ${more} más` : ''}`;
}

/** Of a validated case only what the tables of the month read. */
function missingForTables(a: SectionAAnswers, b: SectionBAnswers): [string[], string[]] {
  const missing = missingFacts('monthlyReport', a, b);
  const on = (page: 'a' | 'b') => missing.filter((fact) => fact.page === page).map(({ question }) => question);
  return [on('a'), on('b')];
}

async function linesOf(trx: Trx, row: CaseRow): Promise<Line[]> {
  const a = (await getSectionA(trx, row.id)).answers;
  const b = (await getSectionB(trx, row.id)).answers;
  const about = { caseId: row.id, number: row.number };
  const [inA, inB] = row.state === 'draft' ? [missingInA(a), missingInB(a, b)] : missingForTables(a, b);
  const lines: Line[] = [];
  if (inA.length > 0) lines.push({ ...about, problem: sentence(sectionA.questions, inA), page: 'a' });
  if (inB.length > 0) lines.push({ ...about, problem: sentence(sectionB.questions, inB), page: 'b' });
  if (lines.length > 0 || row.state !== 'draft') return lines;
  return [{ ...about, problem: 'Falta validar el caso', page: 'validate' }];
}

/** Drafts admitted in the month and validated cases that count in it, by number; none sealed or closed to the reader. */
export async function qualityOf(trx: Trx, month: Month, staffId: string): Promise<Line[]> {
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
  const drafts: Line[] = [];
  const validated: Line[] = [];
  for (const row of rows.filter(({ id }) => !closed.has(id))) {
    (row.state === 'draft' ? drafts : validated).push(...(await linesOf(trx, row)));
  }
  return [...drafts, ...validated];
}
