/** What follows the end of a session: its entry, the copy of closing, the keys. None of it holds the end itself up. */
import { instantIn, type Clock } from '../shared/platform/clock.ts';
import { SessionEnds, type SessionEnd, type WhyEnded } from './access/index.ts';
import type { AuditLog } from './audit/index.ts';
import type { Trx } from './platform/storage/rows.ts';
import type { Session } from './platform/gate/session.ts';
import type { IncidentLog } from './platform/incident-log.ts';
import type { Strongroom } from './platform/storage/strongroom.ts';
import { forgetWords } from './platform/paper/index.ts';

export type EndingParts = {
  readonly strongroom: Strongroom;
  readonly audit: AuditLog;
  readonly log: IncidentLog;
  readonly clock: Clock;
  /** The copy of closing. */
  readonly copy: () => Promise<unknown>;
  /** Ends what reads the file beside the record. */
  readonly stop: () => Promise<void>;
};

export class Ending {
  readonly #parts: EndingParts;
  /** Ends whose entry waits for a disk. */
  readonly ends: SessionEnds;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: EndingParts) {
    this.#parts = parts;
    this.ends = new SessionEnds(parts.strongroom.folder);
  }

  #afterwards(work: () => Promise<void>): void {
    this.#running = this.#running.then(work).catch((error: unknown) => void this.#parts.log.record(error, 'close'));
  }

  /** Its token is dead already. An entry that cannot be written now waits for the next sign-in. */
  sessionEnded(session: Session, why: WhyEnded): void {
    const { strongroom, audit, log, clock } = this.#parts;
    const detail = { why, at: instantIn(clock) };
    const entry = { session, action: 'session.lock', outcome: 'ok', object: null, touched: [], detail } as const;
    this.#afterwards(async () => {
      try {
        await strongroom.transaction((trx) => audit.append(trx, entry));
      } catch (error) {
        log.record(error, 'session.lock');
        await this.ends.keep({ staffId: session.staffId, ...detail });
      }
    });
  }

  /** Makes the copy of closing and closes the record; the keys go even when the copy fails. */
  closeUnless(isUsed: () => boolean): void {
    const { strongroom, copy, stop } = this.#parts;
    // Of papers, whose names and places stand in memory.
    forgetWords();
    this.#afterwards(async () => {
      if (isUsed() || !strongroom.isOpen) return;
      try {
        await copy();
      } finally {
        await stop();
        await strongroom.close(() => !isUsed());
      }
    });
  }

  recordLateEnd(trx: Trx, { staffId, ...end }: SessionEnd): Promise<void> {
    const detail = { ...end, isLate: true };
    return this.#parts.audit.appendForProgram(trx, { action: 'session.lock', staffId, detail });
  }

  recordWrongPin(session: Session, detail: { triesLeft: number }): Promise<void> {
    const { strongroom, audit } = this.#parts;
    const entry = { session, action: 'session.resume', outcome: 'denied', object: null, touched: [], detail } as const;
    return strongroom.transaction((trx) => audit.append(trx, entry));
  }

  /** Everything that follows the ends so far is done. */
  settled(): Promise<void> {
    return this.#running;
  }
}
