/** What the page of signing in opens with, when a page before it said so; in the memory of this window only. */
export const afterLock: {
  /** Folder of the copy to restore; null for the page of signing in itself. */
  restoreFrom: string | null;
  /** Name of the centre that this computer was connected to a moment ago; null otherwise. */
  joined: string | null;
} = { restoreFrom: null, joined: null };
