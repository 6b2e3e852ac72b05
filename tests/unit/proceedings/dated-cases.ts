import type { DatedCase } from './dated-case.ts';
import { appealCases } from './dated-cases-appeal.ts';
import { courtCases } from './dated-cases-court.ts';
import { measureCases } from './dated-cases-measures.ts';

export type { CountedDates, DatedCase } from './dated-case.ts';

/** Terms counted by hand from the sources in law facts: each row with its reasoning. */
export const datedCases: readonly DatedCase[] = [...measureCases, ...appealCases, ...courtCases];
