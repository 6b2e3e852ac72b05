/**
 * After this computer became the one that keeps the record: it goes on asking for the one before, at its old address and with
 * the key that it is known by there. For good: that one has to hear that it keeps the record no more, and this one, should the
 * other be restored one day, that the other keeps it again.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../shared/platform/zod.ts';
import type { KeeperTerm } from './keeper-term.ts';
import { openLink, type LanLink } from '../platform/lan/lan-link.ts';
import type { LinkOptions } from '../platform/lan/link-line.ts';
import { replaceFile, readJson } from '../platform/storage/durable-file.ts';

const formerSchema = z.strictObject({ address: z.ipv4(), port: z.int(), keeperFingerprint: z.string() });
export type FormerKeeper = z.infer<typeof formerSchema>;

const formerPath = (dataFolder: string) => join(dataFolder, 'lan', 'former.json');

export function keepFormer(dataFolder: string, former: FormerKeeper): Promise<void> {
  return replaceFile(formerPath(dataFolder), JSON.stringify(former));
}

/** Null where there is none: this computer was the first to keep the record, or was never connected to the one before. */
export function formerOf(dataFolder: string): FormerKeeper | null {
  return readJson(formerPath(dataFolder), formerSchema);
}

/** Its folder is connected to nobody any more: what is begun in it later is another record. */
export function forgetFormer(dataFolder: string): void {
  rmSync(formerPath(dataFolder), { force: true });
}

/** Between two askings, once it has answered. */
const againMs = 5 * 60_000;

export type Asking = Pick<LinkOptions, 'identity' | 'hello' | 'clock' | 'pace'> & {
  /** What this computer says, and where the other one's word is judged. */
  readonly term: Pick<KeeperTerm, 'judge' | 'moved' | 'statement'>;
  readonly askAgainMs?: number;
};

/** Answers what ends the asking; null where there is nobody to ask. */
export function tellFormerKeeper(dataFolder: string, { term, askAgainMs, ...line }: Asking): (() => void) | null {
  const former = formerOf(dataFolder);
  if (former === null) return null;
  let link: LanLink | null = null;
  let timer: NodeJS.Timeout | undefined;
  let hasAnswered = false;
  const known = {
    newest: () => term.statement,
    // Whatever it says, there is nothing to do over this line.
    judge: (statement: unknown) => {
      term.judge(statement);
      return false;
    },
  };
  const rest = () => {
    link?.close();
    link = null;
    timer = setTimeout(ask, askAgainMs ?? againMs).unref();
  };
  const ask = () => {
    // Closed by a newer word: it has nothing to say until somebody restores here.
    if (term.moved !== null) {
      rest();
      return;
    }
    link = openLink({ ...line, ...former, known });
    link.onState((state) => {
      // Both said their word with the greeting, whatever it answers: one that took this computer off hears it, too.
      if (state.kind === 'refused' && state.why !== 'closing') hasAnswered = true;
      // Later on each time is one try: it may be gone for good.
      if (hasAnswered) rest();
    });
  };
  ask();
  return () => {
    clearTimeout(timer);
    link?.close();
  };
}
