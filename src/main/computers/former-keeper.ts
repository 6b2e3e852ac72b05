/**
 * After this computer became the one that keeps the record: it goes on asking for the one before, at its old address and with
 * the key that it is known by there, until that one has heard that it keeps the record no more.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../shared/platform/zod.ts';
import { KnownTerm } from './keeper-term.ts';
import { openLink } from '../platform/lan/lan-link.ts';
import type { LinkOptions } from '../platform/lan/link-line.ts';
import { replaceFile } from '../platform/storage/durable-file.ts';

const formerSchema = z.strictObject({ address: z.ipv4(), port: z.int(), keeperFingerprint: z.string() });
export type FormerKeeper = z.infer<typeof formerSchema>;

const formerPath = (dataFolder: string) => join(dataFolder, 'lan', 'former.json');

export function keepFormer(dataFolder: string, former: FormerKeeper): Promise<void> {
  return replaceFile(formerPath(dataFolder), JSON.stringify(former));
}

/** Null where there is none, or it has heard. */
export function formerOf(dataFolder: string): FormerKeeper | null {
  try {
    return formerSchema.parse(JSON.parse(readFileSync(formerPath(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

/** Answers what ends the asking; null where there is nobody to tell. */
export function tellFormerKeeper(
  dataFolder: string,
  line: Pick<LinkOptions, 'identity' | 'hello' | 'clock' | 'pace'>,
): (() => void) | null {
  const former = formerOf(dataFolder);
  if (former === null) return null;
  const link = openLink({ ...line, ...former, known: new KnownTerm(dataFolder, former.keeperFingerprint) });
  link.onState((state) => {
    // It was told with the greeting, whatever it answers: one that took this computer off hears that first, too.
    if (state.kind !== 'refused' || (state.why !== 'moved' && state.why !== 'revoked')) return;
    rmSync(formerPath(dataFolder), { force: true });
    link.close();
  });
  return () => link.close();
}
