/** What the staff forms hold while they are typed. */
import {
  passwordProblem,
  passwordProblemWords,
  passwordSchema,
  staffDetailsSchema,
  type StaffDetails,
} from '../../../shared/access/index.ts';
import type { Failure } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';

export const blankDetails: StaffDetails = {
  login: '',
  fullName: '',
  roles: [],
  profession: null,
  college: null,
  collegeNumber: null,
};

/** Says which fact is missing: in the list of what to mend nobody sees the field beside the words. */
function asked<Schema extends z.ZodType<string, string>>(schema: Schema, error: string) {
  return z
    .string()
    .refine((text) => text.trim() !== '', { error })
    .pipe(schema);
}

export const detailsDraftSchema = staffDetailsSchema.extend({
  fullName: asked(staffDetailsSchema.shape.fullName, 'Escriba los nombres y apellidos.'),
  login: asked(staffDetailsSchema.shape.login, 'Escriba el usuario.'),
});

const withPassphrase = detailsDraftSchema.extend({ passphrase: passwordSchema });
export type StaffDraft = z.infer<typeof withPassphrase>;

export const blankStaff: StaffDraft = { ...blankDetails, passphrase: '' };

/** Person and passphrase; says at the field what the application would refuse. */
export const staffDraftSchema = withPassphrase.superRefine(({ login, passphrase }, context) => {
  const problem = passwordProblem(passphrase, [login]);
  if (problem !== null)
    context.addIssue({ code: 'custom', path: ['passphrase'], message: passwordProblemWords[problem] });
});

export const staffOrder = ['fullName', 'login', 'roles', 'profession', 'college', 'collegeNumber', 'passphrase'];

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
