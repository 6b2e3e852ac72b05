/** When and why a safety plan is gone through with her again: one rule for its page, the day and the closing. */
import { civilDateOf } from '../platform/clock.ts';
import type { CivilDate, Instant } from '../platform/dates.ts';
import type { SameDayKind } from '../risk/index.ts';

type Answer = { readonly kind: SameDayKind; readonly at: Instant };

/** The newest plan: when it was made or last read with her, and until when it stands. */
type Read = { readonly readAt: Instant; readonly dueOn: CivilDate };

/** Of the case since then: when the risk was last valued, and what was said of facts of the same day. */
type Since = { readonly valuedAt: string | undefined; readonly answers: readonly Answer[] };

/** `since`: what happened after it that asks for it before its day. */
export type SafetyStanding = { readonly dueOn: CivilDate; readonly since: 'valued' | 'answered' | null };

export type RereadReason = NonNullable<SafetyStanding['since']> | 'dueDay';

/** What happened after the plan, in words. */
export const rereadWords = {
  valued: 'Se valoró después del plan',
  answered: 'Se tomó una medida de seguridad después del plan',
} as const;

/** On the same day a measure is what they were just speaking of. */
function isTakenSince(answers: readonly Answer[], readAt: Instant): boolean {
  const dayOf = (instant: Instant) => civilDateOf(Date.parse(instant));
  return answers.some(({ kind, at }) => kind === 'safetyStep' && dayOf(at) > dayOf(readAt));
}

export function safetyStanding({ readAt, dueOn }: Read, { valuedAt, answers }: Since): SafetyStanding {
  if (valuedAt !== undefined && valuedAt > readAt) return { dueOn, since: 'valued' };
  return { dueOn, since: isTakenSince(answers, readAt) ? 'answered' : null };
}

/** Null as long as nothing asks for it. */
export function rereadReason({ dueOn, since }: SafetyStanding, today: CivilDate): RereadReason | null {
  return since ?? (dueOn <= today ? 'dueDay' : null);
}
