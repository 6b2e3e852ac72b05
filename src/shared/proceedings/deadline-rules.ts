/** The terms that come with the program, in the order of the table. */
import type { DeadlineRow } from './deadline-rule.ts';
import { centreTerms } from './terms-of-centre.ts';
import { courtTerms } from './terms-of-court.ts';
import { measureTerms } from './terms-of-measures.ts';

export const shippedDeadlineRules: readonly DeadlineRow[] = [...measureTerms, ...courtTerms, ...centreTerms];
