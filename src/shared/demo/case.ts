/** One invented case: persons, both sections, risk form, and the answers its validation needs. */
import {
  BondGroup,
  FamilyBond,
  blankConditionAnswers,
  type ConditionAnswers,
  type SectionAForm,
  type SectionBForm,
} from '../intake/index.ts';
import {
  blankAggressor,
  blankInformant,
  type AggressorPerson,
  type Informant,
  type UserPerson,
} from '../people/index.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import type { PartnerRiskAnswers } from '../risk/index.ts';
import { inventAccount } from './account.ts';
import { inventEvent } from './event.ts';
import { inventPartnerRisk } from './partner-risk.ts';
import { inventPerson, type NameLists } from './people.ts';
import { inventProfile, type Profile } from './profile.ts';
import { oneOf, type Random } from './random.ts';
import { inventSectionA } from './section-a.ts';
import { inventSectionB } from './section-b.ts';

export type InventedCase = {
  readonly index: number;
  /** Index of the earlier case of the same two persons; null for a first case. */
  readonly repeats: number | null;
  readonly profile: Profile;
  readonly sectionA: SectionAForm;
  readonly sectionB: SectionBForm;
  /** Null where the form is not applied: no couple, not a woman, under 14. */
  readonly risk: PartnerRiskAnswers | null;
  readonly condition: ConditionAnswers;
  readonly wantsFiling: boolean;
  readonly wantsReferral: boolean;
  /** Stays a draft: the month is closed without it. */
  readonly staysDraft: boolean;
};

export type CaseParams = {
  readonly month: Month;
  readonly index: number;
  /** INEI codes to live and to be attacked in. */
  readonly districts: readonly string[];
  /** Chosen inside the month when left out. */
  readonly admittedOn?: CivilDate;
};

/** A day of the month, Monday to Friday nearly always. */
export function inventDay(random: Random, month: Month): CivilDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const withWeekends = random.chance(0.05);
  const weighted = Array.from({ length: days }, (_, before) => {
    const weekday = new Date(Date.UTC(year, number - 1, before + 1)).getUTCDay();
    return [before + 1, withWeekends || (weekday > 0 && weekday < 6) ? 1 : 0] as const;
  });
  return `${month}-${String(random.pick(weighted)).padStart(2, '0')}` as CivilDate;
}

export function inventAdmission(random: Random, admittedOn: CivilDate): SectionAForm['admission'] {
  const hour = random.int(8, 15);
  const minute = String(random.int(0, 11) * 5).padStart(2, '0');
  return {
    admittedOn,
    admittedTime: `${String(hour).padStart(2, '0')}:${minute}`,
    shift: hour < 13 ? 'morning' : 'afternoon',
    fichaNumber: null,
    isFromPaper: false,
  };
}

const notAsked = { kind: 'dni', state: 'notAsked', number: null } as const;
const streets = [
  'Los Jazmines',
  'Las Retamas',
  'Los Cipreses',
  'Las Cantutas',
  'Los Algarrobos',
  'Las Dalias',
] as const;

function inventUser(
  random: Random,
  names: NameLists,
  of: { profile: Profile; admittedOn: CivilDate; homeDistrict: string },
): UserPerson {
  const { profile, admittedOn, homeDistrict } = of;
  const year = Number(admittedOn.slice(0, 4));
  const person = inventPerson(random, names, { sex: profile.sex, birthYear: year - profile.age });
  const isReserved = profile.age >= 18 && random.chance(0.12);
  return {
    ...person,
    birth: birthOf(person.birth, profile.age, admittedOn),
    contact: {
      ...person.contact,
      // A block of numbers nobody is given.
      phone: profile.age < 14 ? null : `900000${String(random.int(100, 999))}`,
      mayCall:
        profile.age < 14
          ? null
          : random.pick([
              ['yes', 8],
              ['no', 2],
            ]),
    },
    address: {
      ...person.address,
      streetKind: 'street',
      text: `${oneOf(random, streets)} ${String(random.int(100, 980))}`,
      districtCode: homeDistrict,
      isReserved,
      reservedReason: isReserved ? 'La persona usuaria lo pide por su seguridad.' : null,
    },
  };
}

/** The year that agrees with the age; a birthday later in the year puts it one back. */
function birthOf(birth: UserPerson['birth'], age: number, on: CivilDate): UserPerson['birth'] {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  if (birth === null || birth.month === null || birth.day === null) return { year: year - age, month: null, day: null };
  const isLater = birth.month > month || (birth.month === month && birth.day > day);
  return { ...birth, year: year - age - (isLater ? 1 : 0) };
}

