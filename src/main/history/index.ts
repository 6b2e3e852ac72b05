/** The door of the history: any domain records the changes of its records here. */
export {
  changedFields,
  changesAfter,
  firstAuthors,
  listChanges,
  listOwnChanges,
  listRecordChanges,
  moveChanges,
  newestValue,
  recordChanges,
  type Change,
  type ChangeSet,
} from './repository.ts';
export type { HistoryOpened } from './tables.ts';
