/** What waiting after wrong passwords says to whoever asks too soon, at the door and from another computer alike. */
import { fail } from '../../../shared/platform/failures.ts';
import type { LoginAllowance } from './login-state.ts';

/** @throws wrong-secret `attempts-exhausted`, `access-stopped`, `wait-before-retry` */
export function refuseHaste({ stopped, waitMs }: LoginAllowance): void {
  if (stopped !== null) throw fail('wrong-secret', stopped === 'hour' ? 'attempts-exhausted' : 'access-stopped');
  if (waitMs > 0) throw fail('wrong-secret', 'wait-before-retry');
}
