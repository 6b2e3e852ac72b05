/**
 * A disk that forgets: what a power cut may leave of a folder, from the write log (reliability design §2.2).
 *
 * Each file and folder has what is durable (up to its last flush) and what came after it. An image keeps the first
 * whole and throws dice for the second: a write is dropped, torn by sectors or kept, a truncation and a name half the
 * time.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Random } from '../support/invented-people.ts';
import type { Op } from './write-log.ts';

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly length: number };
type NameChange = {
  readonly folder: FolderNode;
  readonly name: string;
  readonly node: Node;
  readonly isThere: boolean;
};

type FileNode = { readonly kind: 'file'; readonly name: string; data: Bytes; readonly later: Change[] };
type FolderNode = {
  readonly kind: 'folder';
  readonly durable: Map<string, Node>;
  /** As the running program sees it. */
  readonly current: Map<string, Node>;
  /** Changes of names since the last flush; those of one call stand or fall together, also over two folders. */
  readonly later: NameCall[];
};
type Node = FileNode | FolderNode;
/** The names that one call changes, as a journalling file system writes them down: all or none. */
type NameCall = readonly NameChange[];

const sector = 512;

/** Bytes that grow in place. */
class Bytes {
  #room: Buffer;
  length: number;

  constructor(bytes: Buffer) {
    this.#room = Buffer.from(bytes);
    this.length = bytes.length;
  }

  copy(): Bytes {
    return new Bytes(this.view());
  }

  view(): Buffer {
    return this.#room.subarray(0, this.length);
  }

  write(at: number, bytes: Buffer): void {
    const end = at + bytes.length;
    if (end > this.#room.length) {
      const room = Buffer.alloc(Math.max(end, this.#room.length * 2));
      this.#room.copy(room, 0, 0, this.length);
      this.#room = room;
    }
    bytes.copy(this.#room, at);
    this.length = Math.max(this.length, end);
  }

  truncate(length: number): void {
    if (length > this.#room.length) this.write(length - 1, Buffer.alloc(1));
    // What is cut off must read as zeros when the file grows again.
    if (length < this.length) this.#room.fill(0, length, this.length);
    this.length = length;
  }
}

function apply(data: Bytes, change: Change): void {
  if ('length' in change) data.truncate(change.length);
  else data.write(change.at, change.bytes);
}

/** What becomes of one change: `dropped`, `kept`, or of a write a digit per sector, 1 for those that arrived. */
type Fate = string;

/** 35 % dropped, 30 % torn, 35 % kept; a truncation half the time. */
function fateOf(change: Change, random: Random): Fate {
  const luck = random();
  if ('length' in change) return luck < 0.5 ? 'kept' : 'dropped';
  if (luck < 0.35) return 'dropped';
  if (luck >= 0.65) return 'kept';
  return Array.from({ length: Math.ceil(change.bytes.length / sector) }, () => (random() < 0.5 ? '1' : '0')).join('');
}

function applyFate(data: Bytes, change: Change, fate: Fate): void {
  if (fate === 'dropped') return;
  if (fate === 'kept' || 'length' in change) {
    apply(data, change);
    return;
  }
  for (const [at, kept] of Array.from(fate).entries()) {
    const start = at * sector;
    if (kept === '1') data.write(change.at + start, change.bytes.subarray(start, start + sector));
  }
}

/** Does to the names of one folder what a call does there. */
function rename(names: Map<string, Node>, call: NameCall, own: FolderNode): void {
  for (const { folder, name, node, isThere } of call) {
    if (folder !== own) continue;
    if (isThere) names.set(name, node);
    else if (names.get(name) === node) names.delete(name);
  }
}

/** A flush of either folder writes the whole call down. */
function makeDurable(call: NameCall): void {
  for (const folder of new Set(call.map((one) => one.folder))) {
    rename(folder.durable, call, folder);
    folder.later.splice(folder.later.indexOf(call), 1);
  }
}

function readFolder(folder: string): FolderNode {
  const durable = new Map<string, Node>();
  for (const name of readdirSync(folder).filter((one) => !one.endsWith('-shm'))) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) durable.set(name, readFolder(path));
    else durable.set(name, { kind: 'file', name, data: new Bytes(readFileSync(path)), later: [] });
  }
  return { kind: 'folder', durable, current: new Map(durable), later: [] };
}

/** The disk below one folder, moved forward operation by operation. */
export class Disk {
  readonly #base: string;
  readonly #root: FolderNode;
  readonly #open = new Map<string, Node>();

  /** @param base folder as it stood when the log began: all of it durable */
  constructor(base: string, content = base) {
    this.#base = base;
    this.#root = readFolder(content);
  }

  #folder(path: string): FolderNode {
    let node: Node = this.#root;
    for (const name of path
      .slice(this.#base.length)
      .split('/')
      .filter((one) => one !== '')) {
      const next: Node | undefined = node.kind === 'folder' ? node.current.get(name) : undefined;
      if (next === undefined) throw new Error('the write log names a folder that is not there');
      node = next;
    }
    if (node.kind !== 'folder') throw new Error('the write log takes a file for a folder');
    return node;
  }

  #change(path: string, change: Pick<NameChange, 'node' | 'isThere'>): NameChange {
    return { ...change, folder: this.#folder(dirname(path)), name: basename(path) };
  }

  #rename(...call: NameChange[]): void {
    for (const folder of new Set(call.map((one) => one.folder))) {
      rename(folder.current, call, folder);
      folder.later.push(call);
    }
  }

  #at(path: string): Node | undefined {
    return path === this.#base ? this.#root : this.#folder(dirname(path)).current.get(basename(path));
  }

