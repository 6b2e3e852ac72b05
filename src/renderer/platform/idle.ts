/** Pauses or locks an unattended screen. Time is compared, not counted: timers stand still while a computer sleeps. */
import { SteadyTime } from '../../shared/platform/steady-time.ts';

export type IdleWatch = { readonly stop: () => void; readonly touch: () => void };

export type IdleOptions = {
  readonly lockAfter: number;
  readonly warnBefore: number;
  /** Told within half a minute that somebody is there: the application counts its own idle time. */
  readonly onAlive: () => void;
  readonly onWarning: (shown: boolean) => void;
  readonly onLock: () => void;
};

export const warningSeconds = 30;
const aliveEvery = 30_000;
/** The window goes first: the application, which counts from what it was told, would end the session. */
const earlier = 5000;

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Starts watching the window; both times in milliseconds. */
export function watchIdle(page: Window, options: IdleOptions): IdleWatch {
  const time = new SteadyTime({ now: () => Date.now(), monotonic: () => performance.now() });
  const lockAfter = options.lockAfter - earlier;
  let last = 0;
  let told = 0;
  let warned = false;
  const warn = (shown: boolean) => {
    if (warned === shown) return;
    warned = shown;
    options.onWarning(shown);
  };
  const touch = () => {
    last = time.now();
    warn(false);
  };
  const look = () => {
    const now = time.now();
    // Not at the sign itself: the last one before a silence would go untold.
    if (last > told && now - told >= aliveEvery) {
      told = now;
      options.onAlive();
    }
    const idle = now - last;
    if (idle >= lockAfter) {
      stop();
      options.onLock();
    } else if (idle >= lockAfter - options.warnBefore) warn(true);
  };
  const timer = setInterval(look, 1000);
  for (const sign of signsOfLife) page.addEventListener(sign, touch, { capture: true, passive: true });
  function stop() {
    clearInterval(timer);
    for (const sign of signsOfLife) page.removeEventListener(sign, touch, { capture: true });
  }
  return { stop, touch };
}
