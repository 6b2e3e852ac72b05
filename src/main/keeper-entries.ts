/** What the record and the part that other computers reach tell each other. */
import type { AuditLog } from './audit/index.ts';
import { listPins, type KeeperControl } from './companions/index.ts';
import type { IncidentLog } from './platform/incident-log.ts';
import type { Strongroom } from './platform/storage/strongroom.ts';
import type { Trx } from './platform/storage/rows.ts';

type Settling = { readonly audit: AuditLog; readonly log: IncidentLog; readonly isReadOnly: boolean };

/**
 * The record is open: who may connect is what it says from here on, also while nothing may be changed in it, and whoever was
 * refused while it was closed stands in the audit. A list that cannot be written keeps nobody out of the record.
 */
export async function settleKeeper(
  trx: Trx,
  keeper: KeeperControl | undefined,
  { audit, log, isReadOnly }: Settling,
): Promise<void> {
  if (keeper === undefined) return;
  const pins = await listPins(trx);
  await keeper.keepPins(pins).catch((error: unknown) => void log.record(error, 'line'));
  if (!isReadOnly) await writeRefused(trx, keeper, audit);
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

type Parts = {
  readonly strongroom: Strongroom;
  readonly audit: AuditLog;
  readonly log: IncidentLog;
  /** Every window asks again which computers there are. */
  readonly tellComputers: () => void;
};

/** While the record is open whoever is refused is written down at once; while it is closed, at the next sign-in. */
export function hearKeeper(keeper: KeeperControl | undefined, { strongroom, audit, log, tellComputers }: Parts): void {
  keeper?.onLine(tellComputers);
  keeper?.onRefused(() => {
    if (!strongroom.isOpen || strongroom.isReadOnly) return;
    const written = strongroom.transaction((trx) => writeRefused(trx, keeper, audit));
    void written.catch((error: unknown) => void log.record(error, 'line'));
  });
}
