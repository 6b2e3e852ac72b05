/** What cannot wait (D14) and the safety plan. */
import { civilDateOf } from '../platform/clock.ts';
import type { Instant } from '../platform/dates.ts';
import type { SameDayFact, SameDayKind } from '../risk/index.ts';
import type { SafetyTopic } from './codes.ts';

/** Which part of the plan a fact speaks of: project words (U38), moved freely by whoever writes. */
export const topicOfFact: Readonly<Record<SameDayFact, SafetyTopic>> = {
  attemptOrStrangulation: 'arrival',
  weapon: 'arrival',
  deathThreat: 'places',
  justLeft: 'places',
  pregnancyOrBelly: 'people',
  measureBreached: 'signals',
  suicidalIdeas: 'people',
  childUnprotected: 'children',
  rapeWithinKit: 'people',
  accessAndSevere: 'places',
};

type Answer = { readonly kind: SameDayKind; readonly at: Instant };

/**
 * Whether a measure of safety was taken on a later day than the plan was made or read: on the same day it is what they
 * were just speaking of.
 */
export function isTakenSince(answers: readonly Answer[], seenAt: Instant): boolean {
  const dayOf = (instant: Instant) => civilDateOf(Date.parse(instant));
  return answers.some(({ kind, at }) => kind === 'safetyStep' && dayOf(at) > dayOf(seenAt));
}
