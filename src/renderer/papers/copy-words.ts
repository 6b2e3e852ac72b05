/** What a copy is usually for; the person changes it where this one is for something else. */
import type { DocumentKind, IssuedDocument } from '../../shared/papers/index.ts';

type Words = { readonly recipient: string; readonly purpose: string };

export const copyWords: Readonly<Record<DocumentKind, Words>> = {
  filing: { recipient: 'Mesa de partes del juzgado', purpose: 'Presentar el escrito' },
  'reserved-sheet': { recipient: 'Mesa de partes del juzgado', purpose: 'Presentar en sobre cerrado' },
  referral: { recipient: 'Establecimiento de salud', purpose: 'Derivación de la persona usuaria' },
  'monthly-report': { recipient: 'Coordinación', purpose: 'Archivo del centro' },
  'register-sheet': { recipient: 'Equipo del centro', purpose: 'Digitar en el registro central' },
};

/** Row of the permission table that lets this kind be seen and copied. */
export const kindActions: Readonly<Record<DocumentKind, string>> = {
  filing: 'print.filing',
  'reserved-sheet': 'print.reservedSheet',
  referral: 'print.referral',
  'monthly-report': 'report.readFrozen',
  'register-sheet': 'print.wholeCase',
};

/** Kinds whose pages ask for the password again. */
export const askingPassword: ReadonlySet<DocumentKind> = new Set(['reserved-sheet', 'register-sheet']);

/** First digits of the code of the bytes, in groups: enough to compare two papers by eye. */
export function shortHash({ contentHash }: Pick<IssuedDocument, 'contentHash'>): string {
  return contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}
