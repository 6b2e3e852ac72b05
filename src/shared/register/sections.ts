/** The sections of the form in the order of the paper: a section added here joins the row, the sheet and the blank ficha. */
import { formSectionIds, sectionOf } from '../intake/index.ts';
import type { Section } from '../platform/questions.ts';

export const registerSections: readonly Section[] = formSectionIds.map(sectionOf);
