import type { ClosingLine } from '../../shared/closing/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';

/** Where each line of the list is settled; null: on this page, or by whoever is writing. */
const pages = {
  supervision: null,
  steps: casePages.plan.path,
  proposals: casePages.plan.path,
  sameDay: sectionPaths.risk,
  hearings: casePages.proceeding.path,
  corrections: '/correcciones',
  drafts: null,
  attempts: casePages.attentions.path,
  level: sectionPaths.risk,
  valuation: sectionPaths.risk,
  safety: casePages.safety.path,
  measures: casePages.proceeding.path,
  terms: casePages.proceeding.path,
  referrals: casePages.referrals.path,
  reintegration: casePages.reintegration.path,
} as const satisfies Record<ClosingLine, string | null>;

export function linePage(line: ClosingLine, caseId: string): string | null {
  const path = pages[line];
  if (path === null) return null;
  return path === '/correcciones' ? hrefOf(path) : hrefOf(path, { caseId });
}
