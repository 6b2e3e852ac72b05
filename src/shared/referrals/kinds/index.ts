/** Every kind of referral by its code. */
import type { ReferralKind } from '../codes.ts';
import { forensicExamination, psychologicalExamination, singleInterview } from './forensic.ts';
import { emergencyKit, health, mentalHealth, sis } from './health.ts';
import type { ReferralRule } from './kind.ts';
import { aggressorCentre, otherCem, publicDefence, school, socialProgramme } from './others.ts';
import { accompaniment, demuna, shelter, upe, urgentCare } from './protection.ts';

export const referralRules: Readonly<Record<ReferralKind, ReferralRule>> = {
  health,
  'emergency-kit': emergencyKit,
  'forensic-examination': forensicExamination,
  'psychological-examination': psychologicalExamination,
  'single-interview': singleInterview,
  'mental-health': mentalHealth,
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
};

export type { ReferralRule, UrgencySign } from './kind.ts';
