/** Reads the package back: what is in the archive and what stands in the program beside it. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { getRawHeader } from '@electron/asar';
import { judgeContents, type PackedFile } from './contents.ts';
import { wrongFuses } from './fuses.ts';
import { manifest, packedArchive, packedFolder, packedProgram } from './pack.ts';
import type { Check } from './start-packed.ts';

type Entry = {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly offset?: string;
  readonly integrity?: { readonly hash: string };
};
type ArchivedFile = PackedFile & { readonly entry: Entry };

function filesOf(entry: Entry, prefix = ''): ArchivedFile[] {
  return Object.entries(entry.files ?? {}).flatMap(([name, inner]) =>
    inner.files === undefined
      ? [{ path: `${prefix}${name}`, bytes: inner.size ?? 0, entry: inner }]
      : filesOf(inner, `${prefix}${name}/`),
  );
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What Electron compares before it runs anything: header against the program, every file against the header. */
function integrityChecks(files: readonly ArchivedFile[], headerText: string, headerSize: number): Check[] {
  const program = readFileSync(packedProgram).toString('latin1');
  const said = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"\}\]/.exec(program)?.[1];
  const archive = readFileSync(packedArchive);
  const wrong = files
    .filter(({ entry }) => entry.unpacked !== true)
    .filter(({ entry, bytes }) => {
      const start = 8 + headerSize + Number(entry.offset);
      return entry.integrity?.hash !== sha256(archive.subarray(start, start + bytes));
    });
  return [
    { name: 'the program holds the hash of the archive', wrong: said === sha256(headerText) ? [] : [said ?? 'none'] },
    { name: 'every packed file has its hash in the archive', wrong: wrong.map(({ path }) => path).slice(0, 10) },
  ];
}

/** First bytes of programs of Linux and macOS, whatever the file is called. */
const foreignHeads = ['7f454c46', 'cffaedfe', 'cefaedfe', 'cafebabe', 'feedfacf'];

/** Every binary beside the archive is one of 64-bit Windows; the archive holds none. */
function binaryChecks(): Check[] {
  const beside = globSync('**/*.{exe,dll,node}', { cwd: packedFolder });
  const notWindows = beside.filter((file) => {
    const bytes = readFileSync(join(packedFolder, file));
    const head = bytes.length > 0x40 ? bytes.readUInt32LE(0x3c) : 0;
    return head + 6 > bytes.length || bytes.readUInt32LE(head) !== 0x4550 || bytes.readUInt16LE(head + 4) !== 0x8664;
  });
  const all = globSync('**/*', { cwd: packedFolder }).filter((file) => statSync(join(packedFolder, file)).isFile());
  const foreign = all.filter((file) =>
    foreignHeads.includes(readFileSync(join(packedFolder, file)).toString('hex', 0, 4)),
  );
  return [
    {
      name: `the ${beside.length} binaries are of 64-bit Windows`,
      wrong: beside.length > 3 ? notWindows : ['too few'],
    },
    { name: 'no file begins like a program of another system', wrong: foreign },
  ];
}

/** The program can open no port: neither the loopback host nor a module that listens is in it. */
function networkCheck(files: readonly ArchivedFile[], headerSize: number): Check {
  const archive = readFileSync(packedArchive);
  const listening = /(?:from|require\(|import\()\s*["'](?:node:)?(?:http2?|https|net|tls|dgram)["']/;
  const wrong = files
    .filter(({ path }) => /^out\/.*\.[mc]?js$/.test(path))
    .filter(({ entry, bytes }) => {
      const start = 8 + headerSize + Number(entry.offset);
      return listening.test(archive.toString('utf8', start, start + bytes));
    });
  return { name: 'nothing of ours listens on the network', wrong: wrong.map(({ path }) => path) };
}

function programChecks(): Check[] {
  const program = readFileSync(packedProgram);
  const says = (text: string) => program.includes(Buffer.from(text, 'utf16le'));
  const icon = readFileSync(join(import.meta.dirname, '../../installer/icon.ico'));
  const pictures = icon.readUInt16LE(4);
  const largest = 6 + 16 * (pictures - 1);
  const start = icon.readUInt32LE(largest + 12);
  const picture = icon.subarray(start, start + icon.readUInt32LE(largest + 8));
  const words = ['Registro CEM', manifest.version, manifest.author.name, 'CompanyName', 'FileDescription'];
  return [
    { name: 'the program says its name, version and publisher', wrong: words.filter((text) => !says(text)) },
    { name: 'the program carries our icon', wrong: program.includes(picture) ? [] : ['another one'] },
  ];
}

function languageCheck(): Check {
  const found = globSync('locales/*.pak', { cwd: packedFolder }).map((file) => file.replace(/^locales.|\.pak$/g, ''));
  const wanted = ['en-US', 'es', 'es-419'];
  return { name: 'only Spanish and one fallback', wrong: found.filter((name) => !wanted.includes(name)) };
}

/** Everything that can be read without starting it. */
export async function inspectPackage(): Promise<Check[]> {
  const { header, headerString, headerSize } = getRawHeader(packedArchive);
  const files = filesOf(header);
  return [
    ...judgeContents(files),
    ...binaryChecks(),
    networkCheck(files, headerSize),
    languageCheck(),
    ...programChecks(),
    ...integrityChecks(files, headerString, headerSize),
    { name: 'every fuse reads back as set', wrong: await wrongFuses(packedProgram) },
  ];
}
