/** The figures of the drawings, on every main screen at 1366×768. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './centre.ts';
import { logins, problemsOf } from './every-screen.ts';

test.use({ mode: 'busy' });

/** Where work begins, how many buttons are filled, letters and targets that are too small. */
function offMeasure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const named = (one: Element) =>
      `${one.tagName} «${(one.getAttribute('aria-label') ?? one.textContent).trim().slice(0, 30)}»`;
    const isSeen = (one: Element) =>
      one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 2;

    const above = document.querySelector('[aria-label="Centro de práctica"]')?.getBoundingClientRect().height ?? 0;
    const content = document.querySelector('#work > [class*="content"]:not([data-in-case]) > :first-child');
    const top = content === null ? 0 : content.getBoundingClientRect().top - above;
    if (top > 72) problems.push(`work begins at ${Math.round(top)}`);

    const filled = [...document.querySelectorAll('main [data-variant="filled"]')].filter(isSeen);
    if (filled.length > 1) problems.push(`${filled.length} filled: ${filled.map(named).join(', ')}`);

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (holder === null || node.textContent?.trim() === '' || !isSeen(holder)) continue;
      if (Number.parseFloat(getComputedStyle(holder).fontSize) < 14) small.add(named(holder));
    }
    problems.push(...[...small].map((one) => `small letters: ${one}`));

    // A link inside a sentence is as high as its line; the label of a box or of an option belongs to its target.
    for (const one of document.querySelectorAll('button, select, summary, input, textarea, [role="option"]')) {
      const target = (one instanceof HTMLInputElement && one.closest('label')) || one;
      const { width, height } = target.getBoundingClientRect();
      if (isSeen(target) && (width < 24 || height < 24))
        problems.push(`target of ${width}×${height}: ${named(target)}`);
    }
    return problems;
  });
}

for (const login of logins) {
  test(`${login}: every screen keeps to the measures of the drawings`, async ({ app }) => {
    await app.setViewportSize({ width: 1366, height: 768 });
    await signIn(app, login);
    expect(await problemsOf(app, login, offMeasure)).toEqual([]);
  });

  test(`${login}: axe reports nothing on any screen`, async ({ app }) => {
    await signIn(app, login);
    const nothing = async (page: Page): Promise<string[]> => {
      await expectAccessible(page, page.url().replace(/.*#/, ''));
      return [];
    };
    expect(await problemsOf(app, login, nothing)).toEqual([]);
  });
}
