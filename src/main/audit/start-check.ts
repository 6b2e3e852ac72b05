/**
 * After the record was opened: the whole chain in a thread of its own, then its head against the copies at hand. What it
 * finds makes every session read-only and is told to all of them; nobody waits for it.
 */
import { sql } from 'kysely';
import { givenUpBy, type Witness } from '../../shared/audit/index.ts';
import type { Trouble } from '../../shared/platform/troubles.ts';
import { type ChainProof, figuresOf, type WalkStart } from '../platform/storage/audit-chain.ts';
import { above, findRow, rowsOf } from '../platform/storage/rows.ts';
import { sharedUntilSql } from '../platform/storage/shared-until.ts';
import { proveInThread, type ChainSource } from './prove.ts';
import { judgeAll, viewOf } from './proving.ts';
import { tablesIn, type Trx } from './tables.ts';

export type StartCheckParts = {
  /** What tells one opening from the next; null while the record is closed. */
  readonly opened: () => object | null;
  readonly source: () => ChainSource;
  /** Number of the last entry when the file was opened: what was written since is of this sitting. */
  readonly headAtOpening: () => number;
  readonly read: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>;
  /** Heads of the copies in the folder of copies, when it is there. */
  readonly copies: (trx: Trx) => Promise<readonly Witness[]>;
  /** Makes the record read-only and tells every session. */
  readonly doubt: (trouble: Trouble) => void;
  /** Writes down what was found. */
  readonly record: (action: string, detail: Readonly<Record<string, number>>) => Promise<void>;
  /** The check of this opening has ended, whatever it found. */
  readonly ended?: () => void;
};

/** A copy made of a later state than the file: somebody put an older one in its place. */
async function newerCopy(
  trx: Trx,
  copies: readonly Witness[],
  { segments, headAtOpening }: Pick<ChainProof, 'segments'> & { readonly headAtOpening: number },
): Promise<Trouble | null> {
  const views = segments.map(viewOf);
  const ours = copies.filter((one) => one.isProven && givenUpBy(one, views) === null);
  const judged = await judgeAll(trx, ours, views);
  const seen = judged.filter(({ verdict }) => verdict === 'beyond' || verdict === 'different').map(({ seq }) => seq);
  if (seen.length === 0) return null;
  const known = await sql<{ seq: number | null }>`${sql.raw(sharedUntilSql)}`.execute(trx);
  const keptTo = Math.min(...seen.map((seq) => seq - 1), headAtOpening, known.rows[0]?.seq ?? headAtOpening);
  const last = await tablesIn(trx).selectFrom('audit_entry').select('utc').where('seq', '=', keptTo).executeTakeFirst();
  const unseen = judged.filter(({ seq }) => seen.includes(seq)).flatMap(({ at }) => (at === null ? [] : [at]));
  return {
    kind: 'rolled-back',
    reachesTo: last?.utc ?? null,
    missing: Math.max(...seen) - keptTo,
    keptTo,
    lastKeptAt: unseen.sort().at(-1) ?? null,
  };
}

/** False where two people began another segment meanwhile: which copies they gave up stands in it alone. */
async function isLastSegment(trx: Trx, { segments }: Pick<ChainProof, 'segments'>): Promise<boolean> {
  const last = await findRow(tablesIn(trx), 'audit_entry', {}, 'seq desc');
  return last?.segment === segments.at(-1)?.segment;
}

export class StartCheck {
  readonly #parts: StartCheckParts;
  #checked: object | null = null;
  #running: Promise<void> = Promise.resolve();
  #ending = new AbortController();

  constructor(parts: StartCheckParts) {
    this.#parts = parts;
  }

  /** Some time after somebody signed in: their first screen comes first. */
  soon(afterMs: number): void {
    setTimeout(() => void this.run(), afterMs).unref();
  }

  /** Once for each opening; resolves when it was checked, and never throws: a closed record is checked next time. */
  run(): Promise<void> {
    const opened = this.#parts.opened();
    if (opened === null || opened === this.#checked) return this.#running;
    this.#checked = opened;
    this.#running = this.#check(opened)
      .catch(() => {
        // Closed meanwhile, or unreadable: the next opening says so in its own words.
        this.#checked = null;
      })
      .finally(() => this.#parts.ended?.());
    return this.#running;
  }

  /** Lets go of the file: whoever closes the record may move it away. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
    this.#ending = new AbortController();
  }

  /** The whole chain, past every break that two people accepted when they ended the read-only state. */
  async #prove(): Promise<ChainProof> {
    const { source, read } = this.#parts;
    const until = this.#ending.signal;
    const first = await proveInThread(source(), [], { until });
    const segments = [...first.segments];
    let proof = first;
    for (;;) {
      const { brokenAt } = proof;
      const after = brokenAt === null ? null : await read((trx) => acceptedBreak(trx, brokenAt));
      if (after === null) return { ...proof, segments };
      proof = await proveInThread(source(), [], { until, after });
      segments.push(...proof.segments);
    }
  }

  async #check(opened: object): Promise<void> {
    const { read, copies, doubt, record, opened: now } = this.#parts;
    const proof = await this.#prove();
    if (now() !== opened) return;
    if (proof.brokenAt !== null) {
      doubt({ kind: 'chain-broken', at: proof.brokenAt });
      await record('chain.broken', { at: proof.brokenAt });
      return;
    }
    const at = { segments: proof.segments, headAtOpening: this.#parts.headAtOpening() };
    const newer = await read(async (trx) =>
      (await isLastSegment(trx, proof)) ? newerCopy(trx, await copies(trx), at) : 'again',
    );
    if (now() !== opened) return;
    if (newer === 'again') return this.#check(opened);
    if (newer?.kind !== 'rolled-back') return;
    doubt(newer);
    await record('copy.newer', { missing: newer.missing ?? 0, keptTo: newer.keptTo ?? 0 });
  }
}

/**
 * Where the walk goes on after a break that two people saw: before the entry that ended the read-only state over it. Null
 * while nobody did. Verification goes on naming the break; only the alarm of the start ends.
 */
async function acceptedBreak(trx: Trx, brokenAt: number): Promise<WalkStart | null> {
  const ended = { action: 'rollback.detected', seq: above(brokenAt) };
  const rows = await rowsOf(tablesIn(trx), 'audit_entry', ended, 'seq desc');
  const row = rows.find(({ detail }) => figuresOf(detail)['brokenAt'] === brokenAt);
  return row === undefined ? null : { seq: row.seq - 1, hash: row.prev_hash, segment: row.segment - 1 };
}
