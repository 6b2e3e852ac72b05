/** What the window asks before a document is shown or copied. */
import {
  documentWords,
  kindActions,
  savedPlaceWarnings,
  type DocumentCopy,
  type DocumentKind,
  type IssuedDocument,
  type OutsideLine,
  type SavedFileLine,
} from '../../shared/papers/index.ts';
import { savedFileKindLabels } from '../../shared/platform/files-contract.ts';

/** Whether who has these permissions may see and copy papers of that kind. */
export function mayRelease({ kind }: { readonly kind: DocumentKind }, actions: readonly string[]): boolean {
  return actions.includes(kindActions[kind]);
}

/** Kinds whose pages ask for the password again. */
export const askingPassword: ReadonlySet<DocumentKind> = new Set([
  'reserved-sheet',
  'register-sheet',
  'location-sheet',
]);

/** What to mind about where a file was saved; empty for a disk of this computer. */
export function placeWarning({ savedPlace }: Pick<DocumentCopy, 'savedPlace'>): string {
  return savedPlace === null ? '' : (savedPlaceWarnings[savedPlace] ?? '');
}

/** The path, for who may know it; a browser tells none of its downloads. */
export function whereSaved({ savedTo, savedPlace }: Pick<DocumentCopy, 'savedTo' | 'savedPlace'>): string {
  if (savedTo !== null) return savedTo;
  return savedPlace === null
    ? 'Donde el navegador guarda las descargas'
    : 'La ruta se muestra solo a quien puede ver la ficha';
}

/** What a file is that is no copy, and what it was called, for who may know it. */
export function fileWords({ kind, name }: Pick<SavedFileLine, 'kind' | 'name'>): string {
  return name === null ? savedFileKindLabels[kind] : `${savedFileKindLabels[kind]}: ${name}`;
}

/** Of a ficha closed to the reader since, only that the file is still there. */
export function outsideWords(line: OutsideLine): string {
  if (line.sort === 'file') return line.file === null ? closedSince : fileWords(line.file);
  const { document } = line;
  return document === null ? closedSince : documentWords(document.kind, document.document);
}

const closedSince = 'De una ficha que ya no se le muestra';

/** The path, for who may know it; of the recovery sheet nobody keeps it. */
export function whereOutside(line: OutsideLine): string {
  if (line.sort === 'file' && line.file?.kind === 'recovery-sheet') return 'No se anota dónde: abre todo el registro';
  if (line.sort === 'file' && line.file?.kind === 'segment-sheet') return 'No se anota dónde: es una clave';
  return whereSaved(line);
}

/** From so many pages on a batch is asked about twice. */
const manyPages = 100;

/** Before a pile of paper is sent; null for a batch of usual size. */
export function pileWarning(pages: number): string | null {
  return pages < manyPages ? null : `Son ${pages} páginas. Revise que hagan falta todas y que haya papel.`;
}

/** First digits of the code of the bytes, in groups: enough to compare two papers by eye. */
export function shortHash({ contentHash }: Pick<IssuedDocument, 'contentHash'>): string {
  return contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
}

type Numbered = { readonly requestedAt: string; readonly number: string };

/** Order of copies: those that were registered together go by their number. */
export function newestFirst(one: Numbered, other: Numbered): number {
  return other.requestedAt.localeCompare(one.requestedAt) || other.number.localeCompare(one.number);
}
