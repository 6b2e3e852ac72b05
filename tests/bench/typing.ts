/**
 * One key in the longest screen of the form, from the key to the paint, in a real browser whose processor is slowed
 * four times; beside it the same key in a bare input on an empty page of the same browser.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';
import { browserOf } from '../../scripts/programs.ts';
import type { ServedLine } from '../support/serve-centre.ts';
import { passphrase } from '../support/start-application.ts';
import { spreadOf, type Row } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const slowdown = 4;
const rounds = 7;
const keysARound = 40;
/** Between two keys, in milliseconds: somebody who types fast. */
const pause = 60;
const text = 'quispe mamani huaman flores rojas condori';

type Served = { readonly address: string; readonly stop: () => Promise<void> };

async function serve(): Promise<Served> {
  const child = spawn(process.execPath, [join(root, 'tests/support/serve-centre.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const answered = new Promise<string>((resolve) => lines.once('line', resolve));
  child.stdin.write('{"open":"busy"}\n');
  const line = await answered;
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await ended;
  };
  const [address = ''] = (JSON.parse(line) as ServedLine).addresses;
  return { address, stop };
}

function launch(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: browserOf(),
    args: ['--disable-background-networking', ...sandbox],
  });
}

/** Collects, in the page, the time from each key to the first task after its paint. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { keyTimes: number[] }).keyTimes = times;
    document.addEventListener(
      'keydown',
      (event) => {
        const at = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => void times.push(performance.now() - at);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

async function typeRound(page: Page): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(() => {
    (globalThis as unknown as { keyTimes: number[] }).keyTimes.length = 0;
  });
  for (let key = 0; key < keysARound; key += 1) {
    await page.keyboard.press(text.charAt(key % text.length) === ' ' ? 'Space' : text.charAt(key % text.length));
    await page.waitForTimeout(pause);
  }
  await page.waitForTimeout(500);
  return page.evaluate(() => [...(globalThis as unknown as { keyTimes: number[] }).keyTimes]);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Signs in; answers the milliseconds in which the page worked until its first screen stood. */
async function openFirstScreen(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.getByLabel('Usuario').fill('psico');
  await page.getByLabel('Contraseña', { exact: true }).fill(passphrase);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  const before = await worked();
  await page.keyboard.press('Enter');
  await page.getByRole('table').first().waitFor();
  const after = await worked();
  await devtools.detach();
  return after - before;
}

/** Section A of a saved case, at its last text field; returns how many controls the page has. */
async function openLongest(page: Page): Promise<number> {
  await page.getByRole('link', { name: /^Casos/ }).click();
  await page.getByRole('button', { name: '2026-0024', exact: true }).click();
  await page.getByRole('link', { name: /^Sección A / }).click();
  await page.locator('form details').first().waitFor();
  // The longest it can be: nothing folded.
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('form details')) fold.setAttribute('open', '');
  });
  await page.getByLabel('Apellido materno').first().waitFor();
  const counts = await page.getByRole('main').locator('input, textarea, button, select').count();
  return counts;
}

type Fields = { readonly words: string; readonly focus: (page: Page) => Promise<void> };

/** A text of a person (kept in the form as typed), and one of a question (read when it is left). */
const fields: readonly Fields[] = [
  { words: 'a name', focus: (page) => page.getByLabel('Apellido materno').first().focus() },
  {
    words: 'a text of a question',
    focus: (page) => page.locator('[id^="section-a-answers."][type="text"]:not([inputmode])').first().focus(),
  },
];

async function measure(ours: Page, bare: Page, field: Fields, controls: number): Promise<Row[]> {
  const all = { ours: [] as number[], bare: [] as number[] };
  const p95 = { ours: [] as number[], ratio: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    await ours.bringToFront();
    await field.focus(ours);
    const one = await typeRound(ours);
    await bare.bringToFront();
    await bare.locator('input').focus();
    const two = await typeRound(bare);
    // The first round warms both up.
    if (round < 0) continue;
    all.ours.push(...one);
    all.bare.push(...two);
    p95.ours.push(percentile(one, 0.95));
    p95.ratio.push(percentile(one, 0.95) / percentile(two, 0.95));
  }
  const tail = (values: readonly number[]) =>
    `p50 ${percentile(values, 0.5).toFixed(1)} ms, p95 ${percentile(values, 0.95).toFixed(1)} ms`;
  const sides = { ours: spreadOf(all.ours), other: spreadOf(all.bare) };
  const note = `Section A, ${controls} controls, ${slowdown}× slowed: ${tail(all.ours)}; bare input: ${tail(all.bare)}`;
  const what = `key to paint, ${field.words}`;
  return [
    { what: `${what} (p95)`, figure: spreadOf(p95.ours), unit: 'ms', aim: '≤ 50 ms', ...sides, note },
    { what: `${what}, p95 over bare`, figure: spreadOf(p95.ratio), unit: 'times', aim: null, ...sides, note },
  ];
}

/** Nothing where there is no browser or no built page: the other figures do not wait for them. */
export async function typingRows(): Promise<Row[]> {
  const isThere = existsSync(browserOf());
  if (!isThere || !existsSync(join(root, 'out/renderer/index.html'))) {
    process.stderr.write('typing: left out, it needs chromium and `npm run build`\n');
    return [];
  }
  const served = await serve();
  const browser = await launch();
  try {
    const context = await browser.newContext({ locale: 'es-PE', viewport: { width: 1366, height: 768 } });
    const ours = await context.newPage();
    const first = spreadOf([await openFirstScreen(ours, served.address)]);
    const controls = await openLongest(ours);
    const bare = await context.newPage();
    await bare.setContent('<!doctype html><title>bare</title><input type="text">');
    for (const page of [ours, bare]) {
      await watchKeys(page);
      await slow(page);
    }
    const what = 'first screen of psico: work of the page, not slowed';
    const note = 'from Enter at the door; once, for the second time nothing has to be compiled';
    const rows: Row[] = [{ what, figure: first, unit: 'ms', aim: '≤ 150 ms', ours: first, other: null, note }];
    for (const field of fields) rows.push(...(await measure(ours, bare, field, controls)));
    return rows;
  } finally {
    await browser.close();
    await served.stop();
  }
}
