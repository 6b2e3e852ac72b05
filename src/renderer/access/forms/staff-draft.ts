/** What the staff forms hold while they are typed. */
import {
  passwordProblem,
  passwordProblemWords,
  passwordSchema,
  staffDetailsSchema,
  staffFields,
  type StaffDetails,
} from '../../../shared/access/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { blankForm } from '../../../shared/record/index.ts';

export const blankDetails = blankForm<StaffDetails>(staffFields, { roles: [] });

const withPassphrase = staffDetailsSchema.safeExtend({ passphrase: passwordSchema });
export type StaffDraft = z.infer<typeof withPassphrase>;

export const blankStaff: StaffDraft = { ...blankDetails, passphrase: '' };

/** Person and passphrase; says at the field what the application would refuse. */
export const staffDraftSchema = withPassphrase.superRefine(({ login, passphrase }, context) => {
  const problem = passwordProblem(passphrase, [login]);
  if (problem !== null)
    context.addIssue({ code: 'custom', path: ['passphrase'], message: passwordProblemWords[problem] });
});

export const staffOrder = [...Object.keys(staffFields).toSpliced(2, 0, 'roles'), 'passphrase'];

/** The failure as this form shows it: paths without what stands before the person, a taken login at its field. */
export function atStaffFields(failure: Failure, prefix: string): Failure {
  if (failure.reason === 'login-taken' && failure.issues.length === 0) {
    return { ...failure, issues: [{ path: 'login', message: 'Ese usuario ya existe. Elija otro.' }] };
  }
  const issues = failure.issues.map((issue) => ({
    ...issue,
    path: issue.path.startsWith(prefix) ? issue.path.slice(prefix.length) : issue.path,
  }));
  return { ...failure, issues };
}
