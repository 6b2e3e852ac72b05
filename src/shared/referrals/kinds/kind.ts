/** What a kind of referral is, as data: receiver, facts, questions, urgency, papers. Its words are a template (U72). */
import type { OfficeKind } from '../../directory/index.ts';
import type { Confirmation } from '../../record/index.ts';
import type { FactName, ReferralService, Urgency } from '../codes.ts';
import type { AskedQuestions } from '../questions.ts';

export type ReferralRule = {
  /** On screens and in lists. */
  readonly label: string;
  readonly subject: 'user' | 'child' | 'aggressor';
  /** Facts of the record that its letter may tell beside names, age and sex: only what the receiver needs. */
  readonly facts: readonly FactName[];
  readonly services: readonly ReferralService[];
  readonly asked: AskedQuestions;
  /** Unless a fact makes it faster (`proposedUrgency`). */
  readonly urgency: Urgency;
  readonly signs: readonly UrgencySign[];
  readonly receivers: readonly OfficeKind[];
  /** Only where the receiver calls her (referrals §1). */
  readonly mayCall: boolean;
  /** Whether she goes somewhere and carries a neutral card. */
  readonly hasCard: boolean;
  /** Sheet with advice for the emergency kit. */
  readonly hasAdvice?: true;
  /** Nothing is waited for by telephone only: the place is never written. */
  readonly isByPhone?: true;
  /** Its letter says why, in one or two sentences; the others have a question of their own for it. */
  readonly asksReason: boolean;
  /** Where it may name a school: as who receives it, or in its own question. Elsewhere a school tells where a child is. */
  readonly namesSchool?: 'receiver' | 'question';
  /** The ficha number stands on it; not where it could lead to her. */
  readonly namesFicha: boolean;
  /** Filing that asks for it; the letter only accompanies her. */
  readonly filing?: number;
  /** Said on the screen before it is filled; null when nothing need be said. */
  readonly note: string | null;
  /** Fields of the result that comes back beside the slip. */
  readonly result?: AskedQuestions;
  readonly source: string;
  readonly validFrom: string;
  readonly confirmation: Confirmation;
};

/** No annex of it is known. */
export const ownDesign = {
  source: 'Diseño propio; formato por confirmar',
  validFrom: '2026-01-01',
  confirmation: 'toConfirm',
} as const;

/** `kit`: hours since a sexual assault; `sexual`: any of the last 72 h; `suicide`: idea, plan or attempt. */
export type UrgencySign = 'kit' | 'sexual' | 'suicide' | 'severeWithAccess' | 'severe' | 'moderate';