  #known(path: string): Node {
    const node = this.#at(path);
    if (node === undefined) throw new Error('the write log names a file that is not there');
    return node;
  }

  #opened(fd: string): Node {
    const node = this.#open.get(fd);
    if (node === undefined) throw new Error('the write log uses a descriptor that was not opened');
    return node;
  }

  #openFile({ fd, path, isFolder, truncates }: Extract<Op, { op: 'open' }>): void {
    let node = this.#at(path);
    if (node === undefined) {
      if (isFolder) throw new Error('the write log opens a folder that is not there');
      node = { kind: 'file', name: basename(path), data: new Bytes(Buffer.alloc(0)), later: [] };
      this.#rename(this.#change(path, { node, isThere: true }));
    } else if (truncates && node.kind === 'file') node.later.push({ length: 0 });
    this.#open.set(fd, node);
  }

  #write(fd: string, change: Change): void {
    const node = this.#opened(fd);
    if (node.kind === 'file') node.later.push(change);
  }

  #sync(node: Node): void {
    if (node.kind === 'file') {
      for (const change of node.later.splice(0)) apply(node.data, change);
    } else for (const call of node.later.slice()) makeDurable(call);
  }

  apply(op: Op): void {
    switch (op.op) {
      case 'open':
        this.#openFile(op);
        break;
      case 'write':
        this.#write(op.fd, { at: op.at, bytes: op.bytes });
        break;
      case 'truncate':
        this.#write(op.fd, { length: op.length });
        break;
      case 'sync':
        this.#sync(this.#opened(op.fd));
        break;
      case 'close':
        this.#open.delete(op.fd);
        break;
      case 'mkdir': {
        const node: Node = { kind: 'folder', durable: new Map(), current: new Map(), later: [] };
        this.#rename(this.#change(op.path, { node, isThere: true }));
        break;
      }
      case 'unlink':
        this.#rename(this.#change(op.path, { node: this.#known(op.path), isThere: false }));
        break;
      case 'link':
        this.#rename(this.#change(op.to, { node: this.#known(op.from), isThere: true }));
        break;
      case 'rename': {
        const node = this.#known(op.from);
        const away = this.#change(op.from, { node, isThere: false });
        this.#rename(away, this.#change(op.to, { node, isThere: true }));
        break;
      }
      case 'told':
      case 'left-out':
        break;
    }
  }

  /** What a power cut now would leave; null for `random`: the process was killed, everything stands. */
  image(random: Random | null): Image {
    const throws: Throws = { random, fates: [], calls: new Map() };
    return { root: this.#choose(this.#root, throws), fates: throws.fates.join(' ') };
  }

  #choose(folder: FolderNode, throws: Throws): ChosenFolder {
    const { random, fates } = throws;
    const names = random === null ? folder.current : new Map(folder.durable);
    for (const call of random === null ? [] : folder.later) if (isKept(call, throws)) rename(names, call, folder);
    const chosen: ChosenFolder = new Map();
    for (const [name, node] of names) {
      if (node.kind === 'folder') chosen.set(name, this.#choose(node, throws));
      else chosen.set(name, { file: node, fates: fatesOf(node, random, fates) });
    }
    return chosen;
  }
}

/** What the dice said so far; null for `random`: everything stands. */
type Throws = {
  readonly random: Random | null;
  readonly fates: string[];
  readonly calls: Map<NameCall, boolean>;
};

/** One throw a call, whichever of its folders is looked at first. */
function isKept(call: NameCall, { random, fates, calls }: Throws): boolean {
  const known = calls.get(call);
  if (known !== undefined) return known;
  const kept = random === null || random() < 0.5;
  fates.push(kept ? 'kept' : 'dropped');
  calls.set(call, kept);
  return kept;
}

/** Chosen but not yet written: the same fates at the same cut are the same image. */
export type Image = { readonly root: ChosenFolder; readonly fates: string };
type ChosenFolder = Map<string, ChosenFolder | { readonly file: FileNode; readonly fates: readonly Fate[] }>;

function fatesOf(file: FileNode, random: Random | null, all: string[]): Fate[] {
  const fates = file.later.map((change) => (random === null ? 'kept' : fateOf(change, random)));
  all.push(...fates);
  return fates;
}

/** Writes an image; only while the disk has not moved on. */
export function writeImage(chosen: Image['root'], target: string): void {
  mkdirSync(target, { recursive: true });
  for (const [name, one] of chosen) {
    if (one instanceof Map) writeImage(one, join(target, name));
    else writeFileSync(join(target, name), contentOf(one.file, one.fates));
  }
}

function contentOf(file: FileNode, fates: readonly Fate[]): Buffer {
  if (file.later.length === 0) return file.data.view();
  const data = file.data.copy();
  for (const [at, change] of file.later.entries()) applyFate(data, change, fates[at] ?? 'dropped');
  return data.view();
}
