/** The session of this window: sign-in, lock in all its ways, and what to save before it. */
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
  useLayoutEffect,
} from 'react';
import { createPortal } from 'react-dom';
import type { Transport } from '../../shared/platform/contract.ts';
import { announce } from './announce.ts';
import { es } from './es.ts';
import { warningSeconds, watchIdle } from './idle.ts';
import { lastPlace, useLeaving, type SaveBeforeLock } from './leaving.ts';
import { setAside } from './set-aside.ts';
import { focusWhenThere } from './ui/index.ts';
import type { LockReason, Session, SessionState, SessionStore } from './session-store.ts';

type SessionAccess = {
  readonly state: SessionState;
  /** The same at this moment, for what goes with the screens. */
  readonly now: () => SessionState;
  readonly open: (session: Session) => void;
  /** What changed of the present session (a PIN, its minutes). */
  readonly update: (change: Partial<Session>) => void;
  /** F12: «Pausa» where there is a PIN and the centre allows it, else the lock. */
  readonly leave: (reason: 'asked' | 'idle') => void;
  /** Goes on after the application let the person back in. */
  readonly resume: () => void;
  /** Saves the drafts, tells the application, blanks the window. */
  readonly lock: (reason: LockReason) => void;
  /** The other place was opened. */
  readonly startAnew: () => void;
  readonly beforeLock: (save: SaveBeforeLock) => () => void;
  readonly idleWarning: boolean;
  readonly storing: ReadonlySet<string>;
  readonly refusedWhileClosed: ReadonlySet<string>;
};

const Context = createContext<SessionAccess | null>(null);

/** Whether what stands below is a closed ficha: what it would refuse is not offered in it. */
export const ClosedContext = createContext(false);

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
  /** Permissions that lead to nothing but acts that store. */
  readonly storing: ReadonlySet<string>;
  /** What a closed ficha refuses whatever it is. */
  readonly refusedWhileClosed?: ReadonlySet<string>;
  readonly children: ReactNode;
};

/** Only what the session itself is: `Paused` sets everything else aside. */
export function SessionProvider(props: Props) {
  const { store, transport, endSession, keepSession, pauseSession, pausePage, storing, children } = props;
  const { refusedWhileClosed = storing } = props;
  const queries = useQueryClient();
  const state = useSyncExternalStore(store.onChange, store.state);
  const [idleWarning, setIdleWarning] = useState(false);
  const { blank, beginLock, lock, leave, beforeLock } = useLeaving({ store, endSession, pauseSession, setIdleWarning });

  useEffect(
    () =>
      transport.subscribe((event) => {
        if (event.kind === 'lock-near') beginLock();
        if (event.kind === 'locked' && event.session === store.token()) blank(event.why);
      }),
    [beginLock, blank, store, transport],
  );

  // A closed or reloaded window must not keep its person out until the idle time is over.
  useEffect(() => {
    if (state.kind !== 'open') return undefined;
    const leave = () => {
      endSession('asked').catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [endSession, state.kind]);

  // Also where the gate answered «locked» before the lock was through: a page that is still hidden could not take the focus.
  useLayoutEffect(() => {
    if (state.kind !== 'open') delete document.documentElement.dataset['locking'];
  }, [state.kind]);

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
        if (shown) announce(es.lock.warning);
      },
      onLock: () => leave('idle'),
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
      if (field) setTimeout(() => focusWhenThere(field));
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

  const access = useMemo(
    () => ({
      state,
      now: store.state,
      open,
      update,
      leave,
      resume: store.resume,
      startAnew: store.startAnew,
      lock,
      beforeLock,
      idleWarning,
      storing,
      refusedWhileClosed,
    }),
    [state, open, update, leave, store, lock, beforeLock, idleWarning, storing, refusedWhileClosed],
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

/** Whether she holds the right: what she is told of it, and which page is hers, does not change with the state of the record. */
export function useHolds(permission: string): boolean {
  return useSession().actions.includes(permission);
}

/** False before a sign-in and on the locked page. */
export const useIsSignedIn = (): boolean => use(Context)?.state.kind === 'open';

/** Whether she is Coordinación, or stands in for it: words that send others there send her elsewhere. False outside a session. */
export function useIsCoordination(): boolean {
  const state = use(Context)?.state;
  return state?.kind === 'open' && state.session.actions.includes('person.merge');
}

/** Whether anything is to be offered under this permission: while the record may only be read, nothing that stores. */
export function useMay(permission: string): boolean {
  const { isReadOnly } = useSession();
  const { storing } = useSessionAccess();
  const isRefused = useRefused(permission);
  return useHolds(permission) && !((isReadOnly || isRefused) && storing.has(permission));
}

/** The same for an act that stores under a permission that reads too. */
export function useMayStore(permission: string): boolean {
  const { isReadOnly } = useSession();
  const isRefused = useRefused(permission);
  return useMay(permission) && !isReadOnly && !isRefused;
}

/** A part that stands there for who may, and for nobody else. */
export function onlyFor<Props extends object>(permission: string, Part: ComponentType<Props>) {
  return function OnlyFor(props: Props) {
    return useMay(permission) ? <Part {...props} /> : null;
  };
}

function useRefused(permission: string): boolean {
  const { refusedWhileClosed } = useSessionAccess();
  return use(ClosedContext) && refusedWhileClosed.has(permission);
}

/** Runs `save` before the window locks, as long as the screen stands. Does nothing outside a session. */
export function useBeforeLock(save: SaveBeforeLock): void {
  const beforeLock = use(Context)?.beforeLock;
  const latest = useEffectEvent(save);
  useEffect(() => beforeLock?.((isPause) => latest(isPause)), [beforeLock]);
}

/** Stands alone in the document while it is mounted; what was there comes back as it was. */
function Paused({ children }: { readonly children: ReactNode }) {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => setAside(place), [place]);
  return createPortal(children, place);
}
