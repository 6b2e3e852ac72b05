/** What the record and the part that other computers reach tell each other. */
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import type { AuditLog } from '../audit/index.ts';
import { noteOutside } from '../backup/index.ts';
import { listPins, nameKeeper, noteCopyKept, type KeeperControl } from '../companions/index.ts';
import type { IncidentLog } from '../platform/incident-log.ts';
import type { Strongroom } from '../platform/storage/strongroom.ts';
import type { Trx } from '../platform/storage/rows.ts';

type Opened = {
  readonly audit: AuditLog;
  readonly log: IncidentLog;
  readonly clock: Clock;
  readonly strongroom: Pick<Strongroom, 'keyring' | 'secrets' | 'isReadOnly'>;
};

/**
 * The record is open: who may connect is what it says from here on, also while nothing may be changed in it; it says who
 * keeps it, and whoever was refused or kept a copy while it was closed stands in the audit. A list that cannot be written
 * keeps nobody out of the record.
 */
export async function settleKeeper(trx: Trx, keeper: KeeperControl | undefined, parts: Opened): Promise<void> {
  if (keeper === undefined) return;
  const pins = await listPins(trx);
  await keeper.keepPins(pins).catch((error: unknown) => void parts.log.record(error, 'line'));
  if (parts.strongroom.isReadOnly) return;
  await nameThis(trx, keeper, parts);
  await writeRefused(trx, keeper, parts.audit);
  await writeKept(trx, keeper, parts.audit);
}

/** That this computer keeps the record, in the record and beside it; nothing while no other one reaches it. */
export async function nameThis(
  trx: Trx,
  keeper: KeeperControl,
  { strongroom, clock, audit }: Omit<Opened, 'log'>,
): Promise<void> {
  const { fingerprint, term } = keeper;
  if (fingerprint === null) return;
  const { dbId } = strongroom.keyring;
  const { centreSigningKey: signingKey } = strongroom.secrets;
  const naming = { dbId, signingKey, keeper: fingerprint, seen: term.statement, at: instantIn(clock) };
  const { centre, statement, isNew } = await nameKeeper(trx, naming);
  await term.keep({ centre, statement });
  if (!isNew) return;
  const detail = JSON.stringify({ keeper: statement.generation });
  await audit.appendForProgram(trx, { action: 'companion.keeperNamed', staffId: null, touched: [], detail });
}

/** An entry for each way in which somebody was not let in, from where, and how often. */
async function writeRefused(trx: Trx, keeper: KeeperControl, audit: AuditLog): Promise<void> {
  for (const { why, address, name, times } of keeper.takeUnwritten()) {
    const detail = JSON.stringify({ why, address, times, ...(name === null ? {} : { name }) });
    await audit.appendForProgram(trx, {
      ...{ action: 'companion.refused', staffId: null, outcome: 'denied', touched: [], detail },
    });
  }
}

/** A copy at another computer is one outside this one. */
async function writeKept(trx: Trx, { copies }: KeeperControl, audit: AuditLog): Promise<void> {
  const kept = [...copies.unwritten];
  for (const { fingerprint, at } of kept) {
    const id = await noteCopyKept(trx, fingerprint, at);
    if (id === null) continue;
    await noteOutside(trx, at);
    const detail = JSON.stringify({ at });
    const entry = { action: 'companion.copyKept', staffId: null, touched: [{ kind: 'companion', id }], detail };
    await audit.appendForProgram(trx, entry);
  }
  await copies.written(kept);
}

type Parts = {
  readonly strongroom: Strongroom;
  readonly audit: AuditLog;
  readonly log: IncidentLog;
  /** Every window asks again which computers there are. */
  readonly tellComputers: () => void;
  /** Another computer keeps the record: every session here ends. */
  readonly moved: () => void;
};

/**
 * While the record is open whoever is refused, and who keeps a copy, is written down at once; while it is closed, at the
 * next sign-in.
 */
export function hearKeeper(
  keeper: KeeperControl | undefined,
  { strongroom, audit, log, tellComputers, moved }: Parts,
): void {
  if (keeper === undefined) return;
  keeper.onLine(tellComputers);
  keeper.term.onMoved(moved);
  const soon =
    (write: (trx: Trx) => Promise<void>, after = () => {}) =>
    () => {
      if (!strongroom.isOpen || strongroom.isReadOnly) return;
      const written = strongroom.transaction(write).then(after);
      written.catch((error: unknown) => void log.record(error, 'line'));
    };
  keeper.onRefused(soon((trx) => writeRefused(trx, keeper, audit)));
  keeper.copies.onKept(soon((trx) => writeKept(trx, keeper, audit), tellComputers));
}
