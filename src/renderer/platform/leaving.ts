/** How a person leaves this window: what was typed is saved, the application is told, the page goes blank. */
import { useCallback, useRef } from 'react';
import type { LockReason, SessionStore } from './session-store.ts';

/** `isPause`: the screens come back as they are, unless the pause runs out. */
export type SaveBeforeLock = (isPause: boolean) => Promise<void>;

/** Longest wait for the drafts before the window goes blank all the same. */
const patience = 3000;

/** Where the person was, to come back to after unlocking; never what stood there. */
export const lastPlace: { staff: string | null; field: string | null } = { staff: null, field: null };

type Options = {
  readonly store: SessionStore;
  readonly endSession: (reason: LockReason) => Promise<void>;
  readonly pauseSession: (why: 'asked' | 'idle') => Promise<number>;
  readonly setIdleWarning: (shown: boolean) => void;
};

export function useLeaving({ store, endSession, pauseSession, setIdleWarning }: Options) {
  const saves = useRef(new Set<SaveBeforeLock>());
  /** The session that is being locked, by its token. */
  const locking = useRef<string | null>(null);

  const blank = useCallback(
    (reason: LockReason) => {
      const before = store.state();
      if (before.kind === 'open') {
        lastPlace.staff = before.session.staff.id;
        if (before.pause === null) lastPlace.field = document.activeElement?.id ?? null;
      }
      setIdleWarning(false);
      store.lock(reason);
    },
    [setIdleWarning, store],
  );

  const save = useCallback((isPause: boolean) => {
    const saved = Promise.allSettled([...saves.current].map((one) => one(isPause)));
    const late = new Promise((resolve) => setTimeout(resolve, patience));
    return Promise.race([saved, late]);
  }, []);

  /** At once for the eye; the drafts start before the screens go. Null where there is nothing to lock, or no more. */
  const beginLock = useCallback((): { readonly session: string; readonly saved: Promise<unknown> } | null => {
    const session = store.token();
    // Pressed again while what was typed is on its way, it would be stored twice.
    if (session === null || session === locking.current) return null;
    locking.current = session;
    // What was typed before a pause was saved then.
    const saved = store.isPaused() ? Promise.resolve() : save(false);
    document.documentElement.dataset['locking'] = 'true';
    return { session, saved };
  }, [save, store]);

  const lock = useCallback(
    (reason: LockReason) => {
      const begun = beginLock();
      if (begun === null) return;
      const { session, saved } = begun;
      void saved
        .then(() => endSession(reason))
        .catch(() => undefined)
        .finally(() => {
          // The application may have locked meanwhile, and let somebody else in.
          if (store.token() === session) blank(reason);
        });
    },
    [beginLock, blank, endSession, store],
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
      save(true)
        .then(() => pauseSession(reason))
        .then((endsAt) => {
          if (isStill()) store.pause({ endsAt });
        })
        // No PIN any more, no answer, a full disk: then the lock, which needs none of them, and saves what a pause leaves.
        .catch(() => {
          if (isStill()) lock(reason);
        });
    },
    [lock, pauseSession, save, setIdleWarning, store],
  );

  const beforeLock = useCallback((save: SaveBeforeLock) => {
    saves.current.add(save);
    return () => {
      saves.current.delete(save);
    };
  }, []);

  return { blank, beginLock, lock, leave, beforeLock };
}
