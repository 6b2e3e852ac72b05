/** The import of a list as it travels. */
import { civilDateSchema, instantSchema } from '../platform/dates.ts';
import { caseIdSchema, idSchema, personIdSchema, versionSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { proposalSchema } from '../access/index.ts';
import { eachOf } from '../platform/codes-of.ts';
import {
  cellKinds,
  dateOrderLabels,
  delimiters,
  encodingLabels,
  importStateLabels,
  issueSeverities,
  listFormats,
  listLimits,
  nameOrderLabels,
  rowRoles,
  rowVerdicts,
  sexLetterLabels,
} from './codes.ts';
import { fieldIds } from './fields.ts';

export const importIdSchema = idSchema('ImportId');
export type ImportId = z.infer<typeof importIdSchema>;

const columnsSchema = z.partialRecord(
  z.enum(fieldIds),
  z
    .int()
    .min(0)
    .max(listLimits.columns - 1),
);
export type ListColumns = z.infer<typeof columnsSchema>;

/** How a file is read. Null = not decided, and then it is asked. */
export const listSettingsSchema = z.strictObject({
  /** Of a text file; null for a workbook. */
  encoding: oneOf(encodingLabels).nullable(),
  delimiter: z.enum(delimiters).nullable(),
  /** Position of the sheet in a workbook; null for a text file. */
  sheet: z.int().min(0).max(254).nullable(),
  /** Row of the file that holds the headers. */
  headerLine: z.int().min(1).max(50),
  dateOrder: oneOf(dateOrderLabels).nullable(),
  /** What a lone M means in the column of sex; null while it is not known. */
  sexLetter: oneOf(sexLetterLabels).nullable(),
  /** Order of the names where a column holds them whole; null while it is not known. */
  userNameOrder: oneOf(nameOrderLabels).nullable(),
  aggressorNameOrder: oneOf(nameOrderLabels).nullable(),
  /** Puts back the zeros that Excel took from a DNI of six or seven digits. */
  padsDocument: z.boolean(),
  columns: columnsSchema,
});
export type ListSettings = z.infer<typeof listSettingsSchema>;

/** Who a person of a row turns out to be. `row`: the person of an earlier row of the same list. */
export const personChoiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({ kind: z.literal('known'), personId: personIdSchema }),
  z.strictObject({ kind: z.literal('row'), line: z.int().positive(), role: z.enum(rowRoles) }),
]);
export type PersonChoice = z.infer<typeof personChoiceSchema>;

export const rowIssueSchema = z.strictObject({
  severity: z.enum(issueSeverities),
  field: z.enum(fieldIds).nullable(),
  /** Letter of the column in the file; null when the field has none. */
  column: z.string().nullable(),
  message: z.string(),
});
export type RowIssue = z.infer<typeof rowIssueSchema>;

export const rowCandidateSchema = z.strictObject({
  choice: personChoiceSchema,
  name: z.string(),
  /** Where she is from: «Ficha 2024-0012», «Fila 8 de esta lista». */
  where: z.string(),
  level: z.enum(['probable', 'possible']),
  reasons: z.array(z.string()),
});
export type RowCandidate = z.infer<typeof rowCandidateSchema>;

export const rowPersonSchema = z.strictObject({
  name: z.string(),
  candidates: z.array(rowCandidateSchema),
  /** Null: nobody decided yet; with a probable candidate the row waits for it. */
  choice: personChoiceSchema.nullable(),
});

export const listRowSchema = z.strictObject({
  line: z.int().positive(),
  verdict: z.enum(rowVerdicts),
  issues: z.array(rowIssueSchema),
  /** What each column holds now, as read or as mended; only columns with a field. */
  texts: z.partialRecord(z.enum(fieldIds), z.string()),
  user: rowPersonSchema,
  aggressor: rowPersonSchema,
  /** A person said that what is asked at its cells is right as it stands. */
  isConfirmed: z.boolean(),
  admittedOn: civilDateSchema.nullable(),
});
export type ListRow = z.infer<typeof listRowSchema>;

const countsSchema = z.strictObject(eachOf(rowVerdicts, () => z.int()));
export type VerdictCounts = z.infer<typeof countsSchema>;

