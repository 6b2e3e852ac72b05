/** What of a person is compared with a declaration: the document, and the whole name. */
import { dniForMatching, normalizeDocumentNumber, type IdentityDocument, type PersonNames } from '../people/index.ts';

export type Comparable = Omit<PersonNames, 'nameState'> & {
  readonly document: Pick<IdentityDocument, 'kind' | 'number'>;
};

function plain(text: string): string {
  return text
    .toUpperCase()
    .replace(/Ñ/g, 'N~')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}~]+/gu, ' ')
    .trim();
}

/** Null when there is no number fit for comparing. */
function documentKey({ document }: Comparable): string | null {
  if (document.kind === null || document.number === null) return null;
  const number = document.kind === 'dni' ? dniForMatching(document.number) : normalizeDocumentNumber(document.number);
  return number === null ? null : `${document.kind}\u0000${number}`;
}

/** Null without given names and first surname: less would close a case to half the centre. */
function namesKey({ givenNames, firstSurname, secondSurname }: Comparable): string | null {
  if (givenNames === null || firstSurname === null) return null;
  return [givenNames, firstSurname, secondSurname ?? ''].map(plain).join('\u0000');
}

/** The two texts that are compared; whoever keeps them keeps only a mark made with a secret. */
export function conflictKeys(person: Comparable): { document: string | null; names: string | null } {
  return { document: documentKey(person), names: namesKey(person) };
}
