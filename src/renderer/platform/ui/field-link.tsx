import type { ReactNode } from 'react';
import { focusField } from './focus.ts';

/** Leads to a field of this page, wherever it is folded. */
export function FieldLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        // The address belongs to the router.
        event.preventDefault();
        focusField(id);
      }}
    >
      {children}
    </a>
  );
}
