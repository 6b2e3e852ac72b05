import type { Failure } from '../../../shared/platform/failures.ts';

/** A wrong current password belongs to its field. */
export function atPasswordField(failure: Failure): Failure {
  if (failure.code !== 'wrong-secret' || failure.reason !== 'password-wrong') return failure;
  return { ...failure, issues: [{ path: 'password', message: 'La contraseña no es correcta.' }] };
}