function inventAggressor(random: Random, names: NameLists, profile: Profile, year: number): AggressorPerson {
  if (profile.aggressorAge === null) return blankAggressor();
  const person = inventPerson(random, names, { sex: profile.aggressorSex, birthYear: year - profile.aggressorAge });
  const isFamily = profile.bondGroup !== BondGroup.none;
  return {
    ...person,
    nameState: isFamily ? 'known' : 'partial',
    secondSurname: isFamily ? person.secondSurname : null,
    birth: isFamily ? { year: year - profile.aggressorAge, month: null, day: null } : null,
    document: random.chance(0.3) && isFamily ? person.document : notAsked,
  };
}

/** Blood shows in the surnames: father or mother, brother or sister, son or daughter. */
function withFamilyNames(user: UserPerson, aggressor: AggressorPerson, profile: Profile): AggressorPerson {
  if (profile.familyBond === FamilyBond.sibling) {
    return { ...aggressor, firstSurname: user.firstSurname, secondSurname: user.secondSurname };
  }
  if (profile.familyBond === FamilyBond.parent) {
    return {
      ...aggressor,
      firstSurname: profile.aggressorSex === 1 ? user.firstSurname : (user.secondSurname ?? aggressor.firstSurname),
    };
  }
  if (profile.familyBond !== FamilyBond.child) return aggressor;
  return profile.sex === 0
    ? { ...aggressor, secondSurname: user.firstSurname }
    : { ...aggressor, firstSurname: user.firstSurname };
}

function informantBondOf({ age, familyBond, aggressorSex }: Profile): string | null {
  if (age >= 18) return null;
  return familyBond === FamilyBond.parent && aggressorSex === 0 ? 'Tía' : 'Madre';
}

function inventInformant(random: Random, names: NameLists, user: UserPerson, bond: string): Informant {
  const { givenNames, firstSurname, secondSurname, document } = inventPerson(random, names, {
    sex: 0,
    birthYear: 1988,
  });
  return {
    ...blankInformant(),
    givenNames,
    firstSurname: bond === 'Madre' ? (user.secondSurname ?? firstSurname) : firstSurname,
    secondSurname,
    document,
  };
}

const noFacts: ConditionAnswers = { ...blankConditionAnswers, transferredSameEvent: false, servicesNeeded: 3 };

/** Women attacked by a partner or a relative of full name: those for whom the lawyer asks measures. */
export function mayFile({ age, sex, bondGroup, complaintFiled }: Profile): boolean {
  return age >= 18 && sex === 0 && bondGroup !== BondGroup.none && complaintFiled;
}

export function mayRefer({ age }: Profile): boolean {
  return age >= 18;
}

/** The parts of a case that come after its persons. */
export function inventWork(
  random: Random,
  of: { profile: Profile; sectionA: SectionAForm; wantsFiling: boolean },
): Pick<InventedCase, 'sectionB' | 'risk'> {
  const { profile, sectionA, wantsFiling } = of;
  const { admittedOn } = sectionA.admission;
  const a = sectionA.answers;
  const event = inventEvent(random, profile, admittedOn);
  const answers = inventSectionB(random, { profile, event, a, admittedOn, wantsFiling });
  const unsaid: SectionBForm = { incident: event.incident, account: null, answers };
  const sectionB = { ...unsaid, account: inventAccount(random, profile, { a, b: unsaid }) };
  const isFormApplied = profile.bondGroup === BondGroup.partner && profile.sex === 0;
  return { sectionB, risk: isFormApplied ? inventPartnerRisk(random, profile, { a, b: answers }) : null };
}

/** A first case. Whether it is filed, referred or left a draft is said by chance, in the proportions of a month. */
export function inventCase(random: Random, names: NameLists, params: CaseParams): InventedCase {
  const profile = inventProfile(random);
  const admission = inventAdmission(random, params.admittedOn ?? inventDay(random, params.month));
  const homeDistrict = oneOf(random, params.districts);
  const incidentDistrict = random.chance(0.85) ? homeDistrict : oneOf(random, params.districts);
  const user = inventUser(random, names, { profile, admittedOn: admission.admittedOn, homeDistrict });
  const year = Number(admission.admittedOn.slice(0, 4));
  const aggressor = withFamilyNames(user, inventAggressor(random, names, profile, year), profile);
  const informantBond = informantBondOf(profile);
  const sectionA: SectionAForm = {
    admission,
    user,
    aggressor,
    informant: informantBond === null ? null : inventInformant(random, names, user, informantBond),
    answers: inventSectionA(random, { profile, homeDistrict, incidentDistrict, informantBond }),
  };
  const staysDraft = random.chance(0.05);
  const wantsFiling = !staysDraft && mayFile(profile) && random.chance(0.38);
  return {
    index: params.index,
    repeats: null,
    profile,
    sectionA,
    ...inventWork(random, { profile, sectionA, wantsFiling }),
    condition: noFacts,
    wantsFiling,
    wantsReferral: !staysDraft && mayRefer(profile) && random.chance(0.24),
    staysDraft,
  };
}
