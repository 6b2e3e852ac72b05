export { reintegrationDues, reintegrationLeft, type ReintegrationDue } from './open.ts';
export { allRecords as reintegrationOf, listRecords as listReintegrationRecords } from './repository.ts';
export { reintegrationHandlers } from './service.ts';
