/** Import of old lists: file, columns, dry run, two people, undo. */
import { Buffer } from 'node:buffer';
import { listLimits, rowsPage, type importsContract, type ImportedCase } from '../../shared/imports/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { fail } from '../../shared/platform/failures.ts';
import { forgetsReceived, fromMemory, inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { above, firstRows, parsed } from '../platform/storage/rows.ts';
import { commitApproval, prepareApproval, propose, type Proposed } from './bring-in.ts';
import { acceptProbable, choosePerson } from './decisions.ts';
import { editRows, leaveOutWrong, takeBackWrong } from './edit-rows.ts';
import {
  keepCheck,
  keepOpened,
  keepSettings,
  prepareCheck,
  prepareSettings,
  readSent,
  refuseLocked,
  type Checked,
  type NewSettings,
  type OpenedFile,
} from './prepare-list.ts';
import { eraseWork, getImportRow, pageOfStates, updateImport } from './repository.ts';
import { toListRow } from './row-state.ts';
import { approveUndo, listHolds, proposeUndo } from './take-out.ts';
import { listLines, prepareFileView, viewOf } from './view.ts';
import { ListWork } from './work.ts';
import { type FileView, type Trx, tablesIn, type Use } from './tables.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { getCaseRow, isClosedTo } from '../intake/index.ts';

/** Fichas that came in by a list, each with its row as it stood in the file. */
async function listCameIn(unit: Use, { importId, after }: InputOf<Contract['listImportedCases']>) {
  const { trx } = unit;
  await getImportRow(trx, importId);
  const page = { most: rowsPage, order: ['line'] } as const;
  const rows = await firstRows(tablesIn(trx), 'list_import_case', { import_id: importId, line: above(after) }, page);
  const cases: ImportedCase[] = [];
  for (const row of rows) {
    const file = await getCaseRow(trx, row.case_id);
    // A sealed ficha, or one of somebody close to the reader, is not told of here either.
    if (await isClosedTo(trx, file, unit.session.staffId)) continue;
    const source = parsed(row.source);
    cases.push({
      line: row.line,
      caseId: row.case_id,
      number: file.number,
      admittedOn: file.admitted_on,
      closedOn: row.closed_on,
      source: source.map(([header, text]) => ({ header, text })),
    });
  }
  unit.about('list_import', importId);
  unit.note({ cases: cases.length });
  return { cases, next: rows.length < rowsPage ? null : (rows.at(-1)?.line ?? null) };
}

type Contract = typeof importsContract;
const sendLimit = { bytes: listLimits.bytes, tooBig: 'list-too-big' };

export type ImportsParts = {
  readonly places: PlaceIndex;
  /** A copy of the record as it is before a list comes in; a disk that is not there does not stop it. */
  readonly copyFirst: () => Promise<unknown>;
};

export function importsHandlers({ places, copyFirst }: ImportsParts): Handlers<Contract, Trx> {
  const work = new ListWork();
  return {
    sendImportPiece: inside((unit, { fileId, offset, base64 }) => {
      const piece = Buffer.from(base64, 'base64');
      return Promise.resolve({ received: unit.session.files.receive(fileId, offset, piece, sendLimit) });
    }),
    openImport: twoPhase<Contract['openImport'], Trx, OpenedFile>({
      prepare: (call, { fileId, fileName }) => readSent(call.session.files.received(fileId), fileName),
      commit: (unit, { fileName }, opened) => keepOpened(unit, fileName, opened),
      deliver: forgetsReceived,
    }),
    listImports: inside((unit) => listLines(unit)),
    getImport: twoPhase<Contract['getImport'], Trx, FileView>({
      prepare: (call, { importId }) => prepareFileView(call, importId),
      commit: (unit, { importId }, file) => viewOf(unit, importId, file),
    }),
    setImportSettings: twoPhase<Contract['setImportSettings'], Trx, NewSettings>({
      prepare: prepareSettings,
      commit: keepSettings,
    }),
    checkImport: twoPhase<Contract['checkImport'], Trx, Checked>({
      prepare: (call, { importId }) => prepareCheck(call, importId, { places, work }),
      commit: keepCheck,
    }),
    getImportProgress: fromMemory((_session, { importId }) => ({ progress: work.progressOf(importId) })),
    cancelImportWork: fromMemory((_session, { importId }) => {
      work.stop(importId);
      return {};
    }),
    getImportDecisionProgress: fromMemory((_session, { proposalId }) => ({ progress: work.progressOf(proposalId) })),
    cancelImportDecision: fromMemory((_session, { proposalId }) => {
      work.stop(proposalId);
      return {};
    }),
    listImportRows: inside(async (unit, { importId, verdict, after }) => {
      await getImportRow(unit.trx, importId);
      const states = await pageOfStates(unit.trx, importId, { verdict, after, size: rowsPage });
      unit.about('list_import', importId);
      unit.note({ rows: states.length });
      return { rows: states.map(toListRow), next: states.length < rowsPage ? null : (states.at(-1)?.line ?? null) };
    }),
    editImportRow: inside(async (unit, { importId, ...edit }) => {
      const [state] = await editRows(unit, { importId, rows: [edit] }, places);
      if (state === undefined) throw fail('not-found');
      return { row: toListRow(state) };
    }),
    editImportRows: inside(async (unit, input) => ({ rows: (await editRows(unit, input, places)).map(toListRow) })),
    leaveOutWrongRows: inside(leaveOutWrong),
    takeBackWrongRows: inside(takeBackWrong),
    chooseImportPerson: inside(choosePerson),
    acceptProbable: inside(acceptProbable),
    proposeImport: inside(propose),
    approveImport: twoPhase<Contract['approveImport'], Trx, Proposed>({
      prepare: async (call, { proposalId }) => {
        const proposed = await prepareApproval(call, proposalId, work);
        await copyFirst();
        return proposed;
      },
      commit: (unit, { proposalId }, proposed) => commitApproval(unit, { proposalId, work }, proposed),
    }),
    discardImport: inside(async (unit, { importId, version }) => {
      await refuseLocked(unit.trx, await getImportRow(unit.trx, importId));
      await eraseWork(unit.trx, importId);
      await updateImport(unit, { id: importId, version }, { state: 'discarded' });
    }),
    listImportedCases: inside(listCameIn),
    listImportHolds: inside(listHolds),
    proposeImportUndo: inside(proposeUndo),
    approveImportUndo: inside((unit, { proposalId }) => approveUndo(unit, proposalId, work)),
  };
}
