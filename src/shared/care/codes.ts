/** Closed lists of consent (referrals, part 2; decision D12). */

/** What she agreed to. */
export const consentScopes = ['healthReferral', 'partnerRisk', 'legalRepresentation'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** How it was given. `couldNotAsk` is an answer in an emergency, reviewed later. */
export const consentForms = ['spoken', 'written', 'couldNotAsk', 'refused'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** Why it could not be asked (C3). */
export const noConsentReasons = ['dangerToLife', 'childAtRisk', 'orderOfAuthority'] as const;
export type NoConsentReason = (typeof noConsentReasons)[number];
