/** What leaves through the host: files that a procedure handed out, in pieces small enough for every host, and text. */
import { changing, noAudit, reading } from './contract.ts';
import { fileHandleSchema } from './ids.ts';
import { z } from './zod.ts';

/** Bytes in one piece. */
export const filePieceSize = 512 * 1024;

/** What is saved with `saveFile`; copies of papers have a register of their own. */
export const savedFileKindLabels = {
  'attachment-original': 'Original de un archivo del caso',
  'filing-draft': 'Borrador de un escrito',
  'month-export': 'Archivo del reporte o de las tablas de un mes',
  'recovery-sheet': 'Hoja de la clave de recuperación',
  'access-sheet': 'Hoja con un código para entrar una vez',
  'segment-sheet': 'Hoja de la clave inicial de la bitácora',
} as const;
export type SavedFileKind = keyof typeof savedFileKindLabels;

/** How long a reserved text stays in the clipboard, in milliseconds (D15). */
export const reservedTextFor = 20_000;

export const filesContract = {
  /**
   * The next piece of a file handed to this session. Handles of others and old ones are `not-found`, and so is a file
   * that has to be saved before `saveFile` registered it and handed it back; a draft is read on the screen before.
   */
  readFile: reading('anyone-signed-in', noAudit('the procedure that made the file wrote the entry'), {
    input: { id: fileHandleSchema.shape.id, offset: z.int().nonnegative() },
    output: { base64: z.string(), nextOffset: z.int().nullable() },
    phases: ['founding', 'ready'],
  }),
  /**
   * Registers a file handed to this session among those saved outside, then asks where to write it; a browser gets
   * `handed-back` and downloads it itself. What is only shown, or left as a registered copy, is `not-found`.
   */
  saveFile: changing('anyone-signed-in', 'file.saved', {
    input: { id: fileHandleSchema.shape.id },
    output: {
      /** `requested`: the answer to a repeated call, which writes nothing again. */
      end: z.enum(['requested', 'written', 'handed-back']),
      /** Number of its line in the register, `G-2026-000001`. */
      number: z.string(),
    },
    phases: ['founding', 'ready'],
  }),
  /** Puts text in the clipboard of the computer; a browser gets `handed-back` and does it itself. */
  copyText: reading('anyone-signed-in', noAudit('the reading that showed the text wrote the entry'), {
    input: {
      /** Null: nothing new, and the reserved text that still waits for its time is taken out at once. */
      text: z.string().max(200_000).nullable(),
      /** Taken out again after 20 seconds, also while another program has the screen (D15). */
      isReserved: z.boolean(),
    },
    output: { end: z.enum(['written', 'handed-back']) },
  }),
} as const;
