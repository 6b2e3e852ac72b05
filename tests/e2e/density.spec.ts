/** How much of a form stands in one window of 1366×768, and that nothing on it is too small to read or to press. */
import type { Page } from '@playwright/test';
import { sectionA } from '../../src/shared/intake/index.ts';
import { expect, expectAccessible, pressOn, signIn, test } from './centre.ts';
import { group, tabInto } from './keyboard.ts';

/** Between the bar of the case and the bar at the foot: how many of these stand there whole. */
async function wholeInWindow(page: Page, fields: string): Promise<number> {
  return page.evaluate((selector) => {
    const bar = document.querySelector('[aria-label="Persona y caso"]')?.getBoundingClientRect().bottom ?? 0;
    const foot = document.querySelector('[data-region="actions"]')?.getBoundingClientRect().top ?? 0;
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((field) => {
      const { top, bottom, height } = field.getBoundingClientRect();
      return height > 0 && field.checkVisibility() && top >= bar - 1 && bottom <= foot + 1;
    }).length;
  }, fields);
}

/** Words under 14 px, and what is pressed under 24 px. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      const hasWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      if (hasWords && element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 14)
        found.push(`words: ${element.innerText.slice(0, 30)}`);
    }
    for (const control of document.querySelectorAll<HTMLElement>('main form :is(input, button, summary)')) {
      if (!control.checkVisibility() || control.tabIndex < 0) continue;
      // What is pressed is the whole label of an option.
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      if (width < 24 || height < 24) found.push(`target: ${control.id} ${Math.round(width)}×${Math.round(height)}`);
    }
    return found;
  });
}

test.describe('Section A', () => {
  test.use({ mode: 'busy' });

  test('shows twenty questions and more in the window, and says why others are not asked', async ({ app }) => {
    await signIn(app, 'psico');
    await pressOn(app, 'button', '2026-0024');
    await pressOn(app, 'link', /^Sección A /);
    const { title } = sectionA.blocks[3];
    await pressOn(app, 'button', new RegExp(`^A\\.4 ${title}`));
    await expect(app.getByRole('region', { name: title })).toBeInViewport();
    expect(await wholeInWindow(app, 'form [data-field]')).toBeGreaterThanOrEqual(20);
    expect(await tooSmall(app)).toEqual([]);
    await expect(app.getByText(/no se preguntan/).first()).toBeAttached();
    await expectAccessible(app, 'Section A, block A.4');
  });

  test('folds what is complete into its answers, and leaves only what must be answered on demand', async ({ app }) => {
    await signIn(app, 'psico');
    await pressOn(app, 'button', '2026-0024');
    await pressOn(app, 'link', /^Sección A /);
    const { title } = sectionA.blocks[2];
    const block = app.getByRole('region', { name: title });
    await expect(block).toContainText('¿Denunció antes de venir?');
    await expect(group(app, `A.3${sectionA.questions.complaintFiled.label}`)).toHaveCount(0);
    await tabInto(app, group(app, `A.3${sectionA.questions.complaintFiled.label}`));
    const optional = app.getByRole('textbox', { name: /Medio por el cual se toma conocimiento/ });
    await expect(optional).toBeVisible();
    await app.getByRole('checkbox', { name: 'Solo obligatorias' }).press('Space');
    await expect(optional).toBeHidden();
    await expect(group(app, `A.3${sectionA.questions.complaintFiled.label}`)).toBeVisible();
  });
});

test.describe('risk form', () => {
  test.use({ mode: 'urgent' });

  test('shows all nineteen questions in the window, and no level before the last', async ({ app }) => {
    await signIn(app, 'psico');
    await pressOn(app, 'button', '2026-0001');
    await pressOn(app, 'link', /^Riesgo /);
    await tabInto(app, group(app, '¿La persona usuaria acepta que se aplique esta ficha?'));
    await app.keyboard.press('s');
    const instrument = app.getByRole('region', { name: 'Preguntas de la ficha' });
    await instrument.evaluate((whole) => whole.scrollIntoView());
    // With 2a, which is asked and not scored.
    expect(await wholeInWindow(app, '[aria-label="Preguntas de la ficha"] [role="group"]')).toBe(20);
    expect(await tooSmall(app)).toEqual([]);
    const side = app.getByRole('region', { name: 'Nivel' });
    await expect(side).toContainText('Incompleta');
    await expect(side).not.toContainText(/punto|Leve|Moderado|Severo/);
    await expectAccessible(app, 'risk form');
  });
});
