/** Closed lists of consent (referrals §2; decision D12). */

/** What she agreed to. `referral` names its purposes; `healthReferral` is the older one, for health alone. */
export const consentScopes = ['healthReferral', 'partnerRisk', 'legalRepresentation', 'referral'] as const;
export type ConsentScope = (typeof consentScopes)[number];

/** How it was given. `couldNotAsk` is an answer in an emergency, reviewed later. */
export const consentForms = ['spoken', 'written', 'couldNotAsk', 'refused'] as const;
export type ConsentForm = (typeof consentForms)[number];

/** Why it could not be asked (C3). */
export const noConsentReasons = ['dangerToLife', 'childAtRisk', 'orderOfAuthority'] as const;
export type NoConsentReason = (typeof noConsentReasons)[number];

/** What the child said (C4): the guardian's consent goes with it, and never replaces it. */
export const assents = ['given', 'refused', 'tooYoung'] as const;
export type Assent = (typeof assents)[number];

/** Whether she is of age, as she said it, where the ficha does not say her age. */
export const majorities = ['adult', 'minor'] as const;
export type Majority = (typeof majorities)[number];

/** How an exception ended when it was reviewed (D12). */
export const consentReviews = ['upheld', 'givenLater', 'refusedLater'] as const;
export type ConsentReview = (typeof consentReviews)[number];

/** What became of a question for the next interview. `unanswered`: she was asked, and did not want to or could not say. */
export const questionStates = ['open', 'answered', 'unanswered', 'dropped'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Pages of the ficha on which an answer is written. */
export const questionPlaces = ['section-a', 'section-b', 'risk'] as const;
export type QuestionPlace = (typeof questionPlaces)[number];
