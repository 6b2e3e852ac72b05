import { useEffect, useState, type ReactNode } from 'react';
import { es } from './es.ts';
import { LineBand, Unsent } from './line/band.tsx';
import type { LockReason } from './session-store.ts';
import css from './locked-page.module.css';
import { dayAndTime } from './times.ts';

/** The neutral page: no name of a person, nothing of what was there. The access domain puts its form inside. */
export function LockedPage({
  reason,
  title: given,
  foot,
  children,
}: {
  readonly reason: LockReason | null;
  readonly title?: string;
  /** Stands in small at the lower edge, after day and hour. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}) {
  const title = given ?? (reason === null ? es.app.name : es.lock.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={css.page}>
      <div className={css.line}>
        <LineBand />
      </div>
      <div className={css.box}>
        <h1 tabIndex={-1}>{title}</h1>
        {reason !== null && <p role="status">{es.lock[reason]}</p>}
        {children}
      </div>
      <footer className={css.foot}>
        <div className={css.unsent}>
          <Unsent />
        </div>
        <Clock />
        {foot}
      </footer>
    </main>
  );
}

/** Day and hour, as far as anybody at the door may know anything. */
function Clock() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return <span>{dayAndTime(now)}</span>;
}
