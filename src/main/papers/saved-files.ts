/** Files that are no copies of papers: registered before they are saved, listed until they are deleted (security design §8). */
import { mayEver } from '../../shared/access/index.ts';
import type { papersContract, SavedFileLine } from '../../shared/papers/index.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { filesContract, SavedFileKind } from '../../shared/platform/files-contract.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { preparesNothing, twoPhase } from '../platform/gate/handler.ts';
import type { ToSave } from '../platform/gate/session.ts';
import type { SavedFile } from '../platform/ports.ts';
import { byNow, cellsOf, insertRecord, nextVersions, rowOf } from '../platform/storage/rows.ts';
import { deliverCopy } from './deliver.ts';
import { fichaReach, isClosed, isWholeFor } from './register-reach.ts';
import { newLine, nextNumber, serialNumber } from './repository.ts';
import { tablesIn, type Trx, type PapersTables, type Use } from './tables.ts';

type Contract = typeof papersContract;
type SavedFileRow = PapersTables['saved_file'];

/** Row of the permission table that lets a file of the kind be taken at all. */
const takeAction: Readonly<Record<SavedFileKind, string>> = {
  'attachment-original': 'attachment.exportOriginal',
  'filing-draft': 'filing.compose',
  'month-export': 'report.readFrozen',
  'recovery-sheet': 'settings.centre',
  'access-sheet': 'proposal.decide',
  'segment-sheet': 'audit.segmentKey',
};

/** Sheets with keys: that one was saved is kept, what it is called and where it lies is not. */
const unnamed: ReadonlySet<SavedFileKind> = new Set(['recovery-sheet', 'segment-sheet']);

/** The right may have gone, the ficha been closed and the file been moved to another since it was handed over. */
async function requireRight(unit: Use, use: ToSave): Promise<void> {
  if (!mayEver(unit.session.roles, takeAction[use.kind])) throw fail('forbidden');
  if ('askAgain' in use) await use.askAgain(unit);
}

/** Takes the number of the line; given once, also when nothing is then saved. */
async function register(unit: Use, { name, use }: { readonly name: string; readonly use: ToSave }): Promise<string> {
  const { kind } = use;
  const year = Number(unit.today.slice(0, 4));
  const number = serialNumber('saved-file', year, await nextNumber(unit.trx, 'saved-file', year));
  await insertRecord(unit, tablesIn, 'saved_file', {
    ...newLine<'SavedFileId'>(unit),
    number,
    kind,
    case_id: 'caseId' in use ? use.caseId : null,
    attachment_id: 'attachmentId' in use ? use.attachmentId : null,
    name: unnamed.has(kind) ? null : name,
  });
  return number;
}

async function settle(unit: Use, number: string, state: 'sent' | 'failed', saved: SavedFile | null): Promise<void> {
  const { id, kind } = await rowOf(tablesIn(unit.trx), 'saved_file', { number });
  const where = saved === null ? {} : { saved_to: unnamed.has(kind) ? null : saved.path, saved_place: saved.place };
  await nextVersions(tablesIn(unit.trx), 'saved_file', { id }, { state, ...where });
  unit.touch('saved_file', id);
}

/** «Guardar»: a line of the register, then the dialog. What is cut off in between stays listed as perhaps outside. */
export function saveFileHandler() {
  return twoPhase<(typeof filesContract)['saveFile'], Trx, unknown>({
    prepare: preparesNothing,
    commit: async (unit, { id }) => {
      const file = unit.session.files.toSave(id);
      await requireRight(unit, file.use);
      const number = await register(unit, file);
      unit.note({ file: number, kind: file.use.kind });
      return { end: 'requested' as const, number };
    },
    deliver: async (call, { id }, { number }) => {
      const { files } = call.session;
      const bytes = files.bytesOf(id);
      const { end, failure, saved } = await deliverCopy(call, 'save', { name: files.toSave(id).name, bytes });
      bytes.fill(0);
      await call.settle(failure === null ? 'ok' : 'failed', async (unit) => {
        await settle(unit, number, failure === null ? 'sent' : 'failed', saved);
        unit.note({ file: number });
      });
      if (failure !== null) throw failure;
      if (end !== 'handed-back') {
        files.noteSaved(id);
        return { end: 'written' as const, number };
      }
      files.handBack(id);
      return { end, number };
    },
  });
}

/** Lines with the number of their ficha. */
export function savedFilesOf(trx: Trx) {
  return tablesIn(trx)
    .selectFrom('saved_file')
    .leftJoin('case_file', 'case_file.id', 'saved_file.case_id')
    .selectAll('saved_file')
    .select('case_file.number as case_number');
}

export type SavedFileFound = SavedFileRow & { readonly case_number: string | null };

/** As the reader may know them; those of a ficha closed to the reader are left out. */
export async function savedFileLines(unit: Use, rows: readonly SavedFileFound[]): Promise<SavedFileLine[]> {
  const [names, reach] = [await staffNames(unit.trx), fichaReach(unit)];
  const removesAll = isWholeFor(unit, 'printRegister.markRemoved');
  const lines: SavedFileLine[] = [];
  for (const row of rows) {
    const { caseNumber, caseId, isHidden } = await reach(row);
    if (isHidden) continue;
    const isOwn = row.staff_id === unit.session.staffId;
    // A typed name may name the person.
    const isKnown = isOwn || row.case_id === null || caseNumber !== null;
    lines.push({
      sort: 'file',
      ...placeOf(row, names),
      name: isKnown ? row.name : null,
      savedTo: isOwn || caseNumber !== null ? row.saved_to : null,
      ...cellsOf(row, 'kind', 'state', 'removed_at'),
      caseNumber,
      caseId,
      mayRemove: isOwn || removesAll,
    });
  }
  return lines;
}

/** Number, who, when and where: all that is told of one's own file of a ficha closed since. */
export function placeOf(row: SavedFileRow, names: ReadonlyMap<string, string>) {
  return {
    ...cellsOf(row, 'id', 'number', 'requested_at', 'saved_to', 'saved_place'),
    staffName: names.get(row.staff_id) ?? '',
  };
}

export async function removeSavedFile(unit: Use, { fileId }: InputOf<Contract['removeSavedFile']>) {
  const row = await savedFilesOf(unit.trx).where('saved_file.id', '=', fileId).executeTakeFirst();
  if (row === undefined) throw fail('not-found');
  const isOwn = row.staff_id === unit.session.staffId;
  if (!isOwn && !isWholeFor(unit, 'printRegister.markRemoved')) throw fail('not-found');
  // One's own file is deleted also when its ficha was closed to the reader since.
  if (!isOwn && row.case_id !== null && (await isClosed(unit, row.case_id))) throw fail('not-found');
  if (row.removed_at !== null) throw fail('rule-broken', 'saved-file-gone');
  if (row.state === 'failed') throw fail('rule-broken', 'saved-file-not-saved');
  await nextVersions(tablesIn(unit.trx), 'saved_file', { id: fileId }, byNow(unit, 'removed'));
  unit.touch('saved_file', fileId);
  unit.note({ file: row.number });
  return { removedAt: unit.now };
}

/** Who may know of its original outside is who may know of the ficha that it is in: a typed name may name the person. */
export async function moveSaved(unit: Use, id: string, caseId: CaseId): Promise<void> {
  const moved = await tablesIn(unit.trx)
    .updateTable('saved_file')
    .set((eb) => ({ case_id: caseId, version: eb('version', '+', 1) }))
    .where('attachment_id', '=', id)
    .returning('id')
    .execute();
  for (const saved of moved) unit.touchAside('saved_file', saved.id);
}
