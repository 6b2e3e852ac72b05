/** The checks of `npm run package` can fail: a small package that is right, then spoiled one way after the other. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackageWithOptions, getRawHeader } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setFuses } from '../../../scripts/package/fuses.ts';
import { inspectPackage, type PackageParts } from '../../../scripts/package/inspect.ts';

const base = mkdtempSync(join(tmpdir(), 'registro-inspect-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const words = ['Registro CEM', '1.2.3', 'CompanyName'];
const icon = join(import.meta.dirname, '../../../installer/icon.ico');

function windowsBinary(machine = 0x8664): Buffer {
  const bytes = Buffer.alloc(512);
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.writeUInt32LE(0x4550, 0x80);
  bytes.writeUInt16LE(machine, 0x84);
  return bytes;
}

/** A program that somebody signed. */
const signed = windowsBinary();
signed.writeUInt32LE(200, 0x80 + 24 + 112 + 32);

const packed: Readonly<Record<string, string | Buffer>> = {
  'package.json': '{}',
  'out/main/index.js': 'import { join } from "node:path";',
  'out/preload/index.cjs': '',
  'out/renderer/index.html': '<p>',
  'resources/fonts/Tinos_400Regular.ttf': 'font',
  'node_modules/js-md5/src/md5.js': 'md5',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node': windowsBinary(),
  'node_modules/@node-rs/argon2-win32-x64-msvc/argon2.win32-x64-msvc.node': windowsBinary(),
  'node_modules/@img/sharp-win32-x64/lib/libvips-42.dll': windowsBinary(),
};

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** Program with icon, words, the hash of the archive and a wire of fuses. */
async function writeProgram({ program, archive }: Pick<PackageParts, 'program' | 'archive'>): Promise<void> {
  const value = createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
  const integrity = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value }]);
  const sentinel = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.alloc(9, '1'),
  ]);
  const said = words.map((text) => Buffer.from(`${text}\0`, 'utf16le'));
  write(program, Buffer.concat([windowsBinary(), ...said, readFileSync(icon), Buffer.from(integrity), sentinel]));
  await setFuses(program);
}

function partsOf(folder: string): PackageParts {
  return {
    folder,
    program: join(folder, 'Registro CEM.exe'),
    archive: join(folder, 'resources/app.asar'),
    words,
    icon,
  };
}

async function make(
  folder: string,
  files: Readonly<Record<string, string | Buffer>>,
  unpack = '*.{node,dll}',
): Promise<PackageParts> {
  const content = mkdtempSync(join(base, 'content-'));
  for (const [path, text] of Object.entries(files)) write(join(content, path), text);
  const parts = partsOf(folder);
  await createPackageWithOptions(content, parts.archive, { unpack });
  for (const name of ['node.exe', 'package.json', 'out/main/cli.js'])
    write(join(folder, 'resources/cli', name), signed);
  write(join(folder, 'registro-cem.cmd'), '@echo off');
  for (const name of ['es', 'es-419', 'en-US']) write(join(folder, 'locales', `${name}.pak`), '');
  await writeProgram(parts);
  return parts;
}

const right = join(base, 'right');
beforeAll(async () => {
  await make(right, packed);
});

const failing = async (parts: PackageParts) =>
  (await inspectPackage(parts)).flatMap(({ name, wrong }) => (wrong.length > 0 ? [name] : []));

let copies = 0;
/** The right one, spoiled. */
async function spoiled(spoil: (parts: PackageParts) => void | Promise<void>): Promise<string[]> {
  copies += 1;
  const folder = join(base, `copy-${copies}`);
  cpSync(right, folder, { recursive: true });
  const parts = partsOf(folder);
  await spoil(parts);
  return failing(parts);
}

function change(file: string, how: (bytes: Buffer) => Buffer): void {
  writeFileSync(file, how(readFileSync(file)));
}

