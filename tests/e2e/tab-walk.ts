/** Going to an element by the Tab key alone. */
import { expect, type Locator, type Page, type Request } from '@playwright/test';

/** Over this many presses an element counts as out of reach. */
const mostPresses = 400;

/** Presses sent at once, before looking again where the focus is: a form changes while it is walked through. */
const burst = 12;

/**
 * Runs in the page: 0 when the focus is on the target (or inside it, where that is enough), else how many presses of Tab
 * surely do not reach it yet, plus one. What may or may not be a stop is not counted.
 */
function pressesLeft(target: Element, isInsideEnough: boolean): number {
  const active = document.activeElement;
  if (active === target || (isInsideEnough && target.contains(active))) return 0;
  // From nowhere the browser goes on where the focus was last, which nobody can read.
  if (active === null || active === document.body) return 1;
  const scope = active.closest('[role="dialog"]') ?? document;
  if (!scope.contains(target)) return 1;
  const groups = new Set<string>();
  if (active instanceof HTMLInputElement && active.type === 'radio') groups.add(active.name);
  const isStop = (element: HTMLElement) => {
    if (element.tabIndex < 0 || element.matches(':disabled') || element.closest('[inert]') !== null) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    // A group of options is one stop, wherever in it that is.
    if (groups.has(element.name)) return false;
    groups.add(element.name);
    return true;
  };
  const isBefore = (one: Node, other: Node) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const wraps = !isBefore(active, target);
  const candidates = scope.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, textarea');
  const between = [...candidates].filter((element) => {
    if (element === active || target.contains(element)) return false;
    const isAfterActive = isBefore(active, element);
    const isBeforeTarget = isBefore(element, target);
    return (wraps ? isAfterActive || isBeforeTarget : isAfterActive && isBeforeTarget) && isStop(element);
  });
  return between.length + 1;
}

/** Milliseconds without anything drawn: longer than what is typed waits before it is asked. */
const quietFor = 400;
/** What ticks or turns on a page is not waited for. */
const quietWithin = 1500;

const asked = new WeakMap<Page, Set<Request>>();

/** Calls of a page that wait for their answer, from the first time it is asked on. */
export function callsOf(page: Page): ReadonlySet<Request> {
  const known = asked.get(page);
  if (known !== undefined) return known;
  const open = new Set<Request>();
  const isOver = (request: Request) => void open.delete(request);
  page.on('request', (request) => void (request.url().endsWith('/invoke') && open.add(request)));
  page.on('requestfinished', isOver);
  page.on('requestfailed', isOver);
  // What a page asked that is gone is never answered.
  page.on('domcontentloaded', () => open.clear());
  asked.set(page, open);
  return open;
}

/** Runs in the page: comes back when nothing was drawn for a moment. */
function drawnNothing([quiet, within]: readonly [number, number]): Promise<void> {
  return new Promise((done) => {
    const until = performance.now() + within;
    let timer = setTimeout(end, quiet);
    const drawn = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(end, Math.min(quiet, until - performance.now()));
    });
    function end() {
      drawn.disconnect();
      done();
    }
    drawn.observe(document, { subtree: true, childList: true, attributes: true });
  });
}

/** Whether it is seen, once nothing is on its way: a busy computer draws late what is not folded. */
async function isSeen(page: Page, target: Locator): Promise<boolean> {
  const open = callsOf(page);
  for (let waits = 0; waits < 20; waits += 1) {
    if (await target.first().isVisible()) return true;
    // A page that gives way to another one is not quiet.
    const isQuiet = await page.evaluate(drawnNothing, [quietFor, quietWithin] as const).then(
      () => true,
      () => false,
    );
    if (isQuiet && open.size === 0) break;
  }
  return target.first().isVisible();
}

/** Opens the folded parts of a form by keyboard, one after the other, until the target is seen. */
async function unfold(page: Page, target: Locator): Promise<void> {
  const folded = page.locator(':is(form, [data-questions]) details:not([open]) > summary:visible');
  while (!(await isSeen(page, target)) && (await folded.count()) > 0) {
    await walkTo(page, folded.first());
    // The one that the keyboard stands on: others may have been drawn before it meanwhile.
    const line = await page.evaluateHandle(() => document.activeElement as Element);
    await page.keyboard.press('Enter');
    // Drawn anew, it is another one: looked for again.
    const isDone = (summary: Element) => !summary.isConnected || summary.matches('[open] > summary');
    await expect.poll(() => line.evaluate(isDone)).toBe(true);
  }
}

/**
 * Presses Tab until the focus is on the target.
 *
 * @param isInsideEnough the focus may as well be on something inside it
 * @throws when the keyboard does not get there
 */
export async function walkTo(page: Page, target: Locator, isInsideEnough = false): Promise<void> {
  await unfold(page, target);
  await expect(target).toBeVisible();
  for (let presses = 0; presses < mostPresses;) {
    const left = await target.evaluate(pressesLeft, isInsideEnough);
    if (left === 0) return;
    // The last steps one by one: an element that is no stop for the keyboard must not be passed unseen.
    const now = left > 2 ? Math.min(left - 1, burst) : 1;
    await Promise.all(Array.from({ length: now }, () => page.keyboard.press('Tab')));
    presses += now;
  }
  throw new Error(`the keyboard does not reach ${target.toString()}`);
}
