/** What a fact that cannot wait (D14) asks of the plan, and what each answer to it is there: rows of project words (U38). */
import type { PlanAction } from '../intake/index.ts';
import type { SameDayFact, SameDayKind } from '../risk/index.ts';

export const sameDayAsks: Readonly<Record<SameDayFact, PlanAction>> = {
  attemptOrStrangulation: 'insertInHealth',
  weapon: 'policeIntervention',
  deathThreat: 'safetyPlan',
  justLeft: 'safetyPlan',
  pregnancyOrBelly: 'insertInHealth',
  measureBreached: 'promoteMeasures',
  suicidalIdeas: 'insertInHealth',
  childUnprotected: 'reportUnprotected',
  rapeWithinKit: 'emergencyKit',
  accessAndSevere: 'insertInFamily',
};

type Answered = {
  readonly action: PlanAction;
  /** The answer itself does it; otherwise its own work does: a slip that comes back, the plan made with her. */
  readonly isDone: boolean;
};

const done = (action: PlanAction): Answered => ({ action, isDone: true });
const begun = (action: PlanAction): Answered => ({ action, isDone: false });

const usual: Readonly<Partial<Record<SameDayKind, Answered>>> = {
  measureAsked: done('requestMeasures'),
  policeTold: done('policeIntervention'),
  referral: begun('otherServices'),
  safetyStep: begun('safetyPlan'),
};

const toHealth = { referral: begun('insertInHealth') };
const special: Readonly<Partial<Record<SameDayFact, typeof usual>>> = {
  attemptOrStrangulation: toHealth,
  pregnancyOrBelly: toHealth,
  suicidalIdeas: toHealth,
  measureBreached: { policeTold: done('promoteMeasures') },
  childUnprotected: { policeTold: done('reportUnprotected'), referral: done('reportUnprotected') },
  rapeWithinKit: { referral: done('emergencyKit') },
};

/** The step that an answer is in the plan; null for «no era así». */
export function stepOfAnswer(fact: SameDayFact, kind: SameDayKind): Answered | null {
  if (kind === 'notSo') return null;
  return special[fact]?.[kind] ?? usual[kind] ?? begun(sameDayAsks[fact]);
}
