export {
  candidatesFor,
  candidatesForText,
  compareWith,
  lineReader,
  personsNear,
  personsOfDocument,
  shownCandidates,
  type PersonCandidate,
} from './candidates.ts';
export {
  asInformant,
  erasePerson,
  findPerson,
  getPerson,
  insertPerson,
  keepToldAge,
  updatePerson,
} from './repository.ts';
export { nameFrequencies, nameLists } from './name-frequencies.ts';
export { KeyMaker, makeSomeKeys, nicknameListener } from './person-keys.ts';
export { nicknamesOf } from './nicknames.ts';
export { nearAmong, sharingKeys } from './shared-keys.ts';
export { SearchBudget } from './search-budget.ts';
export { mergeHandlers } from './merge-service.ts';
export { keepTold, toldOf } from './told.ts';
export { separateSettled, settleAsSame } from './merge-repository.ts';
export { displayNamesOf, getRecord, identitiesOf, isOutOfReach, saveRecord } from './person-record.ts';
export type { PeopleOpened } from './tables.ts';
export { peopleHandlers, type PersonContext } from './service.ts';
export { abovePeople, type MergeObstacle, type Move } from './above.ts';
export { findMerge } from './merge-repository.ts';
