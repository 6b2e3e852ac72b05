/** Closed codes of the import of old lists. */

/**
 * `draft` read, columns being chosen; `checked` every row judged; `proposed` waits for a second person; `done` in the
 * record; `undone` taken out again; `discarded` never went in.
 */
export const importStates = ['draft', 'checked', 'proposed', 'done', 'undone', 'discarded'] as const;
export type ImportState = (typeof importStates)[number];

export const listFormats = ['csv', 'xlsx'] as const;
export type ListFormat = (typeof listFormats)[number];

/** `utf-8-twice`: UTF-8 that some program took for Windows and wrote as UTF-8 again. */
export const encodings = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'cp850', 'utf-8-twice'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Order in which the list writes a date. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** What M stands for where a column of sex holds single letters. */
export const sexLetters = ['male', 'female'] as const;
export type SexLetter = (typeof sexLetters)[number];

/** Order in which one column writes whole names. */
export const nameOrders = ['surnamesFirst', 'givenFirst'] as const;
export type NameOrder = (typeof nameOrders)[number];

/** The two persons of a row. */
export const rowRoles = ['user', 'aggressor'] as const;
export type RowRole = (typeof rowRoles)[number];

/**
 * What a row waits for: `error` cannot go in as it is, `ask` may be somebody already known or holds what only a person
 * can confirm, `warning` goes in and is worth a look, `ready` goes in, `excluded` was left out by a person.
 */
export const rowVerdicts = ['error', 'ask', 'warning', 'ready', 'excluded'] as const;
export type RowVerdict = (typeof rowVerdicts)[number];

/** What a cell of a column looks like, before it has a meaning. */
export const cellKinds = ['date', 'dni', 'phone', 'number', 'code', 'word', 'words', 'mixed'] as const;
export type CellKind = (typeof cellKinds)[number];

/** What is said at a cell: it stops the row, a person has to confirm it, or it is only told. */
export const issueSeverities = ['error', 'ask', 'warning'] as const;

/** Why a row stays in the record when its import is undone. */
export const undoReasons = ['wrongList', 'wrongColumns', 'twice', 'other'] as const;
export type UndoReason = (typeof undoReasons)[number];

/** Limits of one list, told in a sentence when a file is larger. */
export const listLimits = {
  /** Bytes of the file. */
  bytes: 20 * 1024 * 1024,
  /** Rows below the headers: what one transaction writes in a few seconds on an old computer. */
  rows: 5000,
  columns: 200,
  /** Characters of one cell. */
  cell: 4000,
  /** Bytes of a workbook once unpacked. */
  unpacked: 200 * 1024 * 1024,
} as const;
