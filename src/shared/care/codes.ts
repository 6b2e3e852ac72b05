/** Closed lists of the questions for the next interview. */

/** What became of a question for the next interview. `unanswered`: she was asked, and did not want to or could not say. */
export const questionStates = ['open', 'answered', 'unanswered', 'dropped'] as const;
export type QuestionState = (typeof questionStates)[number];

/** Pages of the ficha on which an answer is written. */
export const questionPlaces = ['section-a', 'section-b', 'risk'] as const;
export type QuestionPlace = (typeof questionPlaces)[number];
