/** What a draft holds: the values as typed, valid or not, and the version of the record they were typed over. */
export type DraftBody<Values> = { readonly version: number; readonly values: Values };

export function writeDraft<Values>(body: DraftBody<Values>): string {
  return JSON.stringify(body);
}

/** Null for an empty draft or one whose shape is not that of `blank` (written by another version of the program). */
export function readDraft<Values extends object>(body: string | null, blank: Values): DraftBody<Values> | null {
  if (body === null) return null;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || !('values' in parsed)) return null;
    const { version, values } = parsed;
    if (typeof version !== 'number' || typeof values !== 'object' || values === null) return null;
    const names = Object.keys(blank);
    if (!names.every((name) => name in values)) return null;
    return { version, values: values as Values };
  } catch {
    return null;
  }
}
