export { candidatesFor, candidatesForText, type PersonCandidate } from './candidates.ts';
export { asInformant, findPerson, getPerson, insertPerson, updatePerson } from './repository.ts';
export { getRecord, isOutOfReach, saveRecord } from './person-record.ts';
export type { PeopleTables } from './tables.ts';
export { peopleHandlers, type PersonContext } from './service.ts';
