/** Kinds of referral that the facts of a case speak for. */
import {
  isSlower,
  proposedUrgency,
  type KitLimits,
  type ReferralKind,
  type Urgency,
  type UrgencySigns,
} from '../../shared/referrals/index.ts';

type Suggestion = { readonly kind: ReferralKind; readonly urgency: Urgency; readonly why: string };

type Given = {
  /** ISO instant. */
  readonly now: string;
  readonly limits: KitLimits;
  /** The person attended is a child. */
  readonly isChild: boolean;
  readonly children: number;
  /** Ticks of the insurance question; null not asked. */
  readonly isInsured: readonly string[] | null;
};

/** Why each kind is offered; null when the facts do not speak for it. */
// oxlint-disable-next-line complexity -- one line a kind, nothing nested
function reasons(signs: UrgencySigns, given: Given): readonly (readonly [ReferralKind, string | null])[] {
  const severe = signs.level === 3 ? 'Riesgo severo.' : null;
  return [
    ['emergency-kit', signs.isSexual ? 'Hechos de violencia sexual.' : null],
    ['forensic-examination', signs.isSexual ? 'Hechos de violencia sexual.' : null],
    ['mental-health', signs.suicide !== null && signs.suicide !== 1 ? 'Ideas o intento de suicidio.' : null],
    ['shelter', severe !== null && signs.hasAccess ? 'Riesgo severo y la persona agresora puede llegar a ella.' : null],
    ['urgent-care', severe],
    ['upe', given.isChild ? 'La persona atendida es menor de edad.' : null],
    ['demuna', !given.isChild && given.children > 0 ? 'Hay niñas, niños o adolescentes en el caso.' : null],
    ['sis', given.isInsured?.includes('none') === true ? 'No tiene seguro de salud.' : null],
  ];
}

/** The fastest first; kinds of equal urgency in the order of the codes. */
export function suggestedReferrals(signs: UrgencySigns, given: Given): Suggestion[] {
  return reasons(signs, given)
    .flatMap(([kind, why]): Suggestion[] => {
      const { urgency } = proposedUrgency(kind, signs, { now: given.now, limits: given.limits, isKitAsked: false });
      return why === null ? [] : [{ kind, urgency, why }];
    })
    .sort((one, other) => (one.urgency === other.urgency ? 0 : isSlower(one.urgency, other.urgency) ? 1 : -1));
}
