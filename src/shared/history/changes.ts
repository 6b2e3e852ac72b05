/** What differs between a record as it was and as it is now, field by field. */

/** A value as it is kept in the history: anything JSON holds; null = nothing was there. */
export type FieldValue = unknown;
export type Fields = Readonly<Record<string, FieldValue>>;

export type FieldChange = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue };

/** Ticks are a set: their order is no change. Keys of objects are compared in order of name. */
function plain(value: FieldValue): string {
  if (value === undefined || value === null) return 'null';
  if (Array.isArray(value)) return JSON.stringify(value.map(String).toSorted());
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).toSorted());
  return JSON.stringify(value);
}

/** Fields whose value differs, in the order of `after`, then those that only `before` had. */
export function changesBetween(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names
    .filter((name) => plain(before[name]) !== plain(after[name]))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

/**
 * A record as flat fields: `{ contact: { phone } }` becomes `contact.phone`. What `isWhole` names (a partial date, a
 * list of ticks) stays one value.
 */
export function flatFields(value: object, isWhole: (part: object) => boolean, above = ''): Fields {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]: [string, unknown]): [string, FieldValue][] => {
      const path = `${above}${name}`;
      const isGroup = typeof part === 'object' && part !== null && !Array.isArray(part) && !isWhole(part);
      return isGroup ? Object.entries(flatFields(part, isWhole, `${path}.`)) : [[path, part]];
    }),
  );
}
