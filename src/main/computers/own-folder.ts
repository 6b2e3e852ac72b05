/** A companion over its own data folder: copies of the record that it keeps, and how it becomes the computer that keeps it. */
import { instantIn } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { ApplicationOptions } from '../application-options.ts';
import { previewRestore, restoreCopy, type CopyParts, type Taking } from '../backup/index.ts';
import { nameKeeper, type Named, type OwnFolder } from '../companions/index.ts';
import { takeUpdate } from './companion-self.ts';
import { keepFormer } from './former-keeper.ts';
import { keepAgain, movedOf, termOf } from './keeper-term.ts';
import { folderOfKept, listKept } from './kept-copies.ts';
import { judgePlace } from '../platform/saving.ts';
import { version } from '../version.ts';

type Options = Pick<ApplicationOptions, 'dataFolder' | 'companion' | 'ports'>;

/**
 * What a restore changes of who keeps the record: at a companion this computer becomes the keeper; where the record was taken
 * over from, it becomes that again, above whoever has it now; nothing anywhere else.
 */
export function takingOf({ dataFolder, companion, ports }: Options): () => Promise<Taking | null> {
  return async () => {
    const [moved, term] = [movedOf(dataFolder), termOf(dataFolder)];
    const keeper = companion?.fingerprint ?? (moved === null ? undefined : term?.statement.keeper);
    if (keeper === undefined) return null;
    // Before anything is restored: no cut may leave a new keeper that does not know whom to tell.
    if (companion !== undefined) await keepFormer(dataFolder, companion.keeper);
    let named: Named | null = null;
    const seen = moved ?? term?.statement ?? null;
    return {
      name: async (trx, { dbId, signingKey }) => {
        named = await nameKeeper(trx, { dbId, signingKey, keeper, seen, at: instantIn(ports.clock) }, true);
        return named.statement.generation;
      },
      done: async () => {
        if (named === null) return;
        await keepAgain(dataFolder, { centre: named.centre, statement: named.statement });
      },
    };
  };
}

export function ownFolder({ dataFolder, companion, ports }: Options, copying: CopyParts): OwnFolder | null {
  if (companion === undefined) return null;
  // Folders that Coordinación allowed stand in the record, which is elsewhere.
  const place = { drives: ports.drives, dataFolder, allowed: () => Promise.resolve(new Set<string>()) };
  const judge = (path: string) => judgePlace(path, place);
  return {
    list: () => listKept(dataFolder).map(({ name, manifest }) => ({ name, madeAt: manifest.utc })),
    preview: async ({ name, by }) => previewRestore(copying, { folder: folderOfKept(dataFolder, name), by }),
    becomeKeeper: async ({ name, takesStartKey, ...asked }) => {
      // What is written there now would stand in no copy; its copy of closing comes here first.
      if (companion.link.state().kind === 'up') throw fail('rule-broken', 'keeper-in-use');
      const folder = folderOfKept(dataFolder, name);
      const restored = await restoreCopy(copying, { folder, ...asked, takesStartKey, isTakeOver: true });
      return { segment: restored.segment, startKey: restored.startKey };
    },
    takeUpdate: async ({ folder }) => takeUpdate({ link: companion.link, dataFolder, version, judge }, folder),
  };
}
