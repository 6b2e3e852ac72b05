/** What the record and the part that other computers reach tell each other. */
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import type { AuditLog } from '../audit/index.ts';
import { noteOutside } from '../backup/index.ts';
import { endFormerCompanions, listPins, nameKeeper, noteCopyKept, type KeeperControl } from '../companions/index.ts';
import type { IncidentLog } from '../platform/incident-log.ts';
import type { Strongroom } from '../platform/storage/strongroom.ts';
import type { Trx } from '../platform/storage/rows.ts';

type Entering = {
  readonly strongroom: Strongroom;
  readonly audit: AuditLog;
  readonly clock: Clock;
};

/**
 * The record is open: who may connect is what it says from here on, also while nothing may be changed in it. A list that
 * cannot be written keeps nobody out of the record.
 */
export async function settleKeeper(trx: Trx, keeper: KeeperControl | undefined, log: IncidentLog): Promise<void> {
  if (keeper === undefined) return;
  const pins = await listPins(trx);
  await keeper.keepPins(pins).catch((error: unknown) => void log.record(error, 'line'));
}

/** That this computer keeps the record, in the record and then beside it; nothing while no other one reaches it. */
export async function nameThis(keeper: KeeperControl, { strongroom, clock, audit }: Entering): Promise<void> {
  const { fingerprint, term } = keeper;
  if (fingerprint === null) return;
  const { dbId } = strongroom.keyring;
  const { centreSigningKey: signingKey } = strongroom.secrets;
  const naming = { dbId, signingKey, keeper: fingerprint, seen: term.statement, at: instantIn(clock) };
  const { centre, statement } = await strongroom.transaction(async (trx) => {
    const named = await nameKeeper(trx, naming);
    const detail = { keeper: named.statement.generation };
    if (named.isNew) await audit.appendForProgram(trx, { action: 'companion.keeperNamed', detail });
    return named;
  });
  await term.keep({ centre, statement });
}

/** After a change of keeper each companion is paired anew. */
async function endFormer(keeper: KeeperControl, { strongroom, audit, clock }: Entering): Promise<void> {
  const pins = await strongroom.transaction(async (trx) => {
    const ended = await endFormerCompanions(trx, instantIn(clock));
    if (ended.length === 0) return null;
    const touched = ended.map((id) => ({ kind: 'companion', id }));
    await audit.appendForProgram(trx, { action: 'companion.ended', touched });
    return listPins(trx);
  });
  if (pins !== null) await keeper.keepPins(pins);
}

/** An entry for each way in which somebody was not let in, from where, and how often. */
async function writeRefused({ refusals }: KeeperControl, { strongroom, audit }: Entering): Promise<void> {
  const refused = refusals.unwritten;
  if (refused.length === 0) return;
  await strongroom.transaction(async (trx) => {
    for (const { why, address, name, times } of refused) {
      const detail = { why, address, times, ...(name === null ? {} : { name }) };
      await audit.appendForProgram(trx, { action: 'companion.refused', outcome: 'denied', detail });
    }
  });
  refusals.written(refused);
}

/** A copy at another computer is one outside this one. */
async function writeKept({ copies }: KeeperControl, { strongroom, audit }: Entering): Promise<void> {
  const kept = [...copies.unwritten];
  if (kept.length === 0) return;
  await strongroom.transaction(async (trx) => {
    for (const { fingerprint, at } of kept) {
      const id = await noteCopyKept(trx, fingerprint, at);
      if (id === null) continue;
      await noteOutside(trx, at);
      const touched = [{ kind: 'companion', id }];
      await audit.appendForProgram(trx, { action: 'companion.copyKept', touched, detail: { at } });
    }
  });
  await copies.written(kept);
}

type Parts = Entering & {
  readonly log: IncidentLog;
  readonly endSessions: () => void;
};
/** Every window asks again which computers there are, or who keeps the record. */
type Tell = (topic: 'computers' | 'place') => void;

/**
 * While the record is open whoever is refused, and who keeps a copy, is written down at once; while it is closed, once
 * somebody has signed in. Beside the record it counts as written only after the commit; so one writes after the other,
 * and nothing twice.
 *
 * @returns for after a sign-in; it says who keeps the record, too, and never throws
 */
export function hearKeeper(keeper: KeeperControl | undefined, parts: Parts, tell: Tell): () => Promise<void> {
  if (keeper === undefined) return () => Promise.resolve();
  const { strongroom, log, endSessions } = parts;
  let last = Promise.resolve();
  const inTurn = (write: (keeper: KeeperControl, parts: Entering) => Promise<void>) => {
    const turn = async () => {
      if (strongroom.isOpen && !strongroom.isReadOnly) await write(keeper, parts);
    };
    last = last.then(turn).catch((error: unknown) => void log.record(error, 'line'));
    return last;
  };
  keeper.onLine(() => tell('computers'));
  keeper.term.onMoved(() => {
    endSessions();
    // Where nobody has signed in, too, the page is another one from now on.
    tell('place');
  });
  keeper.refusals.onRefused(() => void inTurn(writeRefused));
  keeper.copies.onKept(() => void inTurn(writeKept).then(() => tell('computers')));
  return async () => {
    for (const write of [endFormer, nameThis, writeRefused, writeKept]) await inTurn(write);
  };
}
