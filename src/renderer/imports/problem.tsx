import { Notice } from '../platform/ui/index.ts';

/** What went wrong, where it was asked for; nothing when nothing did. */
export function Problem({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Notice tone="error">
      <p role="alert">{text}</p>
    </Notice>
  );
}
