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

/** True inside an installed package, where the program stands in its archive. */
export function isPackaged(folder: string): boolean {
  return /[\\/]app\.asar(?:[\\/]|$)/.test(folder);
}
