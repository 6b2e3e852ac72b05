/** What one ficha says of its event that can be told over time: kinds of violence, and the signs that weigh most. */
import { ViolenceType, type SectionBAnswers } from '../intake/index.ts';
import { codesOf } from '../platform/codes-of.ts';
import type { PartnerRiskAnswers } from '../risk/index.ts';

export const violenceKindLabels = {
  economic: 'económica',
  psychological: 'psicológica',
  physical: 'física',
  sexual: 'sexual',
} as const;
export type ViolenceKind = keyof typeof violenceKindLabels;
export const violenceKinds = codesOf(violenceKindLabels);

export const dangerSignLabels = {
  femicideAttempt: 'tentativa de feminicidio',
  strangulation: 'ahorcamiento',
  weapon: 'arma u objeto peligroso',
  weaponAccess: 'acceso a armas',
  deathThreat: 'amenaza de muerte',
  threatToOthers: 'amenaza a hijos u otras personas',
  breach: 'incumplió medidas',
} as const;
export type DangerSign = keyof typeof dangerSignLabels;
export const dangerSigns = codesOf(dangerSignLabels);

export type Pattern = {
  /** The main kind first, then those of which an act was ticked. */
  kinds: ViolenceKind[];
  signs: DangerSign[];
};

/** What a ficha is read from; the risk form null when it was not signed or is not for this reader. */
export type PatternSources = {
  readonly b: SectionBAnswers;
  readonly risk: PartnerRiskAnswers | null;
  /** A breach stands among the events of the proceeding. */
  readonly hasBreach: boolean;
};

function kindsOf(b: SectionBAnswers): ViolenceKind[] {
  const acts = {
    economic: b.economicActs,
    psychological: b.psychologicalActs,
    physical: b.physicalActs,
    sexual: b.sexualActs,
  } as const satisfies Record<ViolenceKind, readonly string[] | null>;
  const isMain = (kind: ViolenceKind) => b.violenceType === ViolenceType[kind];
  const others = violenceKinds.filter((kind) => !isMain(kind) && (acts[kind] ?? []).length > 0);
  return [...violenceKinds.filter(isMain), ...others];
}

/** A question of the form that was left open, and one that was not asked, are no sign. */
export function patternOf({ b, risk, hasBreach }: PatternSources): Pattern {
  const factors = b.aggressorRiskFactors ?? [];
  const physical = b.physicalActs ?? [];
  const told = (item: keyof PartnerRiskAnswers['items']) => risk?.items[item] === 'yes';
  const found: Record<DangerSign, boolean> = {
    femicideAttempt: factors.includes('femicideAttempt'),
    strangulation: physical.includes('strangulation') || told('strangulation'),
    weapon: physical.includes('weaponWounds') || factors.includes('threatWithDangerousObject') || told('weaponUse'),
    weaponAccess: factors.includes('firearmAccess') || told('weaponAccess'),
    deathThreat:
      (b.psychologicalActs ?? []).includes('deathThreat') || factors.includes('deathThreat') || told('threatToKill'),
    threatToOthers: factors.includes('threatToHarmOthers') || told('threatToChildren'),
    breach: factors.includes('breachesMeasures') || hasBreach,
  };
  return { kinds: kindsOf(b), signs: dangerSigns.filter((sign) => found[sign]) };
}
