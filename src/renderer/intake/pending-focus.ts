import { focusWhenThere } from '../platform/ui/index.ts';

/** A field to go to on a page that is not open yet: a link of «Validar» to an answer missing in a section. */
let pending: string | null = null;

export function focusLater(fieldId: string): void {
  pending = fieldId;
}

/**
 * For the page that opens: focuses the field asked for, as soon as it is drawn (1 s at most), unless the person has
 * moved on. The link that called the page went with its own page, so the focus is nowhere, or on the new title.
 */
export function focusPending(): void {
  const field = pending;
  pending = null;
  if (field !== null) focusWhenThere(field, 10);
}
