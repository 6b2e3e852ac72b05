/** Closed lists of the door and the waiting room. */

/** How every arrival or call ends: exactly one of these, and each is counted. */
export const arrivalOutcomes = [
  'case',
  'orientation',
  'referral',
  'companion',
  'procedure',
  'institution',
  'left',
  'notForUs',
] as const;
export type ArrivalOutcome = (typeof arrivalOutcomes)[number];

/** A door opened by mistake was no arrival: it is closed, but counted apart. */
export const mistake = 'mistake';
export const arrivalEnds = [...arrivalOutcomes, mistake] as const;
export type ArrivalEnd = (typeof arrivalEnds)[number];

export const channels = ['inPerson', 'call'] as const;
export type Channel = (typeof channels)[number];

/** What she comes for, as said at the door in one word. */
export const purposes = [
  'violence',
  'followUp',
  'appointment',
  'orientation',
  'procedure',
  'accompanies',
  'institution',
  'other',
] as const;
export type Purpose = (typeof purposes)[number];

/** Signs that anybody at the desk can see; not a diagnosis. Project list, to confirm. */
export const urgencySigns = [
  'injury',
  'aggressorNear',
  'childInDanger',
  'pregnantInPain',
  'veryFrightened',
  'disoriented',
] as const;
export type UrgencySign = (typeof urgencySigns)[number];

export const languages = [
  'spanish',
  'quechua',
  'aymara',
  'ashaninka',
  'shipibo',
  'awajun',
  'signLanguage',
  'other',
] as const;
export type Language = (typeof languages)[number];

/** Subject of an orientation. Project list, to confirm. */
export const matters = [
  'violenceWithoutFicha',
  'alimony',
  'custody',
  'recognition',
  'separation',
  'inheritance',
  'labour',
  'mentalHealth',
  'socialPrograms',
  'documents',
  'other',
] as const;
export type Matter = (typeof matters)[number];

export const waitStates = ['waiting', 'called', 'attended'] as const;
export type WaitState = (typeof waitStates)[number];

/** What a staff member says of herself; «attending» follows from the board. */
export const presences = ['free', 'out'] as const;
export type Presence = (typeof presences)[number];

export const visitStates = ['expected', 'arrived', 'cancelled'] as const;
export type VisitState = (typeof visitStates)[number];

/** What somebody who asks for another person says to be. */
export const claimedRelations = ['partner', 'exPartner', 'family', 'friend', 'lawyer', 'authority', 'other'] as const;
export type ClaimedRelation = (typeof claimedRelations)[number];

export const callAnswers = ['told', 'notTold'] as const;
export type CallAnswer = (typeof callAnswers)[number];
