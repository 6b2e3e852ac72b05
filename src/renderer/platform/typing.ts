/** Whether something is being typed on the screen that stands there: what others store must not take it away. */
import { isDialogOpen } from './keys.ts';

const typed = { isSo: false };

// Every field of every form, whatever keeps its values.
window.addEventListener(
  'input',
  () => {
    typed.isSo = true;
  },
  true,
);
window.addEventListener('hashchange', () => typingOver());

/** It was stored or given up. */
export function typingOver(): void {
  typed.isSo = false;
}

/** An open dialog counts as typing: it is about what stands behind it. */
export const isTyping = (): boolean => typed.isSo || isDialogOpen();
