/** Takes the archive apart and starts what is in it: under plain Node of this system, and under Wine as on Windows. */
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import sharp from 'sharp';
import { build } from 'vite';
import { run, root } from '../tools.ts';
import { endWine, linuxPath, prepareWine, runWindows, startWindows, windowsPath } from '../wine.ts';
import type { Check } from './contents.ts';
import { moduleText } from './electron-stand-in.ts';

export type Unpacked = {
  /** The content of the archive, with the stand-in for Electron and the driver beside it. */
  readonly folder: string;
  /** What is saved, and the record. */
  readonly work: string;
  readonly picture: string;
  remove(): void;
};

/** The driver in one file: the package holds no source that it could import. */
async function bundleDriver(folder: string): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'silent',
    build: {
      ssr: join(root, 'scripts/package/drive.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'drive.mjs', codeSplitting: false } },
    },
    ssr: { noExternal: true },
  });
}

/** Every name that the packed program takes from Electron. */
function electronNames(folder: string): string[] {
  const texts = globSync('out/main/*.js', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));
  const imports = texts.flatMap((text) => [...text.matchAll(/^import \{([^}]*)\} from ["']electron["']/gm)]);
  const names = imports.flatMap(([, list = '']) => list.split(',').map((one) => one.trim().split(' ')[0] ?? ''));
  return [...new Set(names)].filter(Boolean).sort();
}

export async function unpack(archive: string): Promise<Unpacked> {
  const base = mkdtempSync(join(tmpdir(), 'registro-package-'));
  const folder = join(base, 'programa');
  const work = join(base, 'trabajo');
  mkdirSync(work);
  extractAll(archive, folder);
  const electron = join(folder, 'node_modules/electron');
  mkdirSync(electron, { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"name":"electron","type":"module","exports":"./index.js"}');
  writeFileSync(join(electron, 'index.js'), moduleText(electronNames(folder)));
  await bundleDriver(folder);
  const picture = join(base, 'imagen.png');
  const paint = { width: 640, height: 480, channels: 3, background: '#14566b' } as const;
  await sharp({ create: paint }).png().toFile(picture);
  return { folder, work, picture, remove: () => rmSync(base, { recursive: true, force: true }) };
}

/** Lines of the driver; a run that ended before its last one is a failed check of its own. */
function checksOf(where: string, { ok, output }: { ok: boolean; output: string }): Check[] {
  const lines = output.split(/\r?\n/).filter((line) => line.startsWith('{"name":'));
  const checks = lines.map((line) => JSON.parse(line) as Check);
  const others = output.split(/\r?\n/).filter((line) => line !== '' && !lines.includes(line));
  const isWhole = ok && checks.at(-1)?.name === 'opens the record again';
  const end =
    isWhole || checks.some(({ wrong }) => wrong.length > 0)
      ? []
      : [{ name: 'ends by itself', wrong: others.slice(-12) }];
  return [...checks, ...end].map(({ name, wrong }) => ({ name: `${where}: ${name}`, wrong }));
}

/** Bindings of this system beside those of Windows; on Windows the package has them already. */
function addOwnBindings(folder: string): void {
  if (process.platform === 'win32') return;
  const own = [
    ...globSync('better-sqlite3/{prebuilds,lib}/linux-x64.{node,js}', { cwd: join(root, 'node_modules') }),
    ...globSync('@node-rs/argon2-linux-x64-gnu', { cwd: join(root, 'node_modules') }),
    ...globSync('@img/sharp-{linux,libvips-linux}-x64', { cwd: join(root, 'node_modules') }),
  ];
  for (const name of own) {
    cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
}

export async function startUnderNode({ folder, work, picture }: Unpacked): Promise<Check[]> {
  addOwnBindings(folder);
  const outcome = await run('node', [join(folder, 'drive.mjs'), folder, work, picture], { timeout: 240_000 });
  return checksOf('Node', outcome);
}

/** Where Node on Linux keeps the record of that home, and where Windows is given it. */
const recordOnLinux = '.local/share/registro-cem';
const recordOnWindows = 'local/RegistroCEM';

/** What support types on an installed PC: the Node and the code beside the archive, on the record that was just used. */
async function askCommandLine(programFolder: string, there: string, data: string): Promise<Check[]> {
  const program = join(programFolder, 'resources/cli/node.exe');
  const cli = windowsPath(join(programFolder, 'resources/cli/out/main/cli.js'));
  const secret = ['--user', 'coordinacion', '--passphrase-file', `${there}\\frase.txt`];
  const options = { program, cwd: programFolder, timeout: 240_000 };
  const help = await startWindows([cli, '--help'], options).ended;
  const verify = await startWindows([cli, 'verify', '--data', data, ...secret], options).ended;
  const told = ({ stdout, stderr }: { stdout: string; stderr: string }) =>
    `${stdout}${stderr}`.split(/\r?\n/).slice(0, 6);
  return [
    {
      name: 'the command line says what it can',
      wrong: help.code === 0 && help.stdout.includes('verify') ? [] : told(help),
    },
    { name: 'the command line finds the record sound', wrong: verify.code === 0 ? [] : told(verify) },
  ];
}

/** The record that Node made, under Windows: started after it. Words instead of checks: why there is no Wine. */
export async function startUnderWine(
  { folder, work, picture }: Unpacked,
  programFolder: string,
): Promise<Check[] | string> {
  const why = await prepareWine();
  if (why !== null) return why;
  // On a drive of its own Windows: what it reaches elsewhere of this computer is a network to it.
  const windowsWork = 'C:\\registro-paquete';
  const there = linuxPath(windowsWork);
  rmSync(there, { recursive: true, force: true });
  cpSync(join(work, recordOnLinux), join(there, recordOnWindows), { recursive: true });
  cpSync(join(work, 'frase.txt'), join(there, 'frase.txt'));
  const args = ['drive.mjs', windowsPath(folder), windowsWork, windowsPath(picture)];
  const { code, stdout, stderr } = await runWindows(args, { cwd: folder, timeout: 300_000 });
  const checks = checksOf('Wine', { ok: code === 0, output: `${stdout}${stderr}` });
  // It stays where it was, or the program took it to where all accounts reach it.
  const places = ['local/RegistroCEM', 'comun/RegistroCEM/centro'];
  const place = places.find((one) => existsSync(join(there, one, 'keyring.json'))) ?? '';
  const data = `${windowsWork}\\${place.replaceAll('/', '\\')}`;
  const asked = code === 0 ? await askCommandLine(programFolder, windowsWork, data) : [];
  await endWine();
  rmSync(there, { recursive: true, force: true });
  return [...checks, ...asked.map(({ name, wrong }) => ({ name: `Wine: ${name}`, wrong }))];
}
