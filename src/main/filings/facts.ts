/** Facts of a filing from the record, one function per group; what the record lacks stays null and is asked for. */
import {
  actWords,
  kinds,
  placeWords,
  reportKind,
  type AccusedIdentity,
  type FilingAddress,
  type FilingFacts,
  type Gender,
} from '../../shared/filings/index.ts';
import { withArticle } from '../../shared/directory/index.ts';
import { sectionA, sectionB, ValuationLevel, type SectionBAnswers } from '../../shared/intake/index.ts';
import { initialsOf, labelWords, listWords, partialDateWords, yearsWords } from '../../shared/papers/index.ts';
import { legalName, paperName, plainName, type PlaceIndex, type UserPerson } from '../../shared/people/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { completedYears, spanOf, type CivilDate, type PartialDate } from '../../shared/platform/dates.ts';
import { partnerRiskLevelLabels, type PartnerRiskRecord } from '../../shared/risk/index.ts';
import {
  addressLine,
  ageOn,
  centreHead,
  disabilityWords,
  documentOf,
  optionLabel,
  type CaseRecord,
} from '../papers/index.ts';

export type FilingRecord = CaseRecord & {
  /** Newest signed partner form; null when none. */
  readonly riskForm: PartnerRiskRecord | null;
  /** Children under age who have a part in the ficha, unless they live elsewhere. */
  readonly children: readonly SealedPerson[];
};

type SealedPerson = {
  readonly names: string;
  /** Completed years; null when neither birth nor a told age is known. */
  readonly age: number | null;
  readonly birth: PartialDate | null;
  /** «con DNI N.º 1»; null when none is recorded. */
  readonly document: string | null;
};

/** What the facts rest on beside the record. */
export type FactContext = { readonly today: CivilDate; readonly places: PlaceIndex };

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** District by its code; null for an unknown code or another country. */
export function districtOf(places: PlaceIndex, code: string | null): string | null {
  return code === null ? null : (places.byCode.get(code)?.district ?? null);
}

/**
 * Whether her address stays out (S1): she asked, the accused does not live with her, or the level is severe. Nothing
 * in the record says «not in reserve» apart from «not asked», so the safe default holds.
 */
export function isAddressReserved({ user, a, b, riskForm }: FilingRecord): boolean {
  const isSevere =
    b.valuationLevel === ValuationLevel.severe || ['severe1', 'severe2'].includes(riskForm?.confirmedLevel ?? '');
  if (user.address.isReserved) return true;
  return user.address.text !== null && (a.aggressorLivesWithUser !== 1 || isSevere);
}

function addressOf(record: FilingRecord, { places }: FactContext): FilingFacts['user']['address'] {
  if (isAddressReserved(record)) return { kind: 'reserved' };
  const { address } = record.user;
  const text = addressLine(record.user, districtOf(places, address.districtCode ?? record.a.homeDistrict));
  return text === null ? { kind: 'unknown' } : { kind: 'printable', text };
}

function userFacts(record: FilingRecord, context: FactContext): FilingFacts['user'] {
  const { a, b, user } = record;
  return {
    names: paperName(user),
    gender: a.userSex === 1 ? 'male' : 'female',
    age: ageOn(record, context.today),
    document: documentOf(user),
    address: addressOf(record, context),
    disability: disabilityWords(record),
    pregnancyWeeks: a.isPregnant === 1 ? a.gestationWeeks : null,
    pregnant: a.isPregnant === 1,
    dependsOnAggressor: b.userRiskFactors === null ? null : b.userRiskFactors.includes('economicDependence'),
  };
}

/** As it is typed: «su mamá», «la abuelita». `\b` knows no accents. */
const kin =
  /^(?:(?:su|la|el)\s+)?((?:madre|padre|mam[aá]|pap[aá]|tutora?|curadora?|abuel(?:it)?[oa]|hermanastr[oa]|herman[oa]|t[ií][oa])(?![\p{L}\p{M}]).*)$/iu;
const parents: Readonly<Record<string, string>> = { mama: 'madre', papa: 'padre' };

