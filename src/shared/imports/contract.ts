/** Import of an old list: file, columns, dry run, two people, undo. */
import { approving, changing, noAudit, proposing, reading, readingAll } from '../platform/contract.ts';
import { proposalIdSchema, versionSchema } from '../platform/ids.ts';
import { listOf, oneOf, z } from '../platform/zod.ts';
import { listLimits, rowRoles, rowVerdicts, undoReasonLabels } from './codes.ts';
import { fieldIds } from './fields.ts';
import {
  fileNameSchema,
  importHoldSchema,
  importedCaseSchema,
  importIdSchema,
  importLineSchema,
  importViewSchema,
  listRowSchema,
  listSettingsSchema,
  personChoiceSchema,
  workProgressSchema,
} from './schema.ts';

const ofImport = { importId: importIdSchema };
const ofVersion = { ...ofImport, version: versionSchema };

/** Bytes of the file in one message: base64 of it stays far below the limit of a message. */
export const sentPieceSize = 480 * 1024;
export const rowsPage = 50;

/** Rows changed in one call. */
export const rowsInOneAct = 500;

const rowEditShape = {
  line: z.int().positive(),
  texts: z.partialRecord(z.enum(fieldIds), z.string().max(400)),
  isExcluded: z.boolean(),
  /** What is asked at its cells is right as it stands. Holds for the row as this call leaves it. */
  isConfirmed: z.boolean().optional(),
};

const pieceBytes = noAudit('bytes in memory of the session: the entry is that of the opened list');

export const importsContract = {
  /** One piece of a chosen file, kept in memory of the session until `openImport`; a new file takes its place. */
  sendImportPiece: reading('import.prepare', pieceBytes, {
    input: {
      fileId: z.uuid(),
      offset: z.int().min(0).max(listLimits.bytes),
      base64: z
        .string()
        .max(700_000)
        .regex(/^[A-Za-z0-9+/]*={0,2}$/),
    },
    output: { received: z.int() },
  }),
  /** Reads the file that was sent; a list already open or in the record is refused by its bytes. */
  openImport: changing('import.prepare', 'import.opened', {
    input: { fileId: z.uuid(), fileName: fileNameSchema },
    output: { importId: importIdSchema },
  }),
  listImports: readingAll('import.prepare', 'import.listed', { imports: z.array(importLineSchema) }),
  getImport: reading('import.prepare', 'import.read', { input: ofImport, output: importViewSchema }),
  /** Says how the file is read. What was judged before is judged again. */
  setImportSettings: changing('import.prepare', 'import.settingsChanged', {
    input: { ...ofVersion, settings: listSettingsSchema },
    output: { version: versionSchema },
  }),
  /** Dry run: every row read, compared with the record and with the rest of the list. Writes nothing of it. */
  checkImport: changing('import.prepare', 'import.checked', { input: ofVersion, output: { version: versionSchema } }),
  /** How far the checking of a list is; null when it does not run. */
  getImportProgress: reading('import.prepare', noAudit('counts, no data'), {
    input: ofImport,
    output: { progress: workProgressSchema.nullable() },
    fromMemory: true,
  }),
  /** Stops the checking of a list; nothing of it stays. */
  cancelImportWork: reading('import.prepare', noAudit('stops a calculation, changes nothing'), {
    input: ofImport,
    fromMemory: true,
  }),
  /** How far an approval that brings a list in or takes it out is; null when it does not run. */
  getImportDecisionProgress: reading('proposal.decide', noAudit('counts, no data'), {
    input: { proposalId: proposalIdSchema },
    output: { progress: workProgressSchema.nullable() },
    fromMemory: true,
  }),
  /** Stops the approval: its transaction is undone whole, the proposal stays pending. */
  cancelImportDecision: reading('proposal.decide', noAudit('undoes a transaction that was not written'), {
    input: { proposalId: proposalIdSchema },
    fromMemory: true,
  }),
  listImportRows: reading('import.prepare', 'import.rowsRead', {
    input: { ...ofImport, verdict: z.enum(rowVerdicts).nullable(), after: z.int().min(0) },
    output: { rows: z.array(listRowSchema), next: z.int().nullable() },
  }),
  /** Mends, confirms or leaves out one row; it is judged again at once. */
  editImportRow: changing('import.prepare', 'import.rowChanged', {
    input: { ...ofImport, ...rowEditShape },
    output: { row: listRowSchema },
  }),
  /** The same for several rows, in one act. */
  editImportRows: changing('import.prepare', 'import.rowChanged', {
    input: { ...ofImport, rows: listOf(rowEditShape).min(1).max(rowsInOneAct) },
    output: { rows: z.array(listRowSchema) },
  }),
  /** Leaves out every row with an error, in one act. The list stays checked: such a row is nobody's twin. */
  leaveOutWrongRows: changing('import.prepare', 'import.wrongLeftOut', { input: ofVersion, output: { rows: z.int() } }),
  /** Undoes the last of those acts: the rows it left out stand as before. */
  takeBackWrongRows: changing('import.prepare', 'import.wrongTakenBack', {
    input: ofVersion,
    output: { rows: z.int() },
  }),
  /** Says who a person of a row is. Only one of her candidates, or somebody new. */
  chooseImportPerson: changing('import.prepare', 'import.personChosen', {
    input: {
      ...ofImport,
      line: z.int().positive(),
      role: z.enum(rowRoles),
      choice: personChoiceSchema,
    },
    output: { row: listRowSchema },
  }),
  /** One act of a person for all rows: every open probable candidate is the same person. */
  acceptProbable: changing('import.prepare', 'import.probableAccepted', {
    input: ofImport,
    output: { accepted: z.int() },
  }),
  proposeImport: proposing('import.run', 'import.proposed', { input: ofVersion, passwordAgain: true }),
  /** Writes the whole list in one transaction, exactly as it was proposed. */
  approveImport: approving('list-import', 'import.done', { cases: z.int() }),
  /** Drops a list that did not go in; its file and rows are erased. */
  discardImport: changing('import.prepare', 'import.discarded', { input: ofVersion }),
  /** Fichas that came in, each with its row of the file; those closed to the reader are left out. */
  listImportedCases: reading('import.prepare', 'import.casesRead', {
    input: { ...ofImport, after: z.int().min(0) },
    output: { cases: z.array(importedCaseSchema), next: z.int().nullable() },
  }),
  /** Fichas of the list that something hangs on since it came in. */
  listImportHolds: reading('import.prepare', 'import.holdsRead', {
    input: ofImport,
    output: { holds: z.array(importHoldSchema).max(200), total: z.int() },
  }),
  proposeImportUndo: proposing('import.run', 'import.undoProposed', {
    input: {
      ...ofVersion,
      reason: oneOf(undoReasonLabels),
      /** Leaves in the record what something hangs on; without it such a ficha stops the undo. */
      keepsTouched: z.boolean(),
    },
    passwordAgain: true,
  }),
  approveImportUndo: approving('list-import-undo', 'import.undone', { erased: z.int(), kept: z.int() }),
} as const;
