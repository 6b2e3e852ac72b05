/** What was changed between two versions of a writ, in words. */
import type { Comparison } from './codes.ts';

export type WordChange = {
  /** The words before the change, to find the place. */
  readonly before: string;
  readonly removed: string;
  readonly added: string;
};

export type TextComparison = { readonly outcome: Comparison; readonly changes: WordChange[]; readonly isCut: boolean };

/** Lines that the printer adds to each page: they are not words of the writ. */
const pageLine = /^.*\bPágina \d+ de \d+\s*$/gm;

/** Words as they are read; a hyphen at the end of a line and the kind of quotes or spaces change nothing. */
export function wordsOf(text: string): string[] {
  return text
    .replace(pageLine, ' ')
    .normalize('NFC')
    .replace(/[“”«»„]/g, '"')
    .replace(/[‘’´`]/g, "'")
    .replace(/[\u00ad\u200b]/g, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

type Step = { readonly kind: 'same' | 'removed' | 'added'; readonly word: string };

/** Beyond this many differences the two are not the same paper. */
const mostDifferences = 1500;

/**
 * Shortest way from one list of words to the other (Myers, 1986); null beyond `mostDifferences`.
 *
 * Time grows with length × differences: two equal writs of 20,000 words cost one pass.
 */
export function stepsBetween(from: readonly string[], to: readonly string[]): Step[] | null {
  const traces: Int32Array[] = [];
  const offset = mostDifferences + 1;
  const furthest = new Int32Array(2 * offset + 1);
  for (let differences = 0; differences <= mostDifferences; differences += 1) {
    traces.push(furthest.slice());
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const isDown = goesDown(furthest, offset + diagonal, diagonal, differences);
      let x = isDown ? at(furthest, offset + diagonal + 1) : at(furthest, offset + diagonal - 1) + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      furthest[offset + diagonal] = x;
      if (x >= from.length && x - diagonal >= to.length) return walkBack(traces, from, to);
    }
  }
  return null;
}

const at = (row: Int32Array, index: number): number => row[index] ?? 0;

function goesDown(row: Int32Array, index: number, diagonal: number, differences: number): boolean {
  return diagonal === -differences || (diagonal !== differences && at(row, index - 1) < at(row, index + 1));
}

/** Where the way stood one difference before; the start of both lists before the first. */
function stepBefore(row: Int32Array, diagonal: number, differences: number): { x: number; y: number; isDown: boolean } {
  const offset = mostDifferences + 1;
  const isDown = goesDown(row, offset + diagonal, diagonal, differences);
  if (differences === 0) return { x: 0, y: 0, isDown };
  const x = at(row, offset + diagonal + (isDown ? 1 : -1));
  return { x, y: x - diagonal - (isDown ? 1 : -1), isDown };
}

function walkBack(traces: readonly Int32Array[], from: readonly string[], to: readonly string[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [from.length, to.length];
  for (let differences = traces.length - 1; differences >= 0; differences -= 1) {
    const row = traces[differences] ?? new Int32Array(0);
    const before = stepBefore(row, x - y, differences);
    while (x > before.x && y > before.y) {
      x -= 1;
      y -= 1;
      steps.push({ kind: 'same', word: from[x] ?? '' });
    }
    if (differences === 0) break;
    if (before.isDown) {
      y -= 1;
      steps.push({ kind: 'added', word: to[y] ?? '' });
    } else {
      x -= 1;
      steps.push({ kind: 'removed', word: from[x] ?? '' });
    }
  }
  return steps.reverse();
}

const wordsBefore = 6;

/** Runs of changed words with what stands before each. */
function changesOf(steps: readonly Step[]): WordChange[] {
  const changes: WordChange[] = [];
  const before: string[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const close = () => {
    if (removed.length + added.length === 0) return;
    changes.push({ before: before.slice(-wordsBefore).join(' '), removed: removed.join(' '), added: added.join(' ') });
    before.push(...added);
    removed = [];
    added = [];
  };
  for (const { kind, word } of steps) {
    if (kind === 'removed') removed.push(word);
    else if (kind === 'added') added.push(word);
    else {
      close();
      before.push(word);
    }
  }
  close();
  return changes;
}

/** Changes listed on screen; more are said to be more. */
const listed = 60;
/** With so few words a page says nothing: a scan with a stamp of text on it. */
const fewWords = 20;

/**
 * Compares the issued text with the one that came back.
 *
 * @param other null when it could not be read
 */
export function compareTexts(issued: string, other: string | null): TextComparison {
  if (other === null) return { outcome: 'unreadable', changes: [], isCut: false };
  const [from, to] = [wordsOf(issued), wordsOf(other)];
  if (to.length < fewWords && from.length > 2 * fewWords) return { outcome: 'no-text', changes: [], isCut: false };
  const steps = stepsBetween(from, to);
  if (steps === null) return { outcome: 'other-paper', changes: [], isCut: false };
  const changes = changesOf(steps);
  if (changes.length === 0) return { outcome: 'same', changes: [], isCut: false };
  const kept = steps.filter(({ kind }) => kind === 'same').length;
  const outcome = kept * 2 < Math.max(from.length, to.length) ? 'other-paper' : 'changed';
  return { outcome, changes: changes.slice(0, listed), isCut: changes.length > listed };
}