/** «su mamá» → «madre»; null for whoever is no kin and no guardian. */
function kinWords(bond: string): string | null {
  const words = kin.exec(bond.trim())?.[1];
  if (words === undefined) return null;
  return parents[plainName(words).toLowerCase()] ?? lower(words);
}

function isSamePerson(one: UserPerson, other: UserPerson): boolean {
  const { number } = one.document;
  if (number !== null && number === other.document.number) return true;
  return legalName(one)?.toLocaleLowerCase('es') === legalName(other)?.toLocaleLowerCase('es');
}

/** The informant, when kin or guardian by the words of the form, of age, and not the accused. */
function adultOf({ informant, aggressor, a }: CaseRecord): { person: UserPerson; bond: string } | null {
  const bond = a.informantBond === null ? null : kinWords(a.informantBond);
  if (informant === null || a.informantIsUser !== 0 || bond === null) return null;
  const isAdult = a.informantAge === null || a.informantAge >= 18;
  return isAdult && !isSamePerson(informant, aggressor) ? { person: informant, bond } : null;
}

export function signsForChild(record: CaseRecord, today: CivilDate): boolean {
  const age = ageOn(record, today);
  return age !== null && age < 18 && adultOf(record) !== null;
}

/** The adult who signs for a child; null for an adult user, or when none is known: the gap stays visible. */
function guardianFacts(record: FilingRecord, context: FactContext): FilingFacts['guardian'] {
  const adult = signsForChild(record, context.today) ? adultOf(record) : null;
  if (adult === null) return null;
  const names = paperName(adult.person);
  const document = documentOf(adult.person);
  return names === null || document === null ? null : { names, document, bond: adult.bond };
}

/** Bonds whose label is no word for somebody: «Progenitor/a de su hijo/a (sin convivencia con la pareja)». */
const parentOfHerChild = 9;
const ofTheHousehold = 8;

/** What the accused is to her, in the form that agrees. */
export function bondWords({ a }: Pick<CaseRecord, 'a'>): string | null {
  const { partnerBond, familyBond, otherBond } = sectionA.questions;
  const typed = a.otherPartnerBond ?? a.otherFamilyBond ?? a.otherBondDetail;
  if (typed !== null) return lower(typed);
  if (a.partnerBond === parentOfHerChild)
    return `${labelWords('Padre/Madre', sexOf(a.aggressorSex))} de su hija o hijo`;
  if (a.otherBond === ofTheHousehold) return 'habitante del mismo hogar, sin relación contractual ni laboral';
  const label =
    optionLabel(partnerBond, a.partnerBond) ??
    optionLabel(familyBond, a.familyBond) ??
    optionLabel(otherBond, a.otherBond);
  return label === null ? null : labelWords(label, sexOf(a.aggressorSex));
}

function sexOf(answer: 0 | 1 | null): Gender | null {
  return answer === null ? null : answer === 1 ? 'male' : 'female';
}

/** True from either instrument; false only when the partner form asked both questions and both are No. */
function weaponOf({ b, riskForm }: FilingRecord): boolean | null {
  const factors = b.aggressorRiskFactors ?? [];
  if (factors.includes('firearmAccess') || factors.includes('threatWithDangerousObject')) return true;
  const marks = riskForm === null ? [] : [riskForm.answers.items.weaponAccess, riskForm.answers.items.weaponUse];
  if (marks.includes('yes')) return true;
  return marks.length > 0 && marks.every((mark) => mark === 'no') ? false : null;
}

/**
 * Where the accused can be notified: a home shared with her, or written as hers, is in reserve where hers is (S1).
 */
function noticeAddress(record: CaseRecord, isReserved: boolean, { places }: FactContext): FilingAddress {
  const { aggressor, user, a } = record;
  const district = districtOf(places, aggressor.address.districtCode ?? a.aggressorHomeDistrict);
  const text = addressLine(aggressor, district);
  const isHers = plainName(aggressor.address.text ?? '') === plainName(user.address.text ?? '');
  if (isReserved && (a.aggressorLivesWithUser === 1 || (text !== null && isHers))) return { kind: 'reserved' };
  return text === null ? { kind: 'unknown' } : { kind: 'printable', text };
}

