/** Answers of Section A that agree with a profile. */
import {
  BondGroup,
  LivesWithUser,
  OtherBond,
  PartnerBond,
  NextService,
  sectionA,
  type SectionAAnswers,
} from '../intake/index.ts';
import { fitAnswers, type Planned } from './answers.ts';
import type { Profile } from './profile.ts';
import { oneOf, type Random } from './random.ts';

type Plan = Planned<(typeof sectionA)['questions']>;
type Weighted<Value> = readonly (readonly [Value, number])[];

/** Commerce, cooking, sewing, fields, homes of others … (official codes of the list of occupations). */
const womensWork: Weighted<NonNullable<SectionAAnswers['occupation']>> = [
  [35, 24],
  [50, 15],
  [26, 12],
  [109, 12],
  [41, 8],
  [42, 7],
  [28, 8],
  [25, 4],
  [47, 4],
  [52, 3],
  [97, 3],
];
const mensWork: Weighted<NonNullable<SectionAAnswers['occupation']>> = [
  [36, 22],
  [13, 20],
  [35, 12],
  [28, 10],
  [69, 7],
  [98, 7],
  [74, 8],
  [95, 5],
  [31, 4],
  [107, 5],
];

const channels: Weighted<NonNullable<SectionAAnswers['intakeChannel']>> = [
  [1, 62],
  [15, 24],
  [7, 6],
  [16, 5],
  [11, 3],
];

export type PlanA = {
  readonly profile: Profile;
  readonly homeDistrict: string;
  readonly incidentDistrict: string;
  /** An adult speaks for the child. */
  readonly informantBond: string | null;
};

export function inventSectionA(random: Random, plan: PlanA): SectionAAnswers {
  return fitAnswers(sectionA.questions, {
    ...arrivalOf(random, plan),
    ...userOf(random, plan),
    ...studyAndWorkOf(random, plan),
    ...aggressorOf(random, plan),
    nextServiceB: NextService.psychology,
  });
}

function arrivalOf(random: Random, { profile, incidentDistrict, informantBond }: PlanA): Plan {
  return {
    knownAsUser: 0,
    knownAsAggressor: 0,
    incidentDistrict,
    transferredToCentre: 0,
    comesAlone: informantBond === null && random.chance(0.7) ? 1 : 0,
    informantIsUser: informantBond === null ? 1 : 0,
    informantSex: 0,
    informantAge: random.int(28, 58),
    informantBond,
    informantArea: 1,
    intakeChannel: random.pick(channels),
    complaintFiled: profile.complaintFiled ? 1 : 0,
    awarenessSource: oneOf(random, [9, 16, 18, 22, 23] as const),
  };
}

function userOf(random: Random, { profile, homeDistrict }: PlanA): Plan {
  const [minorDaughters, minorSons, adultDaughters, adultSons] = profile.children;
  const isQuechua = random.chance(0.12);
  return {
    userIsPeruvian: 1,
    userHasDni: 1,
    userRemembersDni: 1,
    userIsForeign: 0,
    userAge: profile.age,
    userSex: profile.sex,
    isPregnant: profile.isPregnant ? 1 : 0,
    gestationWeeks: random.int(6, 36),
    minorDaughters,
    minorSons,
    adultDaughters,
    adultSons,
    motherTongue: isQuechua ? 1 : 10,
    ethnicSelfIdentification: isQuechua ? 1 : 7,
    homeDistrict,
    homeArea: random.chance(0.9) ? 1 : 2,
    civilStatus: civilStatusOf(random, profile),
    healthInsurance: [
      random.pick([
        ['sis', 72],
        ['essalud', 20],
        ['none', 8],
      ]),
    ],
    hasDisability: random.chance(0.03) ? 1 : 0,
    disabilityKinds: [oneOf(random, ['physical', 'visual', 'hearing'] as const)],
  };
}

/** Living together without marriage is «Soltero/a» in the list. */
function civilStatusOf(
  random: Random,
  { partnerBond, ageGroup }: Profile,
): NonNullable<SectionAAnswers['civilStatus']> {
  if (partnerBond === PartnerBond.spouse) return 2;
  if (partnerBond === PartnerBond.formerSpouse) return 3;
  return ageGroup === 'older' && random.chance(0.5) ? 4 : 1;
}

type Level = NonNullable<SectionAAnswers['educationLevel']>;

function educationOf(random: Random, age: number): Level {
  if (age < 3) return 1;
  if (age < 6) return 2;
  if (age < 12) return 3;
  if (age < 17) return 5;
  if (age >= 60) return oneOf<Level>(random, [1, 3, 3, 4, 5, 6]);
  return random.pick<Level>([
    [3, 5],
    [4, 8],
    [5, 17],
    [6, 34],
    [7, 9],
    [8, 14],
    [9, 6],
    [10, 7],
  ]);
}

function studyAndWorkOf(random: Random, { profile, homeDistrict }: PlanA): Plan {
  const { age, ageGroup, sex } = profile;
  const atSchool = age >= 3 && age < 17;
  const workChance = { child: age < 15 ? 0 : 0.06, adult: 0.64, older: 0.35 }[ageGroup];
  return {
    educationLevel: educationOf(random, age),
    studies: atSchool || random.chance(ageGroup === 'adult' ? 0.07 : 0) ? 1 : 0,
    studyPlace: atSchool ? 1 : oneOf(random, [2, 3] as const),
    studyDistrict: homeDistrict,
    studyManagement: random.chance(0.85) ? 1 : 2,
    works: random.chance(workChance) ? 1 : 0,
    occupation: random.pick(sex === 0 ? womensWork : mensWork),
  };
}

function aggressorOf(random: Random, { profile, homeDistrict }: PlanA): Plan {
  const isAdult = (profile.aggressorAge ?? 0) >= 18;
  const apart =
    profile.bondGroup === BondGroup.partner && random.chance(0.15) ? LivesWithUser.sporadically : LivesWithUser.no;
  return {
    ...(profile.otherBond === OtherBond.stranger ? {} : knownAggressor(random, { profile, homeDistrict, isAdult })),
    bondGroup: profile.bondGroup,
    partnerBond: profile.partnerBond,
    familyBond: profile.familyBond,
    otherBond: profile.otherBond,
    aggressorLivesWithUser: profile.livesTogether ? LivesWithUser.yes : apart,
    aggressorAge: profile.aggressorAge,
    aggressorSex: profile.aggressorSex,
  };
}

/** What is told of somebody she knows; of a stranger nothing is. */
function knownAggressor(random: Random, of: { profile: Profile; homeDistrict: string; isAdult: boolean }): Plan {
  const { profile, homeDistrict, isAdult } = of;
  return {
    aggressorIsPeruvian: 1,
    aggressorHasDni: isAdult ? 1 : null,
    userRemembersAggressorDni: 0,
    aggressorIsForeign: 0,
    aggressorHomeDistrict: homeDistrict,
    aggressorHomeArea: 1,
    aggressorEducationLevel: educationOf(random, profile.aggressorAge ?? 30),
    aggressorWorks: isAdult && random.chance(0.75) ? 1 : 0,
    aggressorOccupation: random.pick(profile.aggressorSex === 0 ? womensWork : mensWork),
    aggressorHasDisability: 0,
  };
}
