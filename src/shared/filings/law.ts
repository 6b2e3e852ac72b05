/** Articles and measures as they count on the day of a writ. */
import type { CivilDate } from '../platform/dates.ts';
import { z } from '../platform/zod.ts';
import { rowsOn, type DatedRow } from '../rulebook/index.ts';
import { measureCodes, type MeasureCode, type ShippedKind } from './codes.ts';
import { articleCitation, articleTable, measureTable, type ArticleValue, type MeasureValue } from './law-tables.ts';

export type FilingLaw = {
  readonly articles: readonly DatedRow<ArticleValue>[];
  readonly measures: readonly DatedRow<MeasureValue>[];
};

/** The rows that count on a day; without those of a centre, the rows that come with the program. */
export function lawOn(
  on: CivilDate,
  rows: FilingLaw = { articles: articleTable.shipped, measures: measureTable.shipped },
): FilingLaw {
  return { articles: rowsOn(rows.articles, on), measures: rowsOn(rows.measures, on) };
}

export const offeredArticleSchema = z.strictObject({
  id: z.string(),
  citation: z.string(),
  subject: z.string(),
  isConfirmed: z.boolean(),
});
export type OfferedArticle = z.infer<typeof offeredArticleSchema>;

/** Unapproved rows are offered unticked with «por confirmar» on screen and print only when ticked (U47, U50). */
export function offeredArticles({ articles }: FilingLaw, kind: ShippedKind): OfferedArticle[] {
  return articles
    .filter(({ value }) => value.filings.includes(kind))
    .map(({ id, value, confirmation }) => ({
      id,
      citation: articleCitation(value),
      subject: value.subject,
      isConfirmed: confirmation !== 'toConfirm',
    }));
}

/** Articles the form may tick beforehand: only confirmed rows. */
export function tickedByDefault(law: FilingLaw, kind: ShippedKind): string[] {
  return offeredArticles(law, kind)
    .filter((row) => row.isConfirmed)
    .map((row) => row.id);
}

/** Words of a measure with its blanks; the code where the table lost the row. */
export function measureLabel({ measures }: FilingLaw, code: MeasureCode): string {
  return measures.find(({ id }) => id === code)?.value.label ?? code;
}

export function measurePlace({ measures }: FilingLaw, code: MeasureCode): number {
  return measures.find(({ id }) => id === code)?.value.number ?? measureCodes.indexOf(code) + 1;
}
