import type { KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { Icon } from './icons.tsx';
import css from './steps.module.css';

type StepProps = {
  readonly number: number;
  /** The number gives way to a tick. */
  readonly isDone: boolean;
  readonly title: string;
  /** Of its heading: 3 within a panel. */
  readonly level?: 2 | 3;
  /** How it stands, in a sentence. */
  readonly note: string;
  /** An act or a key at the right edge. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
};

/** Work in steps on one sheet: what is left stays open, what is done folds to a sentence. */
export function StepSheet({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ol className={css.sheet} aria-label={label}>
      {children}
    </ol>
  );
}

export function Step({ number, isDone, level = 2, title, note, aside, children }: StepProps) {
  const heading = useId();
  const Heading = `h${level}` as const;
  return (
    <li className={css.step} aria-labelledby={heading}>
      <div className={css.head}>
        <span className={css.number} data-done={isDone} aria-hidden="true">
          {isDone ? <Icon name="check" /> : number}
        </span>
        <Heading id={heading} tabIndex={-1}>
          {title}
        </Heading>
        <span className={css.note}>{note}</span>
        {aside !== undefined && aside !== false && <span className={css.aside}>{aside}</span>}
      </div>
      {children !== undefined && children !== false && <div className={css.body}>{children}</div>}
    </li>
  );
}

type DigitActsProps = {
  readonly label: string;
  readonly acts: readonly { readonly label: string; readonly run: () => void }[];
  readonly busy: boolean;
};

/** A few acts of which one is done: joined, each with its digit while the focus is among them. */
export function DigitActs({ label, acts, busy }: DigitActsProps) {
  const run = (act: DigitActsProps['acts'][number] | undefined) => {
    if (act !== undefined && !busy) act.run();
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    event.preventDefault();
    // A key that is held must not end what stands in the next row.
    if (event.repeat) return;
    run(acts[Number(event.key) - 1]);
  };
  return (
    <div role="group" aria-label={label} className={css.acts}>
      {acts.map((act, index) => (
        <button
          key={act.label}
          type="button"
          className={css.act}
          aria-disabled={busy}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => run(act)}
          onKeyDown={press}
        >
          <span className={css.digit} aria-hidden="true">
            {index + 1}
          </span>
          {act.label}
        </button>
      ))}
    </div>
  );
}
