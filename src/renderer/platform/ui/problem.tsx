import { Notice } from './parts.tsx';

/** What went wrong, where it was asked for; nothing when nothing did. */
export function Problem({ words }: { readonly words: string | null }) {
  if (words === null) return null;
  return (
    <Notice tone="error">
      <p role="alert">{words}</p>
    </Notice>
  );
}
