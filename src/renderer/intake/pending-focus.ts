/** A field to go to on a page that is not open yet: a link of «Validar» to an answer missing in a section. */
let pending: string | null = null;

export function focusLater(fieldId: string): void {
  pending = fieldId;
}

/** Focuses the field asked for, as soon as its page has drawn it (1 s at most). */
export function focusPending(tries = 10): void {
  if (pending === null) return;
  const field = document.getElementById(pending);
  if (field === null) {
    if (tries > 0) {
      setTimeout(() => {
        focusPending(tries - 1);
      }, 100);
    } else pending = null;
    return;
  }
  pending = null;
  field.focus();
}
