/** «Hoja para el registro central»: which lines are typed there, how far one is, and what changed since. */
import type { RegisterLine } from './lines.ts';

/** `pending` por registrar · `registered` registrada · `changed` por actualizar. */
export const sheetStates = ['pending', 'registered', 'changed'] as const;
export type SheetState = (typeof sheetStates)[number];

/** `todo`: not passed yet · `done`: passed as it is now · `changed`: passed, and another answer since. */
export const lineStates = ['todo', 'done', 'changed'] as const;
export type LineState = (typeof lineStates)[number];

/** Lines a person types into the central register: indicators and administrative columns are filled there. */
export function isTyped({ source }: Pick<RegisterLine, 'source'>): boolean {
  return source === 'answer' || source === 'identity';
}

/** What is passed from the sheet: the lines with an answer, and those that had one when they were passed. */
export function linesToType(lines: readonly RegisterLine[], ticks: ReadonlyMap<string, string>): RegisterLine[] {
  return lines.filter((line) => isTyped(line) && (line.value !== '' || ticks.has(line.id)));
}

/** `ticks`: id of the line → mark of the answer that was passed. */
export function lineStateOf(id: string, mark: string, ticks: ReadonlyMap<string, string>): LineState {
  const passed = ticks.get(id);
  if (passed === undefined) return 'todo';
  return passed === mark ? 'done' : 'changed';
}

/** Registered once and nothing left to pass: registered; something answered or changed since: to be brought up to date. */
export function sheetStateOf(registeredOn: string | null, states: readonly LineState[]): SheetState {
  if (registeredOn === null) return 'pending';
  return states.every((state) => state === 'done') ? 'registered' : 'changed';
}

/** «1234-A · 2026»: the official number as it is read aloud, beside ours. */
export function fichaNumberWords(number: {
  readonly numeric: number;
  readonly alphabetic: string | null;
  readonly year: number;
}): string {
  const letter = number.alphabetic === null ? '' : `-${number.alphabetic}`;
  return `${number.numeric}${letter} · ${number.year}`;
}
