import { useEffect, type ReactNode } from 'react';
import { es } from './es.ts';
import type { LockReason } from './session-store.ts';
import css from './locked-page.module.css';

/** The neutral page: no name of a person, nothing of what was there. The access domain puts its form inside. */
export function LockedPage({
  reason,
  title: given,
  foot,
  children,
}: {
  readonly reason: LockReason | null;
  readonly title?: string;
  /** What stands in small at the lower edge. */
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}) {
  const title = given ?? (reason === null ? es.app.name : es.lock.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1>{title}</h1>
        {reason !== null && <p role="status">{es.lock[reason]}</p>}
        {children}
      </div>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </main>
  );
}
