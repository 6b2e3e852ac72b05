/** What of a person is compared with a declaration: her documents, and the whole name. */
import {
  dniForMatching,
  normalizeDocumentNumber,
  type DocumentKind,
  type IdentityDocument,
  type PersonNames,
} from '../people/index.ts';

type Document = Pick<IdentityDocument, 'kind' | 'number'>;

export type Comparable = Omit<PersonNames, 'nameState'> & { readonly documents: readonly Document[] };

export type DocumentKey = { readonly kind: DocumentKind; readonly text: string };

/** The texts that are compared; whoever keeps them keeps only marks made with a secret. */
export type ConflictKeys = {
  readonly documents: readonly DocumentKey[];
  /** Null without given names and first surname: less would close a case to half the centre. */
  readonly names: string | null;
  /** The same without the second surname; equal to `names` where none is known. */
  readonly shortNames: string | null;
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

/** None when there is no number fit for comparing. */
function documentKey({ kind, number }: Document): DocumentKey[] {
  if (kind === null || number === null) return [];
  const fit = kind === 'dni' ? dniForMatching(number) : normalizeDocumentNumber(number);
  return fit === null ? [] : [{ kind, text: `${kind}\u0000${fit}` }];
}

function namesKey({ givenNames, firstSurname }: Comparable, secondSurname: string | null): string | null {
  if (givenNames === null || firstSurname === null) return null;
  return [givenNames, firstSurname, secondSurname ?? ''].map(plain).join('\u0000');
}

export function conflictKeys(person: Comparable): ConflictKeys {
  return {
    documents: person.documents.flatMap(documentKey),
    names: namesKey(person, person.secondSurname),
    shortNames: namesKey(person, null),
  };
}
