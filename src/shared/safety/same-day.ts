/** What cannot wait (D14) and the safety plan. */
import type { SameDayFact } from '../risk/index.ts';
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
