/** What a piece of work costs whoever does it: keys, clicks of the mouse, steps, and seconds of the script. */
import type { Page } from '@playwright/test';

export type Effort = {
  readonly work: string;
  /** Key strokes; a letter typed is one, a chord counts each of its keys. */
  readonly keys: number;
  /** The same with a chord as one press. */
  readonly presses: number;
  readonly clicks: number;
  /** Buttons and links pressed, by whatever means, and pages that opened. */
  readonly steps: number;
  readonly seconds: number;
};

const measured: (Effort & { readonly aim: string })[] = [];

/** Counts in the page while `work` runs; `aim` is what it should cost at most, in words. */
export async function countEffort(page: Page, work: string, aim: string, run: () => Promise<void>): Promise<Effort> {
  const stop = await page.evaluateHandle(() => {
    const seen = { keys: 0, presses: 0, clicks: 0, steps: 0 };
    const key = ({ key: name }: KeyboardEvent) => {
      seen.keys += 1;
      if (!['Alt', 'Control', 'Shift'].includes(name)) seen.presses += 1;
    };
    const click = ({ detail, target }: MouseEvent) => {
      if (detail > 0) seen.clicks += 1;
      if (target instanceof Element && target.closest('a, button, summary') !== null) seen.steps += 1;
    };
    const open = () => {
      seen.steps += 1;
    };
    window.addEventListener('keydown', key, true);
    window.addEventListener('click', click, true);
    window.addEventListener('hashchange', open);
    return () => {
      window.removeEventListener('keydown', key, true);
      window.removeEventListener('click', click, true);
      window.removeEventListener('hashchange', open);
      return seen;
    };
  });
  const began = Date.now();
  await run();
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const effort = { work, ...(await stop.evaluate((end) => end())), seconds };
  measured.push({ ...effort, aim });
  return effort;
}

/** The same on the neutral page, where nothing but its own field hears a key: counted where they are pressed. */
export async function countPressed(page: Page, work: string, aim: string, run: () => Promise<void>): Promise<Effort> {
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  const type = keyboard.type.bind(keyboard);
  const seen = { keys: 0, presses: 0 };
  keyboard.press = (key, options) => {
    seen.keys += key.split('+').length;
    seen.presses += 1;
    return press(key, options);
  };
  keyboard.type = (text, options) => {
    seen.keys += text.length;
    seen.presses += text.length;
    return type(text, options);
  };
  const began = Date.now();
  try {
    await run();
  } finally {
    Object.assign(keyboard, { press, type });
  }
  const effort = { work, ...seen, clicks: 0, steps: 0, seconds: Math.round((Date.now() - began) / 100) / 10 };
  measured.push({ ...effort, aim });
  return effort;
}

/** Everything measured in this run, as a table. */
export function effortTable(): string {
  const rows = measured.map(({ work, keys, presses, clicks, steps, seconds, aim }) => [
    work,
    ...[keys, presses, clicks, steps, seconds].map(String),
    aim,
  ]);
  const all = [['work', 'keys', 'presses', 'clicks', 'steps', 'seconds', 'aim'], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
