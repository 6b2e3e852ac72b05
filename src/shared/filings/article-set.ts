/**
 * The articles that a lawyer of the centre confirmed for a kind of writ, once, with what they were compared with (D39): they
 * print without being ticked again. A row of the centre; none comes with the program.
 */
import { cleanedText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { shippedRow, type DatedRow, type RuleTable } from '../rulebook/index.ts';
import { filingKinds, ownKind, writtenKinds, type FilingKind, type ShippedKind } from './codes.ts';
import { kinds } from './kinds/index.ts';
import type { FilingLaw } from './law.ts';

const articleSetSchema = z.strictObject({
  kind: z.literal(writtenKinds),
  /** The row of «Modelos propios» and its name, for a kind of the centre. */
  model: z.string().max(64).nullable().default(null),
  name: cleanedText(80).nullable().default(null),
  /** Ids of rows of «Artículos», with commas; null while nobody confirmed a set. */
  articles: cleanedText(2000)
    .refine((ids) => /^[\w.-]+(?:, [\w.-]+)*$/.test(ids), {
      error: 'Escriba los identificadores con comas: l-8, l-22.',
    })
    .nullable(),
});
export type ArticleSet = z.infer<typeof articleSetSchema>;

export function articleSetId(kind: ShippedKind): string {
  return `articles-${String(kind).padStart(2, '0')}`;
}

export const articleSetTable: RuleTable<ArticleSet> = {
  id: 'article-set',
  title: 'Artículos confirmados por escrito',
  about:
    'Los artículos que la abogada o el abogado del centro confirmó para cada escrito, con su fuente: salen marcados. Se confirman desde el escrito, en «Fundamentos de derecho».',
  value: articleSetSchema.refine(({ kind, model }) => (kind === ownKind) === (model !== null), {
    path: ['kind'],
    error: 'Un modelo propio se nombra por su fila.',
  }),
  fields: [
    { name: 'kind', label: 'Escrito', kind: 'number', isFixed: true },
    { name: 'model', label: 'Fila del modelo propio', kind: 'text', optional: true, isFixed: true },
    { name: 'name', label: 'Modelo propio', kind: 'text', optional: true },
    {
      name: 'articles',
      label: 'Artículos',
      kind: 'longText',
      optional: true,
      hint: 'Identificadores de la tabla «Artículos», con comas.',
    },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addsElsewhere: true,
  oneOf: { field: 'articles', of: ({ kind, model }) => `${kind} ${model ?? ''}` },
  shipped: filingKinds.map((kind) =>
    shippedRow(articleSetId(kind), {
      value: { kind, model: null, name: null, articles: null },
      validFrom: '2026-01-01',
      source: 'Todavía nadie confirmó los artículos de este escrito',
      confirmation: 'toConfirm',
    }),
  ),
  label: ({ kind, name, articles }) =>
    `${name ?? `${kind}. ${kinds[kind].label}`}: ${articles === null ? 'sin confirmar' : `${idsOf({ articles }).length} artículos`}`,
};

function idsOf({ articles }: Pick<ArticleSet, 'articles'>): string[] {
  return articles === null ? [] : articles.split(', ');
}

export type SetOf = { readonly kind: FilingKind; readonly model: string | null };

export function isSetOf(value: ArticleSet, of: SetOf): boolean {
  return value.kind === of.kind && (value.model ?? null) === of.model;
}

/** Ids of the set that still are articles of the day; null while none was confirmed. */
export function confirmedSet(rows: readonly DatedRow<ArticleSet>[], of: SetOf, law: FilingLaw): string[] | null {
  const set = rows.find(({ value }) => isSetOf(value, of));
  if (set === undefined || set.value.articles === null) return null;
  const known = new Set(law.articles.map(({ id }) => id));
  return idsOf(set.value).filter((id) => known.has(id));
}

/** The law as a writ of the kind may rest on it: what was confirmed for the kind counts as compared. */
export function withConfirmed(law: FilingLaw, set: readonly string[] | null): FilingLaw {
  const isConfirmed = new Set(set ?? []);
  return {
    ...law,
    articles: law.articles.map((row) =>
      row.confirmation === 'toConfirm' && isConfirmed.has(row.id)
        ? { ...row, confirmation: 'secondary' as const }
        : row,
    ),
  };
}
