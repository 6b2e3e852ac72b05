import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
const [mode, login, ...steps] = process.argv.slice(2);
const child = spawn('/work/main/node_modules/.bin/node', ['/work/main/tests/support/serve-centre.ts', mode], { stdio: ['pipe', 'pipe', 'inherit'] });
const rl = createInterface({ input: child.stdout });
const { address } = JSON.parse(await new Promise((r) => rl.once('line', r)));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const p = await (await b.newContext({ viewport: { width: 1366, height: 768 }, locale: 'es-PE', timezoneId: 'America/Lima' })).newPage();
p.on('console', (m) => m.type() === 'error' && console.log('console:', m.text().slice(0, 200)));
p.on('pageerror', (e) => console.log('pageerror', e.message));
await p.goto(address); await p.waitForTimeout(700);
if (login !== '-') {
await p.getByLabel('Usuario').fill(login); await p.getByLabel('Contraseña', { exact: true }).fill('tamelo-viruga-sonido-pelucha'); await p.keyboard.press('Enter');
await p.waitForTimeout(1200);
}
let n = 0;
for (const step of steps) {
  const [kind, ...rest] = step.split('::'); const arg = rest.join('::');
  try {
  if (kind === 'go') { await p.evaluate((h) => { location.hash = h; }, arg); }
  else if (kind === 'click') await p.getByRole('button', { name: arg }).first().click({ timeout: 4000 });
  else if (kind === 'link') await p.getByRole('link', { name: arg }).first().click({ timeout: 4000 });
  else if (kind === 'key') await p.keyboard.press(arg);
  else if (kind === 'fill') { const [l, v] = arg.split('=='); await p.getByRole('textbox', { name: l }).first().fill(v, { timeout: 4000 }); }
  else if (kind === 'radio') await p.getByRole('radio', { name: arg }).first().check({ timeout: 4000 });
  else if (kind === 'shot') await p.screenshot({ path: `/tmp/e-${arg}.png` });
  else if (kind === 'full') { await p.setViewportSize({ width: 1366, height: 3000 }); await p.waitForTimeout(300); await p.screenshot({ path: `/tmp/e-${arg}.png` }); await p.setViewportSize({ width: 1366, height: 768 }); }
  else if (kind === 'aria') console.log((await p.locator('main').ariaSnapshot()).slice(0, Number(arg) || 6000));
  } catch (e) { console.log('STEP FAILED', step, String(e).slice(0, 200)); await p.screenshot({ path: '/tmp/e-failed.png' }); }
  await p.waitForTimeout(600);
}
await b.close(); child.stdin.end(); setTimeout(() => process.exit(0), 500);