export const importLineSchema = z.strictObject({
  importId: importIdSchema,
  fileName: z.string(),
  state: oneOf(importStateLabels),
  rows: z.int(),
  cases: z.int(),
  startedBy: z.string(),
  startedAt: instantSchema,
  doneAt: instantSchema.nullable(),
});
export type ImportLine = z.infer<typeof importLineSchema>;

/** What a column holds: how many cells of each kind, how many empty, and the odd ones by their rows. */
const profileSchema = z.strictObject({
  kinds: listOf({ kind: z.enum(cellKinds), cells: z.int() }),
  empty: z.int(),
  oddTotal: z.int(),
  odd: listOf({ line: z.int(), text: z.string(), why: z.string() }),
});
export type ColumnProfile = z.infer<typeof profileSchema>;

const splitViewSchema = z.strictObject({
  role: z.enum(rowRoles),
  total: z.int(),
  doubtful: z.int(),
  sample: listOf({
    line: z.int(),
    text: z.string(),
    firstSurname: z.string().nullable(),
    secondSurname: z.string().nullable(),
    givenNames: z.string().nullable(),
    doubt: z.string().nullable(),
  }),
});
export type SplitView = z.infer<typeof splitViewSchema>;

export const importViewSchema = importLineSchema.extend({
  version: versionSchema,
  format: z.enum(listFormats),
  settings: listSettingsSchema,
  /** Sheets of a workbook that are not hidden; empty for a text file. */
  sheets: listOf({ index: z.int(), name: z.string() }),
  /** Columns with their header and up to three filled cells; empty once the file is gone. */
  columns: listOf({ letter: z.string(), header: z.string(), examples: z.array(z.string()), profile: profileSchema }),
  /** How whole names are parted under the order at hand, the doubtful ones first. */
  splits: z.array(splitViewSchema),
  dates: z.strictObject({
    possible: z.array(oneOf(dateOrderLabels)),
    examples: listOf({
      text: z.string(),
      readings: listOf({ order: oneOf(dateOrderLabels), words: z.string() }),
    }),
  }),
  /** DNI of six or seven digits: Excel takes the leading zero away. */
  shortDocuments: z.int(),
  /** Whether the column of sex holds an M that may mean either. */
  asksSexLetter: z.boolean(),
  /** First line with letters beyond plain ones, to see whether the encoding is right. */
  letterExample: z.string().nullable(),
  /** What still has to be decided before the rows can be checked, in words. */
  pending: z.array(z.string()),
  /** Null before the rows were checked. */
  counts: countsSchema.nullable(),
  /** Rows whose probable candidates agree in document and name: may be settled in one act. */
  probable: z.int(),
  /** Rows with an error that one act left out, which another may take back; zero when there is none. */
  leftOutTogether: z.int(),
  proposal: proposalSchema.nullable(),
  undoProposal: proposalSchema.nullable(),
});
export type ImportView = z.infer<typeof importViewSchema>;

/** A ficha of a list in the record, with the row as it stood in the file. */
export const importedCaseSchema = z.strictObject({
  line: z.int(),
  caseId: caseIdSchema,
  number: z.string(),
  admittedOn: civilDateSchema,
  closedOn: civilDateSchema.nullable(),
  source: listOf({ header: z.string(), text: z.string() }),
});
export type ImportedCase = z.infer<typeof importedCaseSchema>;

/** What a long work on a list is at: reading rows, comparing persons once more, writing fichas, taking them out. */
export const workStages = ['checking', 'comparing', 'writing', 'erasing'] as const;
export const workProgressSchema = z.strictObject({
  stage: z.enum(workStages),
  done: z.int().min(0),
  total: z.int().min(0),
});
export type WorkProgress = z.infer<typeof workProgressSchema>;

/** What hangs on a ficha of the list since it came in. */
export const importHoldSchema = z.strictObject({
  line: z.int(),
  caseId: caseIdSchema,
  number: z.string(),
  reasons: z.array(z.string()),
});
export type ImportHold = z.infer<typeof importHoldSchema>;

/** Name of the file for display: one line, no path. */
export const fileNameSchema = cleanedText(200).transform((name) => name.replace(/^.*[\\/]/, '').slice(0, 120));
