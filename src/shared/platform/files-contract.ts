/** What leaves through the host: files that a procedure handed out, in pieces small enough for every host, and text. */
import { procedure } from './contract.ts';
import { fileHandleSchema } from './ids.ts';
import { z } from './zod.ts';

/** Bytes in one piece. */
export const filePieceSize = 512 * 1024;

/** How long a reserved text stays in the clipboard, in milliseconds (D15). */
export const reservedTextFor = 20_000;

export const filesContract = {
  /** The next piece of a file handed to this session; handles of others and old ones are `not-found`. */
  readFile: procedure({
    input: z.strictObject({ id: fileHandleSchema.shape.id, offset: z.int().nonnegative() }),
    output: z.strictObject({ base64: z.string(), nextOffset: z.int().nullable() }),
    permission: 'anyone-signed-in',
    audit: { none: 'the procedure that made the file wrote the entry' },
    changes: false,
    phases: ['founding', 'ready'],
    failures: ['not-found'],
  }),
  /** Asks where to write a file handed to this session; a browser gets `handed-back` and downloads it itself. */
  saveFile: procedure({
    input: z.strictObject({ id: fileHandleSchema.shape.id, name: fileHandleSchema.shape.name }),
    output: z.strictObject({ end: z.enum(['written', 'handed-back']) }),
    permission: 'anyone-signed-in',
    audit: { none: 'the procedure that made the file wrote the entry' },
    changes: false,
    phases: ['founding', 'ready'],
    failures: ['not-found', 'storage', 'cancelled'],
  }),
  /** Puts text in the clipboard of the computer; a browser gets `handed-back` and does it itself. */
  copyText: procedure({
    input: z.strictObject({
      /** Null: nothing new, and the reserved text that still waits for its time is taken out at once. */
      text: z.string().max(200_000).nullable(),
      /** Taken out again after 20 seconds, also while another program has the screen (D15). */
      isReserved: z.boolean(),
    }),
    output: z.strictObject({ end: z.enum(['written', 'handed-back']) }),
    permission: 'anyone-signed-in',
    audit: { none: 'the reading that showed the text wrote the entry' },
    changes: false,
    failures: [],
  }),
} as const;
