/** What is dropped beside the places for files: the page stays (bad input 82). */

/** A page that gets a file or a link where nobody takes it goes there and leaves what was typed behind. */
export function keepPageOnDrop(window: Window): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || isTextIntoField(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  window.addEventListener('dragover', refuse);
  window.addEventListener('drop', refuse);
}

function isTextIntoField({ target, dataTransfer }: DragEvent): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && dataTransfer?.types.includes('Files') === false;
}
