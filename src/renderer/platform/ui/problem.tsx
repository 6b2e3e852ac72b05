import type { ReactNode } from 'react';
import { Notice } from './parts.tsx';

type Props = {
  readonly words: string | null;
  /** What mends it. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** More to say below. */
  readonly children?: ReactNode;
};

/** What went wrong, where it was asked for; nothing when nothing did. */
export function Problem({ words, action, children }: Props) {
  if (words === null) return null;
  return (
    <Notice tone="error" {...(action !== undefined && { action })}>
      <p role="alert">{words}</p>
      {children}
    </Notice>
  );
}
