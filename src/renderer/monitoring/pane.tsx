import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../platform/ui/index.ts';
import css from './monitoring.module.css';

type Props = {
  readonly title: string;
  readonly label: string;
  readonly onClose: () => void;
  /** What is counted. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** What stands behind a figure, at the right. Takes the focus when it opens; Esc closes it from anywhere in it. */
export function Pane({ title, label, onClose, foot, children }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), [title]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc, beside the button that does the same
    <aside
      className={css.pane}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header>
        <h2 tabIndex={-1} ref={head}>
          {title}
        </h2>
        <button type="button" className={css.close} onClick={onClose} aria-label="Cerrar la lista" title="Cerrar, Esc">
          <Icon name="close" size={18} />
        </button>
      </header>
      <div className={css.body}>{children}</div>
      <div className={css.foot}>{foot}</div>
    </aside>
  );
}
