/** Photographs and signed lists of an activity: kept encrypted as the files of a case are, seen in the program, never outside. */
import {
  evidenceTypes,
  mostEvidence,
  type Activity,
  type ActivityId,
  type Evidence,
  type EvidenceFacts,
  type PreventionFileId,
  type preventionContract,
} from '../../shared/prevention/index.ts';
import { grantOf } from '../../shared/access/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import {
  eraseStoredFile,
  filesOfActivities,
  getStoredFile,
  insertStoredFile,
  inspectFile,
  showFile,
  type Inspected,
  type Vault,
} from '../attachments/index.ts';
import type { CallFrame, Preparation } from '../platform/gate/handler.ts';
import { sha256Of, type VaultFile } from '../platform/storage/file-vault.ts';
import { activities } from './plans.ts';
import { rowsOf } from '../platform/storage/rows.ts';
import { tablesIn, type PreventionTables, type Trx, type Use } from './tables.ts';

type Contract = typeof preventionContract;
type Row = PreventionTables['prevention_file'];
type Reader = Pick<CallFrame, 'session'>;
type Adder = Pick<CallFrame, 'session' | 'today'>;

/** Coordinación, and who led the activity when the list was kept, who alone may keep it: to lead it later opens none. */
function mayOpen({ session }: Reader, { kind, added_by: by }: Pick<Row, 'kind' | 'added_by'>): boolean {
  const grants = session.roles.flatMap((role) => grantOf(role, 'prevention.readFile') ?? []);
  const isWhole = grants.some(({ scope }) => scope === 'untied');
  return isWhole || (grants.length > 0 && (kind === 'photo' || by === session.staffId));
}

export async function evidenceOf(unit: Use, all: readonly Activity[]): Promise<Map<ActivityId, Evidence[]>> {
  const ids = all.map(({ id }) => id);
  const rows = await rowsOf(tablesIn(unit.trx), 'prevention_file', { activity_id: ids }, 'added_at');
  const sizes = new Map((await filesOfActivities(unit.trx, ids)).map(({ id, size }) => [id, size]));
  const names = await staffNames(unit.trx);
  const files = new Map<ActivityId, Evidence[]>();
  for (const row of rows) {
    const { id, version, kind, file_id: fileId, added_by: by, added_at: addedAt, activity_id: activityId } = row;
    const told = { id, version, kind, size: sizes.get(fileId) ?? 1, addedBy: names.get(by) ?? '', addedAt };
    const one = { ...told, mayOpen: mayOpen(unit, row) };
    files.set(activityId, [...(files.get(activityId) ?? []), one]);
  }
  return files;
}

async function requireActivity(trx: Trx, id: string): Promise<Activity> {
  const found = await activities.find(trx, id);
  if (found === null) throw fail('not-found');
  if (!found.isActive) throw fail('rule-broken', 'activity-withdrawn');
  return found;
}

type Adding = { readonly activityId: ActivityId; readonly kind: EvidenceFacts['kind']; readonly sha256: string };

/** Asked before the bytes are kept, and again when they are named. */
async function refuseAdding(trx: Trx, { session, today }: Adder, { activityId, kind, sha256 }: Adding): Promise<void> {
  const activity = await requireActivity(trx, activityId);
  if (activity.heldOn > today) throw fail('rule-broken', 'evidence-in-future');
  if (kind === 'list' && activity.leadStaff !== session.staffId) throw fail('rule-broken', 'evidence-not-lead');
  const rows = await filesOfActivities(trx, [activityId]);
  if (rows.length >= mostEvidence) throw fail('rule-broken', 'evidence-full');
  if (rows.some((row) => row.sha256 === sha256)) throw fail('duplicate', 'evidence-known');
}

export type Received = { readonly inspected: Inspected; readonly kept: VaultFile };
type Add = InputOf<Contract['addPreventionFile']>;

export async function receiveEvidence(call: Preparation<Trx>, input: Add, vault: Vault): Promise<Received> {
  const bytes = call.session.files.received(input.fileId);
  const { kind } = input.facts;
  try {
    const inspected = await inspectFile(bytes, input.fileName);
    if (!evidenceTypes[kind].includes(inspected.type)) throw fail('rule-broken', 'evidence-kind');
    const sha256 = sha256Of(bytes);
    await call.read((trx) => refuseAdding(trx, call, { activityId: input.activityId, kind, sha256 }));
    return { inspected, kept: await vault.keep(bytes) };
  } finally {
    bytes.fill(0);
  }
}

export async function addEvidence(unit: Use, { activityId, facts }: Add, { inspected, kept }: Received) {
  await refuseAdding(unit.trx, unit, { activityId, kind: facts.kind, sha256: kept.sha256 });
  const given = facts.kind === 'photo' ? facts.consents : null;
  const id = unit.newId<'PreventionFileId'>();
  const row: Row = {
    ...{ id, activity_id: activityId, kind: facts.kind, type: inspected.type as Row['type'] },
    file_id: await insertStoredFile(unit, { activityId }, kept),
    ...{ people: given?.people ?? null, consents: given?.consents ?? null },
    ...{ children: given?.children ?? null, guardian_consents: given?.guardianConsents ?? null },
    ...{ added_by: unit.session.staffId, added_at: unit.now, version: 1 },
  };
  await tablesIn(unit.trx).insertInto('prevention_file').values(row).execute();
  unit.touch('prevention_file', id);
  unit.about('prevention_activity', activityId);
  unit.note({ kind: facts.kind, type: inspected.type });
  return { id };
}

/** @throws not-found for a list of somebody else, as for none */
async function reachable(trx: Trx, reader: Reader, id: PreventionFileId): Promise<Row> {
  const row = await tablesIn(trx).selectFrom('prevention_file').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined || !mayOpen(reader, row)) throw fail('not-found');
  return row;
}

type View = InputOf<Contract['viewPreventionFile']>;
export type Shown = Awaited<ReturnType<typeof showFile>> | null;

export async function prepareEvidence(call: Preparation<Trx>, { id }: View, vault: Vault): Promise<Shown> {
  const { row, file } = await call.read(async (trx) => {
    const found = await reachable(trx, call, id);
    return { row: found, file: await getStoredFile(trx, found.file_id) };
  });
  const bytes = await vault.read(file);
  return bytes === null ? null : showFile(row.type, bytes, true);
}

/** «Shown»: such a file can be neither saved nor printed, whoever asks. */
export async function viewEvidence(
  unit: Use,
  { id }: View,
  shown: Shown,
): Promise<OutputOf<Contract['viewPreventionFile']>> {
  const row = await reachable(unit.trx, unit, id);
  unit.about('prevention_file', id);
  unit.note({ kind: row.kind, isIntact: shown !== null });
  if (shown === null || shown.bytes === null) return { shownAs: 'nothing', file: null };
  const file = unit.session.files.add(leavingName(['prevención'], null), shown.mediaType, shown.bytes, 'shown');
  return { shownAs: shown.shownAs === 'pages' ? 'pages' : 'image', file };
}

export async function eraseEvidence(
  unit: Use,
  { id, version }: InputOf<Contract['erasePreventionFile']>,
): Promise<Record<string, never>> {
  const row = await reachable(unit.trx, unit, id);
  if (row.version !== version) throw fail('conflict');
  await tablesIn(unit.trx).deleteFrom('prevention_file').where('id', '=', id).execute();
  await eraseStoredFile(unit, row.file_id);
  unit.touch('prevention_file', id);
  unit.about('prevention_activity', row.activity_id);
  unit.note({ kind: row.kind });
  return {};
}
