/** What the invented year really held: stands beside its files, and no centre could ever write it. */
import { exactCountsSchema } from '../../src/shared/reports/schema.ts';
import type { ExactCounts } from '../../src/shared/reports/index.ts';
import { z } from '../../src/shared/platform/zod.ts';

export const truthName = 'truth.json';

export const truthSchema = z.strictObject({
  format: z.literal('registro-cem-truth|v1'),
  year: z.int(),
  seed: z.int(),
  distribution: z.enum(['published', 'synthetic']),
  centres: z.int(),
  sealed: z.int(),
  counts: exactCountsSchema,
  /** Cases by department of the centre. */
  departments: z.record(z.string(), z.int()),
});
export type Truth = z.infer<typeof truthSchema>;

export function addCounts(into: ExactCounts, more: ExactCounts): void {
  into.total += more.total;
  for (const list of ['cube', 'condition', 'risk', 'bond', 'complaint', 'protection'] as const) {
    more[list].forEach((count, at) => (into[list][at] = (into[list][at] ?? 0) + count));
  }
}
