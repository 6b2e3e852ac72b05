/** A centre and a browser page for one journey: no CSP violation, no console error, axe on every state it names. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { nodeOf } from '../../scripts/programs.ts';
import type { CompanionCommand, Mode, ServedLine } from '../support/serve-centre.ts';
import { goByCase } from './case-ways.ts';
import { callsOf, walkTo } from './tab-walk.ts';
import { goByWorkplace, goToCases } from './workplace.ts';

type Role = Parameters<Page['getByRole']>[0];

export const passphrase = 'tamelo-viruga-sonido-pelucha';
const pictures = join(import.meta.dirname, '../../docs/pictures');
/** Pictures are for the manual; CI throws its folder away. */
const drawsPictures = process.env['CI'] !== 'true';

type Told = { set?: string; lock?: boolean; halt?: boolean; companion?: CompanionCommand };

export type ServedCentre = {
  /** Another one each time it is read: an address opens one page. */
  readonly address: string;
  readonly folder: string;
  /** As it stands on paper. */
  readonly recoveryKey: string;
  /** Moves the clock of the application, locks it as the system would, closes it, or does what another computer does. */
  tell(command: Told): Promise<void>;
  /** Closes the program where it is open, and starts it again on the same folder; its addresses are new. */
  restart(): Promise<void>;
};

/** A process that opens one centre after the other. */
class Server implements ServedCentre {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  /** Fails when the process ended. */
  readonly #gone: Promise<never>;
  #addresses: string[] = [];
  folder = '';
  recoveryKey = '';

  constructor() {
    this.#child = spawn(nodeOf(), [
      process.env['REGISTRO_SERVED'] ?? join(import.meta.dirname, '../support/serve-centre.ts'),
    ]);
    this.#child.stderr.on('data', (text: Buffer) => process.stderr.write(text));
    this.#lines = createInterface({ input: this.#child.stdout });
    this.#gone = new Promise((_resolve, reject) => {
      this.#child.once('exit', () => {
        reject(new Error('the centre stopped'));
      });
    });
    // Whoever waits for an answer learns of it.
    this.#gone.catch(() => undefined);
  }

  async open(mode: Mode): Promise<void> {
    const { addresses, folder, recoveryKey } = JSON.parse(await this.#ask({ open: mode })) as ServedLine;
    this.#addresses = [...addresses];
    this.folder = folder;
    this.recoveryKey = recoveryKey;
  }

  get address(): string {
    const address = this.#addresses.shift();
    if (address === undefined) throw new Error('no address left: serve-centre.ts gives a few');
    return address;
  }

  async #ask(command: object): Promise<string> {
    const answer = new Promise<string>((resolve) => this.#lines.once('line', resolve));
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
    return Promise.race([answer, this.#gone]);
  }

  async tell(command: Told): Promise<void> {
    await this.#ask(command);
  }

  async restart(): Promise<void> {
    this.#addresses = [...(JSON.parse(await this.#ask({ restart: true })) as ServedLine).addresses];
  }

  async close(): Promise<void> {
    await this.#ask({ close: true });
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.stdin.end();
    await ended;
  }
}

/** A centre beside that of the journey; whoever asks for it stops it. */
export async function serve(mode: Mode): Promise<ServedCentre & { stop(): Promise<void> }> {
  const server = new Server();
  await server.open(mode);
  return server;
}

type Fixtures = {
  /** Which centre the journey starts with; set with `test.use({ mode })`. */
  mode: Mode;
  centre: ServedCentre;
  /** The page, opened on the centre's address and watched. */
  app: Page;
};

/** `SLOW=3 npm run e2e`: the first window of each journey draws three times as slow; shows which key comes too early. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env['SLOW'] ?? 1);
  if (rate <= 1) return;
  const browser = await page.context().newCDPSession(page);
  await browser.send('Emulation.setCPUThrottlingRate', { rate });
}

export const test = base.extend<Fixtures, { server: Server }>({
  mode: ['staffed', { option: true }],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads off the pattern which fixtures are asked for.
    async ({}, use) => {
      const server = new Server();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  centre: async ({ mode, server }, use) => {
    await server.open(mode);
    await use(server);
    await server.close();
  },
  app: async ({ page, centre }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`page error: ${error.name}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP violation: ${event.effectiveDirective}`);
      });
    });
    callsOf(page);
    await slowDown(page);
    await page.goto(centre.address);
    await use(page);
    expect(problems, 'nothing violates the policy and nothing fails unseen').toEqual([]);
  },
});

export { expect };

/**
 * All axe rules on the present state. The window has no frames of other origins, so the mode that needs no second page
 * for its answer tests the same in a quarter of the time.
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  // A dialog gets its name from its title a frame after it was drawn.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  // Half a megabyte of source is read once a page, not once a state.
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0;' } : {}) })
    .setLegacyMode(true)
    // The rules that are on ask the style sheets nothing; reading them is a tenth of the time.
    .options({ resultTypes: ['violations'], preload: { assets: ['media'] } });
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect(found, `axe on: ${state}`).toEqual([]);
}

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;

/** Pictures of the present state at both sizes (none in CI), and axe on it; leaves the page at 1366×768. */
export async function show(page: Page, name: string): Promise<void> {
  await expect(page.locator('[data-loading]')).toHaveCount(0);
  for (const size of drawsPictures ? sizes : []) {
    mkdirSync(pictures, { recursive: true });
    await page.setViewportSize(size);
    await page.screenshot({ path: join(pictures, `${name}-${size.width}.png`), animations: 'disabled', caret: 'hide' });
  }
  await expectAccessible(page, name);
}

/** Pictures of the pages of a saved PDF (`papel-<name>-<page>.png`) up to `last`; none in CI and where pdftoppm is not installed. */
export function showPages(pdf: string, name: string, last = 9999): void {
  if (!drawsPictures) return;
  mkdirSync(pictures, { recursive: true });
  const drawn = spawnSync('pdftoppm', ['-r', '80', '-l', String(last), '-png', pdf, join(pictures, `papel-${name}`)]);
  if (drawn.error === undefined) expect(drawn.status).toBe(0);
}

/** Signs in by keyboard alone, from the sign-in screen. */
export async function signIn(page: Page, login: string, secret: string = passphrase): Promise<void> {
  await expect(page.getByLabel('Usuario')).toBeFocused();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(secret);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Bloquear/ })).toBeVisible();
}

