/** What an issued paper is called as a file. */
import { leavingName, type LeavingName } from '../platform/file-names.ts';
import { documentFileWords, type CopyFormat, type DocumentKind } from './codes.ts';

/** The number without what it is of: `Escrito N.º 1 · 2026-000012` → `2026-000012`. */
export function bareNumber(number: string): string {
  return (number.split(' · ').at(-1) ?? number).replace(/^\D+/, '');
}

/** `derivación-2026-000012.pdf`: kind and number, never a person. */
export function documentFileName(
  { kind, number }: { readonly kind: DocumentKind; readonly number: string },
  format: CopyFormat,
): LeavingName {
  return leavingName([documentFileWords[kind], bareNumber(number)], format);
}
