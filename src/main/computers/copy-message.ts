/** What keeper and companion say to each other about a copy. */
import { instantSchema } from '../../shared/platform/dates.ts';
import { z } from '../../shared/platform/zod.ts';

const copyName = z.string().regex(/^backup-\d{8}t\d{6}z-\d+$/);

/** Over the events stream: this copy may be fetched. */
export const copyOfferSchema = z.strictObject({
  kind: z.literal('copy'),
  name: copyName,
  /** When it was made. */
  at: instantSchema,
  /** Of its manifest, which says the same of every other file. */
  manifest: z.strictObject({ size: z.int().positive().max(64_000_000), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
export type CopyOffer = z.infer<typeof copyOfferSchema>;

/** Back: it stands whole at this computer. */
export const copyKeptSchema = z.strictObject({ name: copyName, at: instantSchema });

/** Name of a file of a copy as it is fetched: a copy lies flat here, its file names are random. */
export const fileId = (copy: string, file: string) => `${copy}.${file.replace(/^files\//, '')}`;
