/** What the program does with copies by itself: every 4 h of use, at closing, before risky acts, and the monthly drill. */
import { join } from 'node:path';
import { instantIn, todayIn } from '../../shared/platform/clock.ts';
import type { Drill } from '../../shared/backup/index.ts';
import { copyBeside } from './beside.ts';
import { copyTo, drill, sweepDrill } from './copying.ts';
import { noteCopy, noteDrill, readFolder, type PlacedCopy, readDrill } from './notes.ts';
import type { CopyParts } from './parts.ts';
import { copyDetail, drillDetail } from './service.ts';
import { sweepAside } from './used-folder.ts';
import type { Trx } from '../platform/storage/rows.ts';
import { newId } from '../platform/gate/handler.ts';

const hourMs = 60 * 60 * 1000;
export const copyEveryMs = 4 * hourMs;
export const drillEveryMs = 30 * 24 * hourMs;

export type CopyReason = 'closing' | 'time' | 'risk' | 'night';

/** No session stands behind it: the entry is the program's own. */
async function recordCopy(trx: Trx, parts: CopyParts, reason: CopyReason, made: PlacedCopy | null): Promise<void> {
  const touched: { kind: string; id: string }[] = [];
  if (made !== null) {
    const { clock } = parts;
    const touchAside = (kind: string, id: string) => void touched.push({ kind, id });
    const when = { today: todayIn(clock), now: instantIn(clock) };
    await noteCopy(trx, made);
    await parts.tellLost({ trx, ...when, newId, touchAside, session: null }, made.copy.lostFiles);
  }
  const ended =
    made === null ? ({ outcome: 'failed' } as const) : ({ outcome: 'ok', detail: copyDetail(made) } as const);
  await parts.audit.appendForProgram(trx, { action: 'backup.made', touched, reason, ...ended });
}

/** For the other computers alone, where there are any: in a folder beside the record. */
async function handOn(parts: CopyParts, reason: CopyReason): Promise<void> {
  const { takers, strongroom, audit } = parts;
  if (takers?.wanted() !== true || !(reason === 'closing' || takers.isDue())) return;
  const { copy, target } = await copyBeside(parts);
  const entry = { action: 'backup.made', reason: 'companions', detail: copyDetail({ copy, place: 'same' }) };
  await strongroom.transaction((trx) => audit.appendForProgram(trx, entry));
  await takers.made(join(target, copy.name), reason === 'closing');
}

/**
 * A copy that nobody asked for, when a folder was chosen. Never throws: keys must be cleared and work must go on whatever
 * happens to a disk. `failed` stands in the audit, and the age of the copies goes on.
 */
export function copyByItself(parts: CopyParts, reason: CopyReason): Promise<'made' | 'none' | 'failed'> {
  return parts.queue.run(async () => {
    const { strongroom } = parts;
    try {
      if (!strongroom.isOpen || strongroom.isReadOnly) return 'none';
      const folder = await strongroom.transaction((trx) => readFolder(trx));
      if (folder === null) {
        await handOn(parts, reason);
        return 'none';
      }
      const made = await copyTo(parts, folder).catch(() => null);
      await strongroom.transaction((trx) => recordCopy(trx, parts, reason, made));
      // A disk that is away must not keep the other computers without a copy.
      if (made === null) await handOn(parts, reason);
      else await parts.takers?.made(join(folder, made.copy.name), reason === 'closing').catch(() => undefined);
      return made === null ? 'failed' : 'made';
    } catch {
      return 'failed';
    }
  });
}

async function recordDrill(trx: Trx, parts: CopyParts, found: Drill): Promise<void> {
  await noteDrill(trx, found);
  const detail = drillDetail(found);
  const outcome = detail.problems === 0 ? 'ok' : 'failed';
  await parts.audit.appendForProgram(trx, { action: 'backup.drilled', reason: 'monthly', outcome, detail });
}

/** The drill of the month, when it is due and the disk of the copies is there. Never throws. */
function drillByItself(parts: CopyParts): Promise<void> {
  return parts.queue.run(async () => {
    const { strongroom, clock } = parts;
    try {
      if (!strongroom.isOpen || strongroom.isReadOnly) return;
      const { folder, last } = await strongroom.transaction(async (trx) => ({
        folder: await readFolder(trx),
        last: (await readDrill(trx))?.at ?? null,
      }));
      if (folder === null || (last !== null && clock.now() - Date.parse(last) < drillEveryMs)) return;
      sweepDrill(strongroom.folder);
      const found = await drill(parts, folder);
      if (found !== null) await strongroom.transaction((trx) => recordDrill(trx, parts, found));
    } catch {
      // The disk is not there: the age of the copies says so, and the next look tries again.
    }
  });
}

async function sweepByItself(parts: CopyParts): Promise<void> {
  const { strongroom, clock } = parts;
  if (!strongroom.isOpen || strongroom.isReadOnly) return;
  const folders = sweepAside(strongroom.folder, instantIn(clock));
  if (folders === 0) return;
  const entry = { action: 'backup.asideRemoved', reason: 'after-30-days', detail: { folders } };
  await strongroom.transaction((trx) => parts.audit.appendForProgram(trx, entry));
}

/**
 * Looks at the clock while the record is in use. `look` answers when all that was due is done, and never throws.
 *
 * Use begins when the record is opened: a copy of closing was made before that.
 */
export class CopyTimer {
  readonly #parts: CopyParts;
  /** Milliseconds of the clock from which the hours of use count; null while the record is closed. */
  #since: number | null = null;
  /** When a copy for the other computers was last tried. */
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: CopyParts) {
    this.#parts = parts;
  }

  /** The copy of the night. What fails is tried again in an hour, not each minute. */
  async #handOn(now: number): Promise<void> {
    if (this.#parts.takers?.isDue() !== true || Math.abs(now - this.#triedAt) < hourMs) return;
    this.#triedAt = now;
    await copyByItself(this.#parts, 'night');
  }

  async look(): Promise<void> {
    const { strongroom, clock } = this.#parts;
    if (!strongroom.isOpen) {
      this.#since = null;
      return;
    }
    const now = clock.now();
    // A clock put back must not put the copy off.
    this.#since = this.#since === null || this.#since > now ? now : this.#since;
    await sweepByItself(this.#parts).catch(() => undefined);
    if (now - this.#since >= copyEveryMs) {
      this.#since = now;
      await copyByItself(this.#parts, 'time');
    }
    await this.#handOn(now);
    await drillByItself(this.#parts);
  }
}
