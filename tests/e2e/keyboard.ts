/** Answering a form by keyboard alone, in the order of the page, from the same question catalogue that draws it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { askedQuestions, type Answers, type Question, type Questions } from '../../src/shared/record/index.ts';
import { walkTo } from './tab-walk.ts';
import { TypedFacts, type TypedField } from './typed-facts.ts';

const typedOn = new WeakMap<Page, TypedFacts>();

/** From here on, what the keyboard helpers type is counted by the fact it says. */
export function countTyped(page: Page): TypedFacts {
  const facts = new TypedFacts();
  typedOn.set(page, facts);
  return facts;
}

/** Runs in the page: the words of a field, or of a group of options, and of the panel around it. */
function fieldOf(element: Element): TypedField {
  const wordsOf = (ids: string | null) =>
    (ids ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
  const legend = element.querySelector(':scope > legend')?.textContent ?? '';
  const own = [...(labels ?? [])].map((label) => label.textContent).join(' ');
  const named = element.getAttribute('aria-label') ?? wordsOf(element.getAttribute('aria-labelledby'));
  return {
    label: [own, legend, named].find((words) => words.trim() !== '')?.trim() ?? '',
    panel: wordsOf(element.closest('section')?.getAttribute('aria-labelledby') ?? null).trim(),
  };
}

/** Keeps what is typed into a field, where the journey counts. */
export async function noteTyped(page: Page, field: Locator, value: string): Promise<void> {
  const facts = typedOn.get(page);
  if (facts !== undefined) facts.note(await field.evaluate(fieldOf), value);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Presses Tab until the focus is in (or on) the target; fails when the keyboard does not get there. */
export async function tabInto(page: Page, target: Locator): Promise<void> {
  await walkTo(page, target, true);
}

/** The name of a field: a number that only its block shows stands apart from the words. */
function named(label: string): RegExp {
  return new RegExp(`^${escaped(label).replace(/^([A-H](?:\\.\d+)+)/, '$1 ?')}( por confirmar)?$`);
}

export function textbox(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: named(label) });
}

export function group(page: Page, label: string): Locator {
  return page.getByRole('group', { name: named(label) });
}

/** Types into a text field, replacing what stands there. */
export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabInto(page, field);
  await noteTyped(page, field, text);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** Chooses one of a group of options with the arrow keys. */
export async function choose(page: Page, options: Locator, option: string): Promise<void> {
  await tabInto(page, options);
  await noteTyped(page, options, option);
  const wanted = options.getByRole('radio', { name: option, exact: true });
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 12 && !(await isChosen(page, wanted)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

/** A page under load draws a press late, and one more before it is drawn goes past what was wanted. */
async function isChosen(page: Page, wanted: Locator): Promise<boolean> {
  await expect(page.locator('input[type="radio"]:focus')).toBeChecked();
  return wanted.isChecked();
}

/** The act the page leads to, by its key; the key of a page that still reads its data does nothing. */
export async function pressMain(page: Page, label: string | RegExp): Promise<void> {
  await expect(page.getByRole('button', { name: label }).first()).toBeEnabled();
  await page.keyboard.press('Control+Enter');
}

/** Finds an option by typing, and takes the first that matches. */
export async function search(page: Page, field: Locator, text: string): Promise<void> {
  await tabInto(page, field);
  await noteTyped(page, field, text);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field).not.toHaveValue(text.toLowerCase());
}

export async function tick(page: Page, options: Locator, label: string): Promise<void> {
  const box = options.getByRole('checkbox', { name: label, exact: true });
  await tabInto(page, box);
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

/** Longest list that is drawn as options; beyond it a search field stands. */
const mostRadios = 7;

// oxlint-disable-next-line complexity -- one case per kind of question, nothing nested
async function answer(page: Page, question: Question, value: unknown): Promise<void> {
  // The official number stands before the words, and tells the user's age from the aggressor's.
  const label = `${question.item}${question.label}`;
  switch (question.kind) {
    case 'yesNo':
      await tabInto(page, group(page, label));
      await noteTyped(page, group(page, label), value === 1 ? 'Sí' : 'No');
      await page.keyboard.press(value === 1 ? 's' : 'n');
      return;
    case 'choice': {
      const option = question.options.find((one) => one.code === value)?.label ?? '';
      if (question.options.length <= mostRadios) await choose(page, group(page, label), option);
      else await search(page, textbox(page, label), option);
      return;
    }
    case 'ticks':
      for (const name of value as string[]) await tick(page, group(page, label), question.ticks[name]?.label ?? '');
      return;
    case 'place':
      await search(page, textbox(page, label), 'san juan lurigancho');
      return;
    case 'number':
      await typeInto(page, textbox(page, label), String(value));
      // What it opens or folds shows once the field is left.
      await page.keyboard.press('Tab');
      return;
    case 'date':
      await typeInto(page, textbox(page, label), String(value).split('-').reverse().join(''));
      return;
    default:
      await typeInto(page, textbox(page, label), String(value));
  }
}

/** Answers the questions named, in the order of the paper. */
export async function answerAll(
  page: Page,
  questions: Questions,
  answers: Answers,
  options: { context?: Answers; only?: readonly string[] } = {},
): Promise<void> {
  for (const name of askedQuestions(questions, answers, options.context ?? {})) {
    const value = answers[name] ?? null;
    const question = questions[name];
    if (value === null || question === undefined || options.only?.includes(name) === false) continue;
    await answer(page, question, value);
  }
}

/**
 * Saves a section and waits for what comes of it: the next section, or the panel that says what is missing. What is pressed
 * in between is undone by the going on.
 */
export async function saveSection(page: Page): Promise<void> {
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await tabInto(page, page.getByRole('button', { name: 'Guardar y continuar' }));
  await page.keyboard.press('Enter');
  const nextTitle = page.getByRole('heading', { level: 1 }).filter({ hasNotText: title });
  const leftToDo = page
    .locator('[role="group"]:focus')
    .filter({ hasText: 'Sección guardada' })
    .filter({ hasNotText: 'La sección está completa.' });
  await expect(nextTitle.or(leftToDo)).toBeVisible();
}
