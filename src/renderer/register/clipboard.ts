/** Copying an answer out of the window, and not leaving a reserved one behind (D15). */

/** How long a reserved answer stays in the clipboard, in milliseconds. */
export const reservedFor = 20_000;

let clearing: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void) | undefined;

function forget(): void {
  clearTimeout(clearing);
  clearing = undefined;
  if (waiting !== undefined) window.removeEventListener('focus', waiting);
  waiting = undefined;
}

/**
 * Empties the clipboard. A page without the focus may not write to it: then it is emptied when the window gets the
 * focus back.
 */
async function empty(): Promise<void> {
  forget();
  try {
    await navigator.clipboard.writeText('');
  } catch {
    waiting = () => void empty();
    window.addEventListener('focus', waiting, { once: true });
  }
}

/** Puts the text in the clipboard; a reserved one is taken out again after 20 seconds. Throws where it is refused. */
export async function copyText(text: string, { isReserved }: { readonly isReserved: boolean }): Promise<void> {
  await navigator.clipboard.writeText(text);
  forget();
  if (isReserved) clearing = setTimeout(() => void empty(), reservedFor);
}

/** Before the window locks: what is reserved does not wait for its time. */
export async function emptyIfReserved(): Promise<void> {
  if (clearing !== undefined || waiting !== undefined) await empty();
}