/** Who the accused is beside the name, as this ficha knows it. */
export function accusedIdentity(record: CaseRecord, isReserved: boolean, context: FactContext): AccusedIdentity {
  const { aggressor, a } = record;
  const trade = optionLabel(sectionA.questions.aggressorOccupation, a.aggressorOccupation);
  const listed = trade === null ? null : labelWords(trade, sexOf(a.aggressorSex));
  const years = aggressor.birth === null ? null : completedYears(aggressor.birth, context.today);
  return {
    document: documentOf(aggressor),
    age: years ?? a.aggressorAge,
    occupation: a.aggressorOtherOccupation === null ? listed : lower(a.aggressorOtherOccupation),
    address: noticeAddress(record, isReserved, context),
  };
}

function aggressorFacts(record: FilingRecord, context: FactContext): FilingFacts['aggressor'] {
  const { aggressor, a, b } = record;
  // «Esporádicamente» is neither: it is left to the account.
  const lives = a.aggressorLivesWithUser === 2 ? null : a.aggressorLivesWithUser;
  return {
    names: paperName(aggressor),
    ...accusedIdentity(record, isAddressReserved(record), context),
    description: aggressor.aliases === null ? null : `conocida como «${aggressor.aliases}»`,
    isUnknown: aggressor.nameState === 'unknown',
    gender: sexOf(a.aggressorSex),
    bond: bondWords(record),
    livesWithUser: lives === null ? null : lives === 1,
    hasWeapon: weaponOf(record),
    records:
      b.aggressorRiskFactors?.includes('criminalRecord') === true
        ? 'antecedentes policiales, judiciales o penales'
        : null,
  };
}

/** Acts of the four types as they are ticked, in the order of the form. */
function actsOf(b: SectionBAnswers): string[] {
  const groups = [
    { name: 'economicActs', other: b.otherEconomicAct },
    { name: 'psychologicalActs', other: b.otherPsychologicalAct },
    { name: 'physicalActs', other: b.otherPhysicalAct },
    { name: 'sexualActs', other: b.otherSexualAct },
  ] as const;
  return groups.flatMap(({ name, other }) => {
    const labels: Readonly<Record<string, { readonly label: string }>> = sectionB.questions[name].ticks;
    return (b[name] ?? []).map((act) =>
      act === 'other' && other !== null ? lower(other) : actWords(act, labels[act]?.label ?? act),
    );
  });
}

function incidentFacts(record: FilingRecord, { places }: FactContext): FilingFacts['incident'] {
  const { a, b, incident } = record;
  const kind = optionLabel(sectionB.questions.incidentPlaceKind, b.incidentPlaceKind);
  const listed = kind === null ? null : placeWords(kind);
  return {
    date: incident.date,
    hour: incident.hour,
    place: incident.place ?? (b.otherIncidentPlace === null ? listed : lower(b.otherIncidentPlace)),
    district: districtOf(places, a.incidentDistrict),
    violenceType: violenceWords(b),
    acts: actsOf(b),
    account: record.account,
  };
}

/** «física»; null when not answered. */
export function violenceWords(b: SectionBAnswers): string | null {
  const label = optionLabel(sectionB.questions.violenceType, b.violenceType);
  return label === null ? null : label.replace(/^Violencia /, '').toLocaleLowerCase('es');
}

const counted = (count: number | null, one: string, many: string): string[] =>
  count === null || count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];

