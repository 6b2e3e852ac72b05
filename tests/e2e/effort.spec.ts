/** What the forms cost by keyboard, as somebody works who knows the keys; `npm run e2e -- effort` prints the table. */
import type { Page } from '@playwright/test';
import { isNew, says, waitsAndOpens } from './arrivals.ts';
import { sectionA, sectionB } from '../../src/shared/intake/index.ts';
import { askedQuestions, type Question, type Questions } from '../../src/shared/record/index.ts';
import { sectionAForm, sectionBForm } from '../support/case-builder.ts';
import { expect, lock, pressOn, signIn, test } from './centre.ts';
import { countEffort, effortTable } from './effort.ts';
import { choose, group, tabInto, textbox } from './keyboard.ts';

test.use({ mode: 'staffed' });

test.afterAll(() => {
  process.stdout.write(`\n${effortTable()}\n`);
});

const a = sectionAForm({ answers: { userForeignCountry: null, nextServiceB: 1, works: 0 } }).answers;
const b = sectionBForm({ answers: { firstTime: 1 } }).answers;

async function openCase(page: Page): Promise<void> {
  await says(page, 'Rosa Inventada Quispe Ficticia');
  await isNew(page);
  await waitsAndOpens(page);
  await pressOn(page, 'button', 'No se sabe quién es');
  await choose(page, group(page, 'Turno'), 'Mañana');
  await pressOn(page, 'button', 'Registrar ficha');
  await expect(page.getByText('2026-0001').first()).toBeVisible();
}

/** The name of the question that has the focus, as its id says it. */
async function questionHere(page: Page): Promise<string> {
  const id = await page.evaluate(() => document.activeElement?.id ?? '');
  return /answers\.(\w+)/.exec(id)?.[1] ?? '';
}

/** The number that stands beside an option. */
function digitOf(options: readonly { readonly code: number }[], value: unknown): string {
  const isKey = options.every(({ code }) => code >= 1 && code <= 9);
  return String(isKey ? value : options.findIndex(({ code }) => code === value) + 1);
}

/** Types until what is meant stands first in the list; Enter takes it and goes on. */
async function searchFor(page: Page, words: string): Promise<void> {
  const first = page.getByRole('option').first();
  for (const letter of words) {
    await page.keyboard.type(letter);
    await expect(first).toBeVisible();
    if ((await first.innerText()).toLowerCase().startsWith(words.toLowerCase())) break;
  }
  await page.keyboard.press('Enter');
}

/** Boxes by their digit; from the tenth on there is none: Tab from box to box. */
async function tickHere(page: Page, at: number): Promise<void> {
  for (let box = 0; at > 8 && box < at; box += 1) await page.keyboard.press('Tab');
  await page.keyboard.press(at > 8 ? 'Space' : String(at + 1));
}

/** Answers the question that has the focus by the fewest keys. */
async function answerHere(page: Page, question: Question, value: unknown): Promise<void> {
  switch (question.kind) {
    case 'yesNo':
      return page.keyboard.press(value === 1 ? 's' : 'n');
    case 'choice':
      if (question.options.length < 8) return page.keyboard.press(digitOf(question.options, value));
      return searchFor(page, question.options.find(({ code }) => code === value)?.label ?? '');
    case 'place':
      return searchFor(page, 'san juan de lurigancho');
    case 'ticks':
      for (const tick of value as string[]) await tickHere(page, Object.keys(question.ticks).indexOf(tick));
      return undefined;
    default:
      return page.keyboard.type(String(value));
  }
}

/** From one question that must be answered to the next, until none is left. */
async function answerRequired(
  page: Page,
  questions: Questions,
  answers: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (let left = 0; left < 60; left += 1) {
    await page.keyboard.press('Control+ArrowDown');
    const name = await questionHere(page);
    const question = questions[name];
    if (question?.required !== true) {
      const here = await page.evaluate(() => document.activeElement?.id ?? '');
      if (/occurredOn$/.test(here)) await page.keyboard.type('08062026');
      else if (/account$/.test(here)) await page.keyboard.insertText('Relato inventado.');
      else if (/nameState|Surname|givenNames|document/.test(here)) await page.keyboard.press('Escape');
      else return;
      continue;
    }
    await answerHere(page, question, answers[name] ?? 1);
  }
}

/** Whether Enter goes on from here; a line that opens a block, or a long text, has its own use for it. */
function isLine(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement instanceof HTMLInputElement);
}

/** Every answer given, in the order of the page: Enter goes from one question to the next, past those left empty. */
async function answerGiven(
  page: Page,
  questions: Questions,
  answers: Readonly<Record<string, unknown>>,
  context: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (const name of askedQuestions(questions, answers, context)) {
    const question = questions[name];
    const value = answers[name] ?? null;
    if (value === null || question === undefined) continue;
    for (let presses = 0; presses < 40 && (await questionHere(page)) !== name; presses += 1)
      await page.keyboard.press((await isLine(page)) ? 'Enter' : 'Tab');
    expect(await questionHere(page)).toBe(name);
    await answerHere(page, question, value);
  }
}

async function saved(page: Page, section: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: new RegExp(`Sección ${section} Completa`) })).toBeVisible();
}

test('what Section A, Section B and the risk form cost by keyboard', async ({ app }) => {
  await signIn(app, 'admision');
  await openCase(app);
  await pressOn(app, 'link', /^Sección A /);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección A/ })).toBeVisible();
  const sectionACost = await countEffort(app, 'Section A, what must be answered', '≤ 150 keys (280)', async () => {
    await answerRequired(app, sectionA.questions, a);
    await saved(app, 'A');
  });
  await pressOn(app, 'button', /^Entregar a Psicología/);
  await expect(app.getByText('Ficha 2026-0001 entregada a Psicología.').first()).toBeVisible();
  await lock(app);

  await signIn(app, 'psico');
  await pressOn(app, 'button', '2026-0001');
  await pressOn(app, 'link', /^Sección B /);
  await expect(app.getByRole('heading', { level: 1, name: /^Sección B/ })).toBeVisible();
  await tabInto(app, textbox(app, 'Fecha del último hecho'));
  const sectionBCost = await countEffort(app, 'Section B of the whole journey', '≤ 130 keys (209)', async () => {
    await app.keyboard.type('08062026');
    await app.keyboard.press('Enter');
    await app.keyboard.type('2130');
    await app.keyboard.press('Enter');
    await app.keyboard.press('Enter');
    await app.keyboard.insertText('Relato inventado de la persona usuaria.');
    await app.keyboard.press('Tab');
    await answerGiven(app, sectionB.questions, b, { userSex: 0, complaintFiled: 1 });
    await saved(app, 'B');
  });
  await pressOn(app, 'link', /^Riesgo /);
  await tabInto(app, group(app, '¿La persona usuaria acepta que se aplique esta ficha?'));
  const riskCost = await countEffort(app, 'Risk form, consent to the last question', '≤ 23 keys', async () => {
    await app.keyboard.press('s');
    await expect(app.getByRole('radio', { name: /^Cachetadas/ })).toBeVisible();
    await app.keyboard.press('3');
    for (const key of 'sssnssnnsnsnsnnsnnns') {
      await expect(app.locator('[role="group"]:focus-within')).toBeVisible();
      await app.keyboard.press(key);
    }
    await expect(app.getByText('Todas las preguntas están hechas')).toBeVisible();
  });
  expect(sectionACost.keys).toBeLessThanOrEqual(150);
  expect(sectionBCost.keys).toBeLessThanOrEqual(130);
  expect(riskCost.keys).toBeLessThanOrEqual(23);
});
