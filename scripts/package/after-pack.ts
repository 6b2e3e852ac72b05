/** What electron-builder does not do by itself, between packing and signing. */
import { copyFileSync, globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { WinPackager, type AfterPackContext } from 'electron-builder';
import { root } from '../tools.ts';
import { windowsNode } from '../wine.ts';
import { setFuses } from './fuses.ts';

/**
 * The command line of the installed program (docs/decisions/0047-command-line-of-the-installed-program.md): Node and what is in the archive, without the window. Taken from
 * the archive, so that both are the same files.
 */
export function addCommandLine(programFolder: string): void {
  const folder = join(programFolder, 'resources/cli');
  extractAll(join(programFolder, 'resources/app.asar'), folder);
  for (const name of ['out/renderer', 'out/preload', 'out/main/index.js']) {
    rmSync(join(folder, name), { recursive: true });
  }
  copyFileSync(windowsNode, join(folder, 'node.exe'));
  copyFileSync(join(root, 'installer/registro-cem.cmd'), join(programFolder, 'registro-cem.cmd'));
}

export async function afterPack({ appOutDir, packager }: AfterPackContext): Promise<void> {
  addCommandLine(appOutDir);
  if (!(packager instanceof WinPackager)) throw new Error('Only the Windows package is made.');
  // electron-builder signs what it packed itself; without a certificate it says so and leaves it.
  for (const binding of globSync('resources/cli/**/*.{node,dll}', { cwd: appOutDir })) {
    await packager.signIf(join(appOutDir, binding));
  }
  // `electronFuses` of electron-builder is older than our Electron and leaves one out.
  await setFuses(join(appOutDir, `${packager.appInfo.productFilename}.exe`));
}
