/** Locks an unattended screen. Time is compared, not counted: timers stand still while a computer sleeps. */
export type IdleWatch = { readonly stop: () => void; readonly touch: () => void };

export type IdleOptions = {
  readonly lockAfter: number;
  readonly warnBefore: number;
  /** Told at most once a minute that somebody is there: the application counts its own idle time. */
  readonly onAlive: () => void;
  readonly onWarning: (shown: boolean) => void;
  readonly onLock: () => void;
};

export const warningSeconds = 30;
const aliveEvery = 60_000;

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Starts watching the window; both times in milliseconds. */
export function watchIdle(page: Window, options: IdleOptions): IdleWatch {
  let last = Date.now();
  let told = last;
  let warned = false;
  const warn = (shown: boolean) => {
    if (warned === shown) return;
    warned = shown;
    options.onWarning(shown);
  };
  const touch = () => {
    last = Date.now();
    warn(false);
    if (last - told < aliveEvery) return;
    told = last;
    options.onAlive();
  };
  const look = () => {
    const idle = Date.now() - last;
    if (idle >= options.lockAfter) {
      stop();
      options.onLock();
    } else if (idle >= options.lockAfter - options.warnBefore) warn(true);
  };
  const timer = setInterval(look, 1000);
  for (const sign of signsOfLife) page.addEventListener(sign, touch, { capture: true, passive: true });
  function stop() {
    clearInterval(timer);
    for (const sign of signsOfLife) page.removeEventListener(sign, touch, { capture: true });
  }
  return { stop, touch };
}
