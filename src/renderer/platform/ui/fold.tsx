import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import css from './fold.module.css';
import { Icon } from './icons.tsx';

/** What was typed and not kept is in sight: over a recovered draft nothing begins folded. */
export const UnfoldedForm = createContext(false);

type Props = {
  /** The line that opens it: its name, which may be a heading. */
  readonly title: ReactNode;
  /** What stands in it, in words, while it is closed. */
  readonly said?: ReactNode;
  /** At the right edge, open or closed. */
  readonly aside?: ReactNode;
  /** How it stands at first; when it becomes true later, it opens. Nothing closes by itself: the page would move. */
  readonly isOpen: boolean;
  readonly kind?: 'block' | 'part' | 'line';
  readonly children: ReactNode;
};

/** A part of a form that folds into one line; what is in it stays in the page and is kept. */
export function Fold({ title, said, aside, isOpen, kind = 'part', children }: Props) {
  const box = useRef<HTMLDetailsElement>(null);
  const opens = use(UnfoldedForm) && kind !== 'line' ? true : isOpen;
  useEffect(() => {
    if (opens) box.current?.setAttribute('open', '');
  }, [opens]);
  return (
    <details ref={box} className={css[kind]}>
      <summary className={css.head}>
        <span className={css.sign}>
          <Icon name="fold" size={16} />
        </span>
        <span className={css.title}>{title}</span>
        {said !== undefined && <span className={css.said}>{said}</span>}
        {aside !== undefined && <span className={css.aside}>{aside}</span>}
      </summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}
