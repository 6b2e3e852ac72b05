export { hasConflict, isDeclared, type CasePerson } from './marks.ts';
export { conflictsHandlers, type CasePersons } from './service.ts';
export type { ConflictsTables } from './tables.ts';
