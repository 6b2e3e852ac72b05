/** What was typed in the palette, on its way to the search screen. A query holds names: it never stands in an address. */
let pending: string | null = null;
const listeners = new Set<() => void>();

export function handOverQuery(query: string): void {
  pending = query;
  for (const listener of listeners) listener();
}

/** Gives the query once. */
export function takeQuery(): string | null {
  const query = pending;
  pending = null;
  return query;
}

export function onQuery(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
