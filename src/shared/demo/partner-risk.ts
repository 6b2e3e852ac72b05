/** A fully asked partner form that agrees with the rest of the case. */
import { ValuationLevel, type SectionAAnswers, type SectionBAnswers } from '../intake/index.ts';
import { blankPartnerRisk, partnerRisk2019, type Mark, type PartnerRiskAnswers } from '../risk/index.ts';
import type { Profile } from './profile.ts';
import type { Random } from './random.ts';

const yesChance = {
  [ValuationLevel.mild]: 0.08,
  [ValuationLevel.moderate]: 0.28,
  [ValuationLevel.severe]: 0.55,
} as const;
const severities = { [ValuationLevel.mild]: 1, [ValuationLevel.moderate]: 2, [ValuationLevel.severe]: 3 } as const;

export function inventPartnerRisk(
  random: Random,
  { level, livesTogether }: Profile,
  { a, b }: { a: SectionAAnswers; b: SectionBAnswers },
): PartnerRiskAnswers {
  const chance = yesChance[level];
  const yesOrNo = (probability: number): Mark => mark(random.chance(probability));
  const items = Object.fromEntries(
    partnerRisk2019.items.map((item) => [item.id, random.chance(0.03) ? 'unknown' : yesOrNo(chance)]),
  ) as PartnerRiskAnswers['items'];
  const livedTogether: Mark = livesTogether ? 'yes' : yesOrNo(0.4);
  const hasChildren = [a.minorDaughters, a.minorSons, a.adultDaughters, a.adultSons].some((count) => (count ?? 0) > 0);
  const marks = {
    ...items,
    ...toldBefore(a, b),
    stillTogether: livedTogether === 'no' ? ('notApplicable' as const) : mark(livesTogether),
    ...(hasChildren ? {} : { hitWhilePregnant: 'no' as const, threatToChildren: 'no' as const }),
  };
  return {
    ...blankPartnerRisk(),
    items: marks,
    livedTogether,
    highestSeverity: marks.weaponUse === 'yes' ? 4 : severities[level],
    whichWeapon: marks.weaponUse === 'yes' ? 'Cuchillo de cocina' : null,
    annex: annexOf(random, a, hasChildren),
  };
}

function mark(holds: boolean): Mark {
  return holds ? 'yes' : 'no';
}

/** What Sections A and B already say. */
function toldBefore(a: SectionAAnswers, b: SectionBAnswers): Partial<PartnerRiskAnswers['items']> {
  return {
    stableWork: mark(a.aggressorWorks === 1),
    reportedBefore: mark(b.earlierComplaint === 1),
    ...(b.physicalActs?.includes('strangulation') === true ? { strangulation: 'yes' as const } : {}),
    ...(b.sexualActs?.includes('rape') === true ? { forcedSex: 'yes' as const } : {}),
    ...(b.psychologicalActs?.includes('deathThreat') === true ? { threatToKill: 'yes' as const } : {}),
  };
}

function annexOf(random: Random, a: SectionAAnswers, hasChildren: boolean): PartnerRiskAnswers['annex'] {
  const pays = !hasChildren || random.chance(0.5);
  const isPregnant = a.isPregnant === 1;
  return {
    economicDependence: a.works === 1 ? 'shared' : 'yes',
    paysSupport: pays ? 'yes' : 'no',
    supportClaim: pays
      ? null
      : random.pick([
          ['intends', 6],
          ['filed', 1],
          ['no', 3],
        ]),
    takesAssets: random.pick([
      ['no', 6],
      ['notApplicable', 3],
      ['yes', 1],
    ]),
    orientationDiscrimination: 'notApplicable',
    ethnicDiscrimination: 'no',
    disabilityDiscrimination: a.hasDisability === 1 ? 'no' : 'notApplicable',
    pregnant: isPregnant ? 'yes' : 'no',
    abandonedPregnant: isPregnant ? 'no' : null,
    blowsToBelly: isPregnant ? 'no' : null,
  };
}
