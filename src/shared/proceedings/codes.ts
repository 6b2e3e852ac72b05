/** Closed codes of a proceeding: what happens in it, who must act, how it is notified. */

/** What happened, in the order in which it usually happens. Words and details stand in `event-kinds.ts`. */
export const eventKinds = [
  'complaintFiled',
  'policeInformed',
  'prosecutorReceived',
  'courtReceived',
  'measuresRequested',
  'measuresDecided',
  'accusedNotified',
  'policeNotified',
  'executionStarted',
  'breach',
  'measuresVaried',
  'measuresLifted',
  'appealFiled',
  'appealGranted',
  'chamberReceived',
  'chamberHeard',
  'chamberDecided',
  'arrest',
  'investigationOpened',
  'singleInterview',
  'preparatoryOpened',
  'preparatoryExtended',
  'preparatoryClosed',
  'immediateProcessOpened',
  'civilPartyRequested',
  'civilPartyAdmitted',
  'civilPartyDenied',
  'archived',
  'dismissalRequested',
  'accusation',
  'trialOpened',
  'judgment',
  'immediateJudgment',
  'appealJudgment',
  'appealRefused',
  'orderNotified',
  'decreeNotified',
  'pleadingServed',
  'observed',
  'hearingRescheduled',
  'alimonyJudgment',
  'judgmentFinal',
  'supervisionOrdered',
  'supervisionReported',
  'reportRequested',
  'newFact',
  'other',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What starts a term: an event of a proceeding, or a step of the case or of the centre kept elsewhere. */
export const triggerKinds = [
  ...eventKinds,
  'caseAdmitted',
  'caseValidated',
  'firstInterview',
  'riskValued',
  'sexualAssault',
  'lastAttention',
  'firstMonthContact',
  'laterContact',
  'dataIncident',
  'privilegesReviewed',
  'interactionRecorded',
] as const;
export type TriggerKind = (typeof triggerKinds)[number];

/** `event`: no length of time, something else ends it. */
export const termUnits = ['hours', 'businessDays', 'calendarDays', 'months', 'event'] as const;
export type TermUnit = (typeof termUnits)[number];

/** Which levels a rule speaks of; a rule without a level holds for all. `mildOrModerate` holds for both. */
export const ruleLevels = ['mild', 'moderate', 'mildOrModerate', 'severe', 'undetermined'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export const termActors = ['police', 'prosecutor', 'court', 'chamber', 'party', 'centre', 'health'] as const;
export type TermActor = (typeof termActors)[number];

/**
 * What is lost when a term runs out, the gravest first: `fatal`, a right of hers or the time in which a treatment works;
 * `duty`, what the law asks of the centre; `verify`, what others must do; `internal`, a step that the centre set itself.
 */
export const consequences = ['fatal', 'duty', 'verify', 'internal'] as const;
export type Consequence = (typeof consequences)[number];

/** Of a row that does not say it. */
export function consequenceOf(actor: TermActor): Consequence {
  if (actor === 'party' || actor === 'health') return 'fatal';
  return actor === 'centre' ? 'internal' : 'verify';
}

/**
 * `judicial`: days on which courts do not work; `public`: those of every public office of the place, without what rests
 * only courts (police, prosecutor); `office`: those of the centre.
 */
export const calendarKinds = ['judicial', 'public', 'office'] as const;
export type CalendarKind = (typeof calendarKinds)[number];

/** Whether the term runs from the fact itself or from its notification. */
export const termStarts = ['fact', 'notification'] as const;
export type TermStart = (typeof termStarts)[number];

/** How a decision reached the party. */
export const notificationForms = ['electronicBox', 'paper', 'hearing', 'personal'] as const;
export type NotificationForm = (typeof notificationForms)[number];

export const holidayScopes = ['national', 'regional', 'local', 'judicial', 'declared'] as const;
export type HolidayScope = (typeof holidayScopes)[number];

/**
 * `yearly`: the same day every year; `easter`: so many days from Easter Sunday; `firstWorkingDay`: the first working day
 * from a day of the year on; `span`: from one date to another.
 */
export const holidayForms = ['yearly', 'easter', 'firstWorkingDay', 'span'] as const;
export type HolidayForm = (typeof holidayForms)[number];

/** The twelve measures of the law, in its order; the codes are those of the request (filing 3). */
export const protectionMeasures = [
  'removal-from-home',
  'no-approach',
  'no-contact',
  'weapon-ban',
  'property-inventory',
  'emergency-allowance',
  'no-disposal-of-property',
  'no-removal-of-dependents',
  'aggressor-treatment',
  'victim-treatment',
  'safe-shelter',
  'other-measure',
] as const;

/** Measures of civil law granted beside them. */
export const precautionaryMeasures = [
  'alimony',
  'visits',
  'custody',
  'parental-authority',
  'family-placement',
  'property-regime',
] as const;

export const measureKinds = [...protectionMeasures, ...precautionaryMeasures] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const measureStates = [
  'requested',
  'granted',
  'partlyGranted',
  'denied',
  'accusedNotified',
  'policeNotified',
  'inExecution',
  'breached',
  'varied',
  'lifted',
] as const;
export type MeasureState = (typeof measureStates)[number];

/** `notApplicable`: the term was started by a mistake or no longer matters, with the reason said. */
export const deadlineStates = ['open', 'done', 'notApplicable'] as const;
export type DeadlineState = (typeof deadlineStates)[number];

/** Whose terms and hearings a board shows. */
export const boardScopes = ['mine', 'all'] as const;
