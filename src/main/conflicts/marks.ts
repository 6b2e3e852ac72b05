/** Comparing the persons of a case with what staff declared. */
import { createHmac } from 'node:crypto';
import type { DocumentKind } from '../../shared/people/index.ts';
import { conflictKeys, type Comparable } from '../../shared/conflicts/index.ts';
import type { StaffId } from '../../shared/platform/ids.ts';
import { listDeclarations, listJudged, readPepper, type DeclarationRow, type JudgedRow } from './repository.ts';
import type { Trx } from './tables.ts';

export type Marks = {
  readonly documents: readonly { readonly kind: DocumentKind; readonly mark: string }[];
  readonly names: string | null;
  /** Without the second surname; equal to `names` where none is known. */
  readonly shortNames: string | null;
};

/** A person of a case; the id says which one a dismissal judged. */
export type CasePerson = Comparable & { readonly personId: string };

/** One declaration and one person that it may be, by what. */
export type Match = {
  readonly declarationId: string;
  readonly staffId: StaffId;
  readonly personId: string;
  readonly by: 'document' | 'names';
};

export function marksOf(pepper: Uint8Array, person: Comparable): Marks {
  const mark = (text: string) => createHmac('sha256', pepper).update(text, 'utf8').digest('hex');
  const markOrNull = (text: string | null) => (text === null ? null : mark(text));
  const keys = conflictKeys(person);
  return {
    documents: keys.documents.map(({ kind, text }) => ({ kind, mark: mark(text) })),
    names: markOrNull(keys.names),
    shortNames: markOrNull(keys.shortNames),
  };
}

/**
 * By what a person is a declared one; null when by nothing.
 *
 * Another number of the same kind of document rules out a namesake; two kinds say nothing of each other. A name
 * without its second surname may be the whole of the other.
 */
export function matchOf(marks: Marks, declared: DeclarationRow): 'document' | 'names' | null {
  if (marks.documents.some(({ mark }) => mark === declared.document_mark)) return 'document';
  const isOther =
    declared.document_kind !== null && marks.documents.some(({ kind }) => kind === declared.document_kind);
  if (isOther || marks.names === null || declared.names_mark === null) return null;
  const isShort = marks.names === marks.shortNames && marks.names === declared.short_names_mark;
  return marks.names === declared.names_mark || marks.shortNames === declared.names_mark || isShort ? 'names' : null;
}

export function matchesOf(pepper: Uint8Array, persons: readonly CasePerson[], declared: readonly DeclarationRow[]) {
  return persons.flatMap((person) => {
    const marks = marksOf(pepper, person);
    return declared.flatMap((one): Match[] => {
      const by = matchOf(marks, one);
      return by === null ? [] : [{ declarationId: one.id, staffId: one.staff_id, personId: person.personId, by }];
    });
  });
}

/** A dismissal judged this declaration and this person; by a name it did not judge a document found equal later. */
export function isJudged(match: Match, judged: readonly JudgedRow[]): boolean {
  return judged.some(
    (one) =>
      one.declaration_id === match.declarationId &&
      one.person_id === match.personId &&
      (one.matched_by === 'document' || match.by === 'names'),
  );
}

/** Persons by the case they have a part in. */
export type PersonsByCase = ReadonlyMap<string, readonly CasePerson[]>;

/** Cases among these that are closed to that person. `persons` is asked for only when there is something to compare. */
export async function casesInConflict(
  trx: Trx,
  staffId: StaffId,
  persons: () => Promise<PersonsByCase>,
): Promise<ReadonlySet<string>> {
  const declared = await listDeclarations(trx, staffId);
  if (declared.length === 0) return new Set();
  const pepper = await readPepper(trx);
  const all = [...(await persons())];
  const found = all.map(([caseId, some]) => ({ caseId, matches: matchesOf(pepper, some, declared) }));
  const matched = found.filter(({ matches }) => matches.length > 0);
  if (matched.length === 0) return new Set();
  const judged = await listJudged(trx, null);
  const isOpen = ({ caseId, matches }: (typeof matched)[number]) => {
    const ofCase = judged.filter((row) => row.case_id === caseId);
    return matches.some((match) => !isJudged(match, ofCase));
  };
  return new Set(matched.filter(isOpen).map(({ caseId }) => caseId));
}

/** A person as it is written down: one document, or none. */
export type WrittenPerson = Omit<Comparable, 'documents'> & { readonly document: Comparable['documents'][number] };

/** Whether a person being written down is close to anybody of the staff. */
export async function isDeclared(trx: Trx, { document, ...names }: WrittenPerson): Promise<boolean> {
  const declared = await listDeclarations(trx, null);
  if (declared.length === 0) return false;
  const marks = marksOf(await readPepper(trx), { ...names, documents: [document] });
  return declared.some((one) => matchOf(marks, one) !== null);
}
