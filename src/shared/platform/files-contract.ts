/** Fetching what a procedure handed out as a file handle, in pieces small enough for every host. */
import { procedure } from './contract.ts';
import { fileHandleSchema } from './ids.ts';
import { z } from './zod.ts';

/** Bytes in one piece. */
export const filePieceSize = 512 * 1024;

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
} as const;
