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

/** The letter of each section in the bar of a case, in the order of the work. */
export const sectionLetters = [
  ['a', 'A'],
  ['b', 'B'],
  ['risk', 'R'],
  ['c', 'C'],
  ['d', 'D'],
  ['e', 'E'],
  ['f', 'F–H'],
] as const satisfies readonly (readonly [SectionId, string])[];

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

/** The five tabs of a case, in their order. */
export const caseTabs = {
  story: 'Historia',
  form: 'Ficha',
  persons: 'Personas',
  proceeding: 'Proceso',
  papers: 'Papeles',
} as const;
export type CaseTab = keyof typeof caseTabs;

/** The page of the case itself, first of «Historia». */
export const casePath = '/casos/$caseId';

export const tabOfSection = (id: SectionId): CaseTab => (id === 'documents' ? 'papers' : 'form');

/**
 * Pages of a case that are no section of the paper, in the order of their tab, each with the right that shows it. A rare
 * one stands behind «···».
 */
export const casePages = {
  // The desk reads an account that it wrote itself, and writes none: the page is for whoever interviews.
  account: { tab: 'story', title: 'Relato y ampliaciones', path: '/casos/$caseId/relato', may: 'interview.read' },
  interviews: { tab: 'story', title: 'Entrevistas', path: '/casos/$caseId/entrevistas', may: 'interview.read' },
  attentions: { tab: 'story', title: 'Atenciones', path: '/casos/$caseId/atenciones', may: 'attention.read' },
  plan: { tab: 'form', title: 'Plan de atención', path: '/casos/$caseId/plan', may: 'plan.read' },
  safety: { tab: 'form', title: 'Plan de seguridad', path: '/casos/$caseId/plan-de-seguridad', may: 'safetyPlan.read' },
  reintegration: {
    tab: 'form',
    title: 'Inserción y reintegración',
    isRare: true,
    path: '/casos/$caseId/insercion',
    may: 'reintegration.read',
  },
  injuries: { tab: 'story', title: 'Mapa corporal', path: '/casos/$caseId/mapa-corporal', may: 'injury.read' },
  // Drawn by the domain of the central register.
  register: {
    tab: 'form',
    title: 'Hoja para el registro central',
    path: '/casos/$caseId/registro-central',
    may: 'registerForm.readB',
  },
  persons: { tab: 'persons', title: 'Familia y otras personas', path: personsPath, may: 'registerForm.readA' },
  earlier: { tab: 'persons', title: 'Fichas y hechos anteriores (F8)', path: pairPath, may: 'registerForm.readB' },
  proceeding: { tab: 'proceeding', title: 'Proceso', path: '/casos/$caseId/proceso', may: 'legalFile.read' },
  presenting: { tab: 'papers', title: 'Presentar escritos', path: '/casos/$caseId/presentar', may: 'legalFile.read' },
  referrals: { tab: 'papers', title: 'Derivaciones', path: '/casos/$caseId/derivaciones', may: 'print.referral' },
  urgentReferral: {
    tab: 'papers',
    title: 'Derivar con urgencia',
    path: '/casos/$caseId/derivar-urgente',
    may: 'print.referral',
  },
  files: { tab: 'papers', title: 'Archivos', path: '/casos/$caseId/archivos', may: 'attachment.read' },
  ownData: {
    tab: 'papers',
    title: 'Sus datos: pedidos y copia',
    isRare: true,
    path: '/casos/$caseId/sus-datos',
    may: 'dataRequest.read',
  },
  custody: {
    tab: 'papers',
    title: 'Actas de recepción',
    isRare: true,
    path: '/casos/$caseId/actas-de-recepcion',
    may: 'referral.record',
  },
  // Reading what was changed is a right of who reads the sections; the desk has none.
  history: {
    tab: 'form',
    title: 'Historial de esta ficha',
    isRare: true,
    path: historyPath,
    may: 'registerForm.readB',
  },
  access: {
    tab: 'form',
    title: 'Quién abrió este caso',
    isRare: true,
    path: '/casos/$caseId/quien-abrio',
    may: 'audit.readCaseAccess',
  },
  reserve: {
    tab: 'form',
    title: 'Reserva de esta ficha',
    isRare: true,
    path: '/casos/$caseId/reserva',
    may: 'seal.read',
  },
  closing: {
    tab: 'form',
    title: 'Cierre de la ficha',
    isRare: true,
    path: '/casos/$caseId/cierre',
    may: 'closing.read',
  },
  mend: {
    tab: 'form',
    title: 'Corregir esta ficha',
    isRare: true,
    path: '/casos/$caseId/corregir',
    may: 'case.annul',
  },
} as const satisfies Readonly<Record<string, PageOfCase>>;
export type CasePage = keyof typeof casePages;

type PageOfCase = {
  readonly tab: CaseTab;
  readonly title: string;
  readonly path: string;
  readonly may: string;
  readonly isRare?: true;
};

export const linkedPath = '/casos/$caseId/otra-victima';
export const otherAggressorPath = '/casos/$caseId/otra-persona-agresora';

type LinkedLine = { readonly number: string; readonly userName: string; readonly aggressorName: string | null };

/** A ficha of the same event in one line: whose it is, and against whom for who may be told of him. */
export function linkedWords(
  { number, userName, aggressorName }: LinkedLine,
  named: (name: string) => string = (name) => name,
): string {
  const against = aggressorName === null ? '' : ` · contra: ${named(aggressorName)}`;
  return `Ficha ${number} · ${named(userName)}${against}`;
}
