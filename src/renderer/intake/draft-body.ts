/** What a draft holds: the values as typed, valid or not, and the version of the record they were typed over. */
export type DraftBody<Values> = {
  readonly version: number;
  readonly values: Values;
  /** The record as it was in that version, for forms that tell what was changed of it; absent in the others. */
  readonly over?: Values | undefined;
};

export function writeDraft<Values>(body: DraftBody<Values>): string {
  return JSON.stringify(body);
}

function hasShape<Values extends object>(values: unknown, blank: Values): values is Values {
  return typeof values === 'object' && values !== null && Object.keys(blank).every((name) => name in values);
}

/** Null for an empty draft or one whose shape is not that of `blank` (written by another version of the program). */
export function readDraft<Values extends object>(body: string | null, blank: Values): DraftBody<Values> | null {
  if (body === null) return null;
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || !('values' in parsed)) return null;
    const { version, values } = parsed;
    if (typeof version !== 'number' || !hasShape(values, blank)) return null;
    return 'over' in parsed && hasShape(parsed.over, blank)
      ? { version, values, over: parsed.over }
      : { version, values };
  } catch {
    return null;
  }
}
