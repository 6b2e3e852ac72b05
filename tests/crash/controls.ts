/**
 * Controls that must fail: the same bytes in a wrong order, or without a flush. A harness that finds nothing in them
 * finds nothing anywhere (reliability design §2.5).
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Disk, writeImage } from './disk.ts';
import { checkImages, knownAt } from './images.ts';
import { Oracle } from './oracle.ts';
import { isWriteAhead, namesOf, type Recording } from './recording.ts';
import { placeIn } from './scenarios.ts';
import type { Op } from './write-log.ts';

export type Control = {
  readonly name: string;
  readonly scenario: string;
  /** Words of the violation that must be found, and in how many of a hundred images at least. */
  readonly shows: RegExp;
  readonly atLeast: number;
  readonly images: number;
  /** What was wrong with each image. */
  readonly check: (
    recording: Recording,
    seeds: readonly number[],
    scratch: string,
  ) => Promise<readonly (readonly string[])[]>;
};

type Rewrite = (ops: readonly Op[], names: readonly (string | null)[]) => Op[];

const byImages =
  (rewrite: Rewrite): Control['check'] =>
  async (recording, seeds, scratch) => {
    const ops = rewrite(recording.ops, namesOf(recording.ops));
    const found = (await checkImages(recording, { seeds, scratch, ops })).found.map(({ wrong }) => wrong);
    return [...found, ...Array.from({ length: seeds.length - found.length }, () => [])];
  };

/** Without the flushes of some files. */
const unflushed =
  (isMeant: (name: string | null) => boolean): Rewrite =>
  (ops, names) =>
    ops.map((op, at) => (op.op === 'sync' && isMeant(names[at] ?? null) ? { op: 'left-out', was: op } : op));

const isMark = (name: string | null): boolean => name === 'mark.a' || name === 'mark.b';
const isArchive = (name: string | null): boolean => name !== null && name.startsWith('keyring.json');

/** A descriptor of its own: where the operations go, the number may belong to another file. */
const moved = (op: Op): Op => ('fd' in op ? { ...op, fd: `moved ${op.fd}` } : op);

/** First write of the commit whose flush is the last before a place. */
function beginOfCommit(ops: readonly Op[], names: readonly (string | null)[], before: number): number {
  const flush = (limit: number) =>
    ops.findLastIndex((op, at) => at < limit && op.op === 'sync' && isWriteAhead(names[at] ?? null));
  const own = flush(before);
  const previous = flush(own);
  return ops.findIndex((op, at) => at > previous && op.op === 'write' && isWriteAhead(names[at] ?? null));
}

/** Each mark goes to its place before the commit that it speaks of. */
const marksFirst: Rewrite = (ops, names) => {
  const before = new Map<number, Op[]>();
  const rest = new Map<number, Op>();
  let target = -1;
  for (const [at, op] of ops.entries()) {
    if (!isMark(names[at] ?? null)) {
      rest.set(at, op);
      continue;
    }
    if (op.op === 'open') target = beginOfCommit(ops, names, at);
    before.set(target, [...(before.get(target) ?? []), moved(op)]);
  }
  return ops.flatMap((_op, at) => [...(before.get(at) ?? []), ...(rest.has(at) ? [rest.get(at) as Op] : [])]);
};

/**
 * The archive of keys as the change left it, the record as it was before: what is left when the commit fails after the
 * archive was written. The change was refused, so the password before it must open.
 */
const archiveFirst: Control['check'] = async (recording, _seeds, scratch) => {
  const { ops } = recording;
  const names = namesOf(ops);
  const found: string[][] = [];
  const asked = ops.flatMap((op, at) =>
    op.op === 'told' && op.what.kind === 'password' && op.what.state === 'asked' ? [at] : [],
  );
  for (const [turn, at] of asked.entries()) {
    const next = asked[turn + 1] ?? ops.length;
    const told = ops.findIndex((op, place) => place > at && op.op === 'told' && op.what.kind === 'password');
    const isAlone = told < next;
    if (!isAlone) continue;
    const begin = beginOfCommit(ops, names, told);
    const isKept = (place: number) => place < begin || (isArchive(names[place] ?? null) && place < next);
    const disk = new Disk(recording.root, recording.base);
    for (const [place, op] of ops.entries()) if (isKept(place)) disk.apply(place < begin ? op : moved(op));
    const image = join(scratch, 'image');
    rmSync(image, { recursive: true, force: true });
    writeImage(disk.image(null).root, image);
    const { people } = knownAt(ops, at);
    const expected = { passwords: people, mayBeFree: false, judge: () => null, copies: null };
    const wrong = await new Oracle(true).check(placeIn(image).data, expected);
    found.push(wrong);
  }
  return found;
};

/** Operations of a rotation before the archive of keys names the new file: the copy is written and flushed by then. */
const beforeNaming = 40;

/** The file of the old key is removed before the archive of keys that names the new one is in its place. */
const oldFileFirst: Rewrite = (ops) => {
  const isRemoval = (op: Op) => op.op === 'unlink' && /\/registro\.e\d+\.db$/.test(op.path);
  const isNewFile = (op: Op) => op.op === 'rename' && /\/registro\.e\d+\.db$/.test(op.to);
  const removed = ops.filter(isRemoval);
  const places = ops.flatMap((op, at) => (isNewFile(op) ? [at - beforeNaming] : []));
  return ops.flatMap((op, at) => {
    const early = removed[places.indexOf(at)];
    return [...(early === undefined ? [] : [early]), ...(isRemoval(op) ? [] : [op])];
  });
};

export const controls: readonly Control[] = [
  {
    name: 'synchronous=NORMAL',
    scenario: 'arrivals',
    shows: /^lost/,
    atLeast: 50,
    images: 60,
    check: byImages(unflushed(isWriteAhead)),
  },
  {
    name: 'no flush at all',
    scenario: 'intake',
    shows: /^(?:lost|half|corrupt|does not open|unreadable)/,
    atLeast: 90,
    images: 40,
    check: byImages(unflushed(() => true)),
  },
  {
    name: 'mark before commit',
    scenario: 'arrivals',
    shows: /false alarm/,
    atLeast: 1,
    images: 300,
    check: byImages(marksFirst),
  },
  {
    name: 'archive of keys before commit',
    scenario: 'password',
    shows: /^does not open|one that must work/,
    atLeast: 1,
    images: 0,
    check: archiveFirst,
  },
  {
    name: 'row before its file is flushed',
    scenario: 'attachment',
    shows: /row without its file/,
    atLeast: 1,
    images: 100,
    check: byImages(unflushed((name) => name?.endsWith('.bin') === true)),
  },
  {
    name: 'old file removed before the new archive of keys is in place',
    scenario: 'rotation',
    shows: /does not open|unreadable/,
    atLeast: 0.5,
    images: 500,
    check: byImages(oldFileFirst),
  },
];

/** How many of the images showed what the control must show. */
export async function runControl(
  control: Control,
  recording: Recording,
  scratch: string,
): Promise<{ shown: number; of: number }> {
  const seeds = Array.from({ length: control.images }, (_one, at) => at + 1);
  const found = await control.check(recording, seeds, scratch);
  const shown = found.filter((wrong) => wrong.some((one) => control.shows.test(one))).length;
  return { shown, of: found.length };
}

export const isShown = ({ atLeast }: Control, { shown, of }: { shown: number; of: number }): boolean =>
  shown > 0 && (100 * shown) / of >= atLeast;
