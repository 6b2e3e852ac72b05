/** What a month still lacks, put together by fact, by ficha or by who is in charge. */
import { codesOf } from '../platform/codes-of.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { listOf, z } from '../platform/zod.ts';

/** Where it is mended. */
export const qualityPageLabels = { a: 'Sección A', b: 'Sección B', validate: 'Validar caso' } as const;

export const qualityLineSchema = z.strictObject({
  caseId: caseIdSchema,
  number: z.string(),
  page: z.enum(codesOf(qualityPageLabels)),
  /** It does not count until it is validated. */
  isDraft: z.boolean(),
  /** Questions without an answer, with their number on the paper; none where only the validation is missing. */
  facts: listOf({ question: z.string(), label: z.string(), item: z.string() }),
  /** Who is in charge of the case, in words. */
  who: z.string(),
});
export type QualityLine = z.infer<typeof qualityLineSchema>;

export const qualityViewLabels = { fact: 'Por dato', case: 'Por ficha', who: 'Por profesional' } as const;
export type QualityView = keyof typeof qualityViewLabels;

export type QualityRow = {
  readonly key: string;
  readonly words: string;
  /** Number on the paper, or of the ficha. */
  readonly item: string;
  readonly count: number;
  /** The fichas, the first of them where it opens. */
  readonly lines: readonly QualityLine[];
  readonly who: string;
};

export type QualityGroup = {
  readonly title: string;
  readonly isPressing: boolean;
  readonly rows: readonly QualityRow[];
};

const listed = new Intl.ListFormat('es-PE', { type: 'conjunction' });

function rowOf(key: string, words: string, item: string, lines: readonly QualityLine[]): QualityRow {
  const who = [...new Set(lines.map((line) => line.who))];
  return { key, words, item, count: lines.length, lines, who: listed.format(who) };
}

function rowsBy(
  lines: readonly QualityLine[],
  keyOf: (line: QualityLine) => string,
  wordsOf: (line: QualityLine) => string,
) {
  return [...Map.groupBy(lines, keyOf)].map(([key, of]) => {
    const row = rowOf(key, of[0] === undefined ? '' : wordsOf(of[0]), '', of);
    return { ...row, count: countMissing(of).missing };
  });
}

const draftWords = {
  a: 'Sección A incompleta',
  b: 'Sección B incompleta',
  validate: 'Falta validar',
} as const satisfies Record<QualityLine['page'], string>;

/** One row a question, the most missed first. */
function factRows(lines: readonly QualityLine[]): QualityRow[] {
  const pairs = lines.flatMap((line) => line.facts.map((fact) => ({ line, fact })));
  return [...Map.groupBy(pairs, ({ fact }) => fact.question)]
    .map(([question, of]) =>
      rowOf(
        question,
        of[0]?.fact.label ?? question,
        of[0]?.fact.item ?? '',
        of.map(({ line }) => line),
      ),
    )
    .toSorted((one, other) => other.count - one.count || one.item.localeCompare(other.item, 'es', { numeric: true }));
}

const missingWords = ({ facts, page, isDraft }: QualityLine): string =>
  isDraft ? draftWords[page] : facts.map(({ label, item }) => `${label} ${item}`).join(' · ');

function caseRows(lines: readonly QualityLine[]): QualityRow[] {
  return [...Map.groupBy(lines, ({ caseId }) => caseId)].map(([caseId, of]) => {
    const row = rowOf(caseId, of.map(missingWords).join(' · '), of[0]?.number ?? '', of);
    return { ...row, count: of.reduce((sum, { facts }) => sum + facts.length, 0) };
  });
}

function fichas(lines: readonly QualityLine[]): number {
  return new Set(lines.map(({ caseId }) => caseId)).size;
}

/** How many facts are missing: of a ficha that does not count yet, its validation. */
export function countMissing(lines: readonly QualityLine[]): { missing: number; fichas: number } {
  const drafts = lines.filter(({ isDraft }) => isDraft);
  const facts = lines.filter(({ isDraft }) => !isDraft).reduce((sum, line) => sum + line.facts.length, 0);
  return { missing: fichas(drafts) + facts, fichas: fichas(lines) };
}

/** First what does not count at all, then what goes out as «Sin registro». */
export function qualityGroups(lines: readonly QualityLine[], view: QualityView): QualityGroup[] {
  const drafts = lines.filter(({ isDraft }) => isDraft);
  const counted = lines.filter(({ isDraft }) => !isDraft);
  const rows = {
    fact: [
      rowsBy(
        drafts,
        ({ page }) => page,
        ({ page }) => draftWords[page],
      ),
      factRows(counted),
    ],
    case: [caseRows(drafts), caseRows(counted)],
    who: [drafts, counted].map((of) =>
      rowsBy(
        of,
        ({ who }) => who,
        ({ who }) => who,
      ),
    ),
  }[view];
  const groups = [
    { title: `No cuentan hasta validarse · ${fichas(drafts)}`, isPressing: true, rows: rows[0] ?? [] },
    {
      title: `Saldrán como «Sin registro» · ${countMissing(counted).missing}`,
      isPressing: false,
      rows: rows[1] ?? [],
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** «2026-0001, 0002, 0009 y 3 más»: the year once, no ficha twice. */
export function fichaWords(lines: readonly Pick<QualityLine, 'number'>[], most = 3): string {
  const numbers = [...new Set(lines.map(({ number }) => number))];
  const shown = numbers.slice(0, most);
  const words = shown.map((number, at) => {
    const [year = ''] = number.split('-');
    return at > 0 && shown[at - 1]?.startsWith(`${year}-`) === true ? number.slice(year.length + 1) : number;
  });
  const more = numbers.length - shown.length;
  return `${words.join(', ')}${more > 0 ? ` y ${more} más` : ''}`;
}
