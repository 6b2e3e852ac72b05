/** Who is signed in at this window, in memory only. */
import type { SessionView } from '../../shared/access/index.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';

export type Session = SessionView;

export type LockReason = Extract<HostEvent, { kind: 'locked' }>['why'];

export type SessionState =
  | { readonly kind: 'open'; readonly session: Session }
  /** `reason` is null before the first sign-in of this window. */
  | { readonly kind: 'locked'; readonly reason: LockReason | null };

export type SessionStore = {
  readonly state: () => SessionState;
  readonly token: () => string | null;
  readonly open: (session: Session) => void;
  readonly lock: (reason: LockReason) => void;
  readonly onChange: (listener: () => void) => () => void;
};

export function createSessionStore(): SessionStore {
  let state: SessionState = { kind: 'locked', reason: null };
  const listeners = new Set<() => void>();
  const become = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    token: () => (state.kind === 'open' ? state.session.token : null),
    open: (session) => {
      become({ kind: 'open', session });
    },
    lock: (reason) => {
      become({ kind: 'locked', reason });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
