/**
 * What earlier sections already know and a later one shows, as a line with its origin; never asked again (issue:
 * «what one section knows the next shows»). Data: block of the later section → questions of earlier ones.
 */
import { isUnanswered } from '../record/index.ts';
import { z } from '../platform/zod.ts';
import { formSectionIds, sectionAsking, type AnswersBySection, type FormSectionId } from './sections.ts';

type Facts = Readonly<Record<string, readonly string[]>>;

const bond = ['bondGroup', 'partnerBond', 'familyBond', 'otherBond'] as const;

export const knownFacts = {
  b: {
    'B.1': ['userAge', 'userSex'],
    'B.3': ['incidentDistrict', 'incidentSettlement'],
    'B.4': [...bond, 'aggressorLivesWithUser'],
    'B.6': ['isPregnant', 'gestationWeeks', 'hasDisability', 'disabilityKinds', 'works'],
    'B.9': ['complaintFiled'],
  },
  c: {
    'C.1': [
      ...['homeDistrict', 'homeArea', 'aggressorLivesWithUser', 'minorDaughters', 'minorSons', 'adultDaughters'],
      ...['adultSons', 'protectiveBonds', 'otherProtectiveBond'],
    ],
    'C.2': ['valuationLevel', ...bond],
    'C.3': ['sexualActs'],
  },
  d: {
    'D.1': [
      ...['complaintFiled', 'complaintOfficeKind', 'complaintOfficeName', 'complaintOn', 'wishesToComplain'],
      ...['noComplaintReason', 'hasProtectionMeasures', 'hasPrecautionaryMeasures', 'documentsHeld'],
      ...['otherDocumentHeld', 'wantsLegalRepresentation', 'noLegalRepresentationReason'],
    ],
    'D.2': ['aggressorLivesWithUser', 'hasNetworks', 'insertedInShelter'],
    'D.3': ['violenceType', 'valuationLevel', ...bond, 'aggressorSituation', 'otherAggressorSituation'],
  },
  e: {
    'E.1': [
      ...['valuationLevel', 'violenceType', 'complaintFiled', 'hasProtectionMeasures', 'wantsLegalRepresentation'],
      ...['accompanimentReferral', 'needsInsertion', 'acceptsInsertion', 'homeVisitResult', 'femicideAttempt'],
    ],
  },
  f: {
    'F.1': ['violenceType', 'sexualActs', 'otherSexualAct', 'planActions'],
    'H.1': ['wantsLegalRepresentation', 'complaintOfficeKind', 'priorInstances', 'bondGroup'],
  },
} as const satisfies Partial<Record<FormSectionId, Facts>>;

export const knownFactSchema = z.strictObject({
  /** Block of the section shown. */
  block: z.string(),
  /** Section and question that know it. */
  from: z.enum(formSectionIds),
  question: z.string(),
  /** The answer as it is saved there. */
  value: z.unknown(),
});
export type KnownFact = z.infer<typeof knownFactSchema>;

/** Answered facts for a section, in the order of its blocks; sections not at hand say nothing. */
export function knownFactsOf(section: keyof typeof knownFacts, answers: AnswersBySection): KnownFact[] {
  const facts: Facts = knownFacts[section];
  return Object.entries(facts).flatMap(([block, questions]) =>
    questions.flatMap((question) => {
      const from = sectionAsking(question);
      const value = from === undefined ? null : answers[from]?.[question];
      return from === undefined || isUnanswered(value) ? [] : [{ block, from, question, value }];
    }),
  );
}
