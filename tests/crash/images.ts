/** Power-cut images of a recording: cut after cut against the oracle, each from one seed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, type Random } from '../support/invented-people.ts';
import { passphrase, staff } from '../support/start-application.ts';
import { Disk, writeImage } from './disk.ts';
import { Oracle, type Expected, type KnownPassword } from './oracle.ts';
import type { Recording } from './recording.ts';
import { placeIn } from './scenarios.ts';
import type { Op, Told } from './write-log.ts';

export type Found = { readonly seed: number; readonly cut: number; readonly wrong: readonly string[] };

type PasswordTold = Extract<Told, { kind: 'password' }>;

function changed(before: KnownPassword | undefined, { login, state, password }: PasswordTold): KnownPassword {
  const known = before ?? { login, anyOf: [], dead: [] };
  const dead = known.dead.filter((one) => one !== password);
  const others = known.anyOf.filter((one) => one !== password);
  if (state === 'asked') return { login, anyOf: [...others, password], dead };
  if (state === 'refused') return { login, anyOf: others, dead: [...dead, password] };
  return { login, anyOf: [password], dead: [...dead, ...others] };
}

/** What the callers knew when the power went. */
export type Known = {
  readonly people: readonly KnownPassword[];
  readonly isRestored: boolean;
  readonly copiedAt: string | null;
  /** Position of the last answer; -1 before the first. */
  readonly answered: number;
};

export function knownAt(ops: readonly Op[], cut: number): Known {
  const people = new Map<string, KnownPassword>();
  for (const login of Object.keys(staff)) people.set(login, { login, anyOf: [passphrase], dead: [] });
  let known: Omit<Known, 'people'> = { isRestored: false, copiedAt: null, answered: -1 };
  for (const [index, op] of ops.slice(0, cut).entries()) {
    if (op.op !== 'told') continue;
    const { what } = op;
    if (what.kind === 'answered' || what.kind === 'restored') known = { ...known, answered: index };
    if (what.kind === 'copied') known = { ...known, copiedAt: what.at };
    if (what.kind === 'restored') known = { ...known, isRestored: true };
    if (what.kind === 'password') people.set(what.login, changed(people.get(what.login), what));
  }
  return { ...known, people: [...people.values()] };
}

/** Positions of the states in a log, which a control may have put into another order. */
function positionsOf({ states }: Recording, ops: readonly Op[]): number[] {
  const at = new Map(ops.map((op, index) => [op.op === 'left-out' ? op.was : op, index]));
  return states.map(({ op }) => (op === null ? -1 : (at.get(op) ?? ops.length)));
}

const lastUpTo = (positions: readonly number[], limit: number): number =>
  positions.findLastIndex((one) => one <= limit);

/** From the last flush before the last answer, up to the one that was under way, nothing else may be found. */
function judgeOf(recording: Recording, positions: readonly number[], known: Known, cut: number): Expected['judge'] {
  const contents = recording.states.map(({ content }) => content);
  const first = recording.beginsEmpty ? 0 : Math.max(0, lastUpTo(positions, known.answered));
  const allowed = contents.slice(first, lastUpTo(positions, cut - 1) + 2);
  return (content) => {
    if (allowed.includes(content)) return null;
    return contents.includes(content) ? 'lost: acknowledged work is missing' : 'half: a state that never was';
  };
}

function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const drawn = values.map((value) => [random(), value] as const);
  return drawn.toSorted(([a], [b]) => a - b).map(([, value]) => value);
}

/** The cut of a seed, after the first answer; the dice go on to say what the disk keeps. */
function diceOf(recording: Recording, ops: readonly Op[], seed: number): { random: Random; cut: number } {
  const random = seeded(seed);
  const isShort = recording.beginsEmpty || recording.scenario === 'rotation';
  const first = isShort ? 0 : ops.findIndex((op) => op.op === 'told');
  return { random, cut: first + 1 + Math.floor(random() * (ops.length - first - 1)) };
}

export type ImageRun = {
  readonly seeds: readonly number[];
  readonly scratch: string;
  /** The log of a control, made of the operations of the recording. */
  readonly ops?: readonly Op[];
};

/** Builds and checks the images of these seeds; answers those that are not sound. */
export async function checkImages(
  recording: Recording,
  { seeds, scratch, ops = recording.ops }: ImageRun,
): Promise<{ found: Found[]; distinct: number }> {
  const positions = positionsOf(recording, ops);
  const oracle = new Oracle();
  const cuts = seeds.map((seed) => ({ seed, ...diceOf(recording, ops, seed) })).toSorted((a, b) => a.cut - b.cut);
  const disk = new Disk(recording.root, recording.base);
  const folder = join(scratch, 'image');
  const place = placeIn(folder);
  const found: Found[] = [];
  /** The same fates at the same cut give the same bytes: looked at once. */
  const seen = new Map<string, readonly string[]>();
  let done = 0;
  for (const { seed, cut, random } of cuts) {
    for (; done < cut; done += 1) disk.apply(ops[done] as Op);
    const image = disk.image(random);
    const name = `${cut} ${image.fates}`;
    let wrong = seen.get(name);
    if (wrong === undefined) {
      rmSync(folder, { recursive: true, force: true });
      writeImage(image.root, folder);
      const known = knownAt(ops, cut);
      wrong = await oracle.check(place.data, {
        passwords: shuffled(known.people, random),
        mayBeFree: recording.beginsEmpty && !known.isRestored,
        judge: judgeOf(recording, positions, known, cut),
        copies: { folder: place.copies, since: known.copiedAt },
      });
      seen.set(name, wrong);
    }
    if (wrong.length > 0) found.push({ seed, cut, wrong });
  }
  return { found, distinct: seen.size };
}

/** Calls that were answered with a bug while the log was written. */
export function unexpectedIn({ ops }: Recording): string[] {
  return ops.flatMap((op) => (op.op === 'told' && op.what.kind === 'unexpected' ? [op.what.act] : []));
}
