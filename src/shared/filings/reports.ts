/** Reports of the centre and the cover letters they go with: their classes and their numbers. */
import { reportClasses, type ReportClass } from './codes.ts';
import type { FilingOptions } from './schema.ts';

/** `001-2026-ABC`; without the last part while the centre has not given its acronym. */
export function officialNumber(sequence: number, year: number, acronym: string | null): string {
  return [String(sequence).padStart(3, '0'), String(year), ...(acronym === null ? [] : [acronym])].join('-');
}

/** Class of a report by the answer of its form; null while none is chosen. */
export function reportClassOf({ answers }: Pick<FilingOptions, 'answers'>): ReportClass | null {
  const code = answers['informe_clase'];
  return typeof code === 'number' ? (reportClasses[code - 1] ?? null) : null;
}
