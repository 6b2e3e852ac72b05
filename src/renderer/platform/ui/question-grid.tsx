import type { ReactNode } from 'react';
import css from './fields.module.css';

/** Twelve columns on which fields say how many they take (`columns`), four where there is little room. */
export function QuestionGrid({ children }: { readonly children: ReactNode }) {
  return (
    <div className={css.room}>
      <div className={css.grid}>{children}</div>
    </div>
  );
}
