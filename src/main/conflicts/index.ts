export { casesInConflict, isDeclared, type CasePerson, type PersonsByCase, type WrittenPerson } from './marks.ts';
export { hasDeclared } from './repository.ts';
export { conflictsHandlers, type CasePersons } from './service.ts';
