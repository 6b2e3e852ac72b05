/** Starts the application: in its window where Electron can run, else in the browser of this computer. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale, root, run } from './tools.ts';

const hasElectron = () => existsSync(join(root, 'node_modules/electron/path.txt'));

/** Null when the window can open, else the reason to tell the person. */
async function whyBrowser(): Promise<string | null> {
  if (process.getuid?.() === 0) return 'La ventana no se abre con la cuenta «root»: se usa el navegador.';
  const hasDisplay =
    process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  if (!hasDisplay) return 'Esta computadora no tiene pantalla gráfica disponible: se usa el navegador.';
  if (!hasElectron()) await run('install-electron', [], { timeout: 20_000 });
  return hasElectron() ? null : 'No se pudo obtener el programa de ventana (Electron): se usa el navegador.';
}

if (!(await buildIfStale())) process.exit(1);
const why = await whyBrowser();
const args = process.argv.slice(2);
if (why !== null) console.log(why);
const { ok } =
  why === null
    ? await run('electron', ['.', ...args], { show: true })
    : await run('node', ['src/main/loopback.ts', ...args], { show: true });
process.exitCode = ok ? 0 : 1;
