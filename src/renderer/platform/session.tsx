/** The session of this window: sign-in, lock in all its ways, and what to save before it. */
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Transport } from '../../shared/platform/contract.ts';
import { announce } from './announce.ts';
import { t } from './i18n/index.ts';
import { warningSeconds, watchIdle } from './idle.ts';
import { Paused } from './paused.tsx';
import { focusWhenThere } from './ui/index.ts';
import type { LockReason, Session, SessionState, SessionStore } from './session-store.ts';

type SaveBeforeLock = () => Promise<void>;

type SessionAccess = {
  readonly state: SessionState;
  readonly open: (session: Session) => void;
  /** What changed of the present session (a PIN, its minutes). */
  readonly update: (change: Partial<Session>) => void;
  /** F12: «Pausa» where there is a PIN and the centre allows it, else the lock. */
  readonly leave: (reason: 'asked' | 'idle') => void;
  /** Goes on after the application let the person back in. */
  readonly resume: () => void;
  /** Saves the drafts, tells the application, blanks the window. */
  readonly lock: (reason: LockReason) => void;
  readonly beforeLock: (save: SaveBeforeLock) => () => void;
  readonly idleWarning: boolean;
};

const Context = createContext<SessionAccess | null>(null);

type Props = {
  readonly store: SessionStore;
  readonly transport: Transport;
  /** Ends the session at the application; the window goes blank whether or not it answers. */
  readonly endSession: (reason: LockReason) => Promise<void>;
  /** Asks the application for «Pausa»; answers when it ends by itself, milliseconds since 1970. */
  readonly pauseSession: (why: 'asked' | 'idle') => Promise<number>;
  /** The neutral page of «Pausa». */
  readonly pausePage: ReactNode;
  /** Tells the application that somebody is at the keyboard. */
  readonly keepSession: () => Promise<unknown>;
  readonly children: ReactNode;
};

/** Longest wait for the drafts before the window goes blank all the same. */
const patience = 3000;

/** Where the person was, to come back to after unlocking; never what stood there. */
const lastPlace: { staff: string | null; field: string | null } = { staff: null, field: null };

/** Only what the session itself is: `Paused` sets everything else aside. */
export function SessionProvider(props: Props) {
  const { store, transport, endSession, keepSession, pauseSession, pausePage, children } = props;
  const queries = useQueryClient();
  const state = useSyncExternalStore(store.onChange, store.state);
  const saves = useRef(new Set<SaveBeforeLock>());
  const [idleWarning, setIdleWarning] = useState(false);

  const blank = useCallback(
    (reason: LockReason) => {
      const before = store.state();
      if (before.kind === 'open') {
        lastPlace.staff = before.session.staff.id;
        if (before.pause === null) lastPlace.field = document.activeElement?.id ?? null;
      }
      setIdleWarning(false);
      // Before the blank page is drawn, in the same task: a hidden page could not take the focus.
      delete document.documentElement.dataset['locking'];
      store.lock(reason);
    },
    [store],
  );

  const save = useCallback(() => {
    const saved = Promise.allSettled([...saves.current].map((one) => one()));
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    return Promise.race([saved, late]);
  }, []);

  const lock = useCallback(
    (reason: LockReason) => {
      if (store.state().kind === 'locked') return;
      // What was typed before a pause was saved then. Else at once for the eye; the drafts start before the screens go.
      const saved = store.isPaused() ? Promise.resolve() : save();
      document.documentElement.dataset['locking'] = 'true';
      void saved
        .then(() => endSession(reason))
        .catch(() => undefined)
        .finally(() => {
          blank(reason);
        });
    },
    [blank, endSession, save, store],
  );

  const leave = useCallback(
    (reason: 'asked' | 'idle') => {
      const now = store.state();
      if (now.kind !== 'open' || now.pause !== null) return;
      if (!now.session.canPause || now.session.mustChangePassword) {
        lock(reason);
        return;
      }
      lastPlace.field = document.activeElement?.id ?? null;
      setIdleWarning(false);
      // The neutral page first; behind it the drafts are saved as from a screen that is seen.
      store.pause({ endsAt: null });
      const isStill = () => store.token() === now.session.token;
      save()
        .then(() => pauseSession(reason))
        .then((endsAt) => {
          if (isStill()) store.pause({ endsAt });
        })
        // No PIN any more, no answer, a full disk: then the lock, which needs none of them.
        .catch(() =>
          endSession(reason)
            .catch(() => undefined)
            .then(() => {
              if (isStill()) blank(reason);
            }),
        );
    },
    [blank, endSession, lock, pauseSession, save, store],
  );

  useEffect(
    () =>
      transport.subscribe((event) => {
        if (event.kind === 'locked' && event.session === store.token()) blank(event.why);
      }),
    [blank, store, transport],
  );

  // A closed or reloaded window must not keep its person out until the idle time is over.
  useEffect(() => {
    if (state.kind !== 'open') return undefined;
    const leave = () => {
      endSession('asked').catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
    };
  }, [endSession, state.kind]);

  // Also where the gate answered «locked»: nothing read in the session stays in memory.
  useEffect(() => {
    if (state.kind === 'locked') queries.clear();
  }, [queries, state.kind]);

  useEffect(() => {
    if (state.kind !== 'open' || state.pause !== null) return undefined;
    const watch = watchIdle(window, {
      lockAfter: state.session.idleMinutes * 60_000,
      warnBefore: warningSeconds * 1000,
      onAlive: () => void keepSession().catch(() => undefined),
      onWarning: (shown) => {
        setIdleWarning(shown);
        if (shown) announce(t('lock.warning'));
      },
      onLock: () => {
        leave('idle');
      },
    });
    return watch.stop;
  }, [keepSession, leave, state]);

  const open = useCallback(
    (session: Session) => {
      const back = lastPlace.staff === session.staff.id;
      if (!back && lastPlace.staff !== null) window.location.hash = '#/';
      store.open(session);
      const field = back ? lastPlace.field : null;
      // Not before the page of the sign-in is gone, and the focus with it.
      if (field)
        setTimeout(() => {
          focusWhenThere(field);
        });
    },
    [store],
  );

  const update = useCallback(
    (change: Partial<Session>) => {
      const now = store.state();
      if (now.kind === 'open') store.open({ ...now.session, ...change });
    },
    [store],
  );

  const beforeLock = useCallback((save: SaveBeforeLock) => {
    saves.current.add(save);
    return () => {
      saves.current.delete(save);
    };
  }, []);

  const access = useMemo(
    () => ({ state, open, update, leave, resume: store.resume, lock, beforeLock, idleWarning }),
    [state, open, update, leave, store, lock, beforeLock, idleWarning],
  );
  return (
    <Context value={access}>
      {children}
      {state.kind === 'open' && state.pause !== null && <Paused>{pausePage}</Paused>}
    </Context>
  );
}

export function useSessionAccess(): SessionAccess {
  const access = use(Context);
  if (access === null) throw new Error('SessionProvider is missing');
  return access;
}

/** The open session; only inside the frame, which stands only while somebody is signed in. */
export function useSession(): Session {
  const { state } = useSessionAccess();
  if (state.kind !== 'open') throw new Error('No session is open');
  return state.session;
}

export function useMay(permission: string): boolean {
  return useSession().actions.includes(permission);
}

/** Runs `save` before the window locks, as long as the screen stands. Does nothing outside a session. */
export function useBeforeLock(save: SaveBeforeLock): void {
  const beforeLock = use(Context)?.beforeLock;
  useEffect(() => beforeLock?.(save), [beforeLock, save]);
}
