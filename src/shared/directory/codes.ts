/** Bodies and services that writs, referrals and reports are addressed to (law and deadlines §8). */

export const authorityKinds = [
  'familyCourt',
  'magistrateCourt',
  'peaceJudge',
  'preparatoryCourt',
  'criminalCourt',
  'upperCourt',
  'criminalProsecutor',
  'violenceProsecutor',
  'familyProsecutor',
  'policeStation',
  'forensicMedicine',
  'childProtection',
  'demuna',
  'publicDefence',
  'healthFacility',
  'mentalHealthCentre',
  'institutionalCare',
  'urgentCare',
  'shelterCoordination',
  'otherCem',
  'healthInsurance',
  'school',
  'socialProgramme',
  'other',
] as const;
export type AuthorityKind = (typeof authorityKinds)[number];
