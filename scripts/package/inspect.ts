/** Reads the package back: what is in the archive and what stands in the program beside it. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { judgeCommandLine, judgeContents, type Check, type PackedFile } from './contents.ts';
import { wrongFuses } from './fuses.ts';
import { isSigned } from './placeholder.ts';

export type PackageParts = {
  readonly folder: string;
  readonly program: string;
  readonly archive: string;
  /** What the program must say of itself. */
  readonly words: readonly string[];
  /** The `.ico` it was given. */
  readonly icon: string;
};

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly offset?: string;
  readonly integrity?: { readonly hash: string };
};
type ArchivedFile = PackedFile & {
  /** Hash that the archive holds of it, null where none. */
  readonly hash: string | null;
  /** Null for a file that stands beside the archive. */
  readonly content: Buffer | null;
};

function filesOf(entry: Entry, body: Buffer, prefix = ''): ArchivedFile[] {
  return Object.entries(entry.files ?? {}).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    if (inner.files !== undefined) return filesOf(inner, body, `${path}/`);
    const { size: bytes = 0, integrity, offset } = inner;
    const start = Number(offset);
    const content = inner.unpacked === true ? null : body.subarray(start, start + bytes);
    return [{ path, bytes, hash: integrity?.hash ?? null, content }];
  });
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What Electron compares before it runs anything: header against the program, every file against the header. */
function integrityChecks(program: Buffer, files: readonly ArchivedFile[], header: string): Check[] {
  const pattern = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/;
  const said = pattern.exec(program.toString('latin1'))?.[1];
  const wrong = files.filter(({ content, hash }) => content !== null && hash !== sha256(content));
  return [
    { name: 'the program holds the hash of the archive', wrong: said === sha256(header) ? [] : [said ?? 'none'] },
    { name: 'every packed file has its hash in the archive', wrong: wrong.map(({ path }) => path).slice(0, 10) },
  ];
}

/** First bytes of programs of Linux and macOS, whatever the file is called. */
const foreignHeads = ['7f454c46', 'cffaedfe', 'cefaedfe', 'cafebabe', 'feedfacf'];
const isForeign = (bytes: Buffer) => foreignHeads.includes(bytes.toString('hex', 0, 4));

function isOfWindows(bytes: Buffer): boolean {
  const head = bytes.length > 0x40 ? bytes.readUInt32LE(0x3c) : 0;
  return head + 6 <= bytes.length && bytes.readUInt32LE(head) === 0x4550 && bytes.readUInt16LE(head + 4) === 0x8664;
}

/** By their bytes, not their names: those beside the archive, and that nothing else in or beside it is one. */
function binaryChecks(folder: string, files: readonly ArchivedFile[]): Check[] {
  const read = (file: string) => readFileSync(join(folder, file));
  const binaries = globSync('**/*.{exe,dll,node}', { cwd: folder });
  const all = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  const packed = files.filter(({ content }) => content !== null && (isForeign(content) || isOfWindows(content)));
  return [
    {
      name: `the ${binaries.length} binaries are of 64-bit Windows`,
      wrong: binaries.length > 0 ? binaries.filter((file) => !isOfWindows(read(file))) : ['none at all'],
    },
    { name: 'no file begins like a program of another system', wrong: all.filter((file) => isForeign(read(file))) },
    { name: 'no binary is inside the archive, where it cannot be loaded', wrong: packed.map(({ path }) => path) },
  ];
}

/** What the network of the centre is made of (decision 0097), by name and module; each of them once in the program. */
const ofTheCentre = new Map([
  ['node:https', ['Agent', 'createServer', 'request']],
  ['node:tls', ['TLSSocket', 'connect']],
  ['node:net', ['isIPv4']],
]);
const network = /(?:import\s*([^;]*?)\s*from|require\(|import\()\s*["']((?:node:)?(?:http2?|https|net|tls|dgram))["']/g;

/** Names of modules of the network that a file takes beyond that; how it takes them where it names nothing. */
function beyondTheCentre(code: string): string[] {
  return [...code.matchAll(network)].flatMap(([, clause = '', module = '']) => {
    const named = /^\{([^}]*)\}$/
      .exec(clause)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? ['everything'];
    const known = ofTheCentre.get(module) ?? [];
    return named.filter((name) => name !== '' && !known.includes(name)).map((name) => `${module} ${name}`);
  });
}

/** One thing of ours opens a port, TLS of the centre's own network: the loopback host is not in it, nor another server. */
function networkCheck(files: readonly ArchivedFile[]): Check {
  const ours = files.filter(({ path }) => /^out\/.*\.[mc]?js$/.test(path));
  const codes = ours.map(({ path, content }) => ({ path, code: content?.toString('utf8') ?? '' }));
  const wrong = codes.filter(({ code }) => beyondTheCentre(code).length > 0);
  const serving = codes.filter(({ code }) =>
    /import\s*\{[^}]*\bcreateServer\b[^}]*\}\s*from\s*["']node:https["']/.test(code),
  );
  const paths = [...wrong, ...serving.slice(1)].map(({ path }) => path);
  return { name: 'nothing of ours listens but the network of the centre', wrong: paths };
}

/** The largest picture of an icon stands in a program as it is. */
function largestPicture(icon: Buffer): Buffer {
  const entry = 6 + 16 * (icon.readUInt16LE(4) - 1);
  const start = icon.readUInt32LE(entry + 12);
  return icon.subarray(start, start + icon.readUInt32LE(entry + 8));
}

function programChecks(program: Buffer, words: readonly string[], icon: Buffer): Check[] {
  return [
    {
      name: 'the program says its name, version and publisher',
      wrong: words.filter((text) => !program.includes(Buffer.from(text, 'utf16le'))),
    },
    { name: 'the program carries our icon', wrong: program.includes(largestPicture(icon)) ? [] : ['another one'] },
  ];
}

/** Node beside the archive is the one its makers signed. */
function nodeCheck(folder: string): Check {
  const node = readFileSync(join(folder, 'resources/cli/node.exe'));
  return { name: 'Node still carries the signature of its makers', wrong: isSigned(node) ? [] : ['unsigned'] };
}

function languageCheck(folder: string): Check {
  const found = globSync('locales/*.pak', { cwd: folder }).map((file) => file.replace(/^locales.|\.pak$/g, ''));
  const wanted = ['en-US', 'es', 'es-419'];
  return { name: 'only Spanish and one fallback', wrong: found.filter((name) => !wanted.includes(name)) };
}

/** Everything that can be read without starting it. */
export async function inspectPackage(parts: PackageParts): Promise<Check[]> {
  const { header, headerString, headerSize } = getRawHeader(parts.archive);
  const files = filesOf(header, readFileSync(parts.archive).subarray(8 + headerSize));
  const program = readFileSync(parts.program);
  return [
    ...judgeContents(files),
    ...judgeCommandLine(globSync('**/*', { cwd: parts.folder }).map((file) => file.replaceAll('\\', '/'))),
    nodeCheck(parts.folder),
    ...binaryChecks(parts.folder, files),
    networkCheck(files),
    languageCheck(parts.folder),
    ...programChecks(program, parts.words, readFileSync(parts.icon)),
    ...integrityChecks(program, files, headerString),
    { name: 'every fuse reads back as set', wrong: await wrongFuses(parts.program) },
  ];
}
