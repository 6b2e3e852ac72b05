import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Who may publish: keys pinned in the program as data. A release takes none that is marked as of tests. */
export type PublisherKey = {
  /** The 32 bytes of an Ed25519 public key, base64. */
  readonly raw: string;
  readonly isTest: boolean;
};

export const publisherKeys: readonly PublisherKey[] = [
  // Its other half lies in tests/fixtures/update. The publisher's own joins here before the first release (docs/release-checklist.md).
  { raw: 'ZqCg/cLZ5zCciwXbItYlTfXdKwWv/LPBEV+T0QHL/YY=', isTest: true },
];

/**
 * False only where the program stands among its sources, as such or built. What is installed is a release: the window in
 * its archive, and the command line in a folder beside it.
 *
 * @param folder in which the code of main stands, two below the root
 */
export function isRelease(folder: string): boolean {
  return !existsSync(join(folder, '../../scripts/sign-update.ts'));
}
