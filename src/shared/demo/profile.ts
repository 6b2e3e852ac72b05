/**
 * Who comes and what happened, in the proportions the programme publishes (cases attended in the centres, January to
 * July 2026). What is not published (sex by age, bond by age, type by age) is chosen so that the totals come out.
 */
import { BondGroup, FamilyBond, OtherBond, PartnerBond, ValuationLevel, ViolenceType } from '../intake/index.ts';
import type { Sex } from './people.ts';
import type { Random } from './random.ts';

export type AgeGroup = 'child' | 'adult' | 'older';

/** The facts everything else of a case follows from. */
export type Profile = {
  readonly ageGroup: AgeGroup;
  readonly age: number;
  readonly sex: Sex;
  readonly bondGroup: BondGroup;
  readonly partnerBond: PartnerBond | null;
  readonly familyBond: FamilyBond | null;
  readonly otherBond: OtherBond | null;
  readonly aggressorSex: Sex;
  /** Null for a stranger: age and name are not known. */
  readonly aggressorAge: number | null;
  readonly livesTogether: boolean;
  readonly violenceType: ViolenceType;
  readonly level: ValuationLevel;
  readonly complaintFiled: boolean;
  readonly hasProtection: boolean;
  readonly firstTime: boolean;
  readonly isPregnant: boolean;
  /** Living children: daughters and sons up to 17, then from 18. */
  readonly children: readonly [number, number, number, number];
};

type Weighted<Value> = readonly (readonly [Value, number])[];

const ageGroups: Weighted<AgeGroup> = [
  ['child', 36],
  ['adult', 57],
  ['older', 7],
];
const womanChance: Record<AgeGroup, number> = { child: 0.68, adult: 0.93, older: 0.79 };
const bondsBy: Record<AgeGroup, Weighted<BondGroup>> = {
  child: [
    [BondGroup.partner, 2],
    [BondGroup.family, 78],
    [BondGroup.none, 20],
  ],
  adult: [
    [BondGroup.partner, 75.1],
    [BondGroup.family, 18.6],
    [BondGroup.none, 6.3],
  ],
  older: [
    [BondGroup.partner, 35],
    [BondGroup.family, 62],
    [BondGroup.none, 3],
  ],
};
const typesBy: Record<AgeGroup, Weighted<ViolenceType>> = {
  child: [
    [ViolenceType.psychological, 37.2],
    [ViolenceType.physical, 26.6],
    [ViolenceType.sexual, 36],
    [ViolenceType.economic, 0.2],
  ],
  adult: [
    [ViolenceType.psychological, 47],
    [ViolenceType.physical, 44],
    [ViolenceType.sexual, 8.5],
    [ViolenceType.economic, 0.5],
  ],
  older: [
    [ViolenceType.psychological, 61],
    [ViolenceType.physical, 36],
    [ViolenceType.sexual, 2],
    [ViolenceType.economic, 1],
  ],
};
const levels: Weighted<ValuationLevel> = [
  [ValuationLevel.mild, 19],
  [ValuationLevel.moderate, 51],
  [ValuationLevel.severe, 30],
];

/** Share of the cases with complaint that had measures before the centre stepped in: 14 % of all. */
const protectionOfFiled = 14 / 88;

const coupleBonds: Weighted<PartnerBond> = [
  [PartnerBond.spouse, 18],
  [PartnerBond.formerSpouse, 5],
  [PartnerBond.cohabitant, 34],
  [PartnerBond.formerCohabitant, 30],
  [PartnerBond.formerDatingPartner, 6],
  [PartnerBond.datingPartner, 3],
  [PartnerBond.coParent, 4],
];
const youngCoupleBonds: Weighted<PartnerBond> = [
  [PartnerBond.datingPartner, 5],
  [PartnerBond.formerDatingPartner, 5],
];
const familyBondsBy: Record<AgeGroup, Weighted<FamilyBond>> = {
  child: [
    [FamilyBond.parent, 58],
    [FamilyBond.stepParent, 14],
    [FamilyBond.uncleOrAunt, 10],
    [FamilyBond.sibling, 5],
    [FamilyBond.cousin, 7],
    [FamilyBond.grandparent, 6],
  ],
  adult: [
    [FamilyBond.sibling, 34],
    [FamilyBond.parent, 22],
    [FamilyBond.siblingInLaw, 24],
    [FamilyBond.uncleOrAunt, 8],
    [FamilyBond.parentInLaw, 12],
  ],
  older: [
    [FamilyBond.child, 70],
    [FamilyBond.nephewOrNiece, 8],
    [FamilyBond.sibling, 8],
    [FamilyBond.childInLaw, 10],
    [FamilyBond.grandchild, 4],
  ],
};
const otherBondsBy: Record<AgeGroup, Weighted<OtherBond>> = {
  child: [
    [OtherBond.neighbour, 40],
    [OtherBond.stranger, 25],
    [OtherBond.fellowStudent, 20],
    [OtherBond.teacher, 15],
  ],
  adult: [
    [OtherBond.neighbour, 40],
    [OtherBond.stranger, 20],
    [OtherBond.colleague, 22],
    [OtherBond.employer, 18],
  ],
  older: [
    [OtherBond.neighbour, 80],
    [OtherBond.stranger, 20],
  ],
};

