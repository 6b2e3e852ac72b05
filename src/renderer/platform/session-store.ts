/** Who is signed in at this window, in memory only. */
import type { SessionView } from '../../shared/access/index.ts';
import type { HostEvent } from '../../shared/platform/contract.ts';

export type Session = SessionView;

export type LockReason = Extract<HostEvent, { kind: 'locked' }>['why'];

/**
 * «Pausa»: when it ends by itself, milliseconds since 1970; null while the drafts are saved and the application is asked.
 * The neutral page stands from the first moment on.
 */
export type Pause = { readonly endsAt: number | null };

export type SessionState =
  | { readonly kind: 'open'; readonly session: Session; readonly pause: Pause | null }
  /** `reason` is null before the first sign-in of this window. */
  | { readonly kind: 'locked'; readonly reason: LockReason | null };

export type SessionStore = {
  readonly state: () => SessionState;
  readonly token: () => string | null;
  /** Whether the application has paused too. */
  readonly isPaused: () => boolean;
  /** Begins a session, or says what changed of the present one. */
  readonly open: (session: Session) => void;
  readonly pause: (pause: Pause) => void;
  readonly resume: () => void;
  readonly lock: (reason: LockReason) => void;
  /** As before the first sign-in of this window: the other place was opened, and nobody has been in there yet. */
  readonly startAnew: () => void;
  readonly onChange: (listener: () => void) => () => void;
};

export function createSessionStore(): SessionStore {
  let state: SessionState = { kind: 'locked', reason: null };
  const listeners = new Set<() => void>();
  const become = (next: SessionState) => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  const setPause = (pause: Pause | null) => {
    if (state.kind === 'open') become({ ...state, pause });
  };
  return {
    state: () => state,
    token: () => (state.kind === 'open' ? state.session.token : null),
    isPaused: () => state.kind === 'open' && (state.pause?.endsAt ?? null) !== null,
    open: (session) => become({ kind: 'open', session, pause: null }),
    pause: setPause,
    resume: () => setPause(null),
    lock: (reason) => become({ kind: 'locked', reason }),
    startAnew: () => become({ kind: 'locked', reason: null }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
