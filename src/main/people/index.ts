export { asInformant, findPerson, getPerson, insertPerson, updatePerson, type FoundPerson } from './repository.ts';
export type { PeopleTables } from './tables.ts';
export { peopleHandlers, type PersonContext } from './service.ts';
