/**
 * After an older copy was restored: what was published between the copy and the restore is not in the record, and a month
 * counted twice with other figures would say which cases came in between (disclosure §6).
 */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { civilDateOf, monthOf } from '../../shared/platform/clock.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { monthSchema, type CivilDate, type Instant, type Month } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { isRest, periodsOfClosing, yearRestPeriodOf, type reportsContract } from '../../shared/reports/index.ts';
import { foundedOn, getCentre } from '../centre/index.ts';
import { contentHash } from '../papers/index.ts';
import { platformOf } from '../platform/storage/platform-tables.ts';
import { parseBefore, parseUnitJson, readManifest, verifyListed } from './files/index.ts';
import { mediaTypes } from './month-files.ts';
import {
  insertFrozen,
  isMonthClosed,
  listFrozen,
  nextPublication,
  nextToClose,
  openYears,
  uncountedUpTo,
} from './repository.ts';
import { valueIn, valuesIn, byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof reportsContract;
/** `wentBackTo`: the last moment that the record still knew of. */
type Restore = { readonly at: Instant; readonly wentBackTo: Instant };

const detailSchema = z.object({ copyMadeAt: z.string().optional(), keptTo: z.int().optional() });

/** By a copy that was restored, or by an older file that was put in its place by hand. */
async function lastRestore(trx: Trx): Promise<Restore | null> {
  const entries = platformOf(trx).selectFrom('audit_entry').select(['utc', 'detail']);
  const row = await entries
    .where('action', 'in', ['backup.restored', 'rollback.detected'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { copyMadeAt, keptTo } = detailSchema.parse(JSON.parse(row.detail ?? '{}'));
  if (copyMadeAt !== undefined) return { at: row.utc, wentBackTo: copyMadeAt as Instant };
  const kept = keptTo === undefined ? undefined : await entries.where('seq', '=', keptTo).executeTakeFirst();
  return { at: row.utc, wentBackTo: kept?.utc ?? row.utc };
}

async function answerTo(trx: Trx, { at }: Restore): Promise<'none' | 'lost' | null> {
  return (await valueIn(tablesIn(trx), 'restored_reports.answer', { restored_at: at })) ?? null;
}

/**
 * The restore after which nobody said that all is here; null where nothing can be missing. What is brought back ends
 * nothing by itself: the unit that a month set free comes after the month.
 */
export async function unsettledRestore(trx: Trx): Promise<Restore | null> {
  const restore = await lastRestore(trx);
  if (restore === null || (await answerTo(trx, restore)) !== null) return null;
  const broughtBack = (await listFrozen(trx)).some((one) => one.proposal_id === null && one.closed_at >= restore.at);
  // Only months that were over before the restore can have been published before it.
  return broughtBack || (await nextToClose(trx)) < monthRestored(restore) ? restore : null;
}

/**
 * Whether a case of that month is too late for it: it was published, may have been published in a history that is gone, or
 * is of before the record began and is never published. It belongs to the month of its validation then (D20).
 */
export async function takesNoMoreCases(trx: Trx, month: Month): Promise<boolean> {
  if (month < monthOf(await foundedOn(trx)) || (await isMonthClosed(trx, month))) return true;
  const restore = await unsettledRestore(trx);
  return restore !== null && month < monthRestored(restore);
}

/** What was said of the restore before which this month was over; null where there was none. */
export async function answerFor(trx: Trx, month: Month): Promise<'none' | 'lost' | null> {
  const restore = await lastRestore(trx);
  return restore === null || month >= monthRestored(restore) ? null : answerTo(trx, restore);
}

const monthRestored = ({ at }: Pick<Restore, 'at'>): Month => monthOf(civilDateOf(Date.parse(at)));

/** 2 for a month that may have been published before under another history, whose files nobody has any more; else 1. */
export async function revisionOf(trx: Trx, month: Month): Promise<number> {
  const lost = await valuesIn(tablesIn(trx), 'restored_reports.restored_at', { answer: 'lost' });
  return lost.some((at) => month < monthRestored({ at })) ? 2 : 1;
}

export async function readRestored({ trx }: Use): Promise<OutputOf<Contract['readRestoredReports']>> {
  const restore = await unsettledRestore(trx);
  if (restore === null) return { asked: null };
  return { asked: { restoredAt: restore.at, copyMadeAt: restore.wentBackTo, next: await nextToClose(trx) } };
}

/** @throws rule-broken `restore-settled` when nothing is asked any more */
export async function settleRestored(unit: Use, { answer }: InputOf<Contract['settleRestoredReports']>) {
  const restore = await unsettledRestore(unit.trx);
  if (restore === null) throw fail('rule-broken', 'restore-settled');
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'restored_reports', {
    id,
    restored_at: restore.at,
    answer,
    ...byNow(unit, 'answered'),
    version: 1,
  });
  unit.note({ answer });
  return {};
}

/** A published file as the record takes it back. A file of schema 1 carries no number and no day of its cut. */
type Report = Pick<ReturnType<typeof parseUnitJson>, 'centre' | 'period' | 'view' | 'revision'> & {
  readonly schemaVersion: number;
  readonly seal: string;
  readonly numbered: { readonly publication: number; readonly cutOff: CivilDate } | null;
};

function readReport(bytes: Uint8Array): Report {
  const before = parseBefore(bytes);
  if (before !== null) return { ...before, seal: before.auditSeal, numbered: null };
  const { imprint, ...unit } = parseUnitJson(bytes);
  return { ...unit, seal: imprint.seal, numbered: imprint };
}

type Given = { readonly name: string; readonly bytes: Uint8Array };

/** The report among the files, signed by this centre. @throws invalid `report-not-ours`, `report-incomplete` */
function readSigned(files: readonly Given[], key: KeyObject, centreCode: string): Report {
  // Lists of before carry another name.
  const manifest = files.find(({ bytes }) => readManifest(bytes) !== null);
  const others = files.filter((file) => file !== manifest);
  const json = others.find(({ name }) => /^(?:reporte|anual)-.*\.json$/.test(name));
  if (manifest === undefined || json === undefined) throw fail('invalid', 'report-incomplete');
  if (!verifyListed(manifest.bytes, others, key)) throw fail('invalid', 'report-not-ours');
  try {
    const report = readReport(json.bytes);
    if (report.centre === centreCode) return report;
  } catch {
    // Signed by us and no report that this program writes: told as what it is below.
  }
  throw fail('invalid', 'report-not-ours');
}

/** @throws rule-broken `report-not-next` for one that is here, or before which another one is missing */
async function refuseNotNext(trx: Trx, { numbered, period }: Report): Promise<Month> {
  const frozen = await listFrozen(trx);
  if (frozen.some((one) => one.period === period)) throw fail('rule-broken', 'report-not-next');
  const months = frozen.map((one) => monthSchema.safeParse(one.period).data).filter((one) => one !== undefined);
  const isMonth = monthSchema.safeParse(period).success;
  const of = isMonth ? await nextToClose(trx) : months.toSorted().at(-1);
  const isNext = numbered === null || numbered.publication === (await nextPublication(trx));
  if (of === undefined || !isNext) throw fail('rule-broken', 'report-not-next');
  const ofBefore = (await openYears(trx, of)).map(({ year }) => yearRestPeriodOf(year));
  if (![...periodsOfClosing(of), ...ofBefore].includes(period)) throw fail('rule-broken', 'report-not-next');
  return of;
}

/** The cases of this record that the unit must have counted: what it knows of that time. */
async function membersOf(trx: Trx, { view, period }: Report, month: Month) {
  if (view === 'band' || view === 'year') return [];
  const rows = await uncountedUpTo(trx, month);
  const open = new Set((await openYears(trx, month)).map(({ year }) => year));
  const isOf = ({ reporting_month: own, is_sealed: isSealed }: (typeof rows)[number]) => {
    const year = own?.slice(0, 4) ?? '';
    if (isRest(period)) return year <= period.slice(0, 4);
    return isSealed === 0 && (period === month ? own === month : !open.has(year));
  };
  return rows.filter(isOf).map(({ id }) => id);
}

/** Puts a unit back that was published after the copy: its files as they went out, never its figures counted again. */
export async function bringBack(
  unit: Use,
  { files: given }: InputOf<Contract['bringBackReport']>,
  centreSigningKey: Buffer,
): Promise<OutputOf<Contract['bringBackReport']>> {
  const { trx } = unit;
  if ((await unsettledRestore(trx)) === null) throw fail('rule-broken', 'restore-settled');
  const files = given.map(({ name, base64 }) => ({ name, bytes: Uint8Array.from(Buffer.from(base64, 'base64')) }));
  const key = createPublicKey(createPrivateKey({ key: centreSigningKey, format: 'der', type: 'pkcs8' }));
  const report = readSigned(files, key, (await getCentre(trx)).code);
  const month = await refuseNotNext(trx, report);
  const { period, view, revision, schemaVersion, seal } = report;
  const { publication, cutOff } = report.numbered ?? { publication: await nextPublication(trx), cutOff: unit.today };
  const id = unit.newId();
  const by = unit.session.staffId;
  const row = {
    ...{ id, period, publication, revision, schema_version: schemaVersion, view, seal, cut_off: cutOff },
    ...{ cases: null, audit_seq: null, proposal_id: null },
    ...{ closed_by: by, approved_by: by, closed_at: unit.now, version: 1, recovery_key: null },
  };
  await insertFrozen(unit, row, {
    cells: [],
    members: await membersOf(trx, report, month),
    files: files.map((file) => ({ ...file, media_type: mediaTypeOf(file.name), sha256: contentHash(file.bytes) })),
  });
  unit.note({ period, publication });
  return { period };
}

const mediaTypeOf = (name: string) =>
  Object.entries(mediaTypes).find(([extension]) => name.endsWith(`.${extension}`))?.[1] ?? 'application/octet-stream';
