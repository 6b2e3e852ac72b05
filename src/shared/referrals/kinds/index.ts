/** Every kind of referral by its code. */
import { codesOf } from '../../platform/codes-of.ts';
import { forensicExamination, psychologicalExamination, singleInterview } from './forensic.ts';
import { emergencyKit, health, mentalHealth, sis } from './health.ts';
import type { ReferralRule } from './kind.ts';
import { police } from './police.ts';
import { aggressorCentre, otherCem, publicDefence, school, socialProgramme } from './others.ts';
import { accompaniment, demuna, shelter, upe, urgentCare } from './protection.ts';

const rules = {
  health,
  'emergency-kit': emergencyKit,
  'forensic-examination': forensicExamination,
  'psychological-examination': psychologicalExamination,
  'single-interview': singleInterview,
  'mental-health': mentalHealth,
  police,
  shelter,
  upe,
  demuna,
  'public-defence': publicDefence,
  sis,
  accompaniment,
  'urgent-care': urgentCare,
  'aggressor-centre': aggressorCentre,
  'other-cem': otherCem,
  school,
  'social-programme': socialProgramme,
} satisfies Record<string, ReferralRule>;
export type ReferralKind = keyof typeof rules;
export const referralKinds = codesOf(rules);
export const referralRules: Readonly<Record<ReferralKind, ReferralRule>> = rules;

export type { ReferralRule, UrgencySign } from './kind.ts';
