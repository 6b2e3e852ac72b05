/** Puts together what is packed and lets electron-builder pack it. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { root } from '../tools.ts';
import { fetchDependencies, takeProgram, windowsApp, windowsNode } from '../wine.ts';
import { configuration, withSigning } from './configuration.ts';
import type { PackageParts } from './inspect.ts';
import { makePlaceholder } from './placeholder.ts';

const output = join(root, 'dist');
const packedFolder = join(output, 'win-unpacked');
const packedArchive = join(packedFolder, 'resources/app.asar');

type Manifest = {
  readonly version: string;
  readonly author: { readonly name: string };
  readonly devDependencies: { readonly electron: string };
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
/** Where the package stands, and what its program must say of itself. */
export const packageParts: PackageParts = {
  folder: packedFolder,
  program: join(packedFolder, `${configuration.productName ?? ''}.exe`),
  archive: packedArchive,
  words: [configuration.productName ?? '', manifest.version, manifest.author.name, 'CompanyName', 'FileDescription'],
  icon: join(root, 'installer/icon.ico'),
};
const electronVersion = manifest.devDependencies.electron;

/** Electron as `install-electron` unpacked it for Windows; null where that was not possible. */
function ownElectron(): string | null {
  const folder = join(root, 'node_modules/electron/dist');
  return existsSync(join(folder, 'electron.exe')) ? folder : null;
}

function placeholder(): string {
  const folder = join(root, 'node_modules/.cache/package/electron');
  const stamp = join(folder, 'version');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== electronVersion) {
    rmSync(folder, { recursive: true, force: true });
    makePlaceholder(folder, { node: windowsNode, version: electronVersion });
  }
  return folder;
}

export type Packed = {
  /** `electron` when the real one is in it, `placeholder` where it cannot be had. */
  readonly electron: 'electron' | 'placeholder';
  /** The installers; none where only the folder is made. */
  readonly installers: readonly string[];
};

/**
 * The package by the lock file alone, whatever else stands in `node_modules` of this computer.
 *
 * On Windows the installer, with Electron as it was unpacked or as electron-builder fetches it; elsewhere the folder only.
 */
export async function pack(): Promise<Packed> {
  const why = await fetchDependencies();
  if (why !== null) throw new Error(why);
  takeProgram();
  copyFileSync(join(root, 'package.json'), join(windowsApp, 'package.json'));
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const isWindows = process.platform === 'win32';
  const electronDist = ownElectron() ?? (isWindows ? null : placeholder());
  const config: Configuration = {
    ...withSigning(process.env['SIGNING_CERTIFICATE_SHA1']),
    directories: { output, buildResources: join(root, 'installer') },
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
  };
  const made = await build({
    projectDir: windowsApp,
    config,
    targets: Platform.WINDOWS.createTarget(isWindows ? 'nsis' : 'dir', Arch.x64),
    publish: 'never',
  });
  // What electron-builder says of itself, with the paths of this computer.
  for (const name of ['builder-debug.yml', 'builder-effective-config.yaml'])
    rmSync(join(output, name), { force: true });
  const electron = ownElectron() !== null || isWindows ? 'electron' : 'placeholder';
  return { electron, installers: made.filter((file) => file.endsWith('.exe')) };
}
