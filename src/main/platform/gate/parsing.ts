/** Input and output of a procedure by its own schemas. */
import type { ProcedureSpec } from '../../../shared/platform/contract.ts';
import { fail, issuesOf } from '../../../shared/platform/failures.ts';
import { caseIdSchema, proposalIdSchema, type CaseId, type ProposalId } from '../../../shared/platform/ids.ts';

/** @throws invalid with an issue at each field */
export function parseInput(spec: ProcedureSpec, input: unknown): unknown {
  const parsed = spec.input.safeParse(input);
  if (!parsed.success) throw fail('invalid', null, issuesOf(parsed.error));
  return parsed.data;
}

export function parseOutput(spec: ProcedureSpec, output: unknown): unknown {
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

/** The proposal that an approval decides. */
export function approvalOf(input: unknown): ProposalId {
  return proposalIdSchema.parse((input as { proposalId: unknown }).proposalId);
}
