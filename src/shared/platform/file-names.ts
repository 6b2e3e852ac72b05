/**
 * Names of the files that leave the program: Spanish words with their accents and a number, never a person's name, and such
 * as every Windows program opens again (bad inputs 20 and 70). This is the one place that makes them.
 */
import { z } from './zod.ts';

/** Longest name, in UTF-16 units; leaves room for a folder before the 259 of Windows. */
export const longestName = 80;

/** Devices of Windows: a file of that name cannot be made there, whatever its extension. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Letters of Spanish, digits, hyphens, and dots between them: no dot or hyphen at either end. */
const form = /^[a-zñáéíóúü0-9](?:[a-zñáéíóúü0-9.-]*[a-zñáéíóúü0-9])?$/;

export function isLeavingName(name: string): boolean {
  return name.length <= longestName && name === name.normalize('NFC') && form.test(name) && !reserved.test(name);
}

export const leavingNameSchema = z.string().refine(isLeavingName).brand<'LeavingName'>();
export type LeavingName = z.infer<typeof leavingNameSchema>;

/**
 * `leavingName(['Derivación', '2026-000012'], 'pdf')` → `derivación-2026-000012.pdf`: small letters, anything that is neither
 * letter nor digit becomes one hyphen, what is too long loses its end but keeps its extension. No extension for null.
 */
export function leavingName(words: readonly (string | number)[], extension: string | null): LeavingName {
  const end = extension === null ? '' : `.${extension}`;
  const plain = words
    .join('-')
    .normalize('NFC')
    .toLocaleLowerCase('es')
    .replace(/[^a-zñáéíóúü0-9]+/g, '-')
    .slice(0, longestName - end.length)
    .replace(/^-+|-+$/g, '');
  return leavingNameSchema.parse(
    `${reserved.test(plain) || plain === '' ? `archivo-${plain}`.replace(/-$/, '') : plain}${end}`,
  );
}
