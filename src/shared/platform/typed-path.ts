/** Paths that a person types or pastes. */
import { z } from './zod.ts';

/** The path of a folder or file as it is pasted: Windows copies it with quotation marks around it. */
export const folderPathSchema = z
  .string()
  .trim()
  .overwrite((text) => text.replace(/^"(.*)"$/, '$1').trim())
  .min(1)
  .max(400);
