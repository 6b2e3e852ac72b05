/** A list as the screens see it. */
import type { ImportId, ImportLine, ImportView } from '../../shared/imports/index.ts';
import type { ProposalId } from '../../shared/platform/ids.ts';
import { findProposal, staffNames, toProposalView } from '../access/index.ts';
import type { Preparation } from '../platform/gate/handler.ts';
import { cellsOf } from '../platform/storage/rows.ts';
import { countProbable } from './decisions.ts';
import { isProposed, readList } from './prepare-list.ts';
import {
  allStates,
  countVerdicts,
  findBytes,
  findReading,
  getImportRow,
  lastLeftOut,
  listImportRows,
  settingsOf,
  type ImportRow,
} from './repository.ts';
import type { FileView, Trx, Use } from './tables.ts';

const erased: FileView = {
  ...{ sheets: [], columns: [], splits: [], dates: { possible: [], examples: [] }, shortDocuments: 0 },
  ...{ asksSexLetter: false, letterExample: null, pending: [] },
};

async function stateOf(trx: Trx, row: ImportRow): Promise<ImportRow['state']> {
  return row.state === 'proposed' && !(await isProposed(trx, row)) ? 'checked' : row.state;
}

async function lineOf(trx: Trx, row: ImportRow, names: ReadonlyMap<string, string>): Promise<ImportLine> {
  return {
    importId: row.id as ImportId,
    ...cellsOf(row, 'file_name', 'rows', 'cases', 'started_at', 'done_at'),
    state: await stateOf(trx, row),
    startedBy: names.get(row.started_by) ?? '',
  };
}

export async function listLines(unit: Use): Promise<{ imports: ImportLine[] }> {
  const names = await staffNames(unit.trx);
  const imports: ImportLine[] = [];
  for (const row of await listImportRows(unit.trx)) imports.push(await lineOf(unit.trx, row, names));
  unit.note({ lists: imports.length });
  return { imports };
}

/** What the file says, as it was kept; nothing once it is erased. A list open from before is read here. */
export async function prepareFileView(call: Preparation<Trx>, importId: string): Promise<FileView> {
  const { row, bytes, reading } = await call.read(async (trx) => {
    const kept = await findReading(trx, importId);
    const row = await getImportRow(trx, importId);
    return { row, reading: kept, bytes: kept === null ? await findBytes(trx, importId) : null };
  });
  if (reading !== null) return reading.view;
  if (bytes === null) return erased;
  return (await readList({ bytes, format: row.format }, settingsOf(row))).reading.view;
}

export async function viewOf(unit: Use, importId: string, file: FileView): Promise<ImportView> {
  const { trx } = unit;
  const row = await getImportRow(trx, importId);
  const names = await staffNames(trx);
  const proposal = async (id: ProposalId | null) => {
    const found = id === null ? null : await findProposal(trx, id);
    return found === null ? null : toProposalView(found, names, unit);
  };
  const states = await allStates(trx, importId);
  unit.about('list_import', importId);
  return {
    ...(await lineOf(trx, row, names)),
    version: row.version,
    format: row.format,
    settings: settingsOf(row),
    ...file,
    counts: states.length === 0 ? null : await countVerdicts(trx, importId),
    probable: countProbable(states),
    leftOutTogether: (await lastLeftOut(trx, importId))?.rows ?? 0,
    proposal: await proposal(row.proposal_id),
    undoProposal: await proposal(row.undo_proposal_id),
  };
}
