/** Words of codes and states on the screens of a case. */
import { caseConditions, valuationLevels, type CaseOverview, type SectionId } from '../../shared/intake/index.ts';
import type { RiskLevel, SectionState, Tone } from '../platform/ui/index.ts';

export const stateTones = {
  draft: 'warning',
  validated: 'done',
  inAttention: 'accent',
  inFollowUp: 'accent',
  closed: 'neutral',
  reopened: 'accent',
} as const satisfies Record<CaseOverview['state'], Tone>;

export const sectionTitles = {
  a: 'Sección A',
  b: 'Sección B',
  c: 'Sección C',
  d: 'Sección D',
  e: 'Sección E',
  f: 'Secciones F–H',
  risk: 'Riesgo',
  documents: 'Documentos',
  validate: 'Validar',
} as const satisfies Record<SectionId, string>;

export const sectionPaths = {
  a: '/casos/$caseId/seccion-a',
  b: '/casos/$caseId/seccion-b',
  c: '/casos/$caseId/seccion-c',
  d: '/casos/$caseId/seccion-d',
  e: '/casos/$caseId/seccion-e',
  f: '/casos/$caseId/seccion-f',
  risk: '/casos/$caseId/riesgo',
  documents: '/casos/$caseId/documentos',
  validate: '/casos/$caseId/validar',
} as const satisfies Record<SectionId, string>;

/** The other fichas of the same user, drawn by the pairs domain. */
export const casesPath = '/casos';
export const pairPath = '/casos/$caseId/antecedentes';

/** Lists of Coordinación over all fichas, drawn by the pairs domain. */
export const repeatPages = {
  pairs: { path: '/hechos-repetidos/parejas', title: 'Parejas con dos o más hechos' },
  accused: { path: '/hechos-repetidos/personas-denunciadas', title: 'Personas denunciadas por varias mujeres' },
  users: { path: '/hechos-repetidos/mujeres', title: 'Una misma mujer, varias personas denunciadas' },
} as const;

/** Not sections of the paper: who has a part in the case, and each of them. */
export const personsPath = '/casos/$caseId/personas';
export const personPath = '/casos/$caseId/personas/$personId';

/** Not one of the sections: what was changed in them. */
export const historyPath = '/casos/$caseId/historial';

const riskOf = { 1: 'mild', 2: 'moderate', 3: 'severe' } as const satisfies Record<1 | 2 | 3, RiskLevel>;

/** The centre's own valuation (Section B), never the level of the risk form. */
export function riskWord(level: 1 | 2 | 3 | null): { level: RiskLevel; word: string } {
  if (level === null) return { level: 'incomplete', word: 'Riesgo sin valorar' };
  return { level: riskOf[level], word: valuationLevels.find((option) => option.code === level)?.label ?? '' };
}

export function conditionWord(condition: number): string {
  return caseConditions.find((option) => option.code === condition)?.label ?? String(condition);
}

export function sectionState({
  state,
  missing,
}: {
  state: CaseOverview['sections'][number]['state'];
  missing: number;
}): SectionState {
  if (state === 'inProgress' && missing > 0) return { kind: 'missing', count: missing };
  return { kind: state };
}

/** Pages on which a fact that a paper lacks is answered, as links say them. */
export const answerPages = {
  'section-a': { path: sectionPaths.a, words: 'Sección A' },
  'section-b': { path: sectionPaths.b, words: 'Sección B' },
  risk: { path: sectionPaths.risk, words: 'Valoración de riesgo' },
} as const;

/** Pages of a case that are no section of the paper, in the order of the list, each with the right that shows it. */
export const casePages = {
  persons: { title: 'Familia y otras personas', path: personsPath, may: 'registerForm.readA' },
  // The desk reads an account that it wrote itself, and writes none: the page is for whoever interviews.
  account: { title: 'Relato y ampliaciones', path: '/casos/$caseId/relato', may: 'interview.read' },
  interviews: { title: 'Entrevistas', path: '/casos/$caseId/entrevistas', may: 'interview.read' },
  attentions: { title: 'Atenciones', path: '/casos/$caseId/atenciones', may: 'attention.read' },
  proceeding: { title: 'Proceso', path: '/casos/$caseId/proceso', may: 'legalFile.read' },
  earlier: { title: 'Fichas y hechos anteriores (F8)', path: pairPath, may: 'registerForm.readB' },
  files: { title: 'Archivos', path: '/casos/$caseId/archivos', may: 'attachment.read' },
  presenting: { title: 'Presentar escritos', path: '/casos/$caseId/presentar', may: 'legalFile.read' },
  urgentReferral: { title: 'Derivar con urgencia', path: '/casos/$caseId/derivar-urgente', may: 'print.referral' },
  referrals: { title: 'Derivaciones', path: '/casos/$caseId/derivaciones', may: 'print.referral' },
  custody: { title: 'Actas de recepción', path: '/casos/$caseId/actas-de-recepcion', may: 'referral.record' },
  // Drawn by the domain of the central register.
  register: {
    title: 'Hoja para el registro central',
    path: '/casos/$caseId/registro-central',
    may: 'registerForm.readB',
  },
  // Reading what was changed is a right of who reads the sections; the desk has none.
  history: { title: 'Historial de esta ficha', path: historyPath, may: 'registerForm.readB' },
  reserve: { title: 'Reserva de esta ficha', path: '/casos/$caseId/reserva', may: 'seal.read' },
  mend: { title: 'Corregir esta ficha', path: '/casos/$caseId/corregir', may: 'case.annul' },
} as const;
export type CasePage = keyof typeof casePages;

export const linkedPath = '/casos/$caseId/otra-victima';
export const otherAggressorPath = '/casos/$caseId/otra-persona-agresora';

type LinkedLine = { readonly number: string; readonly userName: string; readonly aggressorName: string | null };

/** A ficha of the same event in one line: whose it is, and against whom for who may be told of him. */
export function linkedWords({ number, userName, aggressorName }: LinkedLine): string {
  const against = aggressorName === null ? '' : ` · contra: ${aggressorName}`;
  return `Ficha ${number} · ${userName}${against}`;
}
