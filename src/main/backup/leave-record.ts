/** A record whose computer keeps it no more: put aside as a restore puts it aside, and something else takes its place. */
import type { Instant } from '../../shared/platform/dates.ts';
import { standingIn } from '../platform/storage/create-database.ts';
import {
  beginRestore,
  clearQuietly,
  decideRestore,
  registerFiles,
  type PlacingStep,
} from '../platform/storage/restore-in-hand.ts';
import { asideFor } from './copy-job.ts';

/** Steps in their order; a test looks at the folder as a cut would leave it, or lets one fail. */
export type LeavingStep = 'staged' | PlacingStep;

export type Leaving = {
  /** When it goes: its days count from here. */
  readonly since: Instant;
  /** Lays what takes its place into a folder of its own, and flushes it. */
  readonly bring: (staging: string) => Promise<void>;
  /** Names that go with it although a free folder may have them, in their order, the last ones of all. */
  readonly last: readonly string[];
};

/**
 * Everything goes that would keep the folder from being free, known or not: the room that was kept on the disk, copies to
 * hand on. Whatever fails before the decision leaves the folder as it was; after it the next start goes on.
 *
 * @throws storage `restore-not-finished` after the decision; what the disk met before it
 */
export async function leaveRecord(
  folder: string,
  { since, bring, last }: Leaving,
  watch: (step: LeavingStep) => void = () => undefined,
): Promise<void> {
  try {
    await bring(await beginRestore(folder));
    watch('staged');
    const ofRegister = new Set(registerFiles(folder));
    const others = standingIn(folder).filter((name) => !ofRegister.has(name) && !last.includes(name));
    await decideRestore(folder, asideFor(folder, since), watch, [...others, ...last]);
  } catch (error) {
    // Nothing goes after the decision.
    clearQuietly(folder);
    throw error;
  }
}
