/** Names of files as they came: cleaned, for display only. What is stored has a name of its own (bad inputs, row 70). */
import { fileTypes, type FileType } from './codes.ts';

/** Marks that turn a name around on screen (`\u202egpj.exe` reads `exe.jpg`) or end it before its time. */
// oxlint-disable-next-line no-control-regex -- a NUL ends a name for some programs and not for others
const disguise = /[\u0000\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const sameType: Readonly<Record<string, FileType>> = { jpeg: 'jpg', jpe: 'jpg', heif: 'heic', oga: 'ogg', m4v: 'mp4' };

export function isDisguised(name: string): boolean {
  return disguise.test(name);
}

/** Last part of a path of any system; escapes undone once, so that `%2e%2e%2f` hides nothing. */
function lastPart(name: string): string {
  let plain = name;
  try {
    plain = decodeURIComponent(name);
  } catch {
    // A per cent sign of its own.
  }
  return plain.split(/[\\/]/).at(-1) ?? '';
}

/** The name as it is shown: no path, no stream (`a.txt:b`), no control, at most 120 characters; never empty. */
export function shownFileName(name: string): string {
  const clean = lastPart(name)
    .replace(/:.*$/, '')
    .replace(/\p{Cc}|\p{Cf}/gu, '')
    .replace(/[<>"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .normalize('NFC');
  if (clean === '') return 'archivo';
  if (clean.length <= 120) return clean;
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, 119 - ending.length)}…${ending}`;
}

/** Type by the last ending of the name; null for one that is not kept. `foto.jpg.exe` is an exe. */
export function typeOfName(name: string): FileType | null {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(shownFileName(name))?.[1]?.toLowerCase();
  if (ending === undefined) return null;
  return fileTypes.find((type) => type === ending) ?? sameType[ending] ?? null;
}
