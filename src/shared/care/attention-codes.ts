/** Closed lists of attentions and interviews. */

/** With whom the action was done; `file`: with nobody, over the file. */
export const attendedParties = ['user', 'relative', 'institution', 'file'] as const;
export type AttendedParty = (typeof attendedParties)[number];

export const attentionOutcomes = ['done', 'notFound', 'postponed', 'refused'] as const;
export type AttentionOutcome = (typeof attentionOutcomes)[number];

export const attentionChangeReasons = [
  'mistyped',
  'otherDate',
  'otherAction',
  'addedDetail',
  'notGiven',
  'other',
] as const;
export type AttentionChangeReason = (typeof attentionChangeReasons)[number];

export const interviewModalities = ['centre', 'home', 'institution', 'phone', 'video'] as const;
export type InterviewModality = (typeof interviewModalities)[number];
