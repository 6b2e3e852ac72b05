/** Keys that move through a long form: Enter to the next question, Ctrl ↓ to the next one without an answer. */
import { type KeyboardEvent as Press, type RefObject } from 'react';
import { announce } from '../announce.ts';
import { es } from '../es.ts';
import { useScreenKey } from '../keys.ts';
import { focusControl } from '../ui/index.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

const isOption = (control: Control) => control.type === 'radio' || control.type === 'checkbox';

/** The controls of a question count as one: the name of its radio buttons, the group of its boxes. */
function groupOf(control: Control): unknown {
  if (control.type === 'radio') return control.name;
  return control.type === 'checkbox' ? (control.closest('fieldset') ?? control) : control;
}

/** One control for each question, in the order of the page. */
function stopsOf(root: ParentNode): Control[] {
  const stops = new Map<unknown, Control>();
  for (const control of root.querySelectorAll<Control>('input, textarea')) {
    if (control.tabIndex < 0 || control.disabled || control.type === 'hidden') continue;
    const group = groupOf(control);
    const isChosen = control instanceof HTMLInputElement && control.type === 'radio' && control.checked;
    if (!stops.has(group) || isChosen) stops.set(group, control);
  }
  return [...stops.values()];
}

const isBefore = (one: Node, other: Node) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function isSeen(control: Control): boolean {
  return control.checkVisibility({ visibilityProperty: true });
}

function isEmpty(control: Control, root: ParentNode): boolean {
  if (!isOption(control)) return control.value.trim() === '';
  const own = control.closest('[data-field]') ?? root;
  return own.querySelector(':checked') === null;
}

const isRequired = (control: Control) => control.closest('[data-field]:not([data-optional])') !== null;

function isFolded(control: Control): boolean {
  return control.closest('details:not([open])') !== null;
}

/** To the next question that asks for an answer, round the form; to any without one where none is asked for. */
export function toNextUnanswered(root: HTMLElement): void {
  const here = document.activeElement;
  const group = here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? groupOf(here) : null;
  const open = stopsOf(root).filter(
    (control) => groupOf(control) !== group && isEmpty(control, root) && (isSeen(control) || isFolded(control)),
  );
  const asked = open.filter(isRequired);
  const from = asked.length > 0 ? asked : open.filter(isSeen);
  const isLater = (control: Control) => here === null || !root.contains(here) || isBefore(here, control);
  const next = from.find(isLater) ?? from[0];
  if (asked.length === 0) announce(es.form.noneMissing);
  if (next !== undefined) focusControl(next);
}

/** Asked beside another question: whoever answers by keys is not stopped by it. */
const isPassed = (control: Control) => control.closest('[data-passed]') !== null;

function goOn(root: HTMLElement, from: Control): void {
  const group = groupOf(from);
  stopsOf(root)
    .find((control) => groupOf(control) !== group && isBefore(from, control) && isSeen(control) && !isPassed(control))
    ?.focus();
}

/**
 * Enter in a line or an option goes on; in a list it takes what is marked and goes on. Text of many lines keeps it. Where
 * one key answers and goes on (`data-goes-on`), so does the key of an option.
 */
export function onFormKey(event: Press<HTMLElement>): void {
  const { target, currentTarget: root } = event;
  if (event.ctrlKey || event.altKey || event.shiftKey || !(target instanceof HTMLInputElement)) return;
  const isTaken = event.isDefaultPrevented();
  const answers = isTaken && target.type === 'radio' && /^[1-9sn]$/i.test(event.key);
  if (answers && target.closest('[data-goes-on]') !== null) queueMicrotask(() => goOn(root, target));
  if (event.key !== 'Enter') return;
  // The list took the key: what it put into the field is drawn first, and still before the next key.
  if (isTaken) queueMicrotask(() => goOn(root, target));
  else {
    event.preventDefault();
    goOn(root, target);
  }
}

/** Ctrl ↓ from anywhere on the screen. */
export function useUnansweredKey(root: RefObject<HTMLElement | null>): void {
  useScreenKey(
    ({ key, ctrlKey, altKey, shiftKey }) =>
      key === 'ArrowDown' && ctrlKey && !altKey && !shiftKey && root.current !== null,
    () => {
      if (root.current !== null) toNextUnanswered(root.current);
    },
  );
}
