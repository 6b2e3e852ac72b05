/** What the application knows of one signed-in person. An object passed with each call, never a global (D1). */
import type { Role } from '../../../shared/access/index.ts';
import type { Instant } from '../../../shared/platform/dates.ts';
import type { CaseId, StaffId } from '../../../shared/platform/ids.ts';
import type { Connection } from '../connection.ts';
import type { OwnSecret } from '../storage/compartments.ts';
import type { SessionFiles } from './session-files.ts';

export type Session = {
  readonly token: string;
  readonly staffId: StaffId;
  readonly login: string;
  /** Where it was begun: its token opens nothing from anywhere else. */
  readonly connection: Connection;
  /** Steady time (`steady-time.ts`), never the wall clock. */
  readonly openedAt: number;
  /** Steady time of the last call; the idle lock counts from here. */
  lastUsedAt: number;
  /** Minutes without use before it pauses or ends. */
  idleMinutes: number;
  /** Set during «Pausa»: only what the contract marks `whilePaused` is answered. */
  pause: { readonly since: number; triesLeft: number } | null;
  /** Roles as of the last call: read again from the record each time, so that a change acts on the next call. */
  roles: readonly Role[];
  /** People whose «casos a cargo» this one has today (Reemplazo); as of the last call, like the roles. */
  standsInFor: readonly StaffId[];
  /** Set while the file must be examined (database put back, older keyring): nothing may be changed. */
  isReadOnly: boolean;
  mustChangePassword: boolean;
  /** Opens what is sealed to this person alone; null where the functions of the person open nothing. Zeroed at the end. */
  own: OwnSecret | null;
  /** The case that the window has open; null for none. In memory alone. */
  looking: { readonly caseId: CaseId; readonly since: Instant } | null;
  readonly files: SessionFiles;
};
