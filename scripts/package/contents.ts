/** What may stand in the package: rules over the list of its files, and what each finds. */

/** Path from the root of the archive with «/», and its size in bytes. */
export type PackedFile = { readonly path: string; readonly bytes: number };

const megabyte = 1024 * 1024;
/**
 * Archive and what stands beside it, without Electron (bytes). It was 41 MB when the first limit was set, and 50.8 MB with
 * the month whole, monitoring and prevention: their code, and pictures of the help.
 */
const sizeLimit = 55 * megabyte;

type Rule = { readonly name: string; readonly pattern: RegExp; readonly except?: RegExp };

/** None of these may be there. */
const forbidden: readonly Rule[] = [
  { name: 'no TypeScript source', pattern: /\.[mc]?tsx?$/ },
  { name: 'no source map', pattern: /\.map$/ },
  { name: 'no loopback host', pattern: /loopback/i },
  { name: 'no Electron or Node binary', pattern: /^node_modules\/(?:electron|node-(?:linux|win)-x64)\// },
  { name: 'no test', pattern: /(?:^|\/)(?:tests?|__tests__|spec)\/|\.(?:test|spec)\.\w+$|(?:^|\/)vitest\.config/ },
  {
    name: 'no tool of the makers',
    pattern: /^(?:scripts|docs|installer|src)\/|(?:^|\/)(?:binding\.gyp|rollup\.config\.\w+|\.env|\.yarn\/.*)$/,
  },
  { name: 'no secret', pattern: /\.(?:pem|pfx|p12|key)$|(?:^|\/)\.npmrc$/ },
  {
    name: 'no binary of another system',
    pattern:
      /\.(?:node|so|dylib|wasm)(?:\.[\d.]+)?$|(?:darwin|linux(?:musl)?|win32-(?:arm64|ia32)|android|freebsd)-?(?:x64|arm64)?[^/]*\/|\/(?:darwin|linux|linuxmusl|win32)-(?:x64|arm64)\.js$/,
    except: /win32-x64/,
  },
];

/** Each of these must be there. */
const required: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'the entry', pattern: /^out\/main\/index\.js$/ },
  { name: 'the preload script', pattern: /^out\/preload\/index\.cjs$/ },
  { name: 'the page', pattern: /^out\/renderer\/index\.html$/ },
  { name: 'the font', pattern: /^resources\/fonts\/Tinos_400Regular\.ttf$/ },
  { name: 'the driver for Windows', pattern: /^node_modules\/better-sqlite3\/prebuilds\/win32-x64\.node$/ },
  { name: 'Argon2 for Windows', pattern: /^node_modules\/@node-rs\/argon2-win32-x64-msvc\/.+\.node$/ },
  { name: 'the image library for Windows', pattern: /^node_modules\/@img\/sharp-win32-x64\/.+libvips[^/]*\.dll$/ },
  { name: 'js-md5, which runs from its src', pattern: /^node_modules\/js-md5\/src\/md5\.js$/ },
];

/** Passed when nothing is wrong. */
export type Check = { readonly name: string; readonly wrong: readonly string[] };

const some = (found: readonly string[]) => [
  ...found.slice(0, 10),
  ...(found.length > 10 ? [`… and ${found.length - 10} more`] : []),
];

/** What stands beside the archive for the command line: Node, the same code without the window, and nothing else. */
export function judgeCommandLine(paths: readonly string[]): Check[] {
  const wanted = [
    'registro-cem.cmd',
    'resources/cli/node.exe',
    'resources/cli/out/main/cli.js',
    'resources/cli/package.json',
  ];
  const own = paths
    .filter((path) => path.startsWith('resources/cli/'))
    .map((path) => path.slice('resources/cli/'.length));
  const window = own.filter((path) => /^out\/(?:renderer|preload|main\/index\.js)/.test(path));
  const broken = forbidden.flatMap(({ pattern, except }) =>
    own.filter((path) => pattern.test(path) && except?.test(path) !== true),
  );
  return [
    { name: 'the command line is there', wrong: wanted.filter((path) => !paths.includes(path)) },
    {
      name: 'the command line holds no window and nothing that the archive may not',
      wrong: some([...window, ...broken]),
    },
  ];
}

/** One line for each rule; `wrong` names at most ten files. */
export function judgeContents(files: readonly PackedFile[]): Check[] {
  const paths = files.map(({ path }) => path);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const size = `${(bytes / megabyte).toFixed(1)} MB`;
  return [
    ...forbidden.map(({ name, pattern, except }) => ({
      name,
      wrong: some(paths.filter((path) => pattern.test(path) && except?.test(path) !== true)),
    })),
    ...required.map(({ name, pattern }) => ({
      name: `${name} is there`,
      wrong: paths.some((path) => pattern.test(path)) ? [] : ['missing'],
    })),
    {
      name: `${files.length} files, ${size}, at most ${sizeLimit / megabyte} MB`,
      wrong: bytes <= sizeLimit ? [] : [size],
    },
  ];
}
