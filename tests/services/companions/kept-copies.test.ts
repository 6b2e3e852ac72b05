/** What a companion takes as a copy, and what leaves the copies of before as they are. Bytes of a real copy. */
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/main/backup/index.ts';
import { fileId, type CopyOffer } from '../../../src/main/computers/copy-message.ts';
import { keptFolderName, KeptCopies, listKept, type KeptParts } from '../../../src/main/computers/kept-copies.ts';
import { closeCentres, cheapKdfPolicy, startCentre } from '../../support/start-application.ts';
import { newFolder, removeFolders } from '../../support/temporary-folder.ts';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

/** Whole paths of copies of one record, oldest first. */
async function someCopies(count: number): Promise<string[]> {
  let centre = await startCentre();
  const coordinator = await centre.as('coordina');
  const target = newFolder();
  await coordinator.chooseCopyFolder({ folder: target });
  // Each closing makes one; a day apart, none is removed.
  for (let left = count; left > 0; left -= 1) {
    centre.clock.advance(26 * 3_600_000);
    await centre.sessionOf('coordina');
    centre = await centre.restart();
  }
  return readdirSync(target)
    .sort()
    .map((name) => join(target, name));
}

/** What the keeper says of a copy. */
function offerOf(folder: string): CopyOffer {
  const bytes = readFileSync(join(folder, 'manifest.json'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = folder.split('/').at(-1) ?? '';
  return { kind: 'copy', name, at: readManifest(folder).utc, manifest: { size: bytes.length, sha256 } };
}

type Change = Partial<Omit<KeptParts, 'open'>> & { readonly open?: (name: string, path: string) => Readable | null };

function keeperOf(copies: readonly string[], dataFolder: string, change: Change = {}) {
  const faults: unknown[] = [];
  const told: string[] = [];
  const paths = copies.flatMap((folder) => {
    const { files } = readManifest(folder);
    const names = ['manifest.json', 'verified.json', ...files.map(({ name }) => name)];
    return names.map((name) => [fileId(folder.split('/').at(-1) ?? '', name), name, join(folder, name)] as const);
  });
  const kept = new KeptCopies({
    ...{ dataFolder, dbId: null, policy: cheapKdfPolicy, freeBytes: () => null },
    tell: ({ name }) => Promise.resolve(told.push(name)),
    record: (error) => void faults.push(String(error)),
    ...change,
    open: (id) => {
      const [, name = '', path = ''] = paths.find(([one]) => one === id) ?? [];
      return Promise.resolve(change.open?.(name, path) ?? createReadStream(path));
    },
  });
  const take = async (folder: string) => {
    kept.take(offerOf(folder));
    await kept.settled();
  };
  return { take, faults, told };
}

const namesIn = (dataFolder: string) => readdirSync(join(dataFolder, keptFolderName)).sort();
const nameOf = (folder: string) => folder.split('/').at(-1) ?? '';

describe('a companion', () => {
  it('keeps the two newest and tells of each, once it stands whole', async () => {
    const copies = await someCopies(3);
    expect(copies).toHaveLength(3);
    const folder = newFolder();
    const { take, told, faults } = keeperOf(copies, folder);
    for (const copy of copies) await take(copy);
    expect(namesIn(folder)).toEqual(copies.slice(1).map(nameOf));
    expect(told).toEqual(copies.map(nameOf));
    expect(faults).toEqual([]);
  });

  it('keeps the one that came last whatever its clock says', async () => {
    const copies = await someCopies(3);
    const folder = newFolder();
    const { take } = keeperOf(copies, folder);
    for (const at of [1, 2, 0]) await take(copies[at] ?? '');
    expect(namesIn(folder)).toEqual([copies[0] ?? '', copies[2] ?? ''].map(nameOf));
  });

  it('fetches nothing twice', async () => {
    const [copy = ''] = await someCopies(1);
    const folder = newFolder();
    let opened = 0;
    const { take, told } = keeperOf([copy], folder, { open: () => ((opened += 1), null) });
    await take(copy);
    const first = opened;
    await take(copy);
    expect([opened, told]).toEqual([first, [nameOf(copy), nameOf(copy)]]);
  });

  it('removes what a cut left, before it begins anew', async () => {
    const [copy = ''] = await someCopies(1);
    const folder = newFolder();
    mkdirSync(join(folder, keptFolderName, 'arriving'), { recursive: true });
    writeFileSync(join(folder, keptFolderName, 'arriving', 'data.db'), 'half');
    await keeperOf([copy], folder).take(copy);
    expect(namesIn(folder)).toEqual([nameOf(copy)]);
  });
});

const broken = (path: string) =>
  Readable.from(
    (function* () {
      yield readFileSync(path).subarray(0, 5000);
      throw new Error('the line is cut');
    })(),
  );
const flipped = (path: string, at = 6000) => {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return Readable.from([bytes]);
};

const refused: readonly (readonly [what: string, change: Change, fault: string])[] = [
  [
    'a cut in the middle',
    { open: (name, path) => (name === 'data.db' ? broken(path) : null) },
    'Error: the line is cut',
  ],
  [
    'one wrong bit',
    { open: (name, path) => (name === 'data.db' ? flipped(path) : null) },
    'ExpectedFailure: damaged:copy-damaged',
  ],
  [
    'a byte too few',
    { open: (name, path) => (name === 'data.db' ? Readable.from([readFileSync(path).subarray(1)]) : null) },
    'ExpectedFailure: damaged:copy-damaged',
  ],
  [
    'more than was said',
    { open: (name, path) => (name === 'data.db' ? Readable.from([readFileSync(path), Buffer.alloc(9)]) : null) },
    'ExpectedFailure: damaged:copy-damaged',
  ],
  [
    'another manifest',
    { open: (name, path) => (name === 'manifest.json' ? flipped(path, 40) : null) },
    'ExpectedFailure: damaged:copy-damaged',
  ],
  ['a full disk', { freeBytes: () => 1_000_000 }, 'ExpectedFailure: storage:copy-disk-full'],
  ['another register', { dbId: crypto.randomUUID() }, 'ExpectedFailure: damaged:copy-foreign'],
];

describe('leaves the copies of before, and nothing half,', () => {
  it.each(refused)('after %s', async (_what, change, fault) => {
    const [before = '', copy = ''] = await someCopies(2);
    const folder = newFolder();
    await keeperOf([before], folder).take(before);
    const { take, faults, told } = keeperOf([copy], folder, change);
    await take(copy);
    expect(faults).toEqual([fault]);
    expect(told).toEqual([]);
    expect(namesIn(folder)).toEqual([nameOf(before)]);
    expect(listKept(folder).map(({ name }) => name)).toEqual([nameOf(before)]);
  });

  it('and takes no database that anybody could read', async () => {
    const [copy = ''] = await someCopies(1);
    const plain = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080)]);
    writeFileSync(join(copy, 'data.db'), plain);
    const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as { files: object[] };
    const sha256 = createHash('sha256').update(plain).digest('hex');
    const files = manifest.files.map((file) =>
      'name' in file && file.name === 'data.db' ? { ...file, size: plain.length, sha256 } : file,
    );
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    const folder = newFolder();
    const { take, faults } = keeperOf([copy], folder);
    await take(copy);
    expect(faults).toEqual(['ExpectedFailure: damaged:copy-damaged']);
    expect(existsSync(join(folder, keptFolderName, nameOf(copy)))).toBe(false);
  });
});
