import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import css from './navigation.module.css';

type Props = {
  /** What the button says: its name, and in the narrow navigation its tooltip. */
  readonly title: string;
  readonly face: ReactNode;
  readonly label: string;
  readonly waits?: boolean;
  /** Opens below the button, not beside it. */
  readonly isBelow?: boolean;
  readonly children: ReactNode;
};

/**
 * A button that shows more beside it, or below it; what it shows is in the document all the time. It closes by Esc, by
 * going elsewhere, and when another screen opens.
 */
export function Disclosure({ title, face, label, waits = false, isBelow = false, children }: Props) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!opened) return undefined;
    const close = () => setOpened(false);
    const leave = (event: Event) => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) close();
    };
    const escape = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      close();
      button.current?.focus();
    };
    const ways = [
      ['hashchange', close],
      ['keydown', escape],
      ['pointerdown', leave],
      ['focusin', leave],
    ] as const;
    for (const [way, listener] of ways) window.addEventListener(way, listener);
    return () => {
      for (const [way, listener] of ways) window.removeEventListener(way, listener);
    };
  }, [opened]);
  return (
    <div ref={whole} className={css.disclosure} data-below={isBelow || undefined}>
      <button
        ref={button}
        type="button"
        className={css.foot}
        data-waits={waits || undefined}
        aria-expanded={opened}
        aria-controls={id}
        title={title}
        onClick={() => setOpened(!opened)}
      >
        {face}
      </button>
      <div id={id} className={css.shown} role="group" aria-label={label} hidden={!opened} data-calls-screens>
        {children}
      </div>
    </div>
  );
}
