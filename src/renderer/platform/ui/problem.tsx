import type { ReactNode } from 'react';
import { Notice } from './parts.tsx';

type Props = {
  readonly words: string | null;
  /** What mends it. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
  /** In a row of buttons: the words alone. */
  readonly inline?: boolean;
  readonly children?: ReactNode;
};

/** What went wrong, where it was asked for; nothing when nothing did. */
export function Problem({ words, action, inline = false, children }: Props) {
  if (words === null) return null;
  if (inline) return <span role="alert">{words}</span>;
  return (
    <Notice tone="error" {...(action !== undefined && { action })}>
      <p role="alert">{words}</p>
      {children}
    </Notice>
  );
}
