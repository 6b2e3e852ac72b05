/**
 * What a companion does for itself, without its keeper: it keeps copies, becomes the keeper from one of them, and renews
 * itself with the signed file that the keeper hands over.
 */
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fail } from '../../shared/platform/failures.ts';
import { copyOfferSchema } from './copy-message.ts';
import { KeptCopies, type KeptParts } from './kept-copies.ts';
import { CallRefused, LineCut } from '../platform/lan/line-cut.ts';
import type { LanLink } from '../platform/lan/lan-link.ts';
import { updateName } from '../platform/lan/wire.ts';
import { freeBytesOf } from '../platform/storage/disk-space.ts';
import { checkUpdateFile, installerIn, writeInstaller } from '../program/index.ts';
import { isPublished } from '../release.ts';

export type CompanionCopyParts = Pick<KeptParts, 'dataFolder' | 'dbId' | 'policy' | 'record'> & {
  readonly link: Pick<LanLink, 'open' | 'callUntilAnswered' | 'subscribe'>;
  readonly freeBytes?: (folder: string) => number | null;
};

const floodMs = 1000;

/** A keeper that is asked too much says so, and nothing was done. */
async function patiently(open: () => Promise<Readable>): Promise<Readable> {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof CallRefused) || error.why !== 'flood') throw error;
      await pause(floodMs);
    }
  }
}

/** Takes the copies that the keeper offers, as long as the line lives. Answers what ends it. */
export function keepCopies(parts: CompanionCopyParts): { readonly kept: KeptCopies; end(): void } {
  const { link, dataFolder, dbId, policy } = parts;
  const closed = new AbortController();
  const kept = new KeptCopies({
    ...{ dataFolder, dbId, policy, freeBytes: parts.freeBytes ?? freeBytesOf },
    open: (id) => patiently(() => link.open('copy', id)),
    tell: (copy) => link.callUntilAnswered('copyKept', copy, closed.signal),
    // A cut is no fault: the copy is offered again when the line is there.
    record: (error) => {
      if (!closed.signal.aborted && !(error instanceof LineCut)) parts.record(error);
    },
  });
  const unsubscribe = link.subscribe((message) => {
    const offer = copyOfferSchema.safeParse(message);
    if (offer.success) kept.take(offer.data);
  });
  return {
    kept,
    end: () => {
      unsubscribe();
      closed.abort();
    },
  };
}

/** A file of the keeper, as it comes. */
type Opens = { open(name: string, id: string): Promise<Readable> };

export type UpdateParts = {
  readonly link: Opens;
  readonly dataFolder: string;
  /** Of this program. */
  readonly version: string;
  /** Throws where nothing may be saved. */
  readonly judge: (path: string) => Promise<unknown>;
};

/**
 * Fetches the signed file of the keeper and leaves its installer in a folder, as `prepareUpdate` does at the keeper: verified
 * here by the key of the publisher to its last byte, and never run.
 *
 * @throws rule-broken `update-not-there`; storage `line-cut`; as `checkUpdateFile` and `writeInstaller`
 */
export async function takeUpdate({ link, dataFolder, version, judge }: UpdateParts, folder: string) {
  const file = join(dataFolder, 'lan', 'update-arriving');
  mkdirSync(join(dataFolder, 'lan'), { recursive: true, mode: 0o700 });
  try {
    await pipeline(await openUpdate(link), createWriteStream(file, { mode: 0o600, flush: true })).catch(
      (error: unknown) => {
        throw error instanceof Error && 'code' in error && error.code === 'ENOSPC'
          ? fail('storage', 'save-disk-full')
          : fail('storage', 'line-cut');
      },
    );
    const reader = { current: version, isRelease: isPublished };
    const checked = await checkUpdateFile(file, reader);
    const installer = installerIn(folder, checked.version);
    await judge(installer);
    const manifest = await writeInstaller(file, installer, reader);
    const { date, notes } = manifest;
    return { version: manifest.version, date, notes, size: manifest.installer.size, installer };
  } finally {
    rmSync(file, { force: true });
  }
}

async function openUpdate(link: Opens): Promise<Readable> {
  try {
    return await link.open(updateName, 'current');
  } catch (error) {
    if (error instanceof CallRefused && error.why === 'not-found') throw fail('rule-broken', 'update-not-there');
    if (error instanceof LineCut || error instanceof CallRefused) throw fail('storage', 'line-cut');
    throw error;
  }
}
