export { hasConflict, isDeclared } from './marks.ts';
export { conflictsHandlers, type CasePersons } from './service.ts';
export type { ConflictsTables } from './tables.ts';
