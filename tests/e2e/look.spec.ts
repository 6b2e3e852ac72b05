/** How every main screen holds up: enlarged to 200 %, in forced colours, with one title, and no button cut. */
import { expect, signIn, test } from './centre.ts';
import type { Page } from '@playwright/test';
import { filledButtons, goTo, logins, problemsOf } from './every-screen.ts';

test.use({ mode: 'busy' });

/** Elements that make the page wider than its window, and buttons whose words do not fit. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const root = document.documentElement;
    const work = document.getElementById('work');
    for (const box of [root, document.body, work]) {
      if (box !== null && box.scrollWidth > box.clientWidth + 1)
        problems.push(`${box.id || box.tagName} is ${String(box.scrollWidth - box.clientWidth)} px too wide`);
    }
    for (const button of document.querySelectorAll('button')) {
      if (button.offsetParent === null) continue;
      const { left, right } = button.getBoundingClientRect();
      const scrolls = button.closest('[role="region"][tabindex]') !== null;
      const isCut = button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1;
      if (isCut) problems.push(`button cut: ${button.innerText}`);
      if (!scrolls && (left < -1 || right > root.clientWidth + 1)) problems.push(`button outside: ${button.innerText}`);
    }
    return problems;
  });
}

/** Titles in order: no level is jumped over. That there is one h1 is seen at each opening. */
function structure(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const levels = [...document.querySelectorAll('main h1, main h2, main h3, main h4')].map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    levels.forEach((level, index) => {
      if (level > (levels[index - 1] ?? 0) + 1)
        problems.push(`h${String(level)} after h${String(levels[index - 1] ?? 0)}`);
    });
    return problems;
  });
}

for (const login of logins) {
  test(`${login}: fits 320 px and a window enlarged to 200 %, and is cut nowhere at its usual sizes`, async ({
    app,
  }) => {
    await signIn(app, login);
    for (const size of [
      { width: 320, height: 640 },
      { width: 683, height: 384 },
      { width: 1366, height: 768 },
      { width: 1920, height: 1080 },
    ]) {
      await app.setViewportSize(size);
      const found = await problemsOf(app, login, overflowing);
      expect(found, `at ${size.width}×${size.height}`).toEqual([]);
    }
  });

  test(`${login}: each screen has one title and its parts below it`, async ({ app }) => {
    await signIn(app, login);
    expect(await problemsOf(app, login, structure)).toEqual([]);
  });

  test(`${login}: shows where the focus is, in usual and in forced colours`, async ({ app }) => {
    await signIn(app, login);
    for (const forcedColors of ['none', 'active'] as const) {
      await app.emulateMedia({ forcedColors });
      expect(await problemsOf(app, login, unseenFocus), forcedColors).toEqual([]);
    }
  });
}

/** Steps through the first elements of a screen; each must draw an outline where the focus stands. */
async function unseenFocus(page: Page): Promise<string[]> {
  const stopWatching = await page.evaluateHandle(() => {
    const problems: string[] = [];
    const look = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const { outlineStyle, outlineWidth } = getComputedStyle(target);
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      const name = target.getAttribute('aria-label') ?? target.textContent.slice(0, 40);
      if (!isSeen) problems.push(`${target.tagName} ${name === '' ? target.id : name}`);
    };
    document.addEventListener('focusin', look);
    return () => {
      document.removeEventListener('focusin', look);
      return problems;
    };
  });
  await Promise.all(Array.from({ length: 25 }, () => page.keyboard.press('Tab')));
  return stopWatching.evaluate((stop) => stop());
}

test.describe('the board of a full waiting room', () => {
  test.use({ mode: 'door' });

  test('is cut nowhere at 1024, and needs no sideways way at 320', async ({ app }) => {
    await signIn(app, 'admision');
    await expect(app.getByRole('grid')).toBeVisible();
    for (const size of [
      { width: 1366, height: 768 },
      { width: 1024, height: 768 },
      { width: 320, height: 640 },
    ]) {
      await app.setViewportSize(size);
      // The navigation becomes narrow in the frame after the window: between the two nothing is to be measured.
      await expect
        .poll(async () => [...(await overflowing(app)), ...(await cutCells(app))], `at ${size.width}`)
        .toEqual([]);
    }
    await app.setViewportSize({ width: 1366, height: 768 });
    const heights = await app
      .getByRole('row')
      .evaluateAll((rows) =>
        rows.filter((one) => one.hasAttribute('tabindex')).map((one) => Math.round(one.getBoundingClientRect().height)),
      );
    expect(new Set(heights)).toEqual(new Set([37]));
    const pane = await app.getByRole('complementary').boundingBox();
    expect(pane?.width).toBeLessThanOrEqual(352);
    // One filled button: it names the next act.
    expect((await filledButtons(app)).length).toBeLessThanOrEqual(1);
  });
});

for (const login of ['psico', 'social', 'legal', 'coordina']) {
  test(`${login}: Mi día needs no sideways way at 320 and is cut nowhere at 1024`, async ({ app }) => {
    await signIn(app, login);
    for (const size of [
      { width: 1024, height: 768 },
      { width: 320, height: 640 },
    ]) {
      await app.setViewportSize(size);
      for (const screen of ['#/', '#/llegadas']) {
        await goTo(app, screen);
        expect(await overflowing(app), `${screen} at ${size.width}`).toEqual([]);
      }
    }
  });
}

/** Cells of the board whose words do not fit, or that stand outside the window. */
function cutCells(page: Page): Promise<string[]> {
  return page.getByRole('grid').evaluate((grid) =>
    [...grid.querySelectorAll<HTMLElement>('th, td')]
      .filter((cell) => cell.offsetParent !== null)
      .filter((cell) => {
        const { right } = cell.getBoundingClientRect();
        return cell.scrollWidth > cell.clientWidth + 1 || right > document.documentElement.clientWidth + 1;
      })
      .map((cell) => `cell cut: ${cell.innerText}`),
  );
}
