/** The lists of what ships: every part with a licence and its text, and none forgotten. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from 'vite';
import { listsPackages, packageFolderOf, packagesIn } from '../../scripts/bundled-packages.ts';
import { packagedFolders, readLock, whyNotShipped, type Lock } from '../../scripts/notices/collect.ts';
import { allowedLicences } from '../../scripts/notices/exceptions.ts';
import { noticesSchema } from '../../src/shared/program/index.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, 'resources/notices', file), 'utf8')) as unknown;
const notices = noticesSchema.parse(read('notices.json'));
const named = new Map(notices.parts.map((part) => [`${part.name}@${part.version}`, part]));

describe('the package of a module', () => {
  it.each([
    ['/r/node_modules/react/index.js', 'node_modules/react'],
    ['/r/node_modules/@mantine/core/esm/index.mjs?x', 'node_modules/@mantine/core'],
    ['\0/r/node_modules/debug/src/index.js?commonjs-module', 'node_modules/debug'],
    ['/r/node_modules/brotli/node_modules/base64-js/index.js', 'node_modules/brotli/node_modules/base64-js'],
    ['C:\\r\\node_modules\\zod\\index.js', 'node_modules/zod'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['/r/src/main/index.ts', null],
  ])('%j', (id, folder) => {
    expect(packageFolderOf('/r', id)).toBe(folder);
  });

  it('is asked for where nobody knows it', () => {
    expect(() => packageFolderOf('/r', '\0strange-plugin')).toThrow('no known package');
    expect(() => packageFolderOf('/r', '/elsewhere/copied.js')).toThrow('no known package');
  });
});

describe('what a bundle holds', () => {
  it('is written beside it: what came in, and nothing that was left out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    try {
      const entry = join(folder, 'src.js');
      // One package used, one imported for nothing.
      writeFileSync(entry, "import { clsx } from 'clsx'; import { z } from 'zod'; console.log(clsx('a'), typeof 1);");
      const at = (name: string) => join(root, 'node_modules', name);
      await build({
        ...{ root: folder, configFile: false, logLevel: 'silent', plugins: [plugin(folder)] },
        resolve: { alias: { clsx: at('clsx/dist/clsx.mjs'), zod: at('zod/index.js') } },
        build: { outDir: join(folder, 'dist'), rolldownOptions: { input: entry } },
      });
      expect(packagesIn(folder, 'renderer').filter((name) => !/vite|rolldown/.test(name))).toEqual([
        'node_modules/clsx',
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  const plugin = (folder: string) => listsPackages(folder, 'renderer');
});

describe('a licence', () => {
  it.each([
    ['x', undefined, 'x: no licence'],
    ['x', '', 'x: no licence'],
    ['x', 'GPL-3.0-only', 'x: unknown licence GPL-3.0-only'],
    ['x', 'MIT AND AGPL-3.0-only', 'x: unknown licence AGPL-3.0-only'],
    ['x', 'LGPL-3.0-or-later', 'x: unknown licence LGPL-3.0-or-later'],
    ['x', 'SEE LICENSE IN readme', 'x: unknown licence SEE LICENSE IN readme'],
    ['x', 'MIT', null],
    ['x', '(MIT OR GPL-3.0-or-later)', null],
    ['x', '(MIT AND Zlib)', null],
    ['@img/sharp-win32-x64', 'Apache-2.0 AND LGPL-3.0-or-later', null],
  ])('of %s, %s: %s', (name, licence, why) => {
    expect(whyNotShipped(name, licence)).toBe(why);
  });

  it('that takes the source along is never allowed', () => {
    expect([...allowedLicences].filter((one) => /GPL|SSPL|MPL|EPL|NC|SA/.test(one))).toEqual([]);
  });
});

describe('packages beside the bundle', () => {
  const lock = readLock();

  it('are those of Windows, whatever computer this is', () => {
    const folders = [...packagedFolders(lock)];
    expect(folders).toContain('node_modules/@img/sharp-win32-x64');
    expect(folders.filter((folder) => /linux|darwin|wasm|arm64|ia32/.test(folder))).toEqual([]);
    expect(folders.length).toBeGreaterThan(30);
  });

  it('are found beside who asks before those above', () => {
    const some: Lock = {
      '': { version: '1', dependencies: { a: '1' } },
      'node_modules/a': { version: '1', dependencies: { b: '1' } },
      'node_modules/b': { version: '9' },
      'node_modules/a/node_modules/b': { version: '1', optionalDependencies: { c: '1', missing: '1' } },
      'node_modules/c': { version: '1', os: ['darwin'] },
    };
    expect([...packagedFolders(some)]).toEqual(['node_modules/a', 'node_modules/a/node_modules/b']);
  });

  it('all stand in the list, in the version that the lock file has', () => {
    const missing = [...packagedFolders(lock)].filter((folder) => {
      const one = lock[folder];
      return !named.has(`${one?.name ?? folder.replace(/^.*node_modules\//, '')}@${one?.version ?? ''}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('the list of notices', () => {
  it('holds the shell, the window, the program, the fonts, and what others carry inside', () => {
    const places = new Set(notices.parts.flatMap((part) => part.places));
    expect([...places].sort()).toEqual(['beside', 'fonts', 'program', 'shell', 'window']);
    const names = new Set(notices.parts.map(({ name }) => name));
    for (const name of ['electron', 'react', 'kysely', 'zod', 'pdfjs-dist', 'docx', 'hucre', 'liquidjs', 'core-js'])
      expect(names).toContain(name);
  });

  it('names what only tests use nowhere', () => {
    const names = notices.parts.map(({ name }) => name);
    expect(names.filter((name) => /date-holidays|vitest|playwright|pglite|happy-dom|fast-check/.test(name))).toEqual(
      [],
    );
  });

  it('brings the texts that its licences ask for', () => {
    const textOf = (name: string) =>
      notices.parts
        .find((part) => part.name === name)
        ?.texts.map((at) => notices.texts[at] ?? '')
        .join('\n') ?? '';
    expect(textOf('@img/sharp-win32-x64')).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
    expect(textOf('@img/sharp-win32-x64')).toContain('libvips');
    expect(textOf('@expo-google-fonts/tinos')).toContain('SIL OPEN FONT LICENSE');
    expect(textOf('pdfjs-dist')).toContain('Apache License');
    expect(textOf('vite')).not.toContain('bundled dependencies');
    for (const part of notices.parts) expect([part.name, textOf(part.name).length > 400]).toEqual([part.name, true]);
  });
});

describe('the bill of materials', () => {
  type Component = { name: string; version: string; purl: string; licenses: unknown[]; hashes?: { content: string }[] };
  type Bom = { bomFormat: string; specVersion: string; components: Component[]; metadata: { component: Component } };
  const bom = read('sbom.cdx.json') as Bom;

  it('is CycloneDX, of this version, without clock or chance', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: { version } } });
    expect(Object.keys(bom)).not.toContain('serialNumber');
    expect(Object.keys(bom.metadata)).toEqual(['component']);
  });

  it('names the parts of the notices, each once, with address, licence and hash', () => {
    const keys = bom.components.map(({ name, version }) => `${name}@${version}`);
    expect(keys).toEqual([...named.keys()]);
    for (const one of bom.components) {
      expect(one.purl).toBe(`pkg:npm/${one.name.replace('@', '%40')}@${one.version}`);
      expect(one.licenses).toHaveLength(1);
    }
    const hashed = bom.components.filter(({ hashes }) => hashes?.[0]?.content.length === 128);
    // What others carry inside has no archive of its own.
    expect(bom.components.length - hashed.length).toBe(3);
  });
});
