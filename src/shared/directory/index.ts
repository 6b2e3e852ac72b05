/** The door of the directory: empty at first, filled by the centre; no body is written into code. */
import { keptProcedures } from '../record/index.ts';
import { office } from './office.ts';

const offices = keptProcedures(office, { read: 'directory.read', write: 'directory.write' });
export const directoryContract = {
  listOffices: offices.list,
  keepOffice: offices.keep,
  retireOffice: offices.retire,
  listOfficeChanges: offices.changes,
} as const;

export * from './office.ts';
export { isFeminineOffice, withArticle } from './office-words.ts';
