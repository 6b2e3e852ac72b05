/** Facts of a health referral: the minimum the receiver needs. Account, aggressor and address never come here. */
import { sectionA, sectionB, ViolenceType } from '../../shared/intake/index.ts';
import { listWords } from '../../shared/papers/index.ts';
import { legalName, type PlaceIndex } from '../../shared/people/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { kitUrgency, type KitLimits, type KitUrgency, type ReferralFacts } from '../../shared/referrals/index.ts';
import {
  ageOn,
  centreHead,
  disabilityWords,
  documentOf,
  optionLabel,
  withheldTexts,
  type CaseRecord,
} from '../papers/index.ts';

export type FactContext = { readonly today: CivilDate; readonly places: PlaceIndex };

function labelsOf(
  ticks: Readonly<Record<string, { readonly label: string }>>,
  answer: readonly string[] | null,
  other: string | null,
): string | null {
  if (answer === null || answer.length === 0) return null;
  return listWords(answer.map((tick) => (tick === 'other' && other !== null ? other : (ticks[tick]?.label ?? tick))));
}

/** Treatments already received, in words; null when none was ticked. */
export function treatmentWords({ b }: CaseRecord): string | null {
  return labelsOf(sectionB.questions.treatments.ticks, b.treatments, b.otherTreatment);
}

function documentFacts(record: CaseRecord): ReferralFacts['user']['document'] {
  const document = documentOf(record.user);
  if (document === null) return null;
  return document.kind === 'document'
    ? { kind: 'document', text: `${document.name} N.º ${document.number}` }
    : { kind: document.kind, text: null };
}

function userFacts(record: CaseRecord, { today, places }: FactContext): ReferralFacts['user'] {
  const { a, user } = record;
  const district = user.address.districtCode ?? a.homeDistrict;
  return {
    names: legalName(user),
    document: documentFacts(record),
    age: ageOn(record, today),
    sex: a.userSex === null ? null : a.userSex === 1 ? 'male' : 'female',
    language: a.otherForeignLanguage ?? optionLabel(sectionA.questions.motherTongue, a.motherTongue),
    // The form does not ask whether an interpreter is needed.
    needsInterpreter: false,
    disability: disabilityWords(record),
    pregnant: a.isPregnant === 1,
    pregnancyWeeks: a.isPregnant === 1 ? a.gestationWeeks : null,
    insurance: labelsOf(sectionA.questions.healthInsurance.ticks, a.healthInsurance, a.otherHealthInsurance),
    zone: district === null ? null : (places.byCode.get(district)?.district ?? null),
  };
}

/** Only when she said that calling is safe; with hours and what to say. */
function safeContactOf({ user, isOutOfReach }: CaseRecord): string | null {
  const { phone, whose, mayCall, hours, whatToSay } = user.contact;
  if (phone === null || mayCall !== 'yes' || isOutOfReach) return null;
  return [
    phone,
    whose === null ? null : `de ${whose}`,
    hours === null ? null : `horario: ${hours}`,
    whatToSay === null ? null : `qué decir: ${whatToSay}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}

export function referralFacts(record: CaseRecord, context: FactContext): ReferralFacts {
  const { row, b, incident, centre } = record;
  const level = optionLabel(sectionB.questions.valuationLevel, b.valuationLevel);
  return {
    caseNumber: row.number,
    user: userFacts(record, context),
    violenceType: optionLabel(sectionB.questions.violenceType, b.violenceType),
    event: { date: incident.date, hour: incident.hour },
    riskLevel: level === null ? null : level.replace(/^Riesgo /, ''),
    safeContact: safeContactOf(record),
    centre: centreHead(centre),
    practice: centre.isPractice,
  };
}

/** The address never stands in a referral; the telephone only when it is included and she lets them call. */
export function referralWithheld(record: CaseRecord, facts: ReferralFacts, includeSafeContact: boolean): string[] {
  const texts = withheldTexts(record, true);
  if (!includeSafeContact || facts.safeContact === null) return texts;
  return texts.filter((text) => text !== record.user.contact.phone);
}

/** How much time the emergency kit has; null when nothing tells of sexual violence and the kit is not asked for. */
export function kitClock(
  { b, incident }: CaseRecord,
  { now, isAsked, limits }: { readonly now: string; readonly isAsked: boolean; readonly limits: KitLimits },
): KitUrgency | null {
  const acts = b.sexualActs ?? [];
  const isSexual = b.violenceType === ViolenceType.sexual || acts.includes('rape') || acts.includes('rapeByDeceit');
  return isSexual || isAsked ? kitUrgency(incident, now, limits) : null;
}
