import type { ReactNode } from 'react';
import css from './fields.module.css';

type Props = {
  /** Where there are few, what a field asks stands under it all the time. */
  readonly showsHints?: boolean | undefined;
  readonly children: ReactNode;
};

/** Twelve columns on which fields say how many they take (`columns`), four where there is little room. */
export function QuestionGrid({ showsHints = false, children }: Props) {
  return (
    <div className={css.room}>
      <div className={showsHints ? `${css.grid} ${css.told}` : css.grid}>{children}</div>
    </div>
  );
}