describe('the inspection of a package', () => {
  it('finds nothing in one that is right', async () => {
    expect(await failing(partsOf(right))).toEqual([]);
  });

  it('finds one turned byte of a packed file', async () => {
    const found = await spoiled(({ archive }) => {
      change(archive, (bytes) => {
        const at = bytes.lastIndexOf('md5');
        bytes[at] = 0x4d;
        return bytes;
      });
    });
    expect(found).toEqual(['every packed file has its hash in the archive']);
  });

  it('finds an archive that is not the one the program knows', async () => {
    const found = await spoiled(async ({ archive, folder }) => {
      const other = await make(join(folder, '../other'), { ...packed, 'package.json': '{"a":1}' });
      cpSync(other.archive, archive);
    });
    expect(found).toEqual(['the program holds the hash of the archive']);
  });

  it('finds a fuse that somebody turned', async () => {
    const found = await spoiled(({ program }) => {
      change(program, (bytes) => Buffer.concat([bytes.subarray(0, -9), Buffer.from('1'), bytes.subarray(-8)]));
    });
    expect(found).toEqual(['every fuse reads back as set']);
  });

  it('finds a binary of another processor, of another system, or inside the archive', async () => {
    const binding = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/win32-x64.node';
    expect(await spoiled(({ folder }) => writeFileSync(join(folder, binding), windowsBinary(0xaa64)))).toEqual([
      'the 5 binaries are of 64-bit Windows',
    ]);
    expect(
      await spoiled(({ folder }) => write(join(folder, 'resources/helper'), Buffer.from('\x7fELF', 'latin1'))),
    ).toEqual(['no file begins like a program of another system']);
    expect(await failing(await make(join(base, 'inside'), packed, '*.node'))).toEqual([
      'no binary is inside the archive, where it cannot be loaded',
    ]);
  });

  it('finds a command line that is missing, holds the window or a source, or runs another Node', async () => {
    const beside = (folder: string, name: string) => join(folder, 'resources/cli', name);
    expect(await spoiled(({ folder }) => rmSync(join(folder, 'registro-cem.cmd')))).toEqual([
      'the command line is there',
    ]);
    const held = 'the command line holds no window and nothing that the archive may not';
    for (const name of ['out/renderer/index.html', 'out/main/index.js', 'out/main/loopback.js', 'a.ts']) {
      expect(await spoiled(({ folder }) => write(beside(folder, name), '')), name).toEqual([held]);
    }
    expect(await spoiled(({ folder }) => write(beside(folder, 'node.exe'), windowsBinary(0x8664)))).toEqual([
      'Node still carries the signature of its makers',
    ]);
  });

  it('finds code that listens', async () => {
    const found = async (name: string, code: string) =>
      failing(await make(join(base, name), { ...packed, 'out/main/index.js': code }));
    const centre = 'import { Agent, createServer } from "node:https";import { isIPv4 } from "node:net";';
    expect(await found('centre', centre)).toEqual([]);
    const listens = ['nothing of ours listens but the network of the centre'];
    for (const [at, code] of [
      'import { createServer } from "node:http";',
      'import { isIPv4, createServer } from "node:net";',
      'import * as net from "node:net";',
      'import { createServer } from "node:tls";',
      'const http = require("http");',
      'await import("node:dgram");',
    ].entries())
      expect(await found(`listens-${at}`, code), code).toEqual(listens);
    const twice = { ...packed, 'out/main/index.js': centre, 'out/main/other.js': centre };
    expect(await failing(await make(join(base, 'twice'), twice))).toEqual(listens);
  });

  it('finds languages, words and an icon that are not ours', async () => {
    expect(await spoiled(({ folder }) => write(join(folder, 'locales/de.pak'), ''))).toEqual([
      'only Spanish and one fallback',
    ]);
    const missing = { ...partsOf(right), words: [...words, '9.9.9'] };
    expect(await failing(missing)).toEqual(['the program says its name, version and publisher']);
    const other = join(base, 'other.ico');
    change((cpSync(icon, other), other), (bytes) => {
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
      return bytes;
    });
    expect(await failing({ ...partsOf(right), icon: other })).toEqual(['the program carries our icon']);
  });
});
