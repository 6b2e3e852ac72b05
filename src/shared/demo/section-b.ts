/** Answers of Section B that agree with a profile. */
import {
  BondGroup,
  Degree,
  NextService,
  sectionB,
  ValuationLevel,
  ViolenceType,
  type SectionAAnswers,
  type SectionBAnswers,
} from '../intake/index.ts';
import { addDays, toPartial, type CivilDate } from '../platform/dates.ts';
import { inventActs } from './acts.ts';
import { fitAnswers, type Planned } from './answers.ts';
import type { InventedEvent } from './event.ts';
import type { Profile } from './profile.ts';
import { someOf, type Random } from './random.ts';

type Plan = Planned<(typeof sectionB)['questions']>;

export type PlanB = {
  readonly profile: Profile;
  readonly event: InventedEvent;
  readonly a: SectionAAnswers;
  readonly admittedOn: CivilDate;
  /** The lawyer will ask for measures: she wants to be represented. */
  readonly wantsFiling: boolean;
};

export function inventSectionB(random: Random, plan: PlanB): SectionBAnswers {
  const { profile, event, a } = plan;
  const shares = profile.age >= 18 && random.chance(0.4);
  const planned: Plan = {
    dependsOnFemicideVictim: 0,
    sharesOrientationAndIdentity: shares ? 1 : 0,
    sexualOrientation: random.pick([
      [1, 95],
      [4, 3],
      [2, 2],
    ]),
    genderIdentity: 1,
    intersex: 0,
    violenceType: profile.violenceType,
    ...inventActs(random, profile),
    violenceModality: 0,
    ...event.where,
    ...historyOf(random, profile),
    ...statesOf(random, profile),
    priorDisappearance: 0,
    ...factorsOf(random, profile, a.works === 1),
    ...valuationOf(random, profile),
    ...complaintOf(random, plan),
    accompanimentReferral: profile.level === ValuationLevel.mild ? 0 : 1,
    nextServiceC: random.chance(0.55) ? NextService.social : NextService.legal,
  };
  return fitAnswers(sectionB.questions, planned, a);
}

function historyOf(random: Random, { firstTime, age, bondGroup }: Profile): Plan {
  const longest = bondGroup === BondGroup.partner ? Math.min(15, age - 17) : Math.min(6, age - 1);
  const years = random.int(0, Math.max(0, longest));
  return {
    firstTime: firstTime ? 1 : 0,
    violenceYears: years,
    violenceMonths: years === 0 ? random.int(1, 11) : 0,
    violenceWeeks: 0,
    violenceDays: 0,
    frequency: random.pick([
      [1, 12],
      [2, 34],
      [3, 12],
      [4, 14],
      [5, 28],
    ]),
    earlierComplaint: random.chance(0.22) ? 1 : 0,
    earlierComplaintOffice: random.pick([
      [1, 8],
      [2, 1],
      [3, 1],
    ]),
  };
}

function statesOf(random: Random, profile: Profile): Plan {
  const drank = profile.bondGroup === BondGroup.partner && random.chance(0.3);
  const isPhysical = profile.violenceType === ViolenceType.physical;
  const inTreatment = random.chance(0.08);
  return {
    aggressorStateLastTime: drank ? 2 : 1,
    aggressorStateUsually: drank && random.chance(0.3) ? 2 : 1,
    userStateLastTime: 1,
    userStateUsually: 1,
    treatments: isPhysical && random.chance(0.3) ? ['medical'] : inTreatment ? ['psychological'] : ['none'],
    inTreatment: inTreatment ? 1 : 0,
    treatmentKind: 'Consulta psicológica en establecimiento de salud',
  };
}

function factorsOf(random: Random, profile: Profile, earnsMoney: boolean): Plan {
  const { level, bondGroup, ageGroup, violenceType } = profile;
  const isPartner = bondGroup === BondGroup.partner;
  const grave = isPartner
    ? (['deathThreat', 'accessToUser', 'escalation', 'pathologicalJealousy', 'refusesSeparation'] as const)
    : (['accessToUser', 'escalation', 'historyOfMistreatment'] as const);
  const most = { [ValuationLevel.mild]: 1, [ValuationLevel.moderate]: 2, [ValuationLevel.severe]: 4 }[level];
  const own = isPartner
    ? ([earnsMoney ? 'emotionalDependence' : 'economicDependence', 'isolation', 'noSupportNetwork'] as const)
    : (['noSupportNetwork', 'isolation'] as const);
  const fears = level === ValuationLevel.severe && isPartner && violenceType === ViolenceType.physical;
  return {
    aggressorRiskFactors: someOf(random, grave, most),
    userRiskFactors: fears ? [...someOf(random, own, 2), 'perceivesMortalDanger'] : someOf(random, own, 2),
    protectiveBonds: random.chance(0.85) ? someOf(random, ['family', 'friends', 'neighbours'] as const, 2) : ['none'],
    hasProtectionSkills: ageGroup === 'child' ? 0 : 1,
    protectionSkillsDetail: 'Reconoce el peligro y sabe a quién pedir ayuda.',
    hasInstitutionalResources: random.chance(0.5) ? 1 : 0,
    institutionalResourcesDetail: 'Conoce la comisaría de su zona y la Línea 100.',
  };
}

function valuationOf(random: Random, { level }: Profile): Plan {
  const isHigh = level === ValuationLevel.severe;
  const likelyFirst = random.chance(0.5);
  const isModerate = level === ValuationLevel.moderate;
  return {
    likelihood: isHigh || (isModerate && likelyFirst) ? Degree.high : Degree.low,
    impact: isHigh || (isModerate && !likelyFirst) ? Degree.high : Degree.low,
    timeframe: isHigh ? 1 : 2,
    valuationLevel: level,
  };
}

function complaintOf(random: Random, { profile, event, admittedOn, wantsFiling }: PlanB): Plan {
  const after = event.day === null ? admittedOn : addDays(event.day, random.int(0, 2));
  const wishes = random.chance(0.6);
  const isRepresented = wantsFiling || random.chance(0.72);
  return {
    complaintOfficeKind: random.pick([
      [1, 88],
      [2, 9],
      [3, 3],
    ]),
    complaintOfficeName: 'Comisaría del distrito',
    complaintOn: toPartial(after > admittedOn ? admittedOn : after),
    wishesToComplain: wishes ? 1 : 0,
    noComplaintReason: 'Prefiere esperar y conversarlo con su familia.',
    hasProtectionMeasures: profile.hasProtection ? 1 : 0,
    hasPrecautionaryMeasures: 0,
    documentsHeld: profile.complaintFiled && random.chance(0.4) ? ['forensicExamination'] : ['none'],
    aggressorSituation: random.chance(0.06) ? 1 : 2,
    wantsLegalRepresentation: isRepresented ? 1 : 0,
    noLegalRepresentationReason: 'Por ahora solo desea atención psicológica.',
  };
}
