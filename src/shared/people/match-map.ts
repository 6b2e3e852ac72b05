/** A file of people and the map of its columns, for looking for repeated persons outside a register. */
import { cleanText } from '../platform/text.ts';
import { z } from '../platform/zod.ts';
import { noFacts, plainName, type PersonFacts } from './linkage/index.ts';

/** Fields that a column can hold; `id` is what the answer calls the row. */
export const matchFields = [
  ...(['id', 'givenNames', 'firstSurname', 'secondSurname'] as const),
  ...(['documentNumber', 'birthDate', 'phone', 'sex', 'district', 'address'] as const),
] as const;
export type MatchField = (typeof matchFields)[number];

const column = z.string().min(1);

/** Field → heading of its column. Only `id` is required; something to compare must stand beside it. */
export const matchMapSchema = z
  .strictObject({
    id: column,
    givenNames: column.optional(),
    firstSurname: column.optional(),
    secondSurname: column.optional(),
    documentNumber: column.optional(),
    birthDate: column.optional(),
    phone: column.optional(),
    sex: column.optional(),
    district: column.optional(),
    /** One column, or several that make one address together. */
    address: z.union([column, z.array(column).min(1).max(6)]).optional(),
  })
  .refine((map) => Object.keys(map).length > 1, { error: 'Indique al menos una columna para comparar, además de id.' });
export type MatchMap = z.infer<typeof matchMapSchema>;

export type MatchCells = { readonly [Field in MatchField]?: string };

/**
 * `YYYY-MM-DD` or `YYYYMMDD` as its parts; null when the text has another shape.
 *
 * A day that does not exist is kept as it was written: the other digits still tell.
 */
function dateParts(text: string): PersonFacts['birth'] {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text);
  return parts === null ? null : { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
}

/** Longer cells are no name, number or date; the rest of them is not compared. */
const longestCell = 500;

/** A code or a name of a place, compared for equality. */
function placeKey(text: string | null): string | null {
  const key = text === null ? '' : plainName(text);
  return key === '' ? null : key;
}

/** Cells as facts for comparing; an empty cell is not known. `hasUnreadBirth`: a date of another shape, not compared. */
export function factsOfCells(cells: MatchCells): { facts: PersonFacts; hasUnreadBirth: boolean } {
  const text = (field: MatchField) => {
    const cleaned = cleanText((cells[field] ?? '').slice(0, longestCell));
    return cleaned === '' ? null : cleaned;
  };
  const [number, phone, written] = [text('documentNumber'), text('phone'), text('birthDate')];
  const birth = written === null ? null : dateParts(written);
  const facts: PersonFacts = {
    ...noFacts,
    givenNames: text('givenNames'),
    firstSurname: text('firstSurname'),
    secondSurname: text('secondSurname'),
    documents: number === null ? [] : [{ kind: null, number }],
    birth,
    phones: phone === null ? [] : [phone],
    sex: text('sex')?.toLowerCase() ?? null,
    districtCode: placeKey(text('district')),
    address: text('address'),
  };
  return { facts, hasUnreadBirth: written !== null && birth === null };
}
