/** What the program says of itself: its version and what it is made of. */
import { nothing, procedure } from '../platform/contract.ts';
import { z } from '../platform/zod.ts';
import { partSchema } from './notices.ts';

export const programContract = {
  listNotices: procedure({
    input: nothing,
    output: z.strictObject({
      /** Of the program itself, `0.1.0`. */
      version: z.string(),
      parts: z.array(partSchema),
    }),
    permission: 'settings.read',
    audit: { none: 'a list that ships with the program, nothing of the record' },
    changes: false,
    failures: [],
  }),
  /** Texts of the licence of one part, in their own language. */
  readNotice: procedure({
    input: z.strictObject({ name: z.string().max(120), version: z.string().max(40) }),
    output: z.strictObject({ texts: z.array(z.string()) }),
    permission: 'settings.read',
    audit: { none: 'a text that ships with the program, nothing of the record' },
    changes: false,
    failures: ['not-found'],
  }),
} as const;
