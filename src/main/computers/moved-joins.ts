/**
 * A computer whose record another one took over, repaired, becomes a companion of that one (decision 0099).
 *
 * Order of the steps, so that a cut leaves the closed record or the companion, and nothing between:
 * 1. The code is shown under a fresh key, and the keeper proves that it is the one of this centre. Nothing has changed here.
 * 2. What makes a companion is laid into `restoring/lan`, a name that opens nothing; a cut leaves the closed record.
 * 3. The note of a restore says that it is decided (`restore-in-hand.ts`). From here on it happens, by renames alone, and
 *    whoever opens the folder goes on with them: this program, or the next start before it asks what this computer is.
 * 4. The record goes to `anterior-…`, its archive of keys first, and `lan` after everything else: `moved.json` keeps it closed
 *    while any of it stands here, and closes it there as well for whoever opens that folder.
 * 5. `restoring/lan` takes the place of `lan`: a companion.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { instantIn, type Clock } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { ExpectedFailure, fail } from '../../shared/platform/failures.ts';
import { leaveRecord, type LeavingStep } from '../backup/index.ts';
import type { JoinAsked } from '../companions/index.ts';
import { movedOf, termIn, termOf } from './keeper-term.ts';
import { keepPairing, pairAnew, type FreshPairing } from './pairing-here.ts';
import type { KeyProtector } from '../platform/lan/identity.ts';
import { isNewer, type Statement } from '../platform/lan/statement.ts';
import { acquireOwnerLock } from '../platform/storage/owner-lock.ts';
import { isDecided, stagingName } from '../platform/storage/restore-in-hand.ts';

/** What a computer is to the others of its centre, and ends of sessions that the record has not written yet. */
const withRecord = ['session-ends.json', 'lan'];

export type JoinStep = 'proven' | LeavingStep;

/**
 * Nobody may open the record meanwhile, and no file of it be open. Answers the name of the centre.
 *
 * @throws rule-broken `no-companion-here` for a record that has not moved, `other-centre`, `keeper-behind`; as `pairWith`: nothing
 *   has changed; storage `join-not-finished`: the next start goes on
 */
export async function joinMoved(
  folder: string,
  asked: JoinAsked,
  { protector, clock }: { readonly protector: KeyProtector; readonly clock: Clock },
  watch: (step: JoinStep) => void = () => undefined,
): Promise<string> {
  if (movedOf(folder) === null) throw fail('rule-broken', 'no-companion-here');
  // Before the code is spent: who has forgotten its own centre believes nobody.
  if (termOf(folder) === null) throw fail('rule-broken', 'other-centre');
  const fresh = await pairAnew(asked);
  try {
    const { at } = provenKeeper(folder, fresh);
    watch('proven');
    const now = instantIn(clock);
    // A computer that was repaired may have lost its clock: the record must not have stood its days at once.
    const since = now > at ? now : at;
    const bring = (staging: string) => keepPairing(staging, fresh, protector);
    await leaveRecord(folder, { since, bring, last: withRecord }, watch);
    return fresh.pairing.centreName;
  } catch (error) {
    throw notFinished(error);
  } finally {
    fresh.identity.privateKeyPem.fill(0);
  }
}

/**
 * What the keeper says of itself, where the centre of this record says it: that it, whose key is at the other end of this
 * very line, keeps the record, and nobody that this computer knows of after it. A statement alone lies at every companion.
 */
function provenKeeper(folder: string, { pairing, answer }: FreshPairing): Statement {
  const [own, moved, said] = [termOf(folder), movedOf(folder), termIn(answer)];
  const isSameCentre = said?.centre.dbId === own?.centre.dbId && said?.centre.publicKey === own?.centre.publicKey;
  if (said === null || !isSameCentre || said.statement.keeper !== pairing.keeperFingerprint)
    throw fail('rule-broken', 'other-centre');
  if (moved !== null && isNewer(moved, said.statement)) throw fail('rule-broken', 'keeper-behind');
  return said.statement;
}

function notFinished(error: unknown): unknown {
  const isCut = error instanceof ExpectedFailure && error.failure.reason === 'restore-not-finished';
  return isCut ? fail('storage', 'join-not-finished') : error;
}

/**
 * Before anybody asks what this computer is: one that was becoming a companion when it was cut off is one now, or keeps its
 * closed record where it was not decided.
 *
 * @throws storage `join-not-finished` while another program holds a file, `already-open`
 */
export function settleJoin(folder: string, now: Instant): void {
  const isInHand = existsSync(join(folder, stagingName, 'lan'));
  if (!isInHand && !isDecided(folder)) return;
  try {
    acquireOwnerLock(folder, now).release();
  } catch (error) {
    // A restore that cannot go on is told of by whoever opens the folder.
    if (isInHand) throw notFinished(error);
  }
}

type Room = { isEmpty(): boolean; keepShut(): Promise<() => void> };
type Joining = (asked: JoinAsked) => Promise<string>;

/**
 * How the program over a data folder becomes a companion: an empty one, or one whose record has moved and which is shut for
 * it; for good once that is decided, since what follows is another application over the same folder.
 */
export function joiningOf(folder: string, room: Room, joining: Joining | undefined): Joining | null {
  if (joining === undefined) return null;
  return async (asked) => {
    if (movedOf(folder) === null) {
      if (!room.isEmpty()) throw fail('rule-broken', 'no-companion-here');
      return joining(asked);
    }
    const letGo = await room.keepShut();
    let hasLeft = false;
    try {
      // Until its turn came, a restore may have made it the keeper again.
      if (movedOf(folder) === null) throw fail('rule-broken', 'no-companion-here');
      const centreName = await joining(asked);
      hasLeft = true;
      return centreName;
    } finally {
      if (!hasLeft && !isDecided(folder)) letGo();
    }
  };
}
