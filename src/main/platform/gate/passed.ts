/** A call on its way through the gate: what was asked, how far it came, what it brings back. */
import type { Decision } from '../../../shared/access/index.ts';
import type { Call, ProcedureSpec } from '../../../shared/platform/contract.ts';
import { fail, issuesOf } from '../../../shared/platform/failures.ts';
import { caseIdSchema, proposalIdSchema, type CaseId, type ProposalId } from '../../../shared/platform/ids.ts';
import type { Session } from './session.ts';

/** One line of the audit, written in the transaction it speaks of. */
export type AuditEntry = {
  readonly session: Session;
  readonly action: string;
  readonly outcome: 'ok' | 'denied' | 'failed';
  readonly object: { readonly kind: string; readonly id: string } | null;
  readonly touched: readonly { readonly kind: string; readonly id: string }[];
  readonly detail: Readonly<Record<string, string | number | boolean>>;
};

export type Allowed = Extract<Decision, { allowed: true }>;
export type Asked = { readonly call: Call; readonly spec: ProcedureSpec; readonly session: Session };
/** How far the checks of a call have come, for the entry of a refusal. */
export type Checks = { isDone: boolean; caseId: CaseId | null };
/** What a call brings back: the value, and what went wrong after it was stored. */
export type Answer = { readonly value: unknown; readonly after: { readonly error: unknown } | null };
export type Passed = {
  readonly name: string;
  readonly spec: ProcedureSpec;
  readonly session: Session;
  readonly input: unknown;
  readonly caseId: CaseId | null;
  readonly key: string | null;
  /** The caller typed the own password with this call, and it was right. */
  readonly isProven: boolean;
};

/** @throws invalid `idempotency-key` when what changes the record came without one */
export function passedOf({ call, spec, session }: Asked, input: unknown, isProven: boolean): Passed {
  if (spec.changes && call.key === null) throw fail('invalid', 'idempotency-key');
  return { name: call.procedure, spec, session, input, key: call.key, isProven, caseId: subjectOf(spec, input) };
}

/** An acceso excepcional reads: what would change anything is refused as a case that is not there. */
export function whereAllowed(spec: ProcedureSpec, decision: Allowed): Allowed {
  if (decision.isExceptional === true && spec.changes) throw fail('not-found');
  return decision;
}

export function answered(value: unknown): Answer {
  return { value, after: null };
}

/** @throws invalid with an issue at each field */
export function parseInput(spec: ProcedureSpec, input: unknown): unknown {
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  return parsed.data;
}

/** Who has nothing to say returned nothing. */
export function parseOutput(spec: ProcedureSpec, output: unknown = {}): unknown {
  const parsed = spec.output.safeParse(output);
  // An answer outside its own schema is a bug; its values must not reach the log.
  if (!parsed.success) {
    throw new Error(
      `Answer outside its schema at ${parsed.error.issues.map((issue) => issue.path.map(String).join('.')).join(', ')}`,
    );
  }
  return parsed.data;
}

/** The case that a call is about; null for one about none. */
export function subjectOf(spec: ProcedureSpec, input: unknown): CaseId | null {
  if (spec.subject !== 'case') return null;
  const { caseId } = input as { caseId: unknown };
  return caseId === null ? null : caseIdSchema.parse(caseId);
}

export function approvalOf(input: unknown): ProposalId {
  return proposalIdSchema.parse((input as { proposalId: unknown }).proposalId);
}