function ageIn(random: Random, group: AgeGroup, bond: BondGroup): number {
  if (group === 'child') return bond === BondGroup.partner ? random.int(15, 17) : random.int(2, 17);
  if (group === 'older') return random.int(60, 84);
  return random.pick([
    [random.int(18, 29), 38],
    [random.int(30, 44), 42],
    [random.int(45, 59), 20],
  ]);
}

/** Difference of age, aggressor minus user, by family bond. */
const familyGap: Partial<Record<FamilyBond, readonly [number, number]>> = {
  [FamilyBond.parent]: [18, 34],
  [FamilyBond.stepParent]: [17, 36],
  [FamilyBond.parentInLaw]: [20, 32],
  [FamilyBond.uncleOrAunt]: [14, 30],
  [FamilyBond.grandparent]: [42, 58],
  [FamilyBond.child]: [-38, -20],
  [FamilyBond.childInLaw]: [-36, -18],
  [FamilyBond.nephewOrNiece]: [-40, -20],
  [FamilyBond.grandchild]: [-42, -40],
};

function aggressorAgeOf(
  random: Random,
  who: Pick<Profile, 'ageGroup' | 'age' | 'bondGroup' | 'familyBond' | 'otherBond'>,
): number | null {
  const { age } = who;
  if (who.otherBond === OtherBond.stranger) return null;
  if (who.otherBond === OtherBond.fellowStudent) return Math.max(11, age + random.int(-1, 2));
  if (who.bondGroup === BondGroup.none) return random.int(24, 62);
  if (who.bondGroup === BondGroup.partner) return Math.max(18, age + random.int(-4, 9));
  const [from, to] = familyGap[who.familyBond ?? FamilyBond.sibling] ?? [-6, 10];
  const least = who.ageGroup === 'child' ? 14 : 18;
  return Math.min(98, Math.max(least, age + random.int(from, to)));
}

function childrenOf(random: Random, group: AgeGroup, age: number): Profile['children'] {
  const few = (most: number) => (random.chance(0.55) ? random.int(0, most) : 0);
  if (group === 'child') return [0, 0, 0, 0];
  if (group === 'older') return [0, 0, random.int(0, 3), random.int(0, 3)];
  return age < 40 ? [few(2), few(2), 0, 0] : [few(1), few(2), few(2), few(2)];
}

function livesTogether(random: Random, bonds: Pick<Profile, 'partnerBond' | 'familyBond' | 'bondGroup'>): boolean {
  const { partnerBond, familyBond, bondGroup } = bonds;
  if (partnerBond === PartnerBond.spouse || partnerBond === PartnerBond.cohabitant) return random.chance(0.85);
  if (bondGroup !== BondGroup.family) return false;
  return familyBond === FamilyBond.stepParent || random.chance(0.6);
}

function bondsOf(
  random: Random,
  group: AgeGroup,
  bondGroup: BondGroup,
): Pick<Profile, 'bondGroup' | 'partnerBond' | 'familyBond' | 'otherBond'> {
  const none = { bondGroup, partnerBond: null, familyBond: null, otherBond: null };
  if (bondGroup === BondGroup.partner) {
    return { ...none, partnerBond: random.pick(group === 'child' ? youngCoupleBonds : coupleBonds) };
  }
  if (bondGroup === BondGroup.family) return { ...none, familyBond: random.pick(familyBondsBy[group]) };
  return { ...none, otherBond: random.pick(otherBondsBy[group]) };
}

function aggressorSexOf(random: Random, of: Pick<Profile, 'sex' | 'bondGroup' | 'violenceType'>): Sex {
  if (of.bondGroup === BondGroup.partner) return of.sex === 0 ? 1 : 0;
  // Nearly all who are reported for sexual violence are men.
  return of.violenceType === ViolenceType.sexual || random.chance(0.72) ? 1 : 0;
}

/** One profile; a pregnancy only in women of 15 to 44, children only in adults. */
export function inventProfile(random: Random): Profile {
  const ageGroup = random.pick(ageGroups);
  const bondGroup = random.pick(bondsBy[ageGroup]);
  const age = ageIn(random, ageGroup, bondGroup);
  const sex: Sex = random.chance(womanChance[ageGroup]) ? 0 : 1;
  const bonds = bondsOf(random, ageGroup, bondGroup);
  const violenceType = random.pick(typesBy[ageGroup]);
  const complaintFiled = random.chance(0.88);
  return {
    ageGroup,
    age,
    sex,
    ...bonds,
    aggressorSex: aggressorSexOf(random, { sex, bondGroup, violenceType }),
    aggressorAge: aggressorAgeOf(random, { ageGroup, age, ...bonds }),
    livesTogether: livesTogether(random, bonds),
    violenceType,
    level: random.pick(levels),
    complaintFiled,
    hasProtection: complaintFiled && random.chance(protectionOfFiled),
    firstTime: random.chance(bondGroup === BondGroup.partner ? 0.12 : 0.35),
    isPregnant: sex === 0 && age >= 15 && age <= 44 && random.chance(0.05),
    children: childrenOf(random, ageGroup, age),
  };
}
