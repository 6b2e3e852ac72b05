/** What the application knows of one signed-in person. An object passed with each call, never a global (D1). */
import type { Role } from '../../../shared/access/index.ts';
import type { StaffId } from '../../../shared/platform/ids.ts';
import type { SessionFiles } from './session-files.ts';

export type Session = {
  readonly token: string;
  readonly staffId: StaffId;
  readonly login: string;
  /** Epoch milliseconds. */
  readonly openedAt: number;
  /** Epoch milliseconds of the last call; the idle lock counts from here. */
  lastUsedAt: number;
  /** Roles as of the last call: read again from the record each time, so that a change acts on the next call. */
  roles: readonly Role[];
  /** People whose «casos a cargo» this one has today (Reemplazo); as of the last call, like the roles. */
  standsInFor: readonly StaffId[];
  /** Set while the file must be examined (database put back, older keyring): nothing may be changed. */
  isReadOnly: boolean;
  mustChangePassword: boolean;
  readonly files: SessionFiles;
};
