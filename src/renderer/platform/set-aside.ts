/**
 * «Pausa»: the whole page is taken out of the document, kept in memory, and put back as it was.
 *
 * Nothing of it stands in the document meanwhile, and nothing in it notices: no field loses the focus in its own eyes, no
 * key reaches it.
 */
import { appKeyOf } from './keys.ts';

type Put = () => void;

const focusEvents = ['focus', 'blur', 'focusin', 'focusout'] as const;

function stop(event: Event): void {
  event.stopImmediatePropagation();
}

/** Runs work that moves the focus without anybody being told. */
function unnoticed(work: () => void): void {
  for (const name of focusEvents) window.addEventListener(name, stop, true);
  try {
    work();
  } finally {
    for (const name of focusEvents) window.removeEventListener(name, stop, true);
  }
}

let isAside = false;

/** Keys do in the neutral page what they do by themselves, and nothing on the screens behind it. */
function holdKey(event: KeyboardEvent): void {
  if (!isAside) return;
  event.stopImmediatePropagation();
  if (appKeyOf(event) !== null || /^F\d+$/.test(event.key) || event.altKey) event.preventDefault();
}

// When the page loads, before any screen listens: whoever listens first hears first.
for (const name of ['keydown', 'keyup'] as const) window.addEventListener(name, holdKey, true);

/** Caret and marked text; null for inputs that have none (a date, a tick). */
function caretOf(field: Element | null): Put {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return () => undefined;
  const { selectionStart, selectionEnd, selectionDirection } = field;
  return () => {
    if (selectionStart !== null && selectionEnd !== null)
      field.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
  };
}

function focusNow(): Put {
  const field = document.activeElement;
  const putCaret = caretOf(field);
  return () => {
    if (!(field instanceof HTMLElement) || !field.isConnected) return;
    field.focus({ preventScroll: true });
    putCaret();
  };
}

function scrollsNow(): Put {
  const scrolled = [document.documentElement, ...document.body.querySelectorAll('*')]
    .map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    .filter(({ top, left }) => top !== 0 || left !== 0);
  return () => {
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' });
  };
}

/** A dialog of the browser itself is open over the page only while it stands in the document. */
function dialogsNow(): Put {
  const modal = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')];
  return () => {
    for (const dialog of modal.filter((one) => one.isConnected)) {
      dialog.removeAttribute('open');
      dialog.showModal();
    }
  };
}

/** Shows `shown` alone; the answer puts everything back, the focus too when its field is still there. */
export function setAside(shown: HTMLElement): Put {
  const puts = [dialogsNow(), scrollsNow(), focusNow()];
  const { title } = document;
  const kept = document.createDocumentFragment();
  const take = (node: Node) => {
    if (node !== shown && !(node instanceof HTMLScriptElement)) kept.append(node);
  };
  unnoticed(() => {
    for (const node of [...document.body.childNodes]) take(node);
    document.body.append(shown);
  });
  // What the screens open meanwhile (a list, a dialog of a late answer) goes where they are.
  const watch = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) if (node.isConnected) take(node);
  });
  watch.observe(document.body, { childList: true });
  isAside = true;
  return () => {
    watch.disconnect();
    isAside = false;
    unnoticed(() => {
      shown.remove();
      document.body.append(kept);
      document.title = title;
      for (const put of puts) put();
    });
  };
}
