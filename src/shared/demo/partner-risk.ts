/** A fully asked partner form that agrees with the rest of the case. */
import { ValuationLevel, type SectionAAnswers, type SectionBAnswers } from '../intake/index.ts';
import type { CivilDate } from '../platform/dates.ts';
import { eachOf } from '../platform/codes-of.ts';
import { blankPartnerRisk, knownFacts, partnerRisk2019, type Mark, type PartnerRiskAnswers } from '../risk/index.ts';
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
  const items = eachOf(
    partnerRisk2019.items.map(({ id }) => id),
    () => (random.chance(0.03) ? 'unknown' : yesOrNo(chance)),
  );
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
    locationOffer: 'declines',
  };
}

function mark(holds: boolean): Mark {
  return holds ? 'yes' : 'no';
}

function toldBefore(a: SectionAAnswers, b: SectionBAnswers): Partial<PartnerRiskAnswers['items']> {
  const known = knownFacts({
    a: { answers: a, on: someDay },
    b: { answers: b, on: someDay },
    earlier: [],
    breaches: [],
  });
  const items = known.filter(({ about }) => about.startsWith('items.'));
  return {
    stableWork: mark(a.aggressorWorks === 1),
    reportedBefore: mark(b.earlierComplaint === 1),
    ...Object.fromEntries(items.map(({ about, says }) => [about.slice('items.'.length), says])),
  };
}

/** The day of a section says nothing about its answers. */
const someDay = '2026-01-01' as CivilDate;

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
