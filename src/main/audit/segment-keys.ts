/**
 * The start key of the segment in use between its beginning and its paper: in the memory of this process alone, never in
 * a file of the record.
 */
import type { SegmentState } from '../../shared/audit/index.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { hmac, sameBytes } from '../platform/crypto/sealing.ts';
import type { StartedSegment } from '../platform/storage/audit-chain.ts';
import { tablesIn, type Trx } from './tables.ts';
import { metaOf, writeMeta } from '../platform/storage/meta.ts';
import { findRow, valueIn } from '../platform/storage/rows.ts';

/** `meta`: number of the last segment whose start key was handed out. The first one is on the recovery sheet. */
const onPaperKey = 'segment_on_paper';

type Begun = { readonly segment: number; readonly first: number; readonly from: Instant };
type Entry = Begun & { readonly hash: Buffer; readonly mac: Buffer };
type Held = { readonly segment: number; readonly key: Buffer; isHandedOut: boolean };

/** Number of the first entry of the segment in use: segments follow each other, so that few entries need be looked at. */
async function firstSeq(trx: Trx, { segment, last }: { segment: number; last: number }): Promise<number> {
  let [low, high] = [1, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await valueIn(tablesIn(trx), 'audit_entry.segment', { seq: middle });
    if (found === undefined) throw fail('damaged', 'audit-chain');
    if (found < segment) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function firstOf(trx: Trx): Promise<Entry> {
  const state = await tablesIn(trx).selectFrom('audit_state').select(['segment', 'head_seq']).executeTakeFirstOrThrow();
  const { segment } = state;
  const first = await firstSeq(trx, { segment, last: state.head_seq });
  const row = await findRow(tablesIn(trx), 'audit_entry', { seq: first });
  if (row === undefined) throw fail('damaged', 'audit-chain');
  return { segment, first, from: row.utc, hash: row.hash, mac: row.mac };
}

/** Notes, in the transaction that begins it or hands it out, that the start key of a segment left the program. */
export function noteOnPaper(trx: Trx, segment: number): Promise<void> {
  return writeMeta(trx, onPaperKey, String(segment));
}

async function lastOnPaper(trx: Trx): Promise<number> {
  return Number((await metaOf(trx, onPaperKey)) ?? '1');
}

export class SegmentKeys {
  /** More than one only while a transaction that began a segment may have failed. */
  #held: Held[] = [];

  /** Takes the key over. */
  keep({ segment, startKey }: Pick<StartedSegment, 'segment' | 'startKey'>): void {
    this.#held.push({ segment, key: startKey, isHandedOut: false });
  }

  /** Null unless a held key began the segment in use: what was begun in a transaction that failed opens nothing. */
  #keyOf({ segment, hash, mac }: Entry): Buffer | null {
    const found = this.#held.find((one) => one.segment === segment && sameBytes(mac, hmac(one.key, hash)));
    return found?.key ?? null;
  }

  async state(trx: Trx): Promise<SegmentState> {
    const entry = await firstOf(trx);
    const { segment, first, from } = entry;
    const isHeld = this.#keyOf(entry) !== null;
    const isOnPaper = (await lastOnPaper(trx)) >= segment;
    return { segment, first, from, isHeld, paper: isOnPaper ? 'onPaper' : isHeld ? 'waiting' : 'lost' };
  }

  /**
   * The key as it is printed, 64 capitals in groups of eight.
   *
   * @throws rule-broken `segment-key-gone` when it is not in memory any more
   */
  async read(trx: Trx): Promise<Begun & { readonly key: string }> {
    const entry = await firstOf(trx);
    const key = this.#keyOf(entry);
    if (key === null) throw fail('rule-broken', 'segment-key-gone');
    return { segment: entry.segment, first: entry.first, from: entry.from, key: printedKey(key) };
  }

  /** Notes in the caller's transaction that the key of the segment in use left the program; it can be printed again. */
  async handOut(trx: Trx, segment: number): Promise<void> {
    await noteOnPaper(trx, segment);
    for (const one of this.#held.filter((held) => held.segment === segment)) one.isHandedOut = true;
  }

  /** What was handed out need not outlive those who printed it; what was not yet waits for the next session. */
  dropHandedOut(): void {
    for (const one of this.#held.filter((held) => held.isHandedOut)) one.key.fill(0);
    this.#held = this.#held.filter((held) => !held.isHandedOut);
  }
}

/** 64 hexadecimal capitals in groups of eight. */
export function printedKey(key: Buffer): string {
  return (key.toString('hex').toUpperCase().match(/.{8}/g) ?? []).join(' ');
}

/** The 32 bytes of a typed start key; the caller zeroes them. @throws invalid `start-key` */
export function typedKey(typed: string): Buffer {
  const digits = typed.replace(/[\s-]/g, '');
  if (!/^[0-9a-fA-F]{64}$/.test(digits)) throw fail('invalid', 'start-key');
  return Buffer.from(digits, 'hex');
}
