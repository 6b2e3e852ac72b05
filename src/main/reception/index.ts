export { closeArrival, findOpenArrival } from './repository.ts';
export { receptionHandlers } from './service.ts';
export type { ReceptionTables } from './tables.ts';
