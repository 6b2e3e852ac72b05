import type { MissingFact } from '../../shared/papers/index.ts';
import { answerPages } from '../intake/index.ts';

export const documentsPath = '/casos/$caseId/documentos';
export const measuresPath = '/casos/$caseId/documentos/medidas';
export const writsPath = '/casos/$caseId/documentos/escritos';
export const writPath = '/casos/$caseId/documentos/escrito/$kind';
/** Kind 20 among the writs. */
export const reportPath = '/casos/$caseId/documentos/escrito/20';
export const referralsPath = '/casos/$caseId/derivaciones';
export const viewPath = '/casos/$caseId/documentos/ver/$documentId';
export const issuedPath = '/casos/$caseId/documentos/emitido/$documentId';

/** Where a missing fact is asked; null for what the form of the paper itself asks. */
export const factPages: Readonly<
  Record<MissingFact['page'], { readonly path: string; readonly words: string } | null>
> = {
  ...answerPages,
  document: null,
  team: { path: '/personal', words: 'Personal' },
  centre: { path: '/ajustes', words: 'Ajustes' },
};
