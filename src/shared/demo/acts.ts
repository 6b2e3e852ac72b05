/** Acts an invented case may tick, each with its words for the account («la» or «lo» stands for {lo}). */
import { ViolenceType, type SectionBAnswers } from '../intake/index.ts';
import type { Profile } from './profile.ts';
import { oneOf, someOf, type Random } from './random.ts';

type ActNames = 'economicActs' | 'psychologicalActs' | 'physicalActs' | 'sexualActs';
type Acts = { readonly [Name in ActNames]: SectionBAnswers[Name] };

const psychological = {
  shoutsAndInsults: '{lo} insultó a gritos',
  humiliation: '{lo} humilló delante de otras personas',
  otherThreats: '{lo} amenazó con hacerle daño',
  surveillance: '{lo} vigiló y siguió',
  rejection: '{lo} despreció con palabras hirientes',
  thrownOut: '{lo} quiso botar de la casa',
} as const;

const ofPartner = {
  deathThreat: '{lo} amenazó de muerte',
  outingsForbidden: 'le prohibió salir y ver a su familia',
  thingsBroken: 'rompió objetos de la casa',
} as const;

const physical = {
  slaps: 'le dio bofetadas',
  shoves: '{lo} empujó hasta tirar{lo} al suelo',
  hairPulling: '{lo} jaló del cabello',
  punches: 'le dio puñetazos en el rostro y los brazos',
  kicks: 'le dio patadas',
  otherAggressions: '{lo} arañó en los brazos',
} as const;

const ofParents = {
  whipping: 'le pegó con una correa',
  slaps: 'le dio bofetadas',
  hairPulling: '{lo} jaló del cabello',
} as const;

const economic = {
  foodDutyEvaded: 'no entrega dinero para los alimentos',
  incomeControlled: 'controla el dinero que gana',
  resourcesLimited: 'limita el dinero para la casa',
} as const;

export const actWords: Readonly<Record<string, string>> = {
  ...psychological,
  ...ofPartner,
  ...physical,
  ...ofParents,
  ...economic,
  strangulation: 'le apretó el cuello con las manos',
  touchingOfMinor: 'le hizo tocamientos en el cuerpo',
  touchingWithoutConsent: 'le hizo tocamientos sin su consentimiento',
  sexualPestering: 'le hizo propuestas de contenido sexual de manera insistente',
  streetHarassment: '{lo} siguió con frases de contenido sexual',
  rape: '{lo} obligó a tener relaciones sexuales',
};

function names<Words extends object>(words: Words): (keyof Words & string)[] {
  return Object.keys(words) as (keyof Words & string)[];
}

function sexualOf(random: Random, { ageGroup, bondGroup }: Profile): SectionBAnswers['sexualActs'] {
  if (ageGroup === 'child') return [random.chance(0.75) ? 'touchingOfMinor' : 'sexualPestering'];
  if (bondGroup === 1) return ['rape'];
  return [oneOf(random, ['touchingWithoutConsent', 'sexualPestering', 'streetHarassment'] as const)];
}

function physicalOf(random: Random, { ageGroup, bondGroup, level }: Profile): SectionBAnswers['physicalActs'] {
  if (ageGroup === 'child' && bondGroup === 2) return someOf(random, names(ofParents), 2);
  const acts = someOf(random, names(physical), 3);
  return level === 3 && bondGroup === 1 && random.chance(0.3) ? [...acts, 'strangulation'] : acts;
}

/** Acts of the main type and, beside blows, the words that go with them. */
export function inventActs(random: Random, profile: Profile): Acts {
  const { violenceType, bondGroup } = profile;
  const pool = bondGroup === 1 ? { ...psychological, ...ofPartner } : psychological;
  const withWords = violenceType === ViolenceType.psychological || violenceType === ViolenceType.physical;
  return {
    economicActs: violenceType === ViolenceType.economic ? someOf(random, names(economic), 2) : null,
    psychologicalActs: withWords
      ? someOf(random, names(pool), violenceType === ViolenceType.psychological ? 3 : 2)
      : null,
    physicalActs: violenceType === ViolenceType.physical ? physicalOf(random, profile) : null,
    sexualActs: violenceType === ViolenceType.sexual ? sexualOf(random, profile) : null,
  };
}
