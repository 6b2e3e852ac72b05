import { createContext } from 'react';

/** Which fields were changed since they were first saved, and how to show the changes of one. */
export type Trail = { readonly changed: ReadonlySet<string>; readonly show: (path: string) => void };

/** Null where the reader has no history of the fields. */
export const FieldTrail = createContext<Trail | null>(null);

/** The act of the control «Ver cambios» of a field; undefined where nothing was changed. */
export function trailOf(trail: Trail | null, path: string): (() => void) | undefined {
  if (trail === null || !trail.changed.has(path)) return undefined;
  return () => trail.show(path);
}
