/** Codes of the register form that rules name. Code 0 is a real answer (register form §2, rule 6). */

export const Sex = { female: 0, male: 1 } as const;
export type Sex = (typeof Sex)[keyof typeof Sex];

export const CaseCondition = { new: 1, reentry: 2, repeat: 3, transferred: 4, continuing: 5 } as const;
export type CaseCondition = (typeof CaseCondition)[keyof typeof CaseCondition];

export const BondGroup = { partner: 1, family: 2, none: 3 } as const;
export type BondGroup = (typeof BondGroup)[keyof typeof BondGroup];

/** `former…` = the bond has ended. */
export const PartnerBond = {
  spouse: 1,
  formerSpouse: 2,
  cohabitant: 3,
  formerCohabitant: 4,
  datingPartner: 5,
  formerDatingPartner: 6,
  fiance: 7,
  formerFiance: 8,
  coParent: 9,
  other: 10,
} as const;
export type PartnerBond = (typeof PartnerBond)[keyof typeof PartnerBond];

export const FamilyBond = {
  parent: 1,
  stepParent: 2,
  child: 3,
  stepChild: 4,
  grandparent: 5,
  sibling: 6,
  stepSibling: 7,
  grandchild: 8,
  greatGrandparent: 9,
  uncleOrAunt: 10,
  nephewOrNiece: 11,
  greatGrandchild: 12,
  greatUncleOrAunt: 13,
  cousin: 14,
  greatNephewOrNiece: 15,
  parentInLaw: 16,
  childInLaw: 17,
  siblingInLaw: 18,
  other: 19,
} as const;
export type FamilyBond = (typeof FamilyBond)[keyof typeof FamilyBond];

export const OtherBond = {
  neighbour: 1,
  brotherInLawOfSpouse: 2,
  teacher: 3,
  fellowStudent: 4,
  employer: 5,
  colleague: 6,
  employee: 7,
  sameHousehold: 8,
  stranger: 9,
  other: 10,
} as const;
export type OtherBond = (typeof OtherBond)[keyof typeof OtherBond];

export const ViolenceType = { economic: 0, psychological: 1, physical: 2, sexual: 3 } as const;
export type ViolenceType = (typeof ViolenceType)[keyof typeof ViolenceType];

export const ValuationLevel = { mild: 1, moderate: 2, severe: 3 } as const;
export type ValuationLevel = (typeof ValuationLevel)[keyof typeof ValuationLevel];

/** Probability and impact of the centre's valuation. */
export const Degree = { low: 1, high: 2 } as const;

export const ComesAlone = { no: 0, yes: 1, openedOutside: 2, transferredOrContinuing: 3 } as const;
export type ComesAlone = (typeof ComesAlone)[keyof typeof ComesAlone];

export const LivesWithUser = { no: 0, yes: 1, sporadically: 2 } as const;

export const NextService = { psychology: 1, social: 2, legal: 3 } as const;
export type NextService = (typeof NextService)[keyof typeof NextService];

export const IntakeChannel = {
  directly: 1,
  preventionStaff: 4,
  notificationFicha: 5,
  line100: 12,
  chat100: 14,
  urgentCare: 19,
  aggressorCentre: 20,
  ruralCare: 21,
  shelter: 22,
  anotherCentre: 23,
  mobileUrgentTeam: 24,
} as const;
