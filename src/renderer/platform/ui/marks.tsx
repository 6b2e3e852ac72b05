import type { ReactNode } from 'react';
import { es } from '../es.ts';
import { useDiscretion } from './discretion.tsx';
import css from './marks.module.css';
import look from './patterns.module.css';

/** The same mark wherever a fact waits for its source. */
export function ConfirmMark() {
  return <span className={css.mark}>{es.field.toConfirm}</span>;
}

/** The key that does it, beside its words. */
export function Key({ children }: { readonly children: string }) {
  return (
    <kbd className={look.key} aria-hidden="true">
      {children}
    </kbd>
  );
}

type CountProps = { readonly count: number; readonly isLate: boolean; readonly words: string };

/** How many wait, beside the word of the navigation. */
export function CountMark({ count, isLate, words }: CountProps) {
  return (
    <span className={[look.count, isLate ? look.late : ''].join(' ')}>
      {count}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

export type Tone = 'neutral' | 'accent' | 'done' | 'warning' | 'error';

export function StateBadge({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return <span className={[css.badge, tone === 'neutral' ? '' : css[tone]].join(' ')}>{children}</span>;
}

export type RiskLevel = 'severe' | 'moderate' | 'mild' | 'incomplete';

const shapes: Record<RiskLevel, ReactNode> = {
  severe: <path d="M6 1 11.5 11h-11z" fill="currentColor" />,
  moderate: <path d="M6 1 11 6 6 11 1 6z" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  mild: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  incomplete: <path d="M1.5 6h9" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 1.5" />,
};

/**
 * A risk in word, shape and colour; never green, which reads as safe. The word comes from the risk domain; while discretion
 * is on the shape alone says it.
 */
export function RiskWord({ level, word }: { readonly level: RiskLevel; readonly word: string }) {
  const { isOn } = useDiscretion();
  return (
    <span className={[css.risk, level === 'mild' ? '' : css[level]].join(' ')}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapes[level]}
      </svg>
      {isOn ? <span className="visually-hidden">{es.discretion.risk}</span> : word}
    </span>
  );
}
