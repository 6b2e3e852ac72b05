/** Columns that many tables have alike. */

export const id = 'id TEXT PRIMARY KEY';
export const version = 'version INTEGER NOT NULL CHECK (version > 0)';

/** Who did it, and when. */
export const who = (done: string): string =>
  `${done}_by TEXT NOT NULL REFERENCES staff_member (id), ${done}_at TEXT NOT NULL`;
/** The same of what may come later. */
export const whoLater = (done: string): string => `${done}_by TEXT REFERENCES staff_member (id), ${done}_at TEXT`;
export const laterWho = (done: string): string => `${done}_at TEXT, ${done}_by TEXT REFERENCES staff_member (id)`;
