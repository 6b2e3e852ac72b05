import type { NextPage } from '../../shared/day/index.ts';
import { casePages, sectionPaths } from '../intake/index.ts';

/** Where each act is done. */
export const nextPaths = {
  case: '/casos/$caseId',
  sectionA: sectionPaths.a,
  sectionB: sectionPaths.b,
  sectionC: sectionPaths.c,
  sectionE: sectionPaths.e,
  risk: sectionPaths.risk,
  validate: sectionPaths.validate,
  attentions: casePages.attentions.path,
  proceeding: casePages.proceeding.path,
  writs: sectionPaths.documents,
  referrals: casePages.referrals.path,
  urgentReferral: casePages.urgentReferral.path,
  corrections: '/correcciones',
} as const satisfies Record<NextPage, string>;
