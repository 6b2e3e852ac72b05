/** What ships, package by package, with licence and text: read from the bundles, the lock file and the packages themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoticePlace } from '../../src/shared/program/index.ts';
import { bundleParts, packagesIn } from '../bundled-packages.ts';
import { allowedBeside, allowedLicences, besides, carried, exceptions } from './exceptions.ts';

const root = join(import.meta.dirname, '../..');

export type Locked = {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export type Lock = Readonly<Record<string, Locked>>;

export function readLock(): Lock {
  return (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }).packages;
}

export type Shipped = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly places: readonly NoticePlace[];
  /** SHA-512 of its archive in hexadecimal; null where the lock file has none. */
  readonly sha512: string | null;
  readonly texts: readonly string[];
};

/** As npm finds it: beside who asks, or in a folder above. */
function resolveFrom(lock: Lock, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const key = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
    if (key in lock) return key;
    if (at === '') return null;
  }
}

const isForWindows = ({ os, cpu }: Locked) => (os?.includes('win32') ?? true) && (cpu?.includes('x64') ?? true);

/** Folders of everything that `dependencies` bring to a computer with Windows, whatever computer this is. */
export function packagedFolders(lock: Lock): Set<string> {
  const found = new Set<string>();
  const walk = (key: string) => {
    const locked = lock[key];
    if (locked === undefined || found.has(key) || !isForWindows(locked)) return;
    found.add(key);
    for (const name of Object.keys({ ...locked.dependencies, ...locked.optionalDependencies })) {
      const next = resolveFrom(lock, key, name);
      if (next !== null) walk(next);
    }
  };
  for (const name of Object.keys(lock['']?.dependencies ?? {})) walk(`node_modules/${name}`);
  return found;
}

/** Names of a licence expression that all have to be kept; of «A OR B» the first that may ship. */
function partsOf(expression: string): string[] {
  const plain = expression.replaceAll(/[()]/g, ' ').trim();
  return plain.split(/\s+AND\s+/).map((part) => {
    const choices = part.split(/\s+OR\s+/).map((one) => one.trim());
    return choices.find((one) => allowedLicences.has(one)) ?? choices[0] ?? '';
  });
}

/** Why a package may not ship under its licence; null when it may. */
export function whyNotShipped(name: string, licence: string | undefined): string | null {
  if (licence === undefined || licence === '') return `${name}: no licence`;
  const unknown = partsOf(licence).filter((one) => !allowedLicences.has(one) && allowedBeside[name] !== one);
  return unknown.length === 0 ? null : `${name}: unknown licence ${unknown.join(', ')}`;
}

const mit = (holder: string) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const tidy = (text: string) =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .trim();

/** Texts of a package as it brings them; none where it brings none and no exception says where they are. */
function textsOf(folder: string, name: string, given: readonly string[] | undefined): string[] {
  const { texts = given, mitOf, until } = exceptions[name] ?? {};
  if (mitOf !== undefined) return [tidy(mit(mitOf))];
  const files =
    texts?.map((file) => (file.startsWith('texts/') ? `scripts/notices/${file}` : file)) ??
    (existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((file) => /^(?:licen[cs]e|copying|notice)\b/i.test(file))
          .sort()
          .map((file) => `${folder}/${file}`)
      : []);
  return files.map((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    return tidy(until === undefined ? text : (text.split(until)[0] ?? ''));
  });
}

type Found = Omit<Shipped, 'licence' | 'places'> & {
  readonly licence: string | undefined;
  readonly place: NoticePlace;
};

function lockedPart(lock: Lock, folder: string, place: NoticePlace, own?: (typeof besides)[number]): Found {
  const locked = lock[folder];
  if (locked === undefined) throw new Error(`${folder}: not in package-lock.json`);
  const name = locked.name ?? folder.replace(/^.*node_modules\//, '');
  const { integrity = '' } = locked;
  return {
    ...{ name, version: locked.version, place },
    licence: own?.licence ?? exceptions[name]?.licence ?? locked.license,
    sha512: integrity.startsWith('sha512-') ? Buffer.from(integrity.slice(7), 'base64').toString('hex') : null,
    texts: textsOf(folder, name, own?.texts),
  };
}

/** Parts carried by a package that ships, as data says it. @throws Error when a package carries another version by now */
function carriedParts(names: ReadonlySet<string>): Found[] {
  return carried
    .filter(({ by }) => names.has(by))
    .map(({ name, version, licence, mitOf, place, by, file, mark }) => {
      if (!readFileSync(join(root, 'node_modules', by, file), 'utf8').includes(mark))
        throw new Error(`${by} no longer carries ${name} ${version}: see scripts/notices/exceptions.ts`);
      return { name, version, licence, place, sha512: null, texts: [tidy(mit(mitOf))] };
    });
}

function everything(lock: Lock): Found[] {
  const bundled = bundleParts.flatMap((part) =>
    packagesIn(root, part).map((folder) => lockedPart(lock, folder, part === 'main' ? 'program' : 'window')),
  );
  const beside = [...packagedFolders(lock)].map((folder) => lockedPart(lock, folder, 'beside'));
  return [
    ...bundled,
    ...carriedParts(new Set(bundled.map(({ name }) => name))),
    ...beside,
    ...besides.map((one) => lockedPart(lock, `node_modules/${one.name}`, one.place, one)),
  ];
}

/**
 * Everything that ships, by name and version.
 *
 * @throws Error naming every package without a licence, with an unknown one, or without its text
 */
export function whatShips(lock: Lock = readLock()): Shipped[] {
  const shipped = new Map<string, Shipped>();
  const problems = new Set<string>();
  for (const { place, licence, ...one } of everything(lock)) {
    const why = whyNotShipped(one.name, licence);
    if (why !== null) problems.add(why);
    if (one.texts.length === 0 || one.texts.includes('')) problems.add(`${one.name}: no text of its licence`);
    const key = `${one.name}@${one.version}`;
    const places = new Set([...(shipped.get(key)?.places ?? []), place]);
    shipped.set(key, { ...one, licence: licence ?? '', places: [...places].sort() });
  }
  if (problems.size > 0) throw new Error([...problems].sort().join('\n'));
  return [...shipped.values()].sort(
    (one, other) => compare(one.name, other.name) || compare(one.version, other.version),
  );
}

/** By code points: the same on every computer, whatever its language. */
const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
