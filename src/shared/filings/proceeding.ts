/** Which writs belong to one proceeding: each counts its own writs (CPC 130), and its office is spoken to by its words. */
import { plainWords } from './addressee.ts';
import { ofCourt, ofPolice, ofProsecutor, type DeskWords } from './desk-words.ts';
import type { FilingOptions } from './schema.ts';

/** What tells the proceeding of a writ. */
export type WritDesk = Pick<FilingOptions, 'courtFileNumber' | 'addressee'>;

/** `00012-2026` and «00012 - 2026» are one file. */
const plainFile = (fileNumber: string) => fileNumber.toLocaleLowerCase('es').replace(/[\s.]+/g, '');

/**
 * By the number of the file where both have one; else by the office: the first writ to a court has no number yet. Writs of
 * which neither is known belong to none.
 */
export function isSameProceeding(one: WritDesk, other: WritDesk): boolean {
  if (one.courtFileNumber !== null && other.courtFileNumber !== null)
    return plainFile(one.courtFileNumber) === plainFile(other.courtFileNumber);
  if (one.addressee === null || other.addressee === null) return false;
  const entry = one.addressee.authorityId ?? null;
  const isSameEntry = entry !== null && entry === other.addressee.authorityId;
  return isSameEntry || plainWords(one.addressee.office) === plainWords(other.addressee.office);
}

/** «de la Fiscalía Provincial…» has a carpeta, «de la Comisaría…» a complaint, every other office an expediente. */
export function deskWords({ addressee }: Pick<FilingOptions, 'addressee'>): DeskWords {
  const office = plainWords(addressee?.office ?? '');
  if (/\b(fiscalia|fiscal|ministerio publico)\b/.test(office)) return ofProsecutor;
  return /\b(comisaria|policia|pnp|depincri|divincri)\b/.test(office) ? ofPolice : ofCourt;
}
