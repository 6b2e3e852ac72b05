/** Copying an answer out of the window, and not leaving a reserved one behind (D15). */
import type { Contract } from '../../shared/contract.ts';
import type { Client } from '../../shared/platform/contract.ts';
import { reservedTextFor } from '../../shared/platform/files-contract.ts';

type Host = Pick<Client<Contract>, 'copyText'>;

let clearing: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => void) | undefined;
/** Whether the host has a clipboard, once it has said so: it does not change, and a browser is spared the way there. */
let hostWrites: boolean | undefined;
/** Until when the host may hold a reserved text (milliseconds since 1970). */
let heldUntil = 0;

function forget(): void {
  clearTimeout(clearing);
  clearing = undefined;
  if (waiting !== undefined) window.removeEventListener('focus', waiting);
  waiting = undefined;
}

/**
 * Empties the clipboard of a browser. A page without the focus may not write to it: then it is emptied when the window
 * gets the focus back.
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
export async function copyText(
  host: Host,
  text: string,
  { isReserved }: { readonly isReserved: boolean },
): Promise<void> {
  if (hostWrites !== false) {
    const { end } = await host.copyText({ text, isReserved });
    hostWrites = end === 'written';
  }
  forget();
  if (hostWrites) {
    heldUntil = isReserved ? Date.now() + reservedTextFor : 0;
    return;
  }
  await navigator.clipboard.writeText(text);
  if (isReserved) clearing = setTimeout(() => void empty(), reservedTextFor);
}

/** Before the window locks: what is reserved does not wait for its time. */
export async function emptyIfReserved(host: Host): Promise<void> {
  if (heldUntil > Date.now()) await host.copyText({ text: null, isReserved: true });
  if (clearing !== undefined || waiting !== undefined) await empty();
}