/** The form asks for how long and how often, not for each event. */
function earlierFacts({ b }: FilingRecord): FilingFacts['earlierEvents'] {
  if (b.firstTime !== 0) return [];
  const time = [
    ...counted(b.violenceYears, 'año', 'años'),
    ...counted(b.violenceMonths, 'mes', 'meses'),
    ...counted(b.violenceWeeks, 'semana', 'semanas'),
    ...counted(b.violenceDays, 'día', 'días'),
  ];
  const often = optionLabel(sectionB.questions.frequency, b.frequency);
  const parts = [
    `agresiones de la misma persona${time.length === 0 ? '' : ` durante ${listWords(time)}`}`,
    often === null ? '' : `con frecuencia ${lower(often).replace(/o$/, 'a')}`,
    b.earlierComplaint === 1 ? 'que fueron denunciadas' : '',
  ];
  return [{ date: null, text: parts.filter((part) => part !== '').join(', ') }];
}

function fullDate(date: PartialDate | null): CivilDate | null {
  return date === null || date.day === null ? null : spanOf(date).first;
}

function complaintFacts({ a, b }: FilingRecord): FilingFacts['complaint'] {
  const kind = optionLabel(sectionB.questions.complaintOfficeKind, b.complaintOfficeKind);
  const office = b.complaintOfficeName ?? (kind === null ? null : lower(kind));
  if (a.complaintFiled !== 1 || office === null) return null;
  return { office: withArticle(office), on: fullDate(b.complaintOn), number: null };
}

function riskFacts({ row, b, riskForm }: FilingRecord): FilingFacts['risk'] {
  const level = optionLabel(sectionB.questions.valuationLevel, b.valuationLevel);
  return {
    // The form has no date of its own for the valuation: it belongs to the admission.
    centre: level === null ? null : { level: lower(level.replace(/^Riesgo /, '')), on: row.admitted_on },
    instrument:
      riskForm === null
        ? null
        : {
            name: 'Ficha de Valoración de Riesgo',
            level: partnerRiskLevelLabels[riskForm.confirmedLevel],
            on: civilDateOf(Date.parse(riskForm.assessedAt)),
          },
  };
}

/** Who signs: only staff with the role; a coordinator without it leaves the gap visible. */
function lawyerFacts({ staff }: FilingRecord): FilingFacts['lawyer'] {
  if (!staff.roles.includes('lawyer')) return null;
  return {
    names: staff.fullName,
    gender: /^abogado\b/i.test(staff.profession ?? '') ? 'male' : 'female',
    college: staff.college,
    number: staff.collegeNumber,
    electronicBox: null,
  };
}

/** Who signs a report: only staff of a service that writes them. */
function professionalFacts({ staff }: FilingRecord): FilingFacts['professional'] {
  if (!staff.roles.some((role) => kinds[reportKind].signers.includes(role))) return null;
  return {
    names: staff.fullName,
    profession: staff.profession,
    college: staff.college,
    number: staff.collegeNumber,
  };
}

export function centreFacts({ centre }: FilingRecord, { places }: FactContext): FilingFacts['centre'] {
  return {
    ...centreHead(centre),
    proceduralAddress: centre.proceduralAddress,
    district: districtOf(places, centre.districtCode) ?? centre.name,
  };
}

export function filingFacts(record: FilingRecord, context: FactContext): FilingFacts {
  const wants = record.b.wantsLegalRepresentation;
  return {
    user: userFacts(record, context),
    guardian: guardianFacts(record, context),
    aggressor: aggressorFacts(record, context),
    incident: incidentFacts(record, context),
    earlierEvents: earlierFacts(record),
    risk: riskFacts(record),
    children: record.children.map(({ names, age }) => ({ initials: initialsOf(names), age })),
    commonProperty: null,
    complaint: complaintFacts(record),
    wantsSponsorship: wants === null ? null : wants === 1,
    lawyer: lawyerFacts(record),
    professional: professionalFacts(record),
    coordinator: null,
    centre: centreFacts(record, context),
    otherVictims: [],
    otherAccused: [],
    corrected: null,
    practice: record.centre.isPractice,
  };
}

/** «9 años, con nacimiento el 1 de febrero de 2017»; null when neither is known. */
export function ageAndBirthWords({ age, birth }: Pick<SealedPerson, 'age' | 'birth'>): string | null {
  const known = [
    age === null ? null : yearsWords(age),
    birth === null ? null : `con nacimiento ${partialDateWords(birth)}`,
  ].filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}
