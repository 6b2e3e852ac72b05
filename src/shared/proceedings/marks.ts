/** How far a row of the law is known, as it travels. */
import type { Confirmation } from '../record/index.ts';

export const confirmations = [
  'official',
  'secondary',
  'toConfirm',
  'project',
] as const satisfies readonly Confirmation[];