/** Locks with F12 and waits for the neutral page. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('F12');
  await expect(page.getByRole('button', { name: /Bloquear/ })).toBeHidden();
  await expect(page.getByLabel('Usuario')).toBeVisible();
}

/** Presses Tab until the element has the focus; fails when the keyboard cannot reach it. */
export async function tabTo(
  page: Page,
  role: Role,
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  await walkTo(page, within.getByRole(role, { name, ...(typeof name === 'string' ? { exact: true } : {}) }).first());
}

/** Opens the one place of warnings, which then says each. */
export function openWarnings(page: Page): Promise<void> {
  return pressOn(page, 'button', /^\d+ avisos?$/);
}

export async function pressOn(
  page: Page,
  role: Role,
  name: string | RegExp,
  within: Page | Locator = page,
): Promise<void> {
  if (role === 'link' && within === page) {
    if ((await goByCase(page, name)) || (await goByWorkplace(page, name))) return;
  }
  const isFicha = role === 'button' && within === page && /^\d{4}-\d{4}$/.test(String(name));
  // The list of work stands on a page of its own; the page of before may stand until that of today is drawn.
  if (isFicha) {
    const home = page.getByRole('heading', { level: 1, name: 'Mi día' });
    const line = page.getByRole('button', { name: String(name), exact: true });
    await expect(home.or(line).first()).toBeVisible();
    if (await home.isVisible()) await goToCases(page);
  }
  await tabTo(page, role, name, within);
  await page.keyboard.press('Enter');
}

/** Fills the password of the open dialog, once wrong and then right. */
export async function confirmWithPassword(page: Page, picture: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const field = dialog.getByLabel('Su contraseña', { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.type('no es esta frase');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/no es correcta/i);
  await show(page, picture);
  // The next try has to wait a second, by a clock no test can move; a try too early does not count.
  await expect(async () => {
    // On a busy computer the answer to the try before may have come since.
    if (await dialog.isHidden()) return;
    await field.fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden({ timeout: 3000 });
  }).toPass({ timeout: 90_000 });
}
