/** Every row of the corpus of bad inputs, groups A to D and F, has a test, or says why it has none yet. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dates } from '../fixtures/bad-inputs/dates.ts';
import { documents } from '../fixtures/bad-inputs/documents.ts';
import { files } from '../fixtures/bad-inputs/files.ts';
import { logic } from '../fixtures/bad-inputs/logic.ts';
import { names } from '../fixtures/bad-inputs/names.ts';

const root = join(import.meta.dirname, '../..');

/** Rows 1 to 24, 25 to 37, 38 to 47, 48 to 57, 70 to 82. */
const groups = { A: [1, 24], B: [25, 37], C: [38, 47], D: [48, 57], F: [70, 82] } as const;

/** Rows that need more than one value at the gate: file and title of the test, as it stands there. */
const elsewhere: Readonly<Record<string, readonly [file: string, title: string]>> = {
  A22: ['tests/services/people/candidates.test.ts', 'the same person twice (bad input 22)'],
  C45: ['tests/fixtures/bad-inputs/dates.ts', 'the last half hour of a month'],
  C46: ['tests/services/centre/date-doubt.test.ts', 'forward by years'],
  C43: ['tests/services/intake/persons.test.ts', 'warns of a parent less than ten years older'],
  D49: ['tests/services/intake/persons.test.ts', 'warns when a minor has nobody in charge, or only who is accused'],
  D50: ['tests/services/intake/persons.test.ts', 'takes forty children and finds each again'],
  D51: ['tests/services/care/closed-case.test.ts', 'refuses what would change a closed case, and lets it be read'],
  D52: ['tests/services/intake/case-work.test.ts', 'refuse a stale save and keep what is stored'],
  D56: ['tests/services/intake/persons.test.ts', 'gives no telephone of a person who died to a referral'],
  F80: ['tests/services/attachments/attachments.test.ts', 'is kept once when it comes twice'],
  F81: ['tests/services/attachments/attachments.test.ts', 'changed on the disk is never shown'],
  D53: ['tests/services/intake/case-work.test.ts', 'gives the same case again for the same idempotency key'],
  F82: ['tests/renderer/attachments/drop-zone.test.tsx', 'beside it does not lead the page away'],
  C47: ['tests/unit/proceedings/deadline.test.ts', 'names the days that did not count'],
  D57: ['tests/services/people/merges.test.ts', 'and goes back to every row as it was'],
};

/** Rows without a place where they could be typed, and the reason. A row leaves this list with its first test. */
const waiting: Readonly<Record<string, string>> = {
  B36: 'No place of the record has coordinates yet.',
  F79: 'Only the antivirus of Windows takes a file away while it is read: release check-list, row antivirus.',
};

const corpus = new Set([names, documents, dates, logic, files].flat().map(({ id }) => /^[A-F]\d+/.exec(id)?.[0] ?? id));
const rows = Object.entries(groups).flatMap(([group, [first, last]]) =>
  Array.from({ length: last - first + 1 }, (_one, at) => `${group}${first + at}`),
);

describe('bad inputs 1 to 57 and 70 to 82', () => {
  it('have a test each, or a reason', () => {
    expect(rows.filter((row) => !corpus.has(row) && !(row in elsewhere) && !(row in waiting))).toEqual([]);
  });

  it('have the tests that are named here', () => {
    const missing = Object.entries(elsewhere).filter(
      ([, [file, title]]) => !readFileSync(join(root, file), 'utf8').includes(title),
    );
    expect(missing).toEqual([]);
  });

  it('wait only while nothing tests them', () => {
    expect(Object.keys(waiting).filter((row) => corpus.has(row) || row in elsewhere)).toEqual([]);
    expect(Object.keys(waiting).filter((row) => !rows.includes(row))).toEqual([]);
  });
});

/** Papers, rows 93 to 97: file and title of the test, as it stands there.*/
const papers: Readonly<Record<string, readonly [file: string, title: string]>> = {
  93: ['tests/unit/paper/layout.test.ts', 'break an endless name inside their margins'],
  '93 glyphs': ['tests/unit/paper/printable.test.ts', 'are refused at the field in which they were typed'],
  94: ['tests/unit/paper/write-word.test.ts', 'says nothing of who wrote it or when'],
  95: ['tests/services/papers/copies.test.ts', 'refuses a printer that makes a file'],
  96: ['tests/services/papers/copies.test.ts', 'says exactly which copies came out when the printer stops'],
  97: ['tests/services/platform/saving.test.ts', 'refuses the network, what is copied to the internet'],
  '97 existing file': ['tests/services/platform/saving.test.ts', 'never replaces what stands there'],
  '97 rights': ['tests/services/platform/saving.test.ts', 'says when there is no right to write there'],
};

describe('bad inputs of papers', () => {
  it('have the tests that are named here', () => {
    const missing = Object.entries(papers).filter(
      ([, [file, title]]) => !readFileSync(join(root, file), 'utf8').includes(title),
    );
    expect(missing).toEqual([]);
  });
});
