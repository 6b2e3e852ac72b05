/**
 * Builds nothing: serves `out/ui-gallery` under the release policy, takes pictures, runs axe, counts violations.
 * `npx vite build -c tests/support/ui-gallery/vite.config.ts && npx node tests/support/ui-gallery/look.ts <folder>`
 */
import { AxeBuilder } from '@axe-core/playwright';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { chromium, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { browserOf } from '../../../scripts/programs.ts';

const folder = process.argv[2] ?? join(tmpdir(), 'ui-gallery');
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

async function samplePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  for (const text of ['Oficio de prueba', 'Segunda hoja'])
    pdf.addPage([595, 842]).drawText(text, { x: 72, y: 760, font, size: 14 });
  return await pdf.save();
}

const sample = await samplePdf();
const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname;
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader(
    'Content-Type',
    kinds[extname(path)] ?? (path === '/' ? 'text/html; charset=utf-8' : 'application/octet-stream'),
  );
  try {
    response.end(
      path === '/sample.pdf' ? sample : readFileSync(join('out/ui-gallery', path === '/' ? 'index.html' : path)),
    );
  } catch {
    response.statusCode = path === '/favicon.ico' ? 204 : 404;
    response.end();
  }
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const browser = await chromium.launch({ executablePath: browserOf(), args: ['--no-sandbox'] });
let bad = 0;

async function check(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const finding of violations) {
    bad += 1;
    console.log(
      name,
      finding.id,
      finding.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
    );
  }
}

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [683, 384],
] as const) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'es-PE' });
  const page = await context.newPage();
  page.setDefaultTimeout(4000);
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    bad += 1;
    console.log('console', message.text().slice(0, 300));
  });
  page.on('pageerror', (error) => {
    bad += 1;
    console.log('error', error.message);
  });
  const open = async (hash: string) => {
    await page.goto(`${address}/#/${hash}`);
    await page.reload();
  };
  await open('form');
  await check(page, `form-${width}`);
  await page
    .getByLabel(/Ocupación/)
    .first()
    .click();
  await page.keyboard.type('nin');
  await check(page, `list-${width}`);
  await page.keyboard.type('zzz');
  await check(page, `no-results-${width}`);
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Sí' }).check();
  await page.getByLabel(/Cuántas/).fill('3');
  await page.getByRole('button', { name: 'Registrar ficha' }).click();
  await check(page, `errors-${width}`);
  await page.getByRole('radio', { name: 'No', exact: true }).click();
  await check(page, `fold-dialog-${width}`);
  await page.getByRole('button', { name: 'Quitar y continuar' }).click();
  await check(page, `undo-${width}`);
  await open('parts');
  await check(page, `parts-${width}`);
  await page.getByRole('button', { name: '2026-0123' }).click();
  await check(page, `dialog-${width}`);
  await open('pdf');
  await page.locator('canvas').first().waitFor();
  await page.waitForTimeout(700);
  await check(page, `pdf-${width}`);
  await open('locked');
  await check(page, `locked-${width}`);
  await context.close();
}
await browser.close();
server.close();
console.log(bad === 0 ? 'clean' : `${bad} findings`);
