/** The figures of the drawings, on every main screen at 1366×768. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './centre.ts';
import { filledButtons, logins, problemsOf } from './every-screen.ts';

test.use({ mode: 'busy' });

/** Pixels from the top of the frame to the first thing to work with; a case has a bar of its own. */
function beginning(page: Page): Promise<number> {
  return page.evaluate(() => {
    const practice = document.querySelector('[aria-label="Centro de práctica"]')?.getBoundingClientRect().height ?? 0;
    const first = document.querySelector('#work > [class*="content"]:not([data-in-case]) > :first-child');
    return first === null ? 0 : first.getBoundingClientRect().top - practice;
  });
}

function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const holders = [...document.body.querySelectorAll<HTMLElement>('*')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
    );
    return holders
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 2)
      .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 14)
      .map((one) => `small letters: ${one.textContent.trim().slice(0, 30)}`);
  });
}

/** A link inside a sentence is as high as its line; the label of a box or of an option belongs to its target. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('button, select, summary, input, textarea, [role="option"]')];
    return controls
      .map((one) => (one instanceof HTMLInputElement && one.closest('label')) || one)
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .map(
        (one) => ({ one, ...one.getBoundingClientRect().toJSON() }) as { one: Element; width: number; height: number },
      )
      .filter(({ width, height }) => width > 2 && (width < 24 || height < 24))
      .map(({ one, width, height }) => `target of ${width}×${height}: ${one.textContent.trim().slice(0, 30)}`);
  });
}

async function offMeasure(page: Page): Promise<string[]> {
  const [top, filled] = [await beginning(page), await filledButtons(page)];
  return [
    ...(top > 72 ? [`work begins at ${top}`] : []),
    ...(filled.length > 1 ? [`filled: ${filled.join(', ')}`] : []),
    ...(await smallLetters(page)),
    ...(await smallTargets(page)),
  ];
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
