import type { NextLine, NextPage } from '../../shared/day/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import type { RiskLevel } from '../platform/ui/index.ts';

export const nextPaths = {
  case: '/casos/$caseId',
  sectionA: sectionPaths.a,
  sectionB: sectionPaths.b,
  sectionC: sectionPaths.c,
  sectionD: sectionPaths.d,
  sectionE: sectionPaths.e,
  risk: sectionPaths.risk,
  safety: casePages.safety.path,
  plan: casePages.plan.path,
  reintegration: casePages.reintegration.path,
  validate: sectionPaths.validate,
  calls: '/llamadas',
  attentions: casePages.attentions.path,
  proceeding: casePages.proceeding.path,
  writs: sectionPaths.documents,
  referrals: casePages.referrals.path,
  urgentReferral: casePages.urgentReferral.path,
  corrections: '/correcciones',
  closing: casePages.closing.path,
  ownData: casePages.ownData.path,
} as const satisfies Record<NextPage, string>;

/** The valuation of the centre, in one word. */
const risks = {
  0: { level: 'incomplete', word: 'Sin valorar' },
  1: { level: 'mild', word: 'Leve' },
  2: { level: 'moderate', word: 'Moderado' },
  3: { level: 'severe', word: 'Severo' },
} as const satisfies Record<0 | 1 | 2 | 3, { level: RiskLevel; word: string }>;

export function caseRisk(level: NextLine['level']): { level: RiskLevel; word: string } {
  return risks[level ?? 0];
}
